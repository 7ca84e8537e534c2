// The parts of a policy that are numbers and choices: periods, automatic approval, risk, freight, deadlines.
import type { PolicyDocument } from '@shouhou/shared/contract/policy-document'
import { OFFERED_TYPES } from '@shouhou/shared/domain/aftersale-types'
import type { TimerDurations } from '@shouhou/shared/domain/timers'
import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { AmountInput } from '../../../components/amount-input.tsx'
import { Card } from '../../../components/card.tsx'
import { Chips } from '../../../components/chips.tsx'
import { Field } from '../../../components/field.tsx'
import { Tick } from '../../../components/tick.tsx'
import { useT, wordFor } from '../../../i18n/index.ts'
import { NO_NUMBER } from './draft.ts'
import { DurationField } from './duration-field.tsx'
import type { PolicyForm } from './form.ts'
import { NumberField } from './number-field.tsx'

interface RulesProps {
  readonly form: PolicyForm
}

export const WINDOWS = ['noReason', 'REFUND_ONLY', 'RETURN_REFUND', 'EXCHANGE'] as const

export function Windows({ form }: RulesProps): ReactNode {
  const t = useT()
  const { document, set, problemAt, disabled } = form
  return (
    <Card title={t('deskPolicy.windows')}>
      <Text className="policy__about">{t('deskPolicy.windowsAbout')}</Text>
      {WINDOWS.map((name) => (
        <NumberField
          key={name}
          label={t(`window.${name}`)}
          unit={t('unit.days')}
          value={document.windows[name]}
          onChange={(days) => set({ ...document, windows: { ...document.windows, [name]: days } })}
          error={problemAt(`/windows/${name}`)}
          disabled={disabled}
        />
      ))}
    </Card>
  )
}

type Auto = PolicyDocument['autoApprove']

export function AutoApprove({ form }: RulesProps): ReactNode {
  const t = useT()
  const { document, set, problemAt, disabled } = form
  const { autoApprove } = document
  const put = (part: Partial<Auto>) =>
    set({ ...document, autoApprove: { ...autoApprove, ...part } })
  const amount = (name: 'limitFen' | 'keepItemFen' | 'perDayFen') => (
    <Field label={t(`auto.${name}`)} error={problemAt(`/autoApprove/${name}`)}>
      <AmountInput fen={autoApprove[name]} onChange={(fen) => put({ [name]: fen ?? NO_NUMBER })} />
    </Field>
  )
  return (
    <Card title={t('deskPolicy.auto')}>
      <Text className="policy__about">{t('deskPolicy.autoAbout')}</Text>
      <Field label={t('auto.types')} bare>
        <Chips
          chips={OFFERED_TYPES.map((value) => ({
            value,
            label: wordFor('type.', value),
            disabled,
          }))}
          chosen={autoApprove.types}
          onPress={(type) => put({ types: toggled(autoApprove.types, type) })}
        />
      </Field>
      {amount('limitFen')}
      {amount('keepItemFen')}
      <Tick
        on={autoApprove.unshipped}
        disabled={disabled}
        onChange={(unshipped) => put({ unshipped })}
      >
        {t('auto.unshipped')}
      </Tick>
      <NumberField
        label={t('auto.perDay')}
        unit={t('unit.times')}
        value={autoApprove.perDay}
        onChange={(perDay) => put({ perDay })}
        error={problemAt('/autoApprove/perDay')}
        disabled={disabled}
      />
      {amount('perDayFen')}
    </Card>
  )
}

const toggled = <T,>(all: readonly T[], one: T): T[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one]

const RISKS = [
  ['casesIn30Days', 'unit.times'],
  ['ratePercent', 'unit.percent'],
] as const

export function Risk({ form }: RulesProps): ReactNode {
  const t = useT()
  const { document, set, problemAt, disabled } = form
  return (
    <Card title={t('deskPolicy.risk')}>
      <Text className="policy__about">{t('deskPolicy.riskAbout')}</Text>
      {RISKS.map(([name, unit]) => (
        <NumberField
          key={name}
          label={t(`risk.${name}`)}
          unit={t(unit)}
          value={document.risk[name]}
          onChange={(value) => set({ ...document, risk: { ...document.risk, [name]: value } })}
          error={problemAt(`/risk/${name}`)}
          disabled={disabled}
        />
      ))}
      <Tick
        on={document.freight.deductLostFreeFreight}
        disabled={disabled}
        onChange={(deductLostFreeFreight) =>
          set({ ...document, freight: { deductLostFreeFreight } })
        }
      >
        {t('deskPolicy.deductFreight')}
      </Tick>
    </Card>
  )
}

/** Clocks of what the shop offers today; those of disputes and repairs come with them. */
export const TIMERS: readonly (keyof TimerDurations)[] = [
  'T1',
  'T1Unshipped',
  'T5',
  'T5b',
  'T7',
  'T9',
  'T2',
  'T3',
  'T4',
  'T6',
  'T8',
  'T8b',
  'T10',
]

export function Timers({ form }: RulesProps): ReactNode {
  const t = useT()
  return (
    <Card title={t('deskPolicy.timers')}>
      <Text className="policy__about">{t('deskPolicy.timersAbout')}</Text>
      {TIMERS.map((timer) => (
        <DurationField key={timer} timer={timer} form={form} />
      ))}
    </Card>
  )
}
