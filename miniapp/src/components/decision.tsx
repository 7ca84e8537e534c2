// How a request was, or would be, decided: the outcome, the rules that did not pass with their source,
// and on request every rule that was looked at.
import type { Decision } from '@shouhou/shared/contract/aftersale-views'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useT, wordFor } from '../i18n/index.ts'
import './decision.scss'
import { Tag, type Tone } from './status-tag.tsx'
import { TraceList } from './trace.tsx'

const TONES: Record<Decision['verdict'], Tone> = {
  approve: 'good',
  review: 'waiting',
  refuse: 'bad',
}

interface DecisionViewProps {
  readonly decision: Decision
  /** The case has moved on: tells how it was, not what is going on. */
  readonly past?: boolean
}

export function DecisionView({ decision, past = false }: DecisionViewProps): ReactNode {
  const t = useT()
  const [all, setAll] = useState(false)
  const { verdict, trace } = decision
  return (
    <View className="decision">
      <Tag tone={TONES[verdict]} word={wordFor(past ? 'decided.' : 'verdict.', verdict)} />
      <TraceList steps={all ? trace : trace.filter(({ outcome }) => outcome !== 'pass')} />
      <View className="decision__all" ariaRole="button" onClick={() => setAll(!all)}>
        <Text>{all ? t('decision.less') : t('decision.all', { n: trace.length })}</Text>
      </View>
    </View>
  )
}
