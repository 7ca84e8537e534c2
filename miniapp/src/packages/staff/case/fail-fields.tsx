// Why goods do not pass, and what would be kept back if the shopper agrees.
import { INSPECTION_FAIL_REASONS, type InspectionFailReason } from '@shouhou/shared/domain/reasons'
import type { ReactNode } from 'react'
import { AmountInput } from '../../../components/amount-input.tsx'
import { Chips } from '../../../components/chips.tsx'
import { Field } from '../../../components/field.tsx'
import { useT, wordFor } from '../../../i18n/index.ts'
import type { Scene } from './scene.ts'

interface FailFieldsProps {
  readonly scene: Scene
  readonly reason: InspectionFailReason | null
  readonly onReason: (reason: InspectionFailReason) => void
  /** Zero offers no deduction; null while what is typed is no amount. */
  readonly deductionFen: number | null
  readonly onDeduction: (fen: number | null) => void
  /** What the server said about the amount. */
  readonly error?: string | undefined
}

export function FailFields(props: FailFieldsProps): ReactNode {
  const t = useT()
  const { scene, reason, onReason, deductionFen, onDeduction } = props
  const error = props.error ?? (deductionFen === null ? t('fail.badAmount') : undefined)
  return (
    <>
      <Field label={t('fail.reason')} bare>
        <Chips
          chips={INSPECTION_FAIL_REASONS.map((value) => ({
            value,
            label: wordFor('inspection.', value),
          }))}
          chosen={reason ? [reason] : []}
          onPress={onReason}
        />
      </Field>
      {scene.aftersale.type === 'RETURN_REFUND' && (
        <Field label={t('fail.deduction')} hint={t('fail.deductionHint')} error={error}>
          <AmountInput fen={deductionFen} onChange={onDeduction} />
        </Field>
      )}
    </>
  )
}
