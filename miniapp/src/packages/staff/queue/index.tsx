// All cases of the shop: by status, by deadline, by number.
import { useRouter } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { Chips } from '../../../components/chips.tsx'
import { More } from '../../../components/more.tsx'
import { Page } from '../../../components/page.tsx'
import { SearchBox } from '../../../components/search-box.tsx'
import { Empty, QueryView } from '../../../components/states.tsx'
import { useApi, usePages } from '../../../hooks/use-api.ts'
import { useT, wordFor } from '../../../i18n/index.ts'
import { ForStaff } from '../for-staff.tsx'
import { type Filter, filterOf, filtersOf, type Order } from './filters.ts'
import { QueueRow } from './queue-row.tsx'

export default function QueuePage(): ReactNode {
  return (
    <Page title="queue.title">
      <ForStaff>{() => <Queue />}</ForStaff>
    </Page>
  )
}

const ORDERS: readonly Order[] = ['due', 'newest']

function Queue(): ReactNode {
  const t = useT()
  const { status, sort } = useRouter().params
  const [filter, setFilter] = useState<Filter>(filterOf(status))
  const [order, setOrder] = useState<Order>(sort === 'newest' ? 'newest' : 'due')
  const [q, setQ] = useState('')
  const counts = useApi('GET /aftersales/counts', {})
  const search = (text: string) => {
    setQ(text)
    // A number is looked for among all cases, whatever the list showed before.
    if (text) setFilter('ALL')
  }
  const filters = filtersOf(counts.data?.items ?? [], filter)
  const word = (one: Filter) =>
    one === 'OPEN' || one === 'ENDED' || one === 'ALL' ? t(`queue.${one}`) : wordFor('status.', one)
  return (
    <>
      <SearchBox placeholder={t('queue.search')} value={q} onSearch={search} />
      <Chips
        look="tabs"
        chips={filters.map(({ filter: value, count }) => ({
          value,
          label: word(value),
          note: String(count),
        }))}
        chosen={[filter]}
        onPress={setFilter}
      />
      <Chips
        look="tabs"
        chips={ORDERS.map((value) => ({ value, label: t(`queue.${value}`) }))}
        chosen={[order]}
        onPress={setOrder}
      />
      <Cases key={`${filter} ${order} ${q}`} filter={filter} order={order} q={q} />
    </>
  )
}

interface CasesProps {
  readonly filter: Filter
  readonly order: Order
  readonly q: string
}

function Cases({ filter, order, q }: CasesProps): ReactNode {
  const t = useT()
  const cases = usePages('GET /aftersales', {
    query: { sort: order, ...(filter === 'ALL' ? {} : { status: filter }), ...(q ? { q } : {}) },
  })
  return (
    <QueryView
      query={cases}
      isEmpty={({ items }) => items.length === 0}
      empty={
        <Empty
          title={t(q ? 'queue.notFound' : 'queue.empty')}
          text={t(q ? 'queue.notFoundText' : 'queue.emptyText')}
        />
      }
    >
      {({ items }) => (
        <>
          {items.map((aftersale) => (
            <QueueRow key={aftersale.id} aftersale={aftersale} />
          ))}
          <More query={cases} />
        </>
      )}
    </QueryView>
  )
}
