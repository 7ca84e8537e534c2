// Choosing the entry that answers a question.

import { Text } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { More } from '../../../components/more.tsx'
import { SearchBox } from '../../../components/search-box.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { Empty, QueryView } from '../../../components/states.tsx'
import { usePages } from '../../../hooks/use-api.ts'
import { useT } from '../../../i18n/index.ts'
import { EntryRow } from '../faq/entry-row.tsx'

interface TeachSheetProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly onChoose: (entryId: string) => void
}

export function TeachSheet({ open, onClose, onChoose }: TeachSheetProps): ReactNode {
  const t = useT()
  return (
    <Sheet title={t('deskUnanswered.teach')} open={open} onClose={onClose}>
      <Text className="unanswered__soft">{t('deskUnanswered.teachHint')}</Text>
      <Choice onChoose={onChoose} />
    </Sheet>
  )
}

function Choice({ onChoose }: Pick<TeachSheetProps, 'onChoose'>): ReactNode {
  const t = useT()
  const [q, setQ] = useState('')
  const entries = usePages('GET /faq/entries', { query: q ? { q } : {} })
  return (
    <>
      <SearchBox placeholder={t('deskFaq.search')} value={q} onSearch={setQ} />
      <QueryView
        query={entries}
        isEmpty={({ items }) => items.length === 0}
        empty={<Empty title={t('deskFaq.empty')} />}
      >
        {({ items }) => (
          <>
            {items.map((entry) => (
              <EntryRow key={entry.id} entry={entry} onPress={() => onChoose(entry.id)} />
            ))}
            <More query={entries} />
          </>
        )}
      </QueryView>
    </>
  )
}
