// The values that stand in sentences: whole numbers, amounts in yuan, and durations in days or hours.
import { DAY, HOUR } from '@shouhou/shared/domain/china-time'
import { formatFen, parseYuan } from '@shouhou/shared/domain/money'
import { TIMER_RULES } from '@shouhou/shared/domain/timers'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { clauseText } from '../../../i18n/clause.ts'
import { type Translate, useT, type WordKey } from '../../../i18n/index.ts'
import { formatDuration } from '../../../i18n/time.ts'
import { isNumber, NO_NUMBER } from './draft.ts'
import type { PolicyForm } from './form.ts'
import { sayingsOf, type TIMERS } from './sayings.ts'
import { Sentence, Slot } from './sentence.tsx'

const GAP = '\u0000'

/** The words around the one place of a sentence. */
export function wordsAround(key: WordKey, t: Translate): readonly [string, string] {
  const say = t as (key: WordKey, values: Record<string, string>) => string
  const [head = '', tail = ''] = say(key, { n: GAP }).split(GAP)
  return [head, tail]
}

const whole = (text: string): number => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : NO_NUMBER)
const yuan = (text: string): number => parseYuan(text) ?? NO_NUMBER
const plainYuan = (fen: number): string => formatFen(fen).replace(/,/g, '').replace(/\.00$/, '')

/** What a rule said in the stored policy, where it says something else now. */
function useBefore(form: PolicyForm, key: string): string | null {
  const t = useT()
  const of = (document: PolicyForm['document']) =>
    sayingsOf(document, t).find((saying) => saying.key === key)?.text
  const before = of(form.base)
  return before && before !== of(form.document) ? t('deskPolicy.before', { text: before }) : null
}

interface ValueProps {
  readonly form: PolicyForm
  /** Key of its saying. */
  readonly saying: string
  readonly pointer: string
  readonly sentence: WordKey
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
}

export const CountSentence = (props: ValueProps): ReactNode => (
  <ValueSentence {...props} parse={whole} format={String} />
)

export const AmountSentence = (props: ValueProps): ReactNode => (
  <ValueSentence {...props} parse={yuan} format={plainYuan} />
)

interface FormattedProps extends ValueProps {
  readonly parse: (text: string) => number
  readonly format: (value: number) => string
}

function ValueSentence(props: FormattedProps): ReactNode {
  const t = useT()
  const { form, saying, pointer, sentence, label, value, onChange, parse, format } = props
  const error = form.problemAt(pointer)
  const before = useBefore(form, saying)
  return (
    <Sentence words={wordsAround(sentence, t)} error={error} before={before}>
      <Slot
        {...{ label, value, onChange, parse, format }}
        bad={error !== undefined}
        disabled={form.disabled}
      />
    </Sentence>
  )
}

const UNITS = ['hours', 'days'] as const
type Unit = (typeof UNITS)[number]
const MS: Record<Unit, number> = { hours: HOUR, days: DAY }

interface DurationProps {
  readonly timer: (typeof TIMERS)[number]
  readonly form: PolicyForm
}

/** One deadline: a number, and its unit, which changes when it is tapped. */
export function DurationSentence({ timer, form }: DurationProps): ReactNode {
  const t = useT()
  const { document, set, problemAt, disabled } = form
  const ms = document.timers[timer]
  const [unit, setUnit] = useState<Unit>(ms % DAY === 0 && ms > 2 * DAY ? 'days' : 'hours')
  const { min, max, clause } = TIMER_RULES[timer === 'T1Unshipped' ? 'T1' : timer]
  const put = (next: number) => set({ ...document, timers: { ...document.timers, [timer]: next } })
  const change = () => {
    const to = unit === 'days' ? 'hours' : 'days'
    setUnit(to)
    // The next larger whole number: nobody gets less time by looking at another unit.
    if (isNumber(ms)) put(Math.ceil(ms / MS[to]) * MS[to])
  }
  const error = problemAt(`/timers/${timer}`)
  const hint = t('deskPolicy.between', {
    min: formatDuration(min, t),
    max: formatDuration(max, t),
    clause: clauseText(clause, t),
  })
  const before = useBefore(form, `timers/${timer}`)
  return (
    <Sentence words={wordsAround(`say.timer.${timer}`, t)} {...{ error, before }} hint={hint}>
      <Slot
        label={t(`timer.${timer}`)}
        value={ms / MS[unit]}
        parse={whole}
        format={String}
        onChange={(count) => put(count * MS[unit])}
        bad={error !== undefined}
        disabled={disabled}
      />
      <View
        className="sentence__unit"
        ariaRole="button"
        ariaLabel={t('deskPolicy.otherUnit', { unit: t(`unit.${unit}`) })}
        onClick={() => !disabled && change()}
      >
        <Text>{t(`unit.${unit}`)}</Text>
      </View>
    </Sentence>
  )
}

interface SwitchProps {
  readonly form: PolicyForm
  readonly saying: string
  readonly sentence: WordKey
  readonly on: boolean
  readonly words: readonly [on: string, off: string]
  readonly onChange: (on: boolean) => void
}

/** A rule that is one thing or the other; a tap on its word changes it. */
export function SwitchSentence(props: SwitchProps): ReactNode {
  const t = useT()
  const { form, saying, sentence, on, words, onChange } = props
  const before = useBefore(form, saying)
  return (
    <Sentence words={wordsAround(sentence, t)} before={before}>
      <View
        className="sentence__unit"
        ariaRole="switch"
        aria-checked={on ? 'true' : 'false'}
        onClick={() => !form.disabled && onChange(!on)}
      >
        <Text>{on ? words[0] : words[1]}</Text>
      </View>
    </Sentence>
  )
}
