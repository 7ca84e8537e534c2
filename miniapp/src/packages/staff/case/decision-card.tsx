// What the shop's rules said about the application: first what did not fit, all rules on demand.
import type { Decision } from '@shouhou/shared/contract/aftersale-views'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Card, Row } from '../../../components/card.tsx'
import { Tag, type Tone } from '../../../components/status-tag.tsx'
import { inWords, TraceList } from '../../../components/trace.tsx'
import { clauseText } from '../../../i18n/clause.ts'
import { useT, wordFor } from '../../../i18n/index.ts'
import { formatDateTime } from '../../../i18n/time.ts'
import { fill } from '../../../i18n/words.ts'
import './decision-card.scss'

type Step = Decision['trace'][number]

const TONES: Record<Decision['verdict'], Tone> = { approve: 'good', review: 'act', refuse: 'bad' }

/** What a rule found, as one would say it to a colleague. */
function sentenceOf({ rule, fact, threshold, unit }: Step): string {
  const values = { fact: inWords(fact, unit), threshold: inWords(threshold, unit) }
  return fill(wordFor('say.', rule), values)
}

export function DecisionCard({ decision }: { readonly decision: Decision }): ReactNode {
  const t = useT()
  const [all, setAll] = useState(false)
  const { verdict, trace, policyVersion, at } = decision
  const open = trace.filter(({ outcome }) => outcome !== 'pass')
  return (
    <Card
      title={t('deskCase.rules')}
      aside={<Tag tone={TONES[verdict]} word={t(`ruled.${verdict}`)} />}
    >
      <Text className="case-head__soft">
        {t('deskCase.ruledAt', { n: policyVersion, time: formatDateTime(at) })}
      </Text>
      {all ? (
        <TraceList steps={trace} />
      ) : (
        open.map((step) => (
          <View key={step.rule} className={`advice advice--${step.outcome}`}>
            <Text className="advice__mark">{step.outcome === 'refuse' ? '✕' : '◷'}</Text>
            <View>
              <Text>{sentenceOf(step)}</Text>
              {step.clause && step.clause !== 'shop' && (
                <Text className="advice__clause">{clauseText(step.clause, t)}</Text>
              )}
            </View>
          </View>
        ))
      )}
      {open.length === 0 && !all && <Text>{t('deskCase.allFit')}</Text>}
      <Row
        label={t(all ? 'deskCase.fewerRules' : 'deskCase.allRules', { n: trace.length })}
        value=""
        onPress={() => setAll(!all)}
      />
    </Card>
  )
}
