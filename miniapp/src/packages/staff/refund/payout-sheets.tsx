// How a payout ended: it was paid, with its reference, or it did not work.
import { Input } from '@nutui/nutui-react-taro'
import type { RefundTask } from '@shouhou/shared/contract/desk'
import { formatFen } from '@shouhou/shared/domain/money'
import { Text } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { confirm, notify } from '../../../components/ask.ts'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { useCommand } from '../../../hooks/use-command.ts'
import { errorText, fieldError } from '../../../i18n/error-text.ts'
import { useT } from '../../../i18n/index.ts'
import { WordsField } from '../words-field.tsx'

interface PayoutSheetProps {
  readonly ending: 'confirm' | 'fail'
  readonly refund: RefundTask
  readonly onClose: () => void
}

const CHANGES = ['refunds', 'aftersales', 'orders', 'today'] as const

export function PayoutSheet({ ending, refund, onClose }: PayoutSheetProps): ReactNode {
  const t = useT()
  const [words, setWords] = useState('')
  const said = words.trim()
  const options = {
    changes: CHANGES,
    onDone: () => {
      onClose()
      notify(t('desk.done'))
    },
  }
  const paid = useCommand('POST /refunds/:id/confirm', options)
  const failed = useCommand('POST /refunds/:id/fail', options)
  const command = ending === 'confirm' ? paid : failed
  const error = fieldError(command.error, '/reference')
  const title = t(ending === 'confirm' ? 'deskPayout.confirm' : 'deskPayout.fail')
  const submit = async () => {
    const amount = `¥${formatFen(refund.amountFen)}`
    const text =
      ending === 'confirm' ? t('deskPayout.confirmSure', { amount }) : t('deskPayout.failSure')
    if (!(await confirm({ title, text, danger: true }))) return
    const params = { id: refund.id }
    if (ending === 'confirm') paid.mutate({ params, body: { reference: said } })
    else failed.mutate({ params, body: { text: said } })
  }
  return (
    <Sheet
      title={title}
      open
      onClose={onClose}
      footer={
        <Button
          tone="primary"
          block
          disabled={said === ''}
          busy={command.isPending}
          onPress={() => void submit()}
        >
          {title}
        </Button>
      }
    >
      {ending === 'confirm' ? (
        <Field label={t('deskPayout.reference')} hint={t('deskPayout.referenceHint')} error={error}>
          <Input value={words} onChange={setWords} />
        </Field>
      ) : (
        <WordsField
          label={t('deskPayout.failWhy')}
          value={words}
          onChange={setWords}
          placeholder={t('deskPayout.failExample')}
        />
      )}
      {command.error !== null && !error && (
        <Text className="state__text">{`✕ ${errorText(command.error, t)}`}</Text>
      )}
    </Sheet>
  )
}
