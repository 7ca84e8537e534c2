// Home answers one question first: what is happening with my case? Then recent orders, then help.
import { Text } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useIsStaff, useMe } from '../../api/session.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { ForShopper } from '../../components/for-shopper.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/states.tsx'
import { useApi } from '../../hooks/use-api.ts'
import { useT } from '../../i18n/index.ts'
import { openPage, startAt } from '../../pages.ts'
import { Help } from './help.tsx'
import './index.scss'
import { LiveCard } from './live-card.tsx'
import { OrderRow } from './order-row.tsx'
import { CardSkeleton } from './skeletons.tsx'
import { byUrgency } from './urgency.ts'
import { Welcome } from './welcome.tsx'

/** Enough for one look; the rest is one tap away. */
const CASES = 5
const ORDERS = 5

export default function HomePage(): ReactNode {
  const signedIn = useMe() !== null
  useDesk()
  return (
    <Page title="home.title" tab="home">
      {signedIn ? (
        <ForShopper>
          {() => (
            <>
              <OpenCases />
              <RecentOrders />
              <Help />
            </>
          )}
        </ForShopper>
      ) : (
        <Welcome />
      )}
    </Page>
  )
}

/** The first page of people of the shop is their desk, also when the app is opened again. */
function useDesk(): void {
  const isStaff = useIsStaff()
  useDidShow(() => {
    if (isStaff) startAt('desk')
  })
}

function OpenCases(): ReactNode {
  const t = useT()
  const cases = useApi('GET /aftersales', { query: { status: 'OPEN', sort: 'due', limit: CASES } })
  return (
    <>
      <Text className="home__heading">{t('home.open')}</Text>
      <QueryView
        query={cases}
        skeleton={<CardSkeleton tall />}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <Card title={t('home.noOpen')}>
            <Text className="home__soft">{t('home.noOpenText')}</Text>
          </Card>
        }
      >
        {({ items, nextCursor }) => (
          <>
            {byUrgency(items).map((aftersale) => (
              <LiveCard key={aftersale.id} aftersale={aftersale} />
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
        skeleton={
          <>
            <CardSkeleton />
            <CardSkeleton />
          </>
        }
        isEmpty={({ items }) => items.length === 0}
        empty={
          <Card title={t('orders.empty')}>
            <Text className="home__soft">{t('orders.emptyText')}</Text>
          </Card>
        }
      >
        {({ items }) => (
          <>
            {items.map((order) => (
              <OrderRow key={order.id} order={order} />
            ))}
            <Button block onPress={() => openPage('orders')}>
              {t('home.allOrders')}
            </Button>
          </>
        )}
      </QueryView>
    </>
  )
}
