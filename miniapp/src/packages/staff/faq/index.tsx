// The answers of the bot: search, filter, try a question, write a new one.
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Chips } from '../../../components/chips.tsx'
import { More } from '../../../components/more.tsx'
import { Page } from '../../../components/page.tsx'
import { SearchBox } from '../../../components/search-box.tsx'
import { Empty, QueryView } from '../../../components/states.tsx'
import { useApi, usePages } from '../../../hooks/use-api.ts'
import { useT, wordFor } from '../../../i18n/index.ts'
import { openPage } from '../../../pages.ts'
import { ForStaff } from '../for-staff.tsx'
import { may } from '../may.ts'
import { EntryRow } from './entry-row.tsx'
import { TryBox } from './try-box.tsx'

export default function FaqPage(): ReactNode {
  const t = useT()
  return (
    <Page title="deskFaq.title">
      <ForStaff>
        {({ role }) => (
          <>
            <TryBox />
            {may(role, 'editFaq') && (
              <Button block tone="primary" onPress={() => openPage('deskFaqEntry')}>
                {t('deskFaq.new')}
              </Button>
            )}
            <Entries />
          </>
        )}
      </ForStaff>
    </Page>
  )
}

const FILTERS = ['ALL', 'PUBLISHED', 'DRAFT', 'ARCHIVED'] as const
type Filter = (typeof FILTERS)[number]

function Entries(): ReactNode {
  const t = useT()
  const [filter, setFilter] = useState<Filter>('ALL')
  const [q, setQ] = useState('')
  const [category, setCategory] = useState('')
  return (
    <View>
      <SearchBox placeholder={t('deskFaq.search')} value={q} onSearch={setQ} />
      <Chips
        look="tabs"
        chips={FILTERS.map((value) => ({ value, label: t(`faqStatus.${value}`) }))}
        chosen={[filter]}
        onPress={setFilter}
      />
      <Categories category={category} onChoose={setCategory} />
      <EntryList key={`${filter} ${category} ${q}`} {...{ filter, category, q }} />
    </View>
  )
}

interface CategoriesProps {
  readonly category: string
  readonly onChoose: (category: string) => void
}

function Categories({ category, onChoose }: CategoriesProps): ReactNode {
  const t = useT()
  const { data } = useApi('GET /faq/categories', {})
  const items = data?.items ?? []
  if (items.length < 2) return null
  const chips = items.map(({ category: value, count }) => ({
    value,
    label: wordFor('faqCategory.', value),
    note: String(count),
  }))
  return (
    <Chips
      look="tabs"
      chips={[{ value: '', label: t('deskFaq.allCategories') }, ...chips]}
      chosen={[category]}
      onPress={onChoose}
    />
  )
}

interface EntryListProps {
  readonly filter: Filter
  readonly category: string
  readonly q: string
}

function EntryList({ filter, category, q }: EntryListProps): ReactNode {
  const t = useT()
  const entries = usePages('GET /faq/entries', {
    query: {
      ...(filter === 'ALL' ? {} : { status: filter }),
      ...(category ? { category } : {}),
      ...(q ? { q } : {}),
    },
  })
  return (
    <QueryView
      query={entries}
      isEmpty={({ items }) => items.length === 0}
      empty={<Empty title={t('deskFaq.empty')} text={t('deskFaq.emptyText')} />}
    >
      {({ items }) => (
        <>
          {items.map((entry) => (
            <EntryRow
              key={entry.id}
              entry={entry}
              onPress={() => openPage('deskFaqEntry', { id: entry.id })}
            />
          ))}
          <More query={entries} />
        </>
      )}
    </QueryView>
  )
}
