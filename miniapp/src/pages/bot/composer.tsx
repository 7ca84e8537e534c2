// Writing a message: words, pictures, and the ways to a person and to all answers.
import { TextArea } from '@nutui/nutui-react-taro'
import type { Conversation } from '@shouhou/shared/contract/conversations'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { MediaPicker } from '../../components/media-picker.tsx'
import { useUploads } from '../../hooks/use-uploads.ts'
import { errorText } from '../../i18n/error-text.ts'
import { useT } from '../../i18n/index.ts'
import { SubjectCard } from './subject-card.tsx'
import { TalkState } from './talk-state.tsx'
import type { Speech } from './use-conversation.ts'

interface ComposerProps {
  readonly conversation: Conversation
  readonly isSaying: boolean
  readonly error: unknown
  readonly onSay: (speech: Speech, onSaid?: () => void) => void
  readonly onEnd: () => void
  /** Shows all answers. */
  readonly onFaq: () => void
}

export function Composer(props: ComposerProps): ReactNode {
  const { conversation, isSaying, error, onSay, onEnd, onFaq } = props
  const t = useT()
  const [text, setText] = useState('')
  const [adding, setAdding] = useState(false)
  const uploads = useUploads()
  const withFiles = adding || uploads.items.length > 0
  const canSend =
    !isSaying && !uploads.isSending && (text.trim() !== '' || uploads.mediaIds.length > 0)
  const send = () => {
    if (!canSend) return
    onSay({ text: text.trim(), mediaIds: [...uploads.mediaIds] }, () => {
      setText('')
      setAdding(false)
      uploads.clear()
    })
  }
  const small = (word: string, onPress: () => void) => (
    <View className="composer__small" ariaRole="button" onClick={onPress}>
      <Text>{word}</Text>
    </View>
  )
  return (
    <View className="composer">
      <TalkState conversation={conversation} onEnd={onEnd} />
      <SubjectCard status={conversation.status} onSay={onSay} />
      <View className="composer__ways">
        {small(t('bot.faq'), onFaq)}
        {small(t('bot.photo'), () => setAdding(!adding))}
        {conversation.status === 'BOT' &&
          small(t('bot.person'), () =>
            onSay({ text: t('bot.person'), mediaIds: [], choice: { kind: 'HUMAN', id: null } }),
          )}
      </View>
      {withFiles && <MediaPicker uploads={uploads} />}
      {error !== null && !isSaying && (
        <Text className="field__error">{`✕ ${errorText(error, t)}`}</Text>
      )}
      <View className="composer__line">
        <View className="composer__input">
          <TextArea
            value={text}
            maxLength={LIMITS.messageLength}
            rows={1}
            autoSize
            placeholder={t('bot.placeholder')}
            onChange={setText}
          />
        </View>
        <View
          className={`composer__send ${canSend ? '' : 'composer__send--off'}`}
          ariaRole="button"
          aria-disabled={canSend ? 'false' : 'true'}
          onClick={send}
        >
          <Text>{t('send')}</Text>
        </View>
      </View>
    </View>
  )
}
