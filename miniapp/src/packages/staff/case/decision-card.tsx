// What the shop's rules said about the application: first what did not fit, all rules on demand.
import type { Decision } from '@shouhou/shared/contract/aftersale-views'
import { Text } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Card, Row } from '../../../components/card.tsx'
import { Tag, type Tone } from '../../../components/status-tag.tsx'
import { TraceList } from '../../../components/trace.tsx'
import { useT } from '../../../i18n/index.ts'
import { formatDateTime } from '../../../i18n/time.ts'

const TONES: Record<Decision['verdict'], Tone> = { approve: 'good', review: 'act', refuse: 'bad' }

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
      <TraceList steps={all ? trace : open} />
      <Row
        label={t(all ? 'deskCase.fewerRules' : 'deskCase.allRules', { n: trace.length })}
        value=""
        onPress={() => setAll(!all)}
      />
    </Card>
  )
}
