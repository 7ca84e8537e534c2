// One line of an order with what can be applied for on it, until when, and why not.
import type { OrderLine } from '@shouhou/shared/contract/orders'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { GoodsLine } from '../../../components/goods-line.tsx'
import { Money } from '../../../components/money.tsx'
import { clauseText } from '../../../i18n/clause.ts'
import { useT, wordFor } from '../../../i18n/index.ts'
import { formatDateTime } from '../../../i18n/time.ts'
import { openPage } from '../../../pages.ts'
import { canAsk } from '../../../rules/can-ask.ts'
import './line-card.scss'

type Possibility = OrderLine['eligibility'][number]

interface LineCardProps {
  readonly line: OrderLine
  readonly orderNo: string
}

export function LineCard({ line, orderNo }: LineCardProps): ReactNode {
  const t = useT()
  const offered = line.eligibility.filter(({ why }) => !why.includes('type-not-offered'))
  const { name, spec, image, quantity, paidFen, quantityTaken } = line
  return (
    <Card>
      <GoodsLine
        name={name}
        spec={spec}
        image={image}
        quantity={quantity}
        aside={<Money fen={paidFen} />}
      >
        {quantityTaken > 0 && (
          <Text className="goods__spec">{t('line.taken', { n: quantityTaken })}</Text>
        )}
      </GoodsLine>
      <View className="line-types">
        {offered.map((possibility) => (
          <TypeRow key={possibility.type} possibility={possibility} />
        ))}
      </View>
      {offered.some(canAsk) && (
        <Button block onPress={() => openPage('apply', { orderNo, line: line.id })}>
          {t('apply.title')}
        </Button>
      )}
    </Card>
  )
}

function TypeRow({ possibility }: { readonly possibility: Possibility }): ReactNode {
  const t = useT()
  const { type, allowed, until, noReasonUntil, why, clause } = possibility
  const notes = why.map((word) => wordFor('why.', word))
  if (!allowed && canAsk(possibility)) notes.push(t('line.askPeople'))
  const isRight = noReasonUntil !== null && type === 'RETURN_REFUND'
  const source = !allowed || why.length > 0 || isRight ? clauseText(clause, t) : ''
  return (
    <View className={`line-type ${allowed ? '' : 'line-type--no'}`}>
      <View className="line-type__head">
        <Text className="line-type__name">{`${allowed ? '✓' : '✕'} ${wordFor('type.', type)}`}</Text>
        <Text className="line-type__until">
          {allowed
            ? until
              ? t('line.until', { time: formatDateTime(until) })
              : t('line.noEnd')
            : until
              ? t('line.ended', { time: formatDateTime(until) })
              : ''}
        </Text>
      </View>
      {noReasonUntil && (
        <Text className="line-type__note">
          {t(type === 'EXCHANGE' ? 'line.sizeUntil' : 'line.noReasonUntil', {
            time: formatDateTime(noReasonUntil),
          })}
        </Text>
      )}
      {notes.length > 0 && <Text className="line-type__note">{notes.join(t('semicolon'))}</Text>}
      {source && <Text className="line-type__source">{source}</Text>}
    </View>
  )
}
