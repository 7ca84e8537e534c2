// My cases, by where they stand.
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { CaseCard } from '../../components/case-card.tsx'
import { Chips } from '../../components/chips.tsx'
import { ForShopper } from '../../components/for-shopper.tsx'
import { More } from '../../components/more.tsx'
import { Page } from '../../components/page.tsx'
import { Empty, QueryView } from '../../components/states.tsx'
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
  useT()
  const [chosen, choose] = useState<CaseTab>('OPEN')
  const counts = useApi('GET /aftersales/counts', {})
  const tabs = tabsOf(counts.data?.items ?? [], chosen)
  return (
    <>
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
      <CaseList key={chosen} tab={chosen} />
    </>
  )
}

function CaseList({ tab }: { readonly tab: CaseTab }): ReactNode {
  const t = useT()
  const sort = tab === 'OPEN' ? 'due' : 'newest'
  const cases = usePages('GET /aftersales', { query: { status: tab, sort } })
  return (
    <QueryView
      query={cases}
      isEmpty={({ items }) => items.length === 0}
      empty={
        <Empty title={t('cases.empty')} text={t('cases.emptyText')}>
          <Button onPress={() => openPage('orders')}>{t('orders.title')}</Button>
        </Empty>
      }
    >
      {({ items }) => (
        <>
          {items.map((aftersale) => (
            <CaseCard key={aftersale.id} aftersale={aftersale} />
          ))}
          <More query={cases} />
        </>
      )}
    </QueryView>
  )
}
