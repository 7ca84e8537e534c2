// The goods of a case and the money: per line, and how the sum came about.
import type { Aftersale, PaidOrder } from '@shouhou/shared/contract/aftersale-views'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card, Row } from '../../../components/card.tsx'
import { GoodsLine } from '../../../components/goods-line.tsx'
import { Money } from '../../../components/money.tsx'
import { RefundParts } from '../../../components/refund-parts.tsx'
import { useT } from '../../../i18n/index.ts'
import './goods-card.scss'
import { PaidCard } from './paid-card.tsx'

type Item = Aftersale['items'][number]

interface GoodsCardProps {
  readonly aftersale: Aftersale
  /** The order as it was paid; missing while it loads. */
  readonly order: PaidOrder | undefined
}

export function GoodsCard({ aftersale, order }: GoodsCardProps): ReactNode {
  const t = useT()
  const { items, parts, freightPayer, type } = aftersale
  const names = Object.fromEntries(items.map(({ lineId, name }) => [lineId, name]))
  return (
    <>
      <Card title={t('deskCase.goods')}>
        {items.map((item) => (
          <Goods key={item.lineId} item={item} />
        ))}
        {type !== 'REFUND_ONLY' && (
          <Row label={t('deskCase.freight')} value={t(`freight.${freightPayer}`)} />
        )}
      </Card>
      {parts.length > 0 && (
        <Card
          title={t('deskCase.parts')}
          aside={<Money fen={parts.reduce((sum, { fen }) => sum + fen, 0)} />}
        >
          <RefundParts parts={parts} names={names} />
        </Card>
      )}
      {order && <PaidCard order={order} asked={items.map(({ lineId }) => lineId)} />}
    </>
  )
}

function Goods({ item }: { readonly item: Item }): ReactNode {
  const t = useT()
  const { name, spec, sku, image, quantity, refundFen, exchangeSku } = item
  const { quantityReceived: received, quantityPassed: passed } = item
  return (
    <View className="case-goods">
      <GoodsLine
        name={name}
        spec={spec}
        image={image}
        quantity={quantity}
        aside={refundFen > 0 && <Money fen={refundFen} />}
      >
        <Text className="case-goods__more">{t('deskCase.sku', { sku })}</Text>
        {exchangeSku && (
          <Text className="case-goods__more">
            {t('deskCase.exchangeFor', { sku: exchangeSku })}
          </Text>
        )}
        {received !== null && (
          <Text className="case-goods__more">
            {passed === null
              ? t('deskCase.receivedCount', { n: received })
              : t('deskCase.passedCount', { n: received, passed })}
          </Text>
        )}
      </GoodsLine>
    </View>
  )
}
