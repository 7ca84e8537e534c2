// How a decision came about, rule by rule: what it looked at, what it wanted, what it said, on what ground.
import type { Decision } from '@shouhou/shared/contract/aftersale-views'
import { formatFen } from '@shouhou/shared/domain/money'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { clauseText } from '../i18n/clause.ts'
import { type Translate, useT, wordFor } from '../i18n/index.ts'
import { formatDateTime } from '../i18n/time.ts'
import './trace.scss'

type TraceStep = Decision['trace'][number]

const SHAPES: Record<TraceStep['outcome'], string> = { pass: '✓', review: '◷', refuse: '✕' }
/** Where the words of the codes are that a rule may look at. */
const PREFIXES = ['fact.', 'type.', 'reason.', 'why.']

/** `fact` or `threshold` of a step in words. */
export function inWords(text: string, unit: TraceStep['unit']): string {
  if (unit === 'fen') return `¥${formatFen(Number(text))}`
  if (unit === 'percent') return `${text}%`
  if (unit === 'instant') return formatDateTime(Number(text))
  if (unit === 'count') return text
  return PREFIXES.map((prefix) => wordFor(prefix, text)).find((word) => word !== text) ?? text
}

/** Rules that compare a setting of the shop: what is set is said in a sentence. */
function valuesOf(step: TraceStep, t: Translate): string {
  const fact = inWords(step.fact, step.unit)
  if (step.rule === 'type-automatic') {
    return t(step.threshold === 'yes' ? 'trace.automatic' : 'trace.byPeople', { type: fact })
  }
  if (step.rule === 'before-shipping') {
    return t(step.fact === 'yes' ? 'trace.unshippedAutomatic' : 'trace.unshippedByPeople')
  }
  const threshold = inWords(step.threshold, step.unit)
  return t(step.unit === 'instant' ? 'trace.instant' : 'trace.values', { fact, threshold })
}

export function TraceList({ steps }: { readonly steps: readonly TraceStep[] }): ReactNode {
  const t = useT()
  return (
    <View className="trace">
      {steps.map((step) => (
        <View key={step.rule} className={`trace__step trace__step--${step.outcome}`}>
          <View className="trace__head">
            <Text className="trace__rule">{wordFor('rule.', step.rule)}</Text>
            <Text className="trace__outcome">
              {`${SHAPES[step.outcome]} ${wordFor('outcome.', step.outcome)}`}
            </Text>
          </View>
          <Text className="trace__values">{valuesOf(step, t)}</Text>
          {step.outcome !== 'pass' && step.clause && (
            <Text className="trace__clause">{clauseText(step.clause, t)}</Text>
          )}
        </View>
      ))}
    </View>
  )
}
