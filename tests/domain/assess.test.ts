import { DEFAULT_POLICY, type Policy } from '@shouhou/shared/domain/aftersale-policy'
import { AFTERSALE_TYPES } from '@shouhou/shared/domain/aftersale-types'
import { ASSESS_RULES, type AssessFacts, assess } from '@shouhou/shared/domain/assess'
import { DAY, endOfPeriod } from '@shouhou/shared/domain/china-time'
import { CLAUSES } from '@shouhou/shared/domain/clauses'
import { REASON_CODES } from '@shouhou/shared/domain/reasons'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const SIGNED = Date.UTC(2026, 2, 1, 12)
const boughtLine: AssessFacts['lines'][number] = {
  lineId: 'A',
  quantity: 1,
  category: 'clothes',
  unitsFree: 1,
  inOpenAftersale: false,
  shippedAt: SIGNED - DAY,
  signedAt: SIGNED,
  sevenDayReturn: true,
  exclusionConfirmedAt: null,
}
const calm: AssessFacts['shopper'] = {
  casesIn30Days: 0,
  ordersIn90Days: 10,
  casesIn90Days: 1,
  autoApprovedToday: 0,
  autoApprovedTodayFen: 0,
  flagged: false,
}
const facts = (
  known: Partial<AssessFacts> = {},
  line: Partial<AssessFacts['lines'][number]> = {},
  shopper: Partial<AssessFacts['shopper']> = {},
): AssessFacts => ({
  now: SIGNED + 2 * DAY,
  type: 'RETURN_REFUND',
  reason: 'NO_REASON_7D',
  received: true,
  amountFen: 9_900,
  giftsKept: [],
  paidAt: SIGNED - 3 * DAY,
  lines: [{ ...boughtLine, ...line }],
  proofs: 0,
  shopper: { ...calm, ...shopper },
  ...known,
})
const auto = (more: Partial<Policy['autoApprove']>): Policy => ({
  ...DEFAULT_POLICY,
  autoApprove: { ...DEFAULT_POLICY.autoApprove, ...more },
})

describe('a request inside the seven days for little money', () => {
  it('is approved, and every rule says what it saw', () => {
    const decision = assess(facts(), DEFAULT_POLICY)
    expect(decision).toMatchObject({ verdict: 'approve', reasons: [], humanReview: false })
    expect(decision.trace.every(({ outcome }) => outcome === 'pass')).toBe(true)
    expect(decision.trace).toContainEqual({
      rule: 'window',
      fact: String(SIGNED + 2 * DAY),
      threshold: String(endOfPeriod(SIGNED, 7)),
      unit: 'instant',
      outcome: 'pass',
      clause: 'consumer-25',
    })
    expect(decision.trace).toContainEqual({
      rule: 'amount-limit',
      fact: '9900',
      threshold: '20000',
      unit: 'fen',
      outcome: 'pass',
      clause: 'shop',
    })
  })
})

describe('a claim that does not exist', () => {
  it.each<[string, AssessFacts, string]>([
    ['a type not offered', facts({ type: 'REPAIR', reason: 'QUALITY_FAULT' }), 'type-offered'],
    ['an unpaid order', facts({ paidAt: null }), 'paid'],
    ['a reason of another type', facts({ reason: 'CHANGED_MIND' }), 'reason-fits'],
    ['a reason that needs the goods', facts({ received: false }), 'reason-fits'],
    ['too many units', facts({}, { quantity: 2 }), 'units-free'],
    ['no unit', facts({}, { quantity: 0 }), 'units-free'],
    ['no line', facts({ lines: [] }), 'units-free'],
    ['the eighth day', facts({ now: endOfPeriod(SIGNED, 7) + 1 }), 'window'],
    [
      'goods excluded with confirmation',
      facts({}, { sevenDayReturn: false, exclusionConfirmedAt: SIGNED - 3 * DAY }),
      'exclusion',
    ],
  ])('(%s) is refused by the rule %s, with a person still reachable', (_, request, rule) => {
    const decision = assess(request, DEFAULT_POLICY)
    expect(decision.verdict).toBe('refuse')
    expect(decision.reasons).toContain(rule)
    expect(decision.humanReview).toBe(true)
  })

  it('cites the article', () => {
    const late = assess(facts({ now: endOfPeriod(SIGNED, 7) + 1 }), DEFAULT_POLICY)
    expect(late.trace.find(({ rule }) => rule === 'window')).toMatchObject({
      outcome: 'refuse',
      clause: 'seven-day-10',
    })
  })

  it('of one line refuses the whole case', () => {
    const late = { ...boughtLine, lineId: 'B', signedAt: SIGNED - 30 * DAY }
    expect(assess(facts({ lines: [boughtLine, late] }), DEFAULT_POLICY).verdict).toBe('refuse')
  })
})

describe('an exclusion without stored confirmation', () => {
  it('has no effect', () => {
    const decision = assess(facts({}, { sevenDayReturn: false }), DEFAULT_POLICY)
    expect(decision.verdict).toBe('approve')
  })
})

