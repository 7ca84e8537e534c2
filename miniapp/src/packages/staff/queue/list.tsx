// Search, tabs with their numbers, filters, and the cases themselves.
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Chips } from '../../../components/chips.tsx'
import { More } from '../../../components/more.tsx'
import { SearchBox } from '../../../components/search-box.tsx'
import { Empty, QueryView } from '../../../components/states.tsx'
import { useT, wordFor } from '../../../i18n/index.ts'
import { ExportLink } from '../export-link.tsx'
import { mayApprove } from './batch-plan.ts'
import { FilterSheet } from './filter-sheet.tsx'
import { type Tab, tabOf, tabsOf, underTab } from './filters.ts'
import './list.scss'
import { QueueRow, type QuickCommand } from './queue-row.tsx'
import { SavedFilters } from './saved-filters.tsx'
import type { Queue } from './use-queue.ts'
import { extraWords } from './words.ts'

interface QueueListProps {
  readonly queue: Queue
  readonly onOpen: (id: string) => void
  readonly onQuick: (id: string, command: QuickCommand) => void
}

export function QueueList({ queue, onOpen, onQuick }: QueueListProps): ReactNode {
  return (
    <>
      <Narrowing queue={queue} />
      <Cases queue={queue} onOpen={onOpen} onQuick={onQuick} />
    </>
  )
}

const GROUPS: readonly string[] = ['TODO', 'OPEN', 'ENDED', 'ALL', 'overdue', '4h']

function Narrowing({ queue }: Pick<QueueListProps, 'queue'>): ReactNode {
  const t = useT()
  const [choosing, setChoosing] = useState(false)
  const { filter, counts, q, ticks } = queue
  const chosen = q ? null : tabOf(filter)
  const word = (tab: Tab) =>
    GROUPS.includes(tab) ? t(`queue.${tab as 'TODO'}`) : wordFor('status.', tab)
  const extras = extraWords(filter, t)
  const sort = filter.sort ?? 'newest'
  return (
    <View className="narrowing">
      <SearchBox
        key={q}
        placeholder={t('queue.search')}
        value={q}
        onSearch={(text) => queue.search(text)}
      />
      <Chips
        look="tabs"
        chips={tabsOf(counts, chosen ?? 'TODO').map(({ tab, count }) => ({
          value: tab,
          label: word(tab),
          note: String(count),
        }))}
        chosen={chosen ? [chosen] : []}
        onPress={(tab) => queue.narrow(underTab(filter, tab))}
      />
      <SavedFilters filter={filter} onPress={queue.narrow} />
      <View className="narrowing__tools">
        <Tool
          word={t(sort === 'due' ? 'queue.due' : 'queue.newest')}
          onPress={() => queue.narrow({ ...filter, sort: sort === 'due' ? 'newest' : 'due' })}
        />
        <Tool
          word={extras.length > 0 ? t('queue.filterOn', { n: extras.length }) : t('queue.filter')}
          onPress={() => setChoosing(true)}
        />
        <Tool
          word={t(ticks === null ? 'queue.batch' : 'queue.batchEnd')}
          onPress={() => queue.batch(ticks === null)}
        />
      </View>
      {extras.length > 0 && (
        <View className="narrowing__extras">
          {extras.map(({ extra, text, gone }) => (
            <View
              key={extra}
              className="narrowing__extra"
              ariaRole="button"
              ariaLabel={t('queue.without', { what: text })}
              onClick={() => queue.narrow(gone)}
            >
              <Text>{`${text} ✕`}</Text>
            </View>
          ))}
        </View>
      )}
      {choosing && (
        <FilterSheet
          filter={filter}
          onClose={() => setChoosing(false)}
          onApply={(next) => {
            setChoosing(false)
            queue.narrow(next)
          }}
        />
      )}
    </View>
  )
}

function Tool({ word, onPress }: { readonly word: string; readonly onPress: () => void }) {
  return (
    <View className="narrowing__tool" ariaRole="button" onClick={onPress}>
      <Text>{word}</Text>
    </View>
  )
}

function Cases({ queue, onOpen, onQuick }: QueueListProps): ReactNode {
  const t = useT()
  const { cases, q, ticks, openId, filter } = queue
  const nothing = q ? (
    <Empty title={t('queue.notFound')} text={t('queue.notFoundText')} />
  ) : (
    <Empty title={t('queue.empty')} text={t('queue.emptyText')}>
      {filter.status === 'TODO' && (
        <Button onPress={() => queue.narrow(underTab({}, 'OPEN'))}>{t('queue.seeOpen')}</Button>
      )}
    </Empty>
  )
  return (
    <QueryView query={cases} isEmpty={({ items }) => items.length === 0} empty={nothing}>
      {({ items }) => (
        <>
          <View className="queue-list">
            {items.map((aftersale) => (
              <QueueRow
                key={aftersale.id}
                aftersale={aftersale}
                current={openId === aftersale.id}
                ticked={ticks?.has(aftersale.id) ?? null}
                onPress={() => {
                  if (ticks === null) onOpen(aftersale.id)
                  else if (mayApprove(aftersale)) queue.toggle(aftersale)
                }}
                onQuick={(command) => onQuick(aftersale.id, command)}
              />
            ))}
          </View>
          <More query={cases} />
          <ExportLink list="aftersales" filter={q ? { q } : filter} />
        </>
      )}
    </QueryView>
  )
}
