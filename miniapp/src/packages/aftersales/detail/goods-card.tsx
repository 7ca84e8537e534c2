// The goods of a case, and what the inspection found about each.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card, Row } from '../../../components/card.tsx'
import { GoodsLine } from '../../../components/goods-line.tsx'
import { Money } from '../../../components/money.tsx'
import { useT, wordFor } from '../../../i18n/index.ts'
import { openPage } from '../../../pages.ts'

export function GoodsCard({ aftersale }: { readonly aftersale: Aftersale }): ReactNode {
  const t = useT()
  const { items, inspections, orderNo } = aftersale
  return (
    <Card title={t('goods.title')}>
      {items.map((item) => {
        const found = inspections.filter(({ lineId }) => lineId === item.lineId)
        return (
          <GoodsLine
            key={item.lineId}
            name={item.name}
            spec={item.spec}
            image={item.image}
            quantity={item.quantity}
            aside={item.refundFen > 0 && <Money fen={item.refundFen} />}
          >
            {item.quantityReceived !== null && (
              <Text className="case__small">
                {t('goods.received', { n: item.quantityReceived })}
              </Text>
            )}
            {found.map((one) => (
              <Text key={`${one.passed} ${one.reason} ${one.note}`} className="case__small">
                {inspectionText(one, t('colon'))}
              </Text>
            ))}
          </GoodsLine>
        )
      })}
      <Row
        label={t('order.number')}
        value={orderNo}
        onPress={() => openPage('order', { orderNo })}
      />
    </Card>
  )
}

function inspectionText(one: Aftersale['inspections'][number], colon: string): string {
  const outcome = wordFor('did.', one.passed ? 'passInspection' : 'failInspection')
  const why = [
    one.grade && wordFor('grade.', one.grade),
    one.reason && wordFor('inspection.', one.reason),
  ]
  const words = [...why, one.note].filter(Boolean).join(' ')
  return words ? `${outcome}${colon}${words}` : outcome
}
