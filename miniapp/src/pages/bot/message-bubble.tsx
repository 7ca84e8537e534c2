// A message with what can be done about it: buttons of the bot, and whether its answer helped.
import type { Conversation, Message } from '@shouhou/shared/contract/conversations'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { notify } from '../../components/ask.ts'
import { Bubble } from '../../components/bubble.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { errorText } from '../../i18n/error-text.ts'
import { useT, wordFor } from '../../i18n/index.ts'
import { openPage } from '../../pages.ts'
import type { Speech } from './use-conversation.ts'

interface MessageBubbleProps {
  readonly conversation: Conversation
  readonly message: Message
  readonly isLast: boolean
  readonly onSay: (speech: Speech) => void
}

export function MessageBubble(props: MessageBubbleProps): ReactNode {
  const { conversation, message, isLast, onSay } = props
  useT()
  const own = message.sender === 'shopper'
  // The bot's questions can be answered as long as it listens; a page can be opened at any time.
  const asks = isLast && conversation.status === 'BOT'
  const choices = message.choices.filter(({ kind }) => asks || kind === 'OPEN_CASE')
  const choose = ({ kind, id, label }: Message['choices'][number]) => {
    if (kind === 'OPEN_CASE') openPage('caseDetail', { id: id ?? '' })
    else onSay({ text: label, mediaIds: [], choice: { kind, id } })
  }
  return (
    <Bubble message={message} own={own} who={wordFor('sender.', message.sender)}>
      {choices.length > 0 && (
        <View className="talk__choices">
          {choices.map((choice) => (
            <View
              key={`${choice.kind} ${choice.id}`}
              className="talk__choice"
              ariaRole="button"
              hoverClass="talk__choice--pressed"
              onClick={() => choose(choice)}
            >
              <Text>{choice.label}</Text>
            </View>
          ))}
        </View>
      )}
      {message.citation && <Feedback conversationId={conversation.id} message={message} />}
    </Bubble>
  )
}

interface FeedbackProps {
  readonly conversationId: string
  readonly message: Message
}

function Feedback({ conversationId, message }: FeedbackProps): ReactNode {
  const t = useT()
  const feedback = useCommand('POST /conversations/:id/messages/:messageId/feedback', {
    changes: ['conversations'],
  })
  if (message.helpful !== null) {
    return (
      <Text className="talk__thanks">{message.helpful ? t('bot.helped') : t('bot.notHelped')}</Text>
    )
  }
  const give = (helpful: boolean) =>
    feedback.mutate(
      { params: { id: conversationId, messageId: message.id }, body: { helpful } },
      { onError: (error) => notify(errorText(error, t)) },
    )
  const button = (helpful: boolean, word: string) => (
    <View
      className="talk__feedback"
      ariaRole="button"
      onClick={() => !feedback.isPending && give(helpful)}
    >
      <Text>{word}</Text>
    </View>
  )
  return (
    <View className="talk__feedbacks">
      {button(true, t('bot.helpful'))}
      {button(false, t('bot.unhelpful'))}
    </View>
  )
}

/** What the shopper just said, until the server has it. */
export function SayingBubble({ text }: { readonly text: string }): ReactNode {
  const t = useT()
  return (
    <View className="bubble bubble--own">
      <Text className="bubble__who">{t('bot.sending')}</Text>
      <View className="bubble__box">
        <Text className="bubble__text">{text}</Text>
      </View>
    </View>
  )
}
