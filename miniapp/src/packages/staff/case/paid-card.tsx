// How the order was paid: from list prices over discounts and carriage to each payment, and how much of
// every line and payment has been given back already.
import type { PaidOrder } from '@shouhou/shared/contract/aftersale-views'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Card, Row } from '../../../components/card.tsx'
import { Money } from '../../../components/money.tsx'
import { useT, wordFor } from '../../../i18n/index.ts'
import { formatDateTime } from '../../../i18n/time.ts'
import './paid-card.scss'

interface PaidCardProps {
  readonly order: PaidOrder
  /** Lines that the case is about. */
  readonly asked: readonly string[]
}

export function PaidCard({ order, asked }: PaidCardProps): ReactNode {
  const t = useT()
  const [all, setAll] = useState(false)
  const lines = all ? order.lines : order.lines.filter(({ lineId }) => asked.includes(lineId))
  return (
    <Card title={t('deskCase.paid')} aside={<Money fen={order.paidFen} />}>
      <Sum label={t('deskCase.listPrice')} fen={order.goodsFen} />
      {order.discounts.map(({ name, amountFen, thresholdFen }) => (
        <Sum
          key={`${name} ${amountFen}`}
          label={
            thresholdFen > 0 ? t('deskCase.discountFrom', { name, n: thresholdFen / 100 }) : name
          }
          fen={-amountFen}
        />
      ))}
      {order.freightFen > 0 && <Sum label={t('deskCase.freightPaid')} fen={order.freightFen} />}
      {order.payments.map(({ paymentNo, method, paidFen, refundedFen }) => (
        <Share
          key={paymentNo}
          label={wordFor('method.', method)}
          paidFen={paidFen}
          refundedFen={refundedFen}
        />
      ))}
      {lines.map((line) => (
        <Share
          key={line.lineId}
          label={[line.name, line.spec].filter(Boolean).join(' · ')}
          note={`×${line.quantity}`}
          paidFen={line.paidFen}
          refundedFen={line.refundedFen}
        />
      ))}
      {order.gifts.map(({ name, quantity, declaredFen }) => (
        <Sum key={name} label={t('deskCase.gift', { name, n: quantity })} fen={declaredFen} />
      ))}
      {order.lines.length > asked.length && (
        <Row
          label={t(all ? 'deskCase.fewerLines' : 'deskCase.allLines', { n: order.lines.length })}
          onPress={() => setAll(!all)}
        />
      )}
      <Text className="paid__times">{timesOf(order, t)}</Text>
    </Card>
  )
}

const timesOf = ({ paidAt, shippedAt, signedAt }: PaidOrder, t: ReturnType<typeof useT>): string =>
  [
    t('deskCase.paidAt', { time: formatDateTime(paidAt) }),
    shippedAt ? t('deskCase.shippedAt', { time: formatDateTime(shippedAt) }) : t('deskCase.unsent'),
    signedAt ? t('deskCase.signedAt', { time: formatDateTime(signedAt) }) : '',
  ]
    .filter(Boolean)
    .join(' · ')

function Sum({ label, fen }: { readonly label: string; readonly fen: number }): ReactNode {
  return <Row label={label} value={<Money fen={fen} />} />
}

interface ShareProps {
  readonly label: string
  readonly note?: string
  readonly paidFen: number
  readonly refundedFen: number
}

/** What was paid, and as a bar how much of it is given back or promised. */
function Share({ label, note, paidFen, refundedFen }: ShareProps): ReactNode {
  const t = useT()
  const percent = paidFen === 0 ? 0 : Math.round((refundedFen / paidFen) * 100)
  return (
    <View className="paid__share">
      <View className="paid__line">
        <Text className="paid__label">{label}</Text>
        {note && <Text className="paid__note">{note}</Text>}
        <Money fen={paidFen} />
      </View>
      {refundedFen > 0 && (
        <View className="paid__line">
          <View className="paid__track">
            <View className="paid__bar" style={{ width: `${percent}%` }} />
          </View>
          <Text className="paid__note">{t('deskCase.backSoFar')}</Text>
          <Money fen={refundedFen} />
        </View>
      )}
    </View>
  )
}
