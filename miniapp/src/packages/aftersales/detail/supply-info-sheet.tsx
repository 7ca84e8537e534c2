// Answering what the shop wants to know, in words and pictures.
import { TextArea } from '@nutui/nutui-react-taro'
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { Text } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { notify } from '../../../components/ask.ts'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { MediaPicker } from '../../../components/media-picker.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { useCommand } from '../../../hooks/use-command.ts'
import { useUploads } from '../../../hooks/use-uploads.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { useT } from '../../../i18n/index.ts'

export interface SheetProps {
  readonly aftersale: Aftersale
  readonly onClose: () => void
}

export function SupplyInfoSheet({ aftersale, onClose }: SheetProps): ReactNode {
  const t = useT()
  const { id, version, media, statusNote } = aftersale
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const uploads = useUploads(LIMITS.filesPerCase - media.length)
  const supply = useCommand('POST /aftersales/:id/supply-info', {
    changes: ['aftersales'],
    onDone: () => {
      notify(t('act.done'))
      onClose()
    },
  })
  const isEmpty = text.trim() === '' && uploads.mediaIds.length === 0
  const send = () => {
    setTried(true)
    if (isEmpty || uploads.isSending || supply.isPending) return
    const body = { version, text: text.trim(), mediaIds: [...uploads.mediaIds] }
    supply.mutate({ params: { id }, body })
  }
  const problem = supply.error
    ? errorText(supply.error, t)
    : tried && isEmpty
      ? t('supply.empty')
      : tried && uploads.isSending
        ? t('apply.filesSending')
        : undefined
  return (
    <Sheet
      title={t('act.supplyInfo')}
      open
      onClose={onClose}
      footer={
        <Button tone="primary" block busy={supply.isPending} onPress={send}>
          {t('submit')}
        </Button>
      }
    >
      {statusNote?.text && <Text className="case__said">{statusNote.text}</Text>}
      <Field label={t('supply.text')} error={problem}>
        <TextArea
          value={text}
          maxLength={LIMITS.descriptionLength}
          showCount
          autoSize
          onChange={setText}
        />
      </Field>
      {uploads.room + uploads.items.length > 0 && <MediaPicker uploads={uploads} />}
    </Sheet>
  )
}
