// Money past the usual way: a payout made outside the system, and a refund forced by a manager.
import { Input } from '@nutui/nutui-react-taro'
import { formatFen } from '@shouhou/shared/domain/money'
import { type ReactNode, useState } from 'react'
import { AmountInput } from '../../../../components/amount-input.tsx'
import { Field } from '../../../../components/field.tsx'
import { fieldError } from '../../../../i18n/error-text.ts'
import { useT } from '../../../../i18n/index.ts'
import { ActSheet } from '../act-sheet.tsx'
import { type Scene, seen, target, useAct } from '../scene.ts'
import { WordsFor } from '../words-for.tsx'

export function RecordOfflinePayout({ scene }: { readonly scene: Scene }): ReactNode {
  const t = useT()
  const [reference, setReference] = useState('')
  const [text, setText] = useState('')
  const act = useAct('POST /aftersales/:id/record-offline-payout', scene)
  const said = { reference: reference.trim(), text: text.trim() }
  return (
    <ActSheet
      command="recordOfflinePayout"
      scene={scene}
      act={act}
      ready={said.reference !== '' && said.text !== ''}
      sure={t('sure.recordOfflinePayout')}
      onSubmit={() => act.mutate({ params: target(scene), body: { ...seen(scene), ...said } })}
    >
      <Field
        label={t('deskPayout.reference')}
        hint={t('deskPayout.referenceHint')}
        error={fieldError(act.error, '/reference')}
      >
        <Input value={reference} onChange={setReference} />
      </Field>
      <WordsFor
        act="recordOfflinePayout"
        label={t('ask.payoutWords')}
        value={text}
        onChange={setText}
        placeholder={t('ask.payoutWords.example')}
      />
    </ActSheet>
  )
}

export function ForceRefund({ scene }: { readonly scene: Scene }): ReactNode {
  const t = useT()
  const { approvedFen, wantFen } = scene.aftersale
  const [fen, setFen] = useState<number | null>(approvedFen ?? wantFen)
  const [text, setText] = useState('')
  const act = useAct('POST /aftersales/:id/force-refund', scene)
  const submit = () => {
    if (fen === null) return
    const body = { ...seen(scene), amountFen: fen, text: text.trim() }
    act.mutate({ params: target(scene), body })
  }
  return (
    <ActSheet
      command="forceRefund"
      scene={scene}
      input={{ amountFen: fen ?? 0, text }}
      act={act}
      ready={fen !== null && fen > 0 && text.trim() !== ''}
      sure={t('sure.forceRefund', { amount: `¥${formatFen(fen ?? 0)}` })}
      onSubmit={submit}
    >
      <Field label={t('approve.amount')} error={fieldError(act.error, '/amountFen')}>
        <AmountInput fen={fen} onChange={setFen} />
      </Field>
      <WordsFor
        act="forceRefund"
        label={t('ask.forceRefund')}
        value={text}
        onChange={setText}
        placeholder={t('ask.forceRefund.example')}
      />
    </ActSheet>
  )
}
