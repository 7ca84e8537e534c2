// How a request is decided: every rule looks once, says what it saw, and the strictest word counts.
// A machine never refuses for good: `refuse` always leaves the way to a person open
// (个人信息保护法 art. 24), and risk rules only ever ask for a person.

import type { Policy } from './aftersale-policy.ts'
import { type AftersaleType, isOfferedType } from './aftersale-types.ts'
import type { Clause } from './clauses.ts'
import { type LineFacts, reasonWindow } from './eligibility.ts'
import type { Fen } from './money.ts'
import { type ReasonCode, reasonFits, reasonRule } from './reasons.ts'

/** Everything a decision rests on. It is stored with the decision, so that it can be replayed. */
export interface AssessFacts {
  readonly now: number
  readonly type: AftersaleType
  readonly reason: ReasonCode
  /** The shopper has the goods, by the shopper's own words. */
  readonly received: boolean
  /** What the calculator says, or the lower amount asked for; for an exchange the paid value. */
  readonly amountFen: Fen
  /** Gifts that stay with the shopper, by ref. No rule looks at them: the amount follows from them. */
  readonly giftsKept: readonly string[]
  readonly paidAt: number | null
  readonly lines: readonly (LineFacts & { readonly lineId: string; readonly quantity: number })[]
  /** Photos and videos attached. */
  readonly proofs: number
  readonly shopper: {
    /** Other aftersales, not counting this one. */
    readonly casesIn30Days: number
    readonly ordersIn90Days: number
    readonly casesIn90Days: number
    readonly autoApprovedToday: number
    readonly autoApprovedTodayFen: Fen
    /** Staff marked the shopper with evidence of bad faith. */
    readonly flagged: boolean
  }
}

export type Outcome = 'pass' | 'review' | 'refuse'
export type Verdict = 'approve' | 'review' | 'refuse'

export const ASSESS_RULES = [
  'type-offered',
  'paid',
  'reason-fits',
  'units-free',
  'window',
  'exclusion',
  'proof',
  'type-automatic',
  'amount-limit',
  'before-shipping',
  'keep-item',
  'daily-count',
  'daily-amount',
  'velocity',
  'case-rate',
  'flagged',
] as const
export type AssessRule = (typeof ASSESS_RULES)[number]

/** How to read `fact` and `threshold` of a step. */
export type TraceUnit = 'word' | 'count' | 'fen' | 'instant' | 'percent'

/** One rule: what it looked at, against what, and what it said. */
export interface TraceStep {
  readonly rule: AssessRule
  readonly fact: string
  readonly threshold: string
  readonly unit: TraceUnit
  readonly outcome: Outcome
  readonly clause: Clause
}

export interface Assessment {
  readonly verdict: Verdict
  readonly trace: readonly TraceStep[]
  /** Rules that did not pass, the strictest first; empty for `approve`. */
  readonly reasons: readonly AssessRule[]
  /** True for `refuse`: the shopper may have a person decide instead. */
  readonly humanReview: boolean
}

/** Decides by the policy in force. Pure: the same facts always give the same answer and trace. */
export function assess(facts: AssessFacts, policy: Policy): Assessment {
  const trace = [...rightSteps(facts, policy), ...automaticSteps(facts, policy)]
  const refused = trace.filter(({ outcome }) => outcome === 'refuse')
  const reviewed = trace.filter(({ outcome }) => outcome === 'review')
  const verdict = refused.length > 0 ? 'refuse' : reviewed.length > 0 ? 'review' : 'approve'
  return {
    verdict,
    trace,
    reasons: [...refused, ...reviewed].map(({ rule }) => rule),
    humanReview: verdict === 'refuse',
  }
}

const yesNo = (value: boolean): string => (value ? 'yes' : 'no')

function step(
  rule: AssessRule,
  [fact, threshold, unit]: [string | number, string | number, TraceUnit],
  passes: boolean,
  otherwise: Outcome,
  clause: Clause = 'shop',
): TraceStep {
  const outcome = passes ? 'pass' : otherwise
  return { rule, fact: String(fact), threshold: String(threshold), unit, outcome, clause }
}

