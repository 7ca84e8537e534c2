// A recent order: what was bought, where it is, and what can be applied for, with the way there.
import type { Output } from '@shouhou/shared/contract'
import { OFFERED_TYPES } from '@shouhou/shared/domain/aftersale-types'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { GoodsLine } from '../../components/goods-line.tsx'
import { Money } from '../../components/money.tsx'
import { OrderState } from '../../components/order-card.tsx'
import { Tag } from '../../components/status-tag.tsx'
import { useT, wordFor } from '../../i18n/index.ts'
import { formatDate } from '../../i18n/time.ts'
import { openPage } from '../../pages.ts'
import './order-row.scss'

interface OrderRowProps {
  readonly order: Output<'GET /orders'>['items'][number]
}

export function OrderRow({ order }: OrderRowProps): ReactNode {
  const t = useT()
  const { orderNo, lines, placedAt, paidFen, openAftersales, allowed } = order
  const types = OFFERED_TYPES.filter((type) => allowed.includes(type))
  const [first, second] = lines
  return (
    <View className="card order-row">
      <View ariaRole="button" onClick={() => openPage('order', { orderNo })}>
        <View className="order-row__head">
          <Text className="order-row__no">{t('order.no', { no: orderNo })}</Text>
          {openAftersales > 0 ? (
            <Tag tone="moving" word={t('order.inCase', { n: openAftersales })} />
          ) : (
            <OrderState order={order} />
          )}
        </View>
        {first && <GoodsLine {...first} />}
        {second && <GoodsLine {...second} />}
        <View className="order-row__sums">
          <Text>{formatDate(placedAt)}</Text>
          <View>
            {lines.length > 2 && <Text>{t('goods.more', { n: lines.length })} </Text>}
            <Money fen={paidFen} />
          </View>
        </View>
      </View>
      {types.length > 0 ? (
        <View className="order-row__foot">
          <Text className="order-row__types">
            {t('home.canApply', {
              types: types.map((type) => wordFor('type.', type)).join(t('slash')),
            })}
          </Text>
          <Button onPress={() => openPage('apply', { orderNo })}>{t('apply.title')}</Button>
        </View>
      ) : (
        openAftersales === 0 && <Text className="order-row__types">{t('home.cannotApply')}</Text>
      )}
    </View>
  )
}
