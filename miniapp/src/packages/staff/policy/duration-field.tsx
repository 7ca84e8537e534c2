// One deadline: a number of hours or days, with what the rules allow.
import { DAY, HOUR } from '@shouhou/shared/domain/china-time'
import { TIMER_RULES, type TimerDurations } from '@shouhou/shared/domain/timers'
import { type ReactNode, useState } from 'react'
import { Chips } from '../../../components/chips.tsx'
import { clauseText } from '../../../i18n/clause.ts'
import { useT } from '../../../i18n/index.ts'
import { formatDuration } from '../../../i18n/time.ts'
import { isNumber } from './draft.ts'
import type { PolicyForm } from './form.ts'
import { NumberField } from './number-field.tsx'

const UNITS = ['hours', 'days'] as const
type Unit = (typeof UNITS)[number]
const MS: Record<Unit, number> = { hours: HOUR, days: DAY }

interface DurationFieldProps {
  readonly timer: keyof TimerDurations
  readonly form: PolicyForm
}

export function DurationField({ timer, form }: DurationFieldProps): ReactNode {
  const t = useT()
  const { document, set, problemAt, disabled } = form
  const ms = document.timers[timer]
  const [unit, setUnit] = useState<Unit>(ms % DAY === 0 && ms > 2 * DAY ? 'days' : 'hours')
  const { min, max, clause } = TIMER_RULES[timer === 'T1Unshipped' ? 'T1' : timer]
  const put = (next: number) => set({ ...document, timers: { ...document.timers, [timer]: next } })
  const change = (to: Unit) => {
    setUnit(to)
    // The next larger whole number: nobody gets less time by looking at another unit.
    if (isNumber(ms)) put(Math.ceil(ms / MS[to]) * MS[to])
  }
  const units = (
    <Chips
      chips={UNITS.map((value) => ({ value, label: t(`unit.${value}`), disabled }))}
      chosen={[unit]}
      onPress={change}
    />
  )
  return (
    <NumberField
      label={t(`timer.${timer}`)}
      unit={units}
      value={ms / MS[unit]}
      onChange={(count) => put(count * MS[unit])}
      hint={t('deskPolicy.between', {
        min: formatDuration(min, t),
        max: formatDuration(max, t),
        clause: clauseText(clause, t),
      })}
      error={problemAt(`/timers/${timer}`)}
      disabled={disabled}
    />
  )
}
