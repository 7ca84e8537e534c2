// One conversation: what the shopper said so far, all messages, and our answer.
import type { Me } from '@shouhou/shared/contract/auth'
import type { Conversation } from '@shouhou/shared/contract/conversations'
import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import { confirm } from '../../../components/ask.ts'
import { Bubble } from '../../../components/bubble.tsx'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Page } from '../../../components/page.tsx'
import { QueryView } from '../../../components/states.tsx'
import { useCommand } from '../../../hooks/use-command.ts'
import { useMessages } from '../../../hooks/use-messages.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { useT, wordFor } from '../../../i18n/index.ts'
import { formatDateTime } from '../../../i18n/time.ts'
import { ForStaff } from '../for-staff.tsx'
import { may } from '../may.ts'
import { TalkTag } from '../talks/talk-tag.tsx'
import { Composer } from './composer.tsx'
import './index.scss'

export default function TalkPage(): ReactNode {
  const { id = '' } = useRouter().params
  return (
    <Page title="deskTalk.title">
      <ForStaff>{(me) => <Talk id={id} me={me} />}</ForStaff>
    </Page>
  )
}

interface TalkProps {
  readonly id: string
  readonly me: Me
}

function Talk({ id, me }: TalkProps): ReactNode {
  const t = useT()
  const query = useMessages(id)
  const count = query.data?.messages.length ?? 0
  useEffect(() => {
    if (count > 0) void Taro.pageScrollTo({ scrollTop: 1_000_000, duration: 0 })
  }, [count])
  return (
    <QueryView query={query}>
      {({ conversation, messages }) => (
        <View className="talk">
          <Summary conversation={conversation} me={me} />
          {messages.map((message) => (
            <Bubble
              key={message.id}
              message={message}
              own={message.sender === 'staff' || message.sender === 'bot'}
              who={wordFor('talkSender.', message.sender)}
            >
              {message.helpful !== null && (
                <Text className="talk__soft">
                  {t(message.helpful ? 'deskTalk.helped' : 'deskTalk.notHelped')}
                </Text>
              )}
            </Bubble>
          ))}
          {conversation.status !== 'ENDED' && may(me.role, 'talk') && <Composer id={id} />}
        </View>
      )}
    </QueryView>
  )
}

interface SummaryProps {
  readonly conversation: Conversation
  readonly me: Me
}

/** Who it is and what it is about, so that nobody asks again. */
function Summary({ conversation, me }: SummaryProps): ReactNode {
  const t = useT()
  const { id, status, shopper, agent, handoverReason, summary, queuedAt } = conversation
  const changes = { changes: ['conversations', 'today'] } as const
  const take = useCommand('POST /conversations/:id/take', changes)
  const end = useCommand('POST /conversations/:id/end', changes)
  const error = take.error ?? end.error
  const close = async () => {
    const sure = { title: t('deskTalk.end'), text: t('deskTalk.endSure') }
    if (await confirm(sure)) end.mutate({ params: { id } })
  }
  return (
    <Card title={shopper.name || t('deskCase.noName')} aside={<TalkTag status={status} />}>
      {summary && <Text className="talk__summary">{t('deskTalk.summary', { summary })}</Text>}
      <Text className="talk__soft">
        {[
          handoverReason ? wordFor('handover.', handoverReason) : '',
          queuedAt ? t('deskTalk.since', { time: formatDateTime(queuedAt) }) : '',
          agent ? t('deskTalks.with', { name: agent.name }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {error !== null && <Text className="talk__error">{`✕ ${errorText(error, t)}`}</Text>}
      {status !== 'ENDED' && may(me.role, 'talk') && (
        <View className="talk__buttons">
          {agent?.id !== me.id && (
            <Button
              tone="primary"
              busy={take.isPending}
              onPress={() => take.mutate({ params: { id } })}
            >
              {t('deskTalk.take')}
            </Button>
          )}
          <Button busy={end.isPending} onPress={() => void close()}>
            {t('deskTalk.end')}
          </Button>
        </View>
      )}
    </Card>
  )
}
