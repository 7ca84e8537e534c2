// What a shopper would see: their question, and the bot's message in the bubble of the real conversation.
import type { Message } from '@shouhou/shared/contract/conversations'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Bubble } from '../../../components/bubble.tsx'
import { wordFor } from '../../../i18n/index.ts'
import { serverNow } from '../../../platform/server-clock.ts'
import './bot-says.scss'

interface BotSaysProps {
  readonly question: string
  readonly text: string
  /** Labels of the buttons below the message. */
  readonly choices?: readonly string[]
  /** The entry the answer stands on, as the bubble names it. */
  readonly source?: string
}

export function BotSays({ question, text, choices = [], source }: BotSaysProps): ReactNode {
  return (
    <View className="bot-says">
      {question !== '' && (
        <Bubble message={said('shopper', question)} own who={wordFor('sender.', 'shopper')} />
      )}
      <Bubble message={said('bot', text, source)} own={false} who={wordFor('sender.', 'bot')}>
        {choices.length > 0 && (
          <View className="bot-says__choices">
            {choices.map((label) => (
              <Text key={label} className="bot-says__choice">
                {label}
              </Text>
            ))}
          </View>
        )}
      </Bubble>
    </View>
  )
}

const said = (sender: Message['sender'], text: string, source?: string): Message => ({
  id: sender,
  seq: 1,
  at: new Date(serverNow()).toISOString(),
  sender,
  senderName: '',
  text,
  media: [],
  citation: source ? { entryId: '', question: source } : null,
  choices: [],
  helpful: null,
})
