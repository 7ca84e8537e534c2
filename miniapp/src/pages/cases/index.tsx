// My cases, by where they stand, or by number.
import type { AftersaleSummary } from '@shouhou/shared/contract/aftersale-views'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { CaseCard } from '../../components/case-card.tsx'
import { Chips } from '../../components/chips.tsx'
import { ForShopper } from '../../components/for-shopper.tsx'
import { More } from '../../components/more.tsx'
import { Page } from '../../components/page.tsx'
import { SearchBox } from '../../components/search-box.tsx'
import { Empty, QueryView } from '../../components/states.tsx'
import { WindowList } from '../../components/window-list.tsx'
import { useApi, usePages } from '../../hooks/use-api.ts'
import { useT, wordFor } from '../../i18n/index.ts'
import { openPage } from '../../pages.ts'
import { type CaseTab, tabsOf } from './tabs.ts'

export default function CasesPage(): ReactNode {
  return (
    <Page title="cases.title" tab="cases">
      <ForShopper>{() => <Cases />}</ForShopper>
    </Page>
  )
}

function Cases(): ReactNode {
  const t = useT()
  const [chosen, choose] = useState<CaseTab>('OPEN')
  const [q, search] = useState('')
  const counts = useApi('GET /aftersales/counts', {})
  const tabs = tabsOf(counts.data?.items ?? [], chosen)
  return (
    <>
      <SearchBox placeholder={t('cases.search')} value={q} onSearch={search} />
      {q === '' && (
        <Chips
          look="tabs"
          chips={tabs.map(({ tab, count }) => ({
            value: tab,
            label: wordFor(tab === 'OPEN' || tab === 'ENDED' ? 'cases.tab.' : 'status.', tab),
            ...(count > 0 ? { note: String(count) } : {}),
          }))}
          chosen={[chosen]}
          onPress={choose}
        />
      )}
      {/* Whoever searches means all cases, whatever tab they came from. */}
      {q === '' ? <CasesOf key={chosen} tab={chosen} /> : <FoundCases key={q} q={q} />}
    </>
  )
}

function CasesOf({ tab }: { readonly tab: CaseTab }): ReactNode {
  const t = useT()
  const sort = tab === 'OPEN' ? 'due' : 'newest'
  const cases = usePages('GET /aftersales', { query: { status: tab, sort } })
  return (
    <CaseList
      cases={cases}
      empty={
        <Empty title={t('cases.empty')} text={t('cases.emptyText')}>
          <Button onPress={() => openPage('orders')}>{t('orders.title')}</Button>
        </Empty>
      }
    />
  )
}

function FoundCases({ q }: { readonly q: string }): ReactNode {
  const t = useT()
  const cases = usePages('GET /aftersales', { query: { q } })
  return (
    <CaseList
      cases={cases}
      empty={<Empty title={t('cases.notFound', { q })} text={t('cases.searchHow')} />}
    />
  )
}

interface CaseListProps {
  readonly cases: ReturnType<typeof usePages<'GET /aftersales'>>
  readonly empty: ReactNode
}

function CaseList({ cases, empty }: CaseListProps): ReactNode {
  return (
    <QueryView query={cases} isEmpty={({ items }) => items.length === 0} empty={empty}>
      {({ items }) => (
        <>
          <WindowList items={items} render={cardOf} />
          <More query={cases} />
        </>
      )}
    </QueryView>
  )
}

/** Outside of the component: the list draws a row again only when its case is another one. */
const cardOf = (aftersale: AftersaleSummary): ReactNode => <CaseCard aftersale={aftersale} />
