// Conversations of the shop: those waiting for a person first, with how long they have waited.
import type { Conversation } from '@shouhou/shared/contract/conversations'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Card } from '../../../components/card.tsx'
import { Chips } from '../../../components/chips.tsx'
import { useNow } from '../../../components/countdown.tsx'
import { More } from '../../../components/more.tsx'
import { Page } from '../../../components/page.tsx'
import { Empty, QueryView } from '../../../components/states.tsx'
import { usePages } from '../../../hooks/use-api.ts'
import { useT, wordFor } from '../../../i18n/index.ts'
import { formatDuration, formatNear } from '../../../i18n/time.ts'
import { openPage } from '../../../pages.ts'
import { ForStaff } from '../for-staff.tsx'
import { TalkTag } from './talk-tag.tsx'
import './index.scss'

/** In the order in which people look after them. */
const STATUSES = ['QUEUED', 'HUMAN', 'BOT', 'ENDED'] as const

export default function TalksPage(): ReactNode {
  return (
    <Page title="deskTalks.title">
      <ForStaff>{() => <Talks />}</ForStaff>
    </Page>
  )
}

function Talks(): ReactNode {
  useT()
  const [status, setStatus] = useState<Conversation['status']>('QUEUED')
  return (
    <>
      <Chips
        look="tabs"
        chips={STATUSES.map((value) => ({ value, label: wordFor('talk.', value) }))}
        chosen={[status]}
        onPress={setStatus}
      />
      <TalkList key={status} status={status} />
    </>
  )
}

function TalkList({ status }: Pick<Conversation, 'status'>): ReactNode {
  const t = useT()
  const talks = usePages('GET /conversations', { query: { status } })
  return (
    <QueryView
      query={talks}
      isEmpty={({ items }) => items.length === 0}
      empty={<Empty title={t('deskTalks.empty')} text={t('deskTalks.emptyText')} />}
    >
      {({ items }) => (
        <>
          {items.map((talk) => (
            <TalkRow key={talk.id} talk={talk} />
          ))}
          <More query={talks} />
        </>
      )}
    </QueryView>
  )
}

function TalkRow({ talk }: { readonly talk: Conversation }): ReactNode {
  const t = useT()
  const { id, status, shopper, agent, queuedAt, lastMessageAt, lastText, unread } = talk
  const now = useNow()
  const waiting = status === 'QUEUED' && queuedAt !== null
  return (
    <Card
      title={shopper.name || t('deskCase.noName')}
      aside={<TalkTag status={status} />}
      onPress={() => openPage('deskTalk', { id })}
    >
      <Text className="talk-row__last">{lastText}</Text>
      <View className="talk-row__foot">
        {waiting ? (
          <Text className="talk-row__waits">
            {t('deskTalks.waits', { time: formatDuration(now - Date.parse(queuedAt), t) })}
          </Text>
        ) : (
          <Text>{formatNear(lastMessageAt, now, t)}</Text>
        )}
        {agent && <Text>{t('deskTalks.with', { name: agent.name })}</Text>}
        {unread > 0 && (
          <Text className="talk-row__unread">{t('deskTalks.unread', { n: unread })}</Text>
        )}
      </View>
    </Card>
  )
}
