// The answer of a person: words, pictures, or both. Answering takes the conversation over.
import { TextArea } from '@nutui/nutui-react-taro'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { MediaPicker } from '../../../components/media-picker.tsx'
import { useCommand } from '../../../hooks/use-command.ts'
import { useUploads } from '../../../hooks/use-uploads.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { useT } from '../../../i18n/index.ts'

export function Composer({ id }: { readonly id: string }): ReactNode {
  const t = useT()
  const [text, setText] = useState('')
  const [withPhotos, setWithPhotos] = useState(false)
  const uploads = useUploads()
  const say = useCommand('POST /conversations/:id/messages', {
    changes: ['conversations', 'today'],
    onDone: () => {
      setText('')
      uploads.clear()
      setWithPhotos(false)
    },
  })
  const nothing = text.trim() === '' && uploads.mediaIds.length === 0
  const send = () =>
    say.mutate({
      params: { id },
      body: { text: text.trim(), mediaIds: [...uploads.mediaIds] },
    })
  return (
    <View className="composer">
      {say.error !== null && <Text className="talk__error">{`✕ ${errorText(say.error, t)}`}</Text>}
      {withPhotos && <MediaPicker uploads={uploads} />}
      <View className="composer__line">
        <View
          className="composer__photo"
          ariaRole="button"
          ariaLabel={t('photo.add')}
          onClick={() => setWithPhotos(!withPhotos)}
        >
          <Text>＋</Text>
        </View>
        <View className="composer__words">
          <TextArea
            value={text}
            onChange={setText}
            maxLength={LIMITS.messageLength}
            placeholder={t('deskTalk.answer')}
            autoSize
          />
        </View>
        <Button
          tone="primary"
          busy={say.isPending}
          disabled={nothing || uploads.isSending}
          onPress={send}
        >
          {t('send')}
        </Button>
      </View>
    </View>
  )
}
