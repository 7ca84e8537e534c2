// The money of a case: how much, why, and where it is.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card, Row } from '../../../components/card.tsx'
import { CopyRow } from '../../../components/copy-row.tsx'
import { Money } from '../../../components/money.tsx'
import { RefundParts } from '../../../components/refund-parts.tsx'
import { useT, wordFor } from '../../../i18n/index.ts'
import { formatDateTime } from '../../../i18n/time.ts'

export function MoneyCard({ aftersale }: { readonly aftersale: Aftersale }): ReactNode {
  const t = useT()
  const { wantFen, approvedFen, parts, items, refunds, inspections, allowedCommands } = aftersale
  const fen = approvedFen ?? wantFen
  if (fen === 0 && refunds.length === 0) return null
  const names: Record<string, string> = {}
  for (const { lineId, name } of items) names[lineId] = name
  const deduction = inspections.reduce((sum, { deductionFen }) => sum + deductionFen, 0)
  return (
    <Card
      title={approvedFen === null ? t('money.wanted') : t('money.refund')}
      aside={<Money fen={fen} size="l" />}
    >
      <RefundParts parts={parts} names={names} />
      {allowedCommands.includes('acceptDeduction') && (
        <Row label={t('money.ifAccepted')} value={<Money fen={fen - deduction} />} />
      )}
      {refunds.map((refund) => (
        <View key={refund.id} className="case__block">
          <Row label={t('money.state')} value={wordFor('refund.', refund.status)} />
          <Row label={t('money.asked')} value={formatDateTime(refund.requestedAt)} />
          {refund.succeededAt && (
            <Row label={t('money.paid')} value={formatDateTime(refund.succeededAt)} />
          )}
          <CopyRow label={t('money.no')} text={refund.refundNo} />
          {refund.reference && <CopyRow label={t('money.reference')} text={refund.reference} />}
          {refund.status === 'SUCCEEDED' && (
            <Text className="case__small">{t('money.originalWay')}</Text>
          )}
        </View>
      ))}
    </Card>
  )
}
