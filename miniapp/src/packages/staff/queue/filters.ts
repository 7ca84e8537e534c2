// Which cases the queue can show, and in which order: tabs, the rest of a filter, links to it. Pure.
import type { Output } from '@shouhou/shared/contract'
import type { QueueFilter as KeptFilter } from '@shouhou/shared/contract/queue'
import {
  AFTERSALE_STATUSES,
  AFTERSALE_TYPES,
  type AftersaleStatus,
  OPEN_STATUSES,
} from '@shouhou/shared/domain/aftersale-types'
import { DECIDED_BY, DUE_WITHIN, PERIODS } from '@shouhou/shared/domain/queue'
import { REASON_CODES } from '@shouhou/shared/domain/reasons'

/** What a list shows; a single day comes from a chart and is not kept. */
export interface QueueFilter extends KeptFilter {
  readonly createdOn?: string
  readonly decidedOn?: string
}

type Counts = Output<'GET /aftersales/counts'>

/** The tabs: what waits for us, what is late or nearly so, then by status. */
export type Tab = 'TODO' | 'overdue' | '4h' | 'OPEN' | 'ENDED' | 'ALL' | AftersaleStatus

interface TabCount {
  readonly tab: Tab
  readonly count: number
}

/** Groups first, then each status that has cases; the chosen one stays even when it becomes empty. */
export function tabsOf(counts: Counts | undefined, chosen: Tab): TabCount[] {
  const items = counts?.items ?? []
  const countOf = (status: AftersaleStatus) =>
    items.find((one) => one.status === status)?.count ?? 0
  const all = items.reduce((sum, { count }) => sum + count, 0)
  const open = OPEN_STATUSES.reduce((sum, status) => sum + countOf(status), 0)
  const shown = ({ tab, count }: TabCount) => count > 0 || tab === chosen
  return [
    { tab: 'TODO', count: counts?.todo ?? 0 },
    ...(
      [
        { tab: 'overdue', count: counts?.overdue ?? 0 },
        { tab: '4h', count: counts?.dueIn4h ?? 0 },
      ] as const
    ).filter(shown),
    { tab: 'OPEN', count: open },
    ...AFTERSALE_STATUSES.map((tab) => ({ tab, count: countOf(tab) })).filter(shown),
    { tab: 'ENDED', count: all - open },
    { tab: 'ALL', count: all },
  ]
}

/** The tab that a filter stands under; null when no tab says just that. */
export function tabOf({ status, due }: QueueFilter): Tab | null {
  if (due === 'overdue' || due === '4h')
    return status === undefined || status === 'OPEN' ? due : null
  if (due !== undefined) return null
  return status ?? 'ALL'
}

/** The same filter under another tab. */
export function underTab(filter: QueueFilter, tab: Tab): QueueFilter {
  const { status: _status, due: _due, ...rest } = filter
  if (tab === 'overdue' || tab === '4h') return { ...rest, due: tab, sort: 'due' }
  if (tab === 'ALL' || tab === 'ENDED') {
    return { ...rest, ...(tab === 'ENDED' ? { status: tab } : {}), sort: 'newest' }
  }
  return { ...rest, status: tab }
}

export const START: QueueFilter = { status: 'TODO', sort: 'due' }

/** What a filter asks for beyond its tab and order, one word each, for chips that take it away. */
export type Extra = Exclude<keyof QueueFilter, 'status' | 'sort'>

export function extrasOf(filter: QueueFilter): Extra[] {
  const names: readonly Extra[] = [
    'type',
    'reasonCode',
    'minFen',
    'maxFen',
    'due',
    'created',
    'createdOn',
    'decidedOn',
    'decided',
    'decidedBy',
  ]
  const inTab = tabOf(filter) !== null
  return names.filter((name) => filter[name] !== undefined && !(name === 'due' && inTab))
}

export function without(filter: QueueFilter, extra: Extra): QueueFilter {
  const { [extra]: _gone, ...rest } = filter
  return rest
}

const DAY = /^\d{4}-\d\d-\d\d$/
const day = (text: string | undefined) => (text && DAY.test(text) ? text : undefined)

type Params = Readonly<Partial<Record<string, string>>>

/** The filter of a link; what it does not know is left out, and an empty link shows what waits for us. */
export function filterOf(params: Params): QueueFilter {
  const word = <const T extends string>(name: string, among: readonly T[]): T | undefined =>
    among.find((one) => one === params[name])
  const read = {
    status: word('status', ['TODO', 'OPEN', 'ENDED', ...AFTERSALE_STATUSES]),
    type: word('type', AFTERSALE_TYPES),
    reasonCode: word('reasonCode', REASON_CODES),
    due: word('due', DUE_WITHIN),
    created: word('created', PERIODS),
    createdOn: day(params.createdOn),
    decidedOn: day(params.decidedOn),
    decided: word('decided', PERIODS),
    decidedBy: word('decidedBy', DECIDED_BY),
    sort: word('sort', ['newest', 'due'] as const),
  }
  const given = Object.fromEntries(
    Object.entries(read).filter(([, value]) => value !== undefined),
  ) as QueueFilter
  if (Object.keys(given).length === 0 && params.status !== 'ALL') return START
  return { ...given, sort: given.sort ?? (given.due === undefined ? 'newest' : 'due') }
}

/** What of a filter can be kept under a name. */
export function keptOf({ createdOn: _day, decidedOn: _other, ...kept }: QueueFilter): KeptFilter {
  return kept
}

/** Whether two filters show the same. */
export const sameFilter = (a: QueueFilter, b: QueueFilter): boolean => {
  const text = (filter: QueueFilter) => JSON.stringify(Object.entries(filter).sort())
  return text(a) === text(b)
}
