// The tabs over the list of cases: all open ones, each status that has any, all ended ones. Pure.
import { type AftersaleStatus, isEnd, OPEN_STATUSES } from '@shouhou/shared/domain/aftersale-types'

export type CaseTab = AftersaleStatus | 'OPEN' | 'ENDED'

interface Count {
  readonly status: AftersaleStatus
  readonly count: number
}

/** Empty statuses are left out, but never the chosen one: it may have become empty under the thumb. */
export function tabsOf(
  counts: readonly Count[],
  chosen: CaseTab,
): { readonly tab: CaseTab; readonly count: number }[] {
  const of = (status: AftersaleStatus) => counts.find((c) => c.status === status)?.count ?? 0
  const sum = (ended: boolean) =>
    counts.reduce((all, { status, count }) => (isEnd(status) === ended ? all + count : all), 0)
  const single = OPEN_STATUSES.map((tab) => ({ tab, count: of(tab) }))
  return [
    { tab: 'OPEN', count: sum(false) },
    ...single.filter(({ tab, count }) => count > 0 || tab === chosen),
    { tab: 'ENDED', count: sum(true) },
  ]
}
