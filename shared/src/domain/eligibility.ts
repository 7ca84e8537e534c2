// What can be applied for on one order line, until when, for which reasons, and why not.

import type { Policy } from './aftersale-policy.ts'
import { AFTERSALE_TYPES, type AftersaleType, isOfferedType } from './aftersale-types.ts'
import { endOfPeriod } from './china-time.ts'
import type { Clause } from './clauses.ts'
import { REASON_CODES, type ReasonCode, reasonRule } from './reasons.ts'

/** What is known about the order; instants are epoch ms. */
export interface OrderFacts {
  readonly paidAt: number | null
}

/** What is known about one line of it. Shipping and sign-off of the order hold for all its lines. */
export interface LineFacts {
  readonly category: string
  /** Units that no open or completed aftersale has taken. */
  readonly unitsFree: number
  /** Some units are in an open aftersale (otherwise taken ones were served already). */
  readonly inOpenAftersale: boolean
  readonly shippedAt: number | null
  readonly signedAt: number | null
  readonly sevenDayReturn: boolean
  /** When the shopper confirmed at purchase that seven-day return does not apply. */
  readonly exclusionConfirmedAt: number | null
}

/** Why something is not possible, or possible only in part. */
export const ELIGIBILITY_WORDS = [
  'type-not-offered',
  'not-paid',
  'not-shipped',
  'already-received',
  'in-open-aftersale',
  'no-units-left',
  'window-over',
  'no-reason-window-over',
  'excluded-goods',
  'exclusion-unconfirmed',
] as const
export type EligibilityWord = (typeof ELIGIBILITY_WORDS)[number]

export interface Eligibility {
  readonly type: AftersaleType
  readonly allowed: boolean
  /** Last millisecond in which it can, or could, be applied for; null: no end is running. */
  readonly until: number | null
  /** The same for the reasons of the seven-day right alone; null also when none of them is open. */
  readonly noReasonUntil: number | null
  readonly why: readonly EligibilityWord[]
  readonly clause: Clause | null
  /** Reasons that can be given now; empty when not allowed. */
  readonly reasons: readonly ReasonCode[]
}

/** All types for one line, the ones that are not possible with their reason. */
export const eligibility = (
  order: OrderFacts,
  line: LineFacts,
  policy: Policy,
  now: number,
): Eligibility[] => AFTERSALE_TYPES.map((type) => typeEligibility(type, order, line, policy, now))

const no = (type: AftersaleType, word: EligibilityWord, clause: Clause | null): Eligibility => ({
  type,
  allowed: false,
  until: null,
  noReasonUntil: null,
  why: [word],
  clause,
  reasons: [],
})

function typeEligibility(
  type: AftersaleType,
  order: OrderFacts,
  line: LineFacts,
  policy: Policy,
  now: number,
): Eligibility {
  if (!isOfferedType(type)) return no(type, 'type-not-offered', 'shop')
  if (order.paidAt === null) return no(type, 'not-paid', null)
  if (line.unitsFree < 1) {
    return no(type, line.inOpenAftersale ? 'in-open-aftersale' : 'no-units-left', null)
  }
  if (line.shippedAt === null && type !== 'REFUND_ONLY') return no(type, 'not-shipped', null)
  const checks = REASON_CODES.filter((code) => reasonRule(code).types.includes(type)).map(
    (code) => ({
      code,
      ...reasonWindow(code, type, line, policy, now),
    }),
  )
  const open = checks.filter((check) => check.why === null)
  const why = [...new Set(checks.map((c) => c.why).filter((word) => word !== null))]
  if (type === 'RETURN_REFUND' && !line.sevenDayReturn && line.exclusionConfirmedAt === null) {
    why.push('exclusion-unconfirmed')
  }
  if (open.length === 0) {
    const ended = checks.filter(({ until }) => until !== null)
    return { ...no(type, 'window-over', checks[0]?.clause ?? 'shop'), why, until: latest(ended) }
  }
  const free = open.filter(({ clause }) => clause === 'consumer-25')
  return {
    type,
    allowed: true,
    until: latest(open),
    noReasonUntil: free.length > 0 ? latest(free) : null,
    why: why.filter((word) => PARTIAL.includes(word)),
    clause: (free[0] ?? open[0])?.clause ?? null,
    reasons: open.map(({ code }) => code),
  }
}

/** Words worth saying although something can still be applied for. */
const PARTIAL: readonly EligibilityWord[] = [
  'no-reason-window-over',
  'excluded-goods',
  'exclusion-unconfirmed',
]

/** End of the longest period; null when one has no end, or there is none at all. */
function latest(checks: readonly { until: number | null }[]): number | null {
  const ends = checks.map(({ until }) => until ?? Number.POSITIVE_INFINITY)
  const end = Math.max(...ends)
  return Number.isFinite(end) ? end : null
}

export interface ReasonWindow {
  readonly until: number | null
  readonly why: EligibilityWord | null
  readonly clause: Clause
}

/**
 * Until when one reason can be given on one line. Before sign-off no period runs. Reasons that rest
 * on the seven-day right have its window and fall away for validly excluded goods.
 */
export function reasonWindow(
  code: ReasonCode,
  type: AftersaleType,
  line: LineFacts,
  policy: Policy,
  now: number,
): ReasonWindow {
  const { noReason, received } = reasonRule(code)
  if (line.shippedAt === null && received === 'yes') {
    return { until: null, why: 'not-shipped', clause: 'shop' }
  }
  const free = noReason && received === 'yes'
  const clause: Clause = free ? 'consumer-25' : 'consumer-24'
  if (free && type === 'RETURN_REFUND' && isExcluded(line, policy)) {
    return { until: null, why: 'excluded-goods', clause: 'seven-day-7' }
  }
  if (line.signedAt === null) return { until: null, why: null, clause }
  if (noReason && received === 'no') return { until: null, why: 'already-received', clause: 'shop' }
  const days = free ? freeWindow(type, policy) : windowOf(type, policy)
  const until = endOfPeriod(line.signedAt, days)
  if (now <= until) return { until, why: null, clause }
  return free
    ? { until, why: 'no-reason-window-over', clause: 'seven-day-10' }
    : { until, why: 'window-over', clause: 'shop' }
}

const windowOf = (type: AftersaleType, { windows }: Policy): number =>
  isOfferedType(type) ? windows[type] : 0

/** A swap for another size is a courtesy of the shop and has its exchange window. */
const freeWindow = (type: AftersaleType, policy: Policy): number =>
  type === 'EXCHANGE' ? windowOf(type, policy) : policy.windows.noReason

/**
 * Goods without seven-day return: the order or the policy says so AND the shopper confirmed it at
 * purchase. Without that proof the shop cannot refuse (七日无理由退货暂行办法 art. 7).
 */
export const isExcluded = (line: LineFacts, policy: Policy): boolean =>
  line.exclusionConfirmedAt !== null &&
  (!line.sevenDayReturn || policy.exclusions.some((e) => e.category === line.category))
