// The filters this person keeps, one tap each; the one in use can be removed.
import type { ReactNode } from 'react'
import { confirm } from '../../../components/ask.ts'
import { Chips } from '../../../components/chips.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { useCommand } from '../../../hooks/use-command.ts'
import { useT } from '../../../i18n/index.ts'
import { type QueueFilter, sameFilter } from './filters.ts'

interface SavedFiltersProps {
  readonly filter: QueueFilter
  readonly onPress: (filter: QueueFilter) => void
}

export function SavedFilters({ filter, onPress }: SavedFiltersProps): ReactNode {
  const t = useT()
  const saved = useApi('GET /queue-filters', {}).data?.items ?? []
  const remove = useCommand('DELETE /queue-filters/:id', { changes: ['queue-filters'] })
  if (saved.length === 0) return null
  const current = saved.find((one) => sameFilter(one.filter, filter))
  const press = async (id: string) => {
    const one = saved.find((filter) => filter.id === id)
    if (!one) return
    if (one !== current) return onPress(one.filter)
    const text = t('queue.forget', { name: one.name })
    if (await confirm({ title: text, danger: true })) remove.mutate({ params: { id } })
  }
  return (
    <Chips
      look="tabs"
      chips={saved.map((one) => ({
        value: one.id,
        label: `☆ ${one.name}`,
        ...(one === current ? { note: '✕' } : {}),
      }))}
      chosen={current ? [current.id] : []}
      onPress={(id) => void press(id)}
    />
  )
}
