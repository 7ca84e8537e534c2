// The first page: cases that wait for somebody, then the latest orders.
import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { CaseCard } from '../../components/case-card.tsx'
import { ForShopper } from '../../components/for-shopper.tsx'
import { OrderCard } from '../../components/order-card.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView, SkeletonList } from '../../components/states.tsx'
import { useApi } from '../../hooks/use-api.ts'
import { useT } from '../../i18n/index.ts'
import { openPage } from '../../pages.ts'
import './index.scss'

/** Enough for one look; the rest is one tap away. */
const CASES = 5
const ORDERS = 5

export default function HomePage(): ReactNode {
  return (
    <Page title="home.title" tab="home">
      <ForShopper>
        {() => (
          <>
            <OpenCases />
            <RecentOrders />
          </>
        )}
      </ForShopper>
    </Page>
  )
}

function OpenCases(): ReactNode {
  const t = useT()
  const cases = useApi('GET /aftersales', { query: { status: 'OPEN', sort: 'due', limit: CASES } })
  return (
    <>
      <Text className="home__heading">{t('home.open')}</Text>
      <QueryView
        query={cases}
        skeleton={<SkeletonList rows={1} />}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <Card title={t('home.noOpen')}>
            <Text>{t('home.noOpenText')}</Text>
          </Card>
        }
      >
        {({ items, nextCursor }) => (
          <>
            {items.map((aftersale) => (
              <CaseCard key={aftersale.id} aftersale={aftersale} />
            ))}
            {nextCursor && (
              <Button block onPress={() => openPage('cases')}>
                {t('home.allCases')}
              </Button>
            )}
          </>
        )}
      </QueryView>
    </>
  )
}

function RecentOrders(): ReactNode {
  const t = useT()
  const orders = useApi('GET /orders', { query: { limit: ORDERS } })
  return (
    <>
      <Text className="home__heading">{t('home.orders')}</Text>
      <QueryView
        query={orders}
        skeleton={<SkeletonList rows={3} />}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <Card title={t('orders.empty')}>
            <Text>{t('orders.emptyText')}</Text>
          </Card>
        }
      >
        {({ items }) => (
          <>
            {items.map((order) => (
              <OrderCard key={order.id} order={order} />
            ))}
            <Button block onPress={() => openPage('orders')}>
              {t('home.allOrders')}
            </Button>
            <Button block onPress={() => openPage('bot')}>
              {t('home.ask')}
            </Button>
          </>
        )}
      </QueryView>
    </>
  )
}
