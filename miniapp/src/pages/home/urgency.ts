// Which open case comes first, and what its one button says. Pure.
import type { AftersaleSummary } from '@shouhou/shared/contract/aftersale-views'

/** Statuses in which the shopper has something to do, each with words of its own: `home.do.`. */
const DOABLE = [
  'NEED_INFO',
  'OFFER_SENT',
  'AWAIT_RETURN',
  'INSPECTION_FAILED',
  'REJECTED',
  'RESHIPPED',
  'REFUND_ABNORMAL',
] as const

type Case = Pick<AftersaleSummary, 'status' | 'deadline'>

/** It is the shopper's turn, and the clock runs. */
export const isMyTurn = ({ deadline }: Case): boolean =>
  deadline !== null && deadline.waitsFor === 'shopper' && !deadline.paused

/** What the shopper has to do; null where there is only something to see. */
export const doableOf = (aftersale: Case): (typeof DOABLE)[number] | null =>
  isMyTurn(aftersale) ? (DOABLE.find((status) => status === aftersale.status) ?? null) : null

/** The sheet with which the page of the case opens, where the thing to do is one sheet. */
export const sheetOf = (
  doable: ReturnType<typeof doableOf>,
): 'supplyInfo' | 'shipReturn' | null => {
  if (doable === 'NEED_INFO') return 'supplyInfo'
  return doable === 'AWAIT_RETURN' ? 'shipReturn' : null
}

const dueAt = ({ deadline }: Case): number =>
  deadline === null || deadline.paused ? Number.POSITIVE_INFINITY : Date.parse(deadline.dueAt)

/** The shopper's own turn first, then whatever is due first; a stopped clock comes last. */
export const byUrgency = <C extends Case>(cases: readonly C[]): C[] =>
  [...cases].sort((a, b) => {
    const turns = Number(isMyTurn(b)) - Number(isMyTurn(a))
    if (turns !== 0) return turns
    const [first, second] = [dueAt(a), dueAt(b)]
    return first === second ? 0 : first - second
  })
