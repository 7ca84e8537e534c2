// One line of the inbox: what happened last, to which case, when, and how much of it is new.
import type { NoticeThread } from '@shouhou/shared/contract/notices'
import { type NoticeTopic, noticeRule } from '@shouhou/shared/domain/notice-events'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from '../../../components/icon.tsx'
import { Unread } from '../../../components/unread-badge.tsx'
import { useT } from '../../../i18n/index.ts'
import { formatNear } from '../../../i18n/time.ts'
import { serverNow } from '../../../platform/server-clock.ts'

const DRAWINGS: Record<NoticeTopic, IconName> = {
  PROGRESS: 'case',
  MONEY: 'check',
  DEADLINES: 'clock',
  TALK: 'chat',
  RATING: 'user',
  WORK: 'case',
}

interface ThreadLineProps {
  readonly thread: NoticeThread
  readonly onPress: () => void
}

export function ThreadLine({ thread, onPress }: ThreadLineProps): ReactNode {
  const t = useT()
  const { subject, latest, unread } = thread
  const { topic } = noticeRule(latest.event)
  const about = subject.no ? t('inbox.case', { no: subject.no }) : t('inbox.talk')
  return (
    <View
      className={`thread ${unread > 0 ? 'thread--unread' : ''}`}
      hoverClass="thread--pressed"
      ariaRole="button"
      onClick={onPress}
    >
      <View className={`thread__drawing thread__drawing--${topic.toLowerCase()}`}>
        <Icon name={DRAWINGS[topic]} />
      </View>
      <View className="thread__words">
        <View className="thread__head">
          <Text className="thread__title">{latest.title}</Text>
          <Text className="thread__time">{formatNear(latest.at, serverNow(), t)}</Text>
        </View>
        <Text className="thread__body">{latest.body}</Text>
        <View className="thread__foot">
          <Text className="thread__about">{about}</Text>
          <Unread count={unread} />
        </View>
      </View>
    </View>
  )
}
