// A shop's after-sales policy: the document, its lawful defaults, and what no shop may set.

import type { OfferedType } from './aftersale-types.ts'
import { OFFERED_TYPES } from './aftersale-types.ts'
import type { Clause } from './clauses.ts'
import type { Fen } from './money.ts'
import { DEFAULT_DURATIONS, durationProblem, type TimerDurations } from './timers.ts'

/** Why goods may be excluded from the seven-day return (art. 6: by law; art. 7: if confirmed). */
export const EXCLUSION_GROUNDS = [
  'MADE_TO_ORDER',
  'PERISHABLE',
  'DIGITAL_OPENED',
  'PRESS',
  'UNSAFE_ONCE_OPENED',
  'ACTIVATION_LOSES_VALUE',
  'NEAR_EXPIRY_OR_FLAWED',
] as const
export type ExclusionGround = (typeof EXCLUSION_GROUNDS)[number]

/** One shop's rules. Stored as versions; a decision names the version it used. */
export interface Policy {
  /** Days after sign-off, counted from the day after it, in China time. */
  readonly windows: {
    /** Return without a reason; the law gives seven. */
    readonly noReason: number
    readonly REFUND_ONLY: number
    readonly RETURN_REFUND: number
    readonly EXCHANGE: number
  }
  /** Categories without seven-day return. Takes effect only with the confirmation of the purchase. */
  readonly exclusions: readonly { readonly category: string; readonly ground: ExclusionGround }[]
  readonly autoApprove: {
    readonly types: readonly OfferedType[]
    /** Up to this amount per case. */
    readonly limitFen: Fen
    /** Up to this amount the shopper may even keep the goods. */
    readonly keepItemFen: Fen
    /** Refund before shipping without asking anybody. */
    readonly unshipped: boolean
    /** Automatic approvals per shopper and day: number and sum. */
    readonly perDay: number
    readonly perDayFen: Fen
  }
  /** Above these a person looks; they never refuse by themselves. */
  readonly risk: {
    readonly casesIn30Days: number
    /** Cases per hundred orders in 90 days, looked at from the fifth order on. */
    readonly ratePercent: number
  }
  readonly freight: {
    /** Keep freight that was free only because of goods that now go back (art. 18 allows it). */
    readonly deductLostFreeFreight: boolean
  }
  /** Durations in ms. */
  readonly timers: TimerDurations
  /** Where goods go back to; null as long as the shop has not said it. */
  readonly returnAddress: ReturnAddress | null
}

export interface ReturnAddress {
  readonly name: string
  readonly phone: string
  readonly address: string
}

/** What a new shop starts with: the law, and small automatic approvals. */
export const DEFAULT_POLICY: Policy = {
  windows: { noReason: 7, REFUND_ONLY: 15, RETURN_REFUND: 15, EXCHANGE: 15 },
  exclusions: [],
  autoApprove: {
    types: [...OFFERED_TYPES],
    limitFen: 20_000,
    keepItemFen: 2_000,
    unshipped: false,
    perDay: 3,
    perDayFen: 50_000,
  },
  risk: { casesIn30Days: 5, ratePercent: 40 },
  freight: { deductLostFreeFreight: true },
  timers: DEFAULT_DURATIONS,
  returnAddress: null,
}

/** Why a policy is not accepted: the place, the word, the bound and what it stands on. */
export interface PolicyProblem {
  /** JSON pointer into the document. */
  readonly pointer: string
  readonly code:
    | 'too-short'
    | 'too-long'
    | 'not-a-duration'
    | 'not-whole'
    | 'overlong-together'
    | 'twice'
  readonly limit: number | null
  readonly clause: Clause
}

const NUMBERS = (policy: Policy): [pointer: string, value: number][] => [
  ...Object.entries(policy.windows).map(([k, v]): [string, number] => [`/windows/${k}`, v]),
  ['/autoApprove/limitFen', policy.autoApprove.limitFen],
  ['/autoApprove/keepItemFen', policy.autoApprove.keepItemFen],
  ['/autoApprove/perDay', policy.autoApprove.perDay],
  ['/autoApprove/perDayFen', policy.autoApprove.perDayFen],
  ['/risk/casesIn30Days', policy.risk.casesIn30Days],
  ['/risk/ratePercent', policy.risk.ratePercent],
]

/** Shortest windows the law leaves: seven days without a reason, and for faults (消保法 art. 24, 25). */
const SHORTEST_WINDOW = 7
const SEVEN_DAYS_MS = 7 * 24 * 3_600_000

/** Everything that is unlawful or senseless in a policy; empty when it may go live. */
export function lintPolicy(policy: Policy): PolicyProblem[] {
  const problems: PolicyProblem[] = []
  for (const [pointer, value] of NUMBERS(policy)) {
    if (!Number.isSafeInteger(value) || value < 0) {
      problems.push({ pointer, code: 'not-whole', limit: 0, clause: 'shop' })
    }
  }
  for (const [name, days] of Object.entries(policy.windows)) {
    const clause = name === 'noReason' ? 'consumer-25' : 'consumer-24'
    if (days < SHORTEST_WINDOW) {
      problems.push({
        pointer: `/windows/${name}`,
        code: 'too-short',
        limit: SHORTEST_WINDOW,
        clause,
      })
    }
  }
  for (const timer of Object.keys(policy.timers) as (keyof TimerDurations)[]) {
    const problem = durationProblem(timer, policy.timers[timer])
    if (problem) {
      const { code, limitMs, clause } = problem
      problems.push({ pointer: `/timers/${timer}`, code, limit: limitMs, clause })
    }
  }
  return [...problems, ...lintRefundTime(policy), ...lintExclusions(policy)]
}

/** Inspecting and paying together must end seven days after the goods came back (art. 13). */
function lintRefundTime({ timers }: Policy): PolicyProblem[] {
  if (timers.T5 + timers.T9 <= SEVEN_DAYS_MS) return []
  const limit = SEVEN_DAYS_MS - timers.T5
  return [{ pointer: '/timers/T9', code: 'overlong-together', limit, clause: 'seven-day-13' }]
}

function lintExclusions({ exclusions }: Policy): PolicyProblem[] {
  return exclusions
    .map(({ category }, index) => ({ category, index }))
    .filter(({ category, index }) => exclusions.findIndex((e) => e.category === category) < index)
    .map(({ index }) => ({
      pointer: `/exclusions/${index}`,
      code: 'twice',
      limit: null,
      clause: 'seven-day-7',
    }))
}
