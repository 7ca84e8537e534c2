// Which cases the queue can show, and in which order. Pure.
import {
  AFTERSALE_STATUSES,
  type AftersaleStatus,
  OPEN_STATUSES,
} from '@shouhou/shared/domain/aftersale-types'

export type Filter = 'OPEN' | 'ENDED' | 'ALL' | AftersaleStatus
export type Order = 'due' | 'newest'

interface FilterCount {
  readonly filter: Filter
  readonly count: number
}

/** Groups first, then each status that has cases; the chosen one stays even when it becomes empty. */
export function filtersOf(
  counts: readonly { readonly status: AftersaleStatus; readonly count: number }[],
  chosen: Filter,
): FilterCount[] {
  const countOf = (status: AftersaleStatus) =>
    counts.find((one) => one.status === status)?.count ?? 0
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  const open = OPEN_STATUSES.reduce((sum, status) => sum + countOf(status), 0)
  return [
    { filter: 'OPEN', count: open },
    ...AFTERSALE_STATUSES.map((status) => ({ filter: status, count: countOf(status) })).filter(
      ({ filter, count }) => count > 0 || filter === chosen,
    ),
    { filter: 'ENDED', count: all - open },
    { filter: 'ALL', count: all },
  ]
}

const FILTERS: readonly string[] = ['OPEN', 'ENDED', 'ALL', ...AFTERSALE_STATUSES]

/** The filter of a link; open cases when it names none. */
export const filterOf = (text: string | undefined): Filter =>
  text !== undefined && FILTERS.includes(text) ? (text as Filter) : 'OPEN'
