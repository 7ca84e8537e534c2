// Who listens now: the bot, nobody yet, or a person; with the way to end a talk with people.
import type { Conversation } from '@shouhou/shared/contract/conversations'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { confirm } from '../../components/ask.ts'
import { useNow } from '../../components/countdown.tsx'
import { useT } from '../../i18n/index.ts'
import { formatDuration } from '../../i18n/time.ts'

interface TalkStateProps {
  readonly conversation: Conversation
  readonly onEnd: () => void
}

export function TalkState({ conversation, onEnd }: TalkStateProps): ReactNode {
  const t = useT()
  const { status, queuedAt, agent } = conversation
  const now = useNow(status === 'QUEUED')
  if (status !== 'QUEUED' && status !== 'HUMAN') return null
  const waited = queuedAt ? formatDuration(now - Date.parse(queuedAt), t) : t('time.moment')
  const end = async () => {
    if (await confirm({ title: t('bot.end'), text: t('bot.endMeans') })) onEnd()
  }
  return (
    <View className="talk__state">
      <Text className="talk__listener">
        {status === 'QUEUED'
          ? t('bot.queued', { time: waited })
          : t('bot.human', { name: agent?.name ?? '' })}
      </Text>
      <View className="talk__end" ariaRole="button" onClick={() => void end()}>
        <Text>{t('bot.end')}</Text>
      </View>
    </View>
  )
}
