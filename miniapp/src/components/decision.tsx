// How a request was, or would be, decided: the outcome, the rules that did not pass with their source,
// and on request every rule that was looked at.
import type { Decision } from '@shouhou/shared/contract/aftersale-views'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { clauseText } from '../i18n/clause.ts'
import { useT, wordFor } from '../i18n/index.ts'
import { traceValue } from '../i18n/trace-value.ts'
import './decision.scss'
import { Tag, type Tone } from './status-tag.tsx'

type Step = Decision['trace'][number]

const TONES: Record<Decision['verdict'], Tone> = {
  approve: 'good',
  review: 'waiting',
  refuse: 'bad',
}
const SHAPES: Record<Step['outcome'], string> = { pass: '✓', review: '◷', refuse: '✕' }

export function DecisionView({ decision }: { readonly decision: Decision }): ReactNode {
  const t = useT()
  const [all, setAll] = useState(false)
  const { verdict, trace } = decision
  const shown = all ? trace : trace.filter(({ outcome }) => outcome !== 'pass')
  return (
    <View className="decision">
      <Tag tone={TONES[verdict]} word={wordFor('verdict.', verdict)} />
      {shown.map((step) => (
        <TraceRow key={step.rule} step={step} />
      ))}
      <View className="decision__all" ariaRole="button" onClick={() => setAll(!all)}>
        <Text>{all ? t('decision.less') : t('decision.all', { n: trace.length })}</Text>
      </View>
    </View>
  )
}

function TraceRow({ step }: { readonly step: Step }): ReactNode {
  const t = useT()
  const { rule, outcome, fact, threshold, unit, clause } = step
  return (
    <View className={`decision__step decision__step--${outcome}`}>
      <Text className="decision__shape">{SHAPES[outcome]}</Text>
      <View className="decision__words">
        <Text>{`${wordFor('rule.', rule)}${t('colon')}${wordFor('outcome.', outcome)}`}</Text>
        <Text className="decision__small">
          {t('trace.values', {
            fact: traceValue(fact, unit),
            threshold: traceValue(threshold, unit),
          })}
        </Text>
        <Text className="decision__small">{clauseText(clause, t)}</Text>
      </View>
    </View>
  )
}
