// One order: where it is, what was paid, and on each line what can be applied for.
import type { Order } from '@shouhou/shared/contract/orders'
import type { ReactNode } from 'react'
import { Card, Row } from '../../../components/card.tsx'
import { CopyRow } from '../../../components/copy-row.tsx'
import { ForShopper } from '../../../components/for-shopper.tsx'
import { GoodsLine } from '../../../components/goods-line.tsx'
import { Money } from '../../../components/money.tsx'
import { OrderState } from '../../../components/order-card.tsx'
import { Page } from '../../../components/page.tsx'
import { QueryView } from '../../../components/states.tsx'
import { StatusTag } from '../../../components/status-tag.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { useParam } from '../../../hooks/use-param.ts'
import { useT, wordFor } from '../../../i18n/index.ts'
import { formatDateTime } from '../../../i18n/time.ts'
import { openPage } from '../../../pages.ts'
import { LineCard } from './line-card.tsx'

export default function OrderPage(): ReactNode {
  const orderNo = useParam('orderNo')
  return (
    <Page title="order.title">
      <ForShopper>{() => <OrderView orderNo={orderNo} />}</ForShopper>
    </Page>
  )
}

function OrderView({ orderNo }: { readonly orderNo: string }): ReactNode {
  const order = useApi('GET /orders/:orderNo', { params: { orderNo } })
  return (
    <QueryView query={order}>
      {(found) => (
        <>
          <Head order={found} />
          <CasesOfOrder order={found} />
          {found.lines.map((line) => (
            <LineCard key={line.id} line={line} orderNo={found.orderNo} />
          ))}
          <Sums order={found} />
        </>
      )}
    </QueryView>
  )
}

function Head({ order }: { readonly order: Order }): ReactNode {
  const t = useT()
  const { orderNo, placedAt, shippedAt, signedAt, recipientMasked } = order
  return (
    <Card title={t('order.title')} aside={<OrderState order={order} />}>
      <CopyRow label={t('order.number')} text={orderNo} />
      <Row label={t('order.placedAt')} value={formatDateTime(placedAt)} />
      {shippedAt && <Row label={t('order.shippedAt')} value={formatDateTime(shippedAt)} />}
      {signedAt && <Row label={t('order.signedAt')} value={formatDateTime(signedAt)} />}
      {recipientMasked && (
        <Row
          label={t('order.recipient')}
          value={`${recipientMasked.name} ${recipientMasked.phone} ${recipientMasked.address}`}
        />
      )}
    </Card>
  )
}

function CasesOfOrder({ order }: { readonly order: Order }): ReactNode {
  const t = useT()
  if (order.aftersales.length === 0) return null
  return (
    <Card title={t('order.cases')}>
      {order.aftersales.map(({ id, type, status }) => (
        <Row
          key={id}
          label={wordFor('type.', type)}
          value={<StatusTag status={status as Parameters<typeof StatusTag>[0]['status']} />}
          onPress={() => openPage('caseDetail', { id })}
        />
      ))}
    </Card>
  )
}

function Sums({ order }: { readonly order: Order }): ReactNode {
  const t = useT()
  const { goodsFen, discountFen, freightFen, paidFen, gifts } = order
  return (
    <Card title={t('order.paid')} aside={<Money fen={paidFen} />}>
      <Row label={t('order.goods')} value={<Money fen={goodsFen} />} />
      {discountFen > 0 && <Row label={t('order.discount')} value={<Money fen={-discountFen} />} />}
      <Row label={t('order.freight')} value={<Money fen={freightFen} />} />
      {gifts.map((gift) => (
        <GoodsLine
          key={gift.sku}
          name={t('order.gift', { name: gift.name })}
          image={null}
          quantity={gift.quantity}
        />
      ))}
    </Card>
  )
}
