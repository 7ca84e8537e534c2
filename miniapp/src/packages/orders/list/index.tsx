// My orders, newest first.
import type { ReactNode } from 'react'
import { ForShopper } from '../../../components/for-shopper.tsx'
import { More } from '../../../components/more.tsx'
import { OrderCard } from '../../../components/order-card.tsx'
import { Page } from '../../../components/page.tsx'
import { Empty, QueryView } from '../../../components/states.tsx'
import { usePages } from '../../../hooks/use-api.ts'
import { useT } from '../../../i18n/index.ts'

export default function OrdersPage(): ReactNode {
  return (
    <Page title="orders.title">
      <ForShopper>{() => <Orders />}</ForShopper>
    </Page>
  )
}

function Orders(): ReactNode {
  const t = useT()
  const orders = usePages('GET /orders', { query: {} })
  return (
    <QueryView
      query={orders}
      isEmpty={({ items }) => items.length === 0}
      empty={<Empty title={t('orders.empty')} text={t('orders.emptyText')} />}
    >
      {({ items }) => (
        <>
          {items.map((order) => (
            <OrderCard key={order.id} order={order} />
          ))}
          <More query={orders} />
        </>
      )}
    </QueryView>
  )
}
