// What the queue shows and what is chosen in it: filter, search, the open case, the ticks of a batch.
import type { AftersaleSummary } from '@shouhou/shared/contract/aftersale-views'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { useApi, usePages } from '../../../hooks/use-api.ts'
import { mayApprove } from './batch-plan.ts'
import { filterOf, type QueueFilter } from './filters.ts'
import { setLine } from './line.ts'

/** Rows of one page: a whole screen of a desk, and no more than one answer can carry. */
const PAGE = 50

export function useQueue() {
  const { params } = useRouter()
  const [filter, setFilter] = useState<QueueFilter>(() => filterOf(params))
  const [q, setQ] = useState('')
  const [openId, setOpenId] = useState<string | null>(null)
  const [ticks, setTicks] = useState<ReadonlySet<string> | null>(null)
  const counts = useApi('GET /aftersales/counts', {})
  // A number is looked for among all cases, whatever the list showed before.
  const cases = usePages('GET /aftersales', {
    query: { ...(q ? { sort: 'newest' as const, q } : filter), limit: PAGE },
  })
  const items: readonly AftersaleSummary[] = cases.data?.items ?? []
  useEffect(() => {
    if (cases.data) setLine(cases.data.items.map(({ id }) => id))
  }, [cases.data])
  const narrow = (next: QueueFilter) => {
    setFilter(next)
    setQ('')
    setOpenId(null)
    setTicks((now) => now && new Set())
  }
  const toggle = (kase: AftersaleSummary) => {
    if (!mayApprove(kase)) return
    setTicks((now) => {
      const next = new Set(now)
      if (!next.delete(kase.id)) next.add(kase.id)
      return next
    })
  }
  const move = (step: 1 | -1): string | null => {
    const index = items.findIndex(({ id }) => id === openId)
    const next = items[index < 0 ? 0 : index + step]
    if (next) setOpenId(next.id)
    return next?.id ?? null
  }
  return {
    filter,
    narrow,
    q,
    search: setQ,
    counts: counts.data,
    cases,
    items,
    openId,
    open: setOpenId,
    move,
    ticks,
    toggle,
    /** Starts ticking, or ends it. */
    batch: (on: boolean) => setTicks(on ? new Set() : null),
    tickAll: () => setTicks(new Set(items.filter(mayApprove).map(({ id }) => id))),
  }
}
export type Queue = ReturnType<typeof useQueue>