/** Has the shopper a claim at all? Only these rules may say no. */
function rightSteps(facts: AssessFacts, policy: Policy): TraceStep[] {
  const { type, reason, received, lines } = facts
  const free = lines.every((line) => line.quantity > 0 && line.quantity <= line.unitsFree)
  const fits = reasonFits(reason, type, received)
  return [
    step('type-offered', [type, 'offered', 'word'], isOfferedType(type), 'refuse'),
    step('paid', [yesNo(facts.paidAt !== null), 'yes', 'word'], facts.paidAt !== null, 'refuse'),
    step('reason-fits', [reason, type, 'word'], fits, 'refuse'),
    step('units-free', [yesNo(free), 'yes', 'word'], free && lines.length > 0, 'refuse'),
    ...windowSteps(facts, policy),
  ]
}

/** The line whose period ends first speaks for the case. */
function windowSteps({ type, reason, lines, now }: AssessFacts, policy: Policy): TraceStep[] {
  const windows = lines.map((line) => reasonWindow(reason, type, line, policy, now))
  const excluded = windows.find(({ why }) => why === 'excluded-goods')
  const closed = windows.find(({ why }) => why !== null && why !== 'excluded-goods')
  const ends = windows.map(({ until }) => until).filter((until) => until !== null)
  const end = ends.length > 0 ? String(Math.min(...ends)) : 'none'
  const threshold = closed && closed.until === null ? (closed.why ?? end) : end
  const unit: TraceUnit = /^\d+$/.test(threshold) ? 'instant' : 'word'
  const clause = (closed ?? windows[0])?.clause ?? 'shop'
  const kind = excluded ? 'excluded' : 'ordinary'
  return [
    step('window', [now, threshold, unit], !closed, 'refuse', clause),
    step('exclusion', [kind, 'ordinary', 'word'], !excluded, 'refuse', 'seven-day-7'),
  ]
}

/** A value that may not exceed a limit of the shop; above it a person looks. */
const atMost = (
  rule: AssessRule,
  value: number,
  limit: number,
  unit: TraceUnit,
  clause: Clause = 'shop',
): TraceStep => step(rule, [value, limit, unit], value <= limit, 'review', clause)

/** May it go through without a person? These rules never refuse. */
function automaticSteps(facts: AssessFacts, policy: Policy): TraceStep[] {
  const { autoApprove } = policy
  const { type, amountFen, proofs } = facts
  const needed = reasonRule(facts.reason).needsProof ? 1 : 0
  const automatic = (autoApprove.types as readonly AftersaleType[]).includes(type)
  const steps = [
    step('proof', [proofs, needed, 'count'], proofs >= needed, 'review'),
    step('type-automatic', [type, yesNo(automatic), 'word'], automatic, 'review'),
    atMost('amount-limit', amountFen, autoApprove.limitFen, 'fen'),
  ]
  if (facts.lines.some((line) => line.shippedAt === null)) {
    const may = autoApprove.unshipped
    steps.push(step('before-shipping', [yesNo(may), 'yes', 'word'], may, 'review'))
  }
  if (type === 'REFUND_ONLY' && facts.received) {
    steps.push(atMost('keep-item', amountFen, autoApprove.keepItemFen, 'fen'))
  }
  return [...steps, ...riskSteps(facts, policy)]
}

/** Signs that a person should look; good faith is presumed below them. */
function riskSteps({ shopper, amountFen }: AssessFacts, policy: Policy): TraceStep[] {
  const { autoApprove, risk } = policy
  const sum = shopper.autoApprovedTodayFen + amountFen
  const rate = caseRate(shopper)
  const { flagged } = shopper
  return [
    atMost('daily-count', shopper.autoApprovedToday + 1, autoApprove.perDay, 'count'),
    atMost('daily-amount', sum, autoApprove.perDayFen, 'fen'),
    atMost('velocity', shopper.casesIn30Days + 1, risk.casesIn30Days, 'count', 'good-faith-49'),
    atMost('case-rate', rate, risk.ratePercent, 'percent', 'good-faith-49'),
    step('flagged', [yesNo(flagged), 'no', 'word'], !flagged, 'review', 'good-faith-49'),
  ]
}

/** Cases per hundred orders; a few orders say nothing yet. */
function caseRate({ ordersIn90Days, casesIn90Days }: AssessFacts['shopper']): number {
  if (ordersIn90Days < 5) return 0
  return Math.round((casesIn90Days * 100) / ordersIn90Days)
}
