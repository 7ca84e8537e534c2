// Saying yes: to what was asked for, or to a smaller amount.
import { comesBack } from '@shouhou/shared/domain/aftersale-guards'
import { formatFen } from '@shouhou/shared/domain/money'
import { Text } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { AmountInput } from '../../../../components/amount-input.tsx'
import { Chips } from '../../../../components/chips.tsx'
import { Field } from '../../../../components/field.tsx'
import { fieldError } from '../../../../i18n/error-text.ts'
import { useT } from '../../../../i18n/index.ts'
import { ActSheet } from '../act-sheet.tsx'
import { type Scene, seen, target, useAct } from '../scene.ts'
import { WordsFor } from '../words-for.tsx'

export function Approve({ scene }: { readonly scene: Scene }): ReactNode {
  const t = useT()
  const { aftersale, facts } = scene
  const [how, setHow] = useState<'all' | 'part'>('all')
  const [fen, setFen] = useState<number | null>(null)
  const [text, setText] = useState('')
  const act = useAct('POST /aftersales/:id/approve', scene)
  const amount = how === 'part' && fen !== null ? { amountFen: fen } : {}
  const paysAtOnce = aftersale.type === 'REFUND_ONLY'
  const paid = formatFen(how === 'part' ? (fen ?? 0) : aftersale.wantFen)
  const noAddress = !facts.hasReturnAddress && comesBack(facts) && !facts.goodsHeld
  return (
    <ActSheet
      command="approve"
      scene={scene}
      input={amount}
      act={act}
      ready={!noAddress && (how === 'all' || (fen !== null && fen > 0))}
      {...(paysAtOnce ? { sure: t('sure.approve', { amount: `¥${paid}` }) } : {})}
      onSubmit={() =>
        act.mutate({
          params: target(scene),
          body: { ...seen(scene), ...amount, ...(text.trim() ? { text: text.trim() } : {}) },
        })
      }
    >
      {noAddress && <Text className="act-sheet__warning">{t('approve.noAddress')}</Text>}
      {aftersale.type !== 'EXCHANGE' && (
        <Field label={t('approve.how')} bare>
          <Chips
            chips={[
              {
                value: 'all',
                label: t('approve.all', { amount: `¥${formatFen(aftersale.wantFen)}` }),
              },
              { value: 'part', label: t('approve.part') },
            ]}
            chosen={[how]}
            onPress={setHow}
          />
        </Field>
      )}
      {how === 'part' && (
        <Field label={t('approve.amount')} error={fieldError(act.error, '/amountFen')}>
          <AmountInput fen={fen} onChange={setFen} />
        </Field>
      )}
      <WordsFor
        act="approve"
        label={t('desk.optional', { label: t('ask.toShopper') })}
        value={text}
        onChange={setText}
      />
    </ActSheet>
  )
}
