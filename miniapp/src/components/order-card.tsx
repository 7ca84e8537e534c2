// An order in a list: its goods, what was paid, where it is.
import type { Output } from '@shouhou/shared/contract'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useT } from '../i18n/index.ts'
import { formatDate } from '../i18n/time.ts'
import { openPage } from '../pages.ts'
import { Card } from './card.tsx'
import { GoodsLine } from './goods-line.tsx'
import { Money } from './money.tsx'
import './order-card.scss'
import { Tag } from './status-tag.tsx'

type OrderSummary = Output<'GET /orders'>['items'][number]

export function OrderCard({ order }: { readonly order: OrderSummary }): ReactNode {
  const t = useT()
  const { orderNo, lines, placedAt, paidFen, openAftersales } = order
  const [first, second] = lines
  return (
    <Card
      title={formatDate(placedAt)}
      aside={
        openAftersales > 0 ? (
          <Tag tone="moving" word={t('order.inCase', { n: openAftersales })} />
        ) : (
          <OrderState order={order} />
        )
      }
      onPress={() => openPage('order', { orderNo })}
    >
      {first && <GoodsLine {...first} />}
      {second && <GoodsLine {...second} />}
      <View className="order-card__foot">
        <Text className="order-card__no">{t('order.no', { no: orderNo })}</Text>
        <View>
          {lines.length > 2 && <Text>{t('goods.more', { n: lines.length })} </Text>}
          <Money fen={paidFen} />
        </View>
      </View>
    </Card>
  )
}

interface Moments {
  readonly shippedAt: string | null
  readonly signedAt: string | null
}

/** Where the goods are. */
export function OrderState({ order }: { readonly order: Moments }): ReactNode {
  const t = useT()
  if (order.signedAt) return <Tag tone="good" word={t('order.signed')} />
  if (order.shippedAt) return <Tag tone="moving" word={t('order.shipped')} />
  return <Tag tone="waiting" word={t('order.unshipped')} />
}
