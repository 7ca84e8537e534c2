// How the desk groups cases: whose turn it is, which periods there are, which approvals are routine; and the
// ready words of a new shop.
import { templateSeeds } from '@shouhou/server/seeds/reply-templates.ts'
import { DEFAULT_POLICY } from '@shouhou/shared/domain/aftersale-policy'
import { assess } from '@shouhou/shared/domain/assess'
import { LIMITS } from '@shouhou/shared/domain/limits'
import {
  needsLook,
  SHOP_TURN,
  startOfPeriod,
  TEMPLATE_ACTS,
  turnOf,
} from '@shouhou/shared/domain/queue'
import { STAFF_ROLES } from '@shouhou/shared/domain/roles'
import { describe, expect, test } from 'vitest'

describe('the turn', () => {
  test('is the shop’s where its clock runs', () => {
    expect(SHOP_TURN).toContain('PENDING_REVIEW')
    expect(SHOP_TURN).toContain('REFUNDING')
    for (const waits of ['NEED_INFO', 'OFFER_SENT', 'AWAIT_RETURN', 'COMPLETED'] as const) {
      expect(SHOP_TURN).not.toContain(waits)
    }
  })

  test('is of the role that has the next step, and every status has one', () => {
    expect(turnOf('agent')).toEqual(['PENDING_REVIEW'])
    expect(turnOf('warehouse')).toEqual(['RETURN_SHIPPED', 'INSPECTING', 'AWAIT_RESHIP'])
    expect(turnOf('technician')).toEqual(['REPAIRING'])
    for (const all of ['manager', 'owner', 'integrator'] as const) {
      expect(turnOf(all)).toEqual(SHOP_TURN)
    }
    expect(new Set(STAFF_ROLES.flatMap((role) => [...turnOf(role)]))).toEqual(new Set(SHOP_TURN))
  })
})

test('periods begin with a Chinese day and hold today', () => {
  const now = Date.UTC(2026, 0, 31, 17)
  expect(new Date(startOfPeriod('today', now)).toISOString()).toBe('2026-01-31T16:00:00.000Z')
  expect(new Date(startOfPeriod('7d', now)).toISOString()).toBe('2026-01-25T16:00:00.000Z')
})

test('an approval is routine unless a rule saw something about this case', () => {
  const facts = {
    now: 0,
    type: 'REFUND_ONLY',
    reason: 'CHANGED_MIND',
    received: false,
    amountFen: DEFAULT_POLICY.autoApprove.limitFen + 1,
    paidAt: 0,
    lines: [],
    giftsKept: [],
    proofs: 0,
    shopper: {
      casesIn30Days: 0,
      ordersIn90Days: 0,
      casesIn90Days: 0,
      autoApprovedToday: 0,
      autoApprovedTodayFen: 0,
      flagged: false,
    },
  } as const
  const { reasons } = assess(facts, DEFAULT_POLICY)
  expect(reasons).toContain('amount-limit')
  expect(needsLook(reasons)).not.toContain('amount-limit')
  const flagged = { ...facts, shopper: { ...facts.shopper, flagged: true } }
  expect(needsLook(assess(flagged, DEFAULT_POLICY).reasons)).toContain('flagged')
})

test('a new shop has words for every action, short enough to be sent', () => {
  expect([...new Set(templateSeeds.map(({ act }) => act))].sort()).toEqual(
    [...TEMPLATE_ACTS].sort(),
  )
  for (const { zh, en } of templateSeeds) {
    for (const { title, text } of [zh, en]) {
      expect(title.length).toBeLessThanOrEqual(LIMITS.nameLength)
      expect(text.length).toBeLessThanOrEqual(LIMITS.reasonTextLength)
    }
  }
})