describe('a person looks', () => {
  const fault = { reason: 'QUALITY_FAULT', proofs: 1 } as const

  it.each<[string, AssessFacts, Policy, string]>([
    ['a fault without proof', facts({ ...fault, proofs: 0 }), DEFAULT_POLICY, 'proof'],
    ['a type the shop wants to see', facts(), auto({ types: ['EXCHANGE'] }), 'type-automatic'],
    ['one fen too much', facts({ amountFen: 20_001 }), DEFAULT_POLICY, 'amount-limit'],
    [
      'a refund before shipping',
      facts(
        { type: 'REFUND_ONLY', reason: 'CHANGED_MIND', received: false },
        { shippedAt: null, signedAt: null },
      ),
      DEFAULT_POLICY,
      'before-shipping',
    ],
    [
      'money for goods that stay',
      facts({ ...fault, type: 'REFUND_ONLY', amountFen: 2_001 }),
      DEFAULT_POLICY,
      'keep-item',
    ],
    [
      'the fourth automatic approval of a day',
      facts({}, {}, { autoApprovedToday: 3 }),
      DEFAULT_POLICY,
      'daily-count',
    ],
    [
      'too much money in a day',
      facts({}, {}, { autoApprovedTodayFen: 40_101 }),
      DEFAULT_POLICY,
      'daily-amount',
    ],
    ['the sixth case in a month', facts({}, {}, { casesIn30Days: 5 }), DEFAULT_POLICY, 'velocity'],
    [
      'a case for every second order',
      facts({}, {}, { casesIn90Days: 5 }),
      DEFAULT_POLICY,
      'case-rate',
    ],
    ['a marked shopper', facts({}, {}, { flagged: true }), DEFAULT_POLICY, 'flagged'],
  ])('at %s', (_, request, policy, rule) => {
    expect(assess(request, policy)).toMatchObject({
      verdict: 'review',
      reasons: [rule],
      humanReview: false,
    })
  })

  it('at nothing of that when it is just within the limits', () => {
    const edge = facts(
      { amountFen: 20_000 },
      {},
      { autoApprovedToday: 2, autoApprovedTodayFen: 30_000, casesIn30Days: 4, casesIn90Days: 4 },
    )
    expect(assess(edge, DEFAULT_POLICY).verdict).toBe('approve')
  })

  it('not for the share of cases among a handful of orders', () => {
    const fresh = facts({}, {}, { ordersIn90Days: 4, casesIn90Days: 4 })
    expect(assess(fresh, DEFAULT_POLICY).verdict).toBe('approve')
  })
})

describe('whatever the facts', () => {
  const anyFacts = fc
    .record({
      now: fc.integer({ min: SIGNED - 5 * DAY, max: SIGNED + 40 * DAY }),
      type: fc.constantFrom(...AFTERSALE_TYPES),
      reason: fc.constantFrom(...REASON_CODES),
      received: fc.boolean(),
      amountFen: fc.nat(40_000),
      proofs: fc.nat(3),
      quantity: fc.nat(3),
      shipped: fc.boolean(),
      signed: fc.boolean(),
      sevenDayReturn: fc.boolean(),
      confirmed: fc.boolean(),
      flagged: fc.boolean(),
      casesIn30Days: fc.nat(8),
    })
    .map((f) =>
      facts(
        f,
        {
          quantity: f.quantity,
          unitsFree: 2,
          shippedAt: f.shipped ? SIGNED - DAY : null,
          signedAt: f.shipped && f.signed ? SIGNED : null,
          sevenDayReturn: f.sevenDayReturn,
          exclusionConfirmedAt: f.confirmed ? SIGNED - 3 * DAY : null,
        },
        { flagged: f.flagged, casesIn30Days: f.casesIn30Days },
      ),
    )

  it('the strictest rule decides, a refusal leaves the way to a person, and clauses exist', () => {
    fc.assert(
      fc.property(anyFacts, (request) => {
        const { verdict, trace, reasons, humanReview } = assess(request, DEFAULT_POLICY)
        const outcomes = new Set(trace.map(({ outcome }) => outcome))
        const expected = outcomes.has('refuse')
          ? 'refuse'
          : outcomes.has('review')
            ? 'review'
            : 'approve'
        expect(verdict).toBe(expected)
        expect(humanReview).toBe(verdict === 'refuse')
        expect(reasons).toHaveLength(trace.filter(({ outcome }) => outcome !== 'pass').length)
        for (const { rule, clause } of trace) {
          expect(ASSESS_RULES).toContain(rule)
          expect(CLAUSES).toHaveProperty(clause)
        }
      }),
    )
  })

  it('more trust, time or proof never makes the answer worse', () => {
    const rank = { approve: 0, review: 1, refuse: 2 }
    fc.assert(
      fc.property(anyFacts, fc.nat(10 * DAY), (request, sooner) => {
        const before = rank[assess(request, DEFAULT_POLICY).verdict]
        const better: AssessFacts = {
          ...request,
          now: request.now - sooner,
          proofs: request.proofs + 1,
          shopper: { ...request.shopper, flagged: false },
        }
        expect(rank[assess(better, DEFAULT_POLICY).verdict]).toBeLessThanOrEqual(before)
      }),
    )
  })

  it('a risk rule never refuses', () => {
    const wild = facts(
      {},
      {},
      { flagged: true, casesIn30Days: 99, casesIn90Days: 99, autoApprovedToday: 99 },
    )
    expect(assess(wild, DEFAULT_POLICY).verdict).toBe('review')
  })
})
