import { DEFAULT_POLICY, type Policy } from '@shouhou/shared/domain/aftersale-policy'
import { AFTERSALE_TYPES, type AftersaleType } from '@shouhou/shared/domain/aftersale-types'
import {
  chinaDay,
  DAY,
  endOfPeriod,
  HOUR,
  startOfChinaDay,
} from '@shouhou/shared/domain/china-time'
import { eligibility, type LineFacts } from '@shouhou/shared/domain/eligibility'
import { reasonFits } from '@shouhou/shared/domain/reasons'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

/** 2026-03-01 20:00 in China. */
const SIGNED = Date.UTC(2026, 2, 1, 12)
/** 2026-03-08 24:00 in China, less a millisecond: the end of the seventh day after. */
const SEVENTH = Date.UTC(2026, 2, 8, 16) - 1

const line = (known: Partial<LineFacts> = {}): LineFacts => ({
  category: 'clothes',
  unitsFree: 1,
  inOpenAftersale: false,
  shippedAt: SIGNED - 2 * DAY,
  signedAt: SIGNED,
  sevenDayReturn: true,
  exclusionConfirmedAt: null,
  ...known,
})
const of = (
  type: AftersaleType,
  facts: LineFacts,
  now: number,
  policy: Policy = DEFAULT_POLICY,
  paidAt: number | null = SIGNED - 3 * DAY,
) => {
  const found = eligibility({ paidAt }, facts, policy, now).find((e) => e.type === type)
  if (!found) throw new Error(type)
  return found
}

describe('the seven days', () => {
  it('are counted from the day after sign-off, in China time, to the end of the seventh day', () => {
    expect(endOfPeriod(SIGNED, 7)).toBe(SEVENTH)
    expect(of('RETURN_REFUND', line(), SIGNED).noReasonUntil).toBe(SEVENTH)
    expect(of('RETURN_REFUND', line(), SEVENTH).reasons).toContain('NO_REASON_7D')
    expect(of('RETURN_REFUND', line(), SEVENTH + 1).reasons).not.toContain('NO_REASON_7D')
  })

  it.each([
    ['a minute after midnight', Date.UTC(2026, 2, 1, 16, 1), Date.UTC(2026, 2, 9, 16) - 1],
    ['a minute before midnight', Date.UTC(2026, 2, 1, 15, 59), SEVENTH],
    ['over the end of a year', Date.UTC(2025, 11, 30, 4), Date.UTC(2026, 0, 6, 16) - 1],
    ['over a leap day', Date.UTC(2028, 1, 25, 4), Date.UTC(2028, 2, 3, 16) - 1],
  ])('signed %s', (_, signed, end) => expect(endOfPeriod(signed, 7)).toBe(end))

  it('are always more than seven and at most eight times 24 hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (signed) => {
        const end = endOfPeriod(signed, 7)
        expect(end - signed).toBeGreaterThanOrEqual(7 * DAY - 1)
        expect(end - signed).toBeLessThan(8 * DAY)
        expect(end + 1).toBe(startOfChinaDay(chinaDay(signed) + 8))
        expect((end + 1 + 8 * HOUR) % DAY).toBe(0)
      }),
    )
  })

  it('over, leave a return for a fault open as long as the shop grants it', () => {
    const late = of('RETURN_REFUND', line(), SEVENTH + 1)
    expect(late).toMatchObject({
      allowed: true,
      why: ['no-reason-window-over'],
      noReasonUntil: null,
    })
    expect(late.until).toBe(endOfPeriod(SIGNED, 15))
    expect(late.reasons).toContain('QUALITY_FAULT')
    expect(late.clause).toBe('consumer-24')
  })
})

describe('what can be applied for', () => {
  it('is answered for every type, the ones not offered with that reason', () => {
    const all = eligibility({ paidAt: 0 }, line(), DEFAULT_POLICY, SIGNED)
    expect(all.map(({ type }) => type)).toEqual([...AFTERSALE_TYPES])
    expect(all.filter(({ why }) => why.includes('type-not-offered'))).toHaveLength(4)
  })

  it('before payment is nothing', () => {
    expect(of('REFUND_ONLY', line(), SIGNED, DEFAULT_POLICY, null).why).toEqual(['not-paid'])
  })

  it('before shipping is only the money, without an end', () => {
    const unshipped = line({ shippedAt: null, signedAt: null })
    expect(of('REFUND_ONLY', unshipped, SIGNED + 90 * DAY)).toMatchObject({
      allowed: true,
      until: null,
      reasons: ['NOT_RECEIVED', 'LATE_DELIVERY', 'CHANGED_MIND', 'ORDERED_BY_MISTAKE', 'OTHER'],
    })
    expect(of('RETURN_REFUND', unshipped, SIGNED).why).toEqual(['not-shipped'])
    expect(of('EXCHANGE', unshipped, SIGNED).why).toEqual(['not-shipped'])
  })

  it('on the way has no end either, since no period runs before sign-off', () => {
    const moving = line({ signedAt: null })
    for (const type of ['REFUND_ONLY', 'RETURN_REFUND', 'EXCHANGE'] as const) {
      expect(of(type, moving, SIGNED + 90 * DAY)).toMatchObject({ allowed: true, until: null })
    }
  })

  it('after sign-off is not a change of mind without sending back', () => {
    const reasons = of('REFUND_ONLY', line(), SIGNED).reasons
    expect(reasons).not.toContain('CHANGED_MIND')
    expect(reasons).toEqual(expect.arrayContaining(['NOT_RECEIVED', 'QUALITY_FAULT']))
  })

  it('after all windows is nothing, and says since when', () => {
    for (const type of ['REFUND_ONLY', 'RETURN_REFUND', 'EXCHANGE'] as const) {
      const gone = of(type, line(), endOfPeriod(SIGNED, 15) + 1)
      expect(gone).toMatchObject({ allowed: false, reasons: [], until: endOfPeriod(SIGNED, 15) })
      expect(gone.why[0]).toBe('window-over')
    }
  })

  it('without free units is nothing, whether they are in a case now or were served before', () => {
    const taken = line({ unitsFree: 0, inOpenAftersale: true })
    expect(of('EXCHANGE', taken, SIGNED).why).toEqual(['in-open-aftersale'])
    expect(of('EXCHANGE', line({ unitsFree: 0 }), SIGNED).why).toEqual(['no-units-left'])
  })

  it('offers only reasons that fit the type', () => {
    const now = fc.integer({ min: SIGNED, max: SIGNED + 20 * DAY })
    fc.assert(
      fc.property(now, fc.boolean(), fc.boolean(), (at, shipped, signed) => {
        const facts = line({
          shippedAt: shipped ? SIGNED - DAY : null,
          signedAt: shipped && signed ? SIGNED : null,
        })
        for (const { type, reasons, allowed } of eligibility(
          { paidAt: 0 },
          facts,
          DEFAULT_POLICY,
          at,
        )) {
          expect(allowed).toBe(reasons.length > 0)
          for (const code of reasons) {
            expect(reasonFits(code, type, true) || reasonFits(code, type, false)).toBe(true)
          }
        }
      }),
    )
  })
})

describe('goods without seven-day return', () => {
  const confirmed = { exclusionConfirmedAt: SIGNED - 3 * DAY }
  const policy: Policy = {
    ...DEFAULT_POLICY,
    exclusions: [{ category: 'cake', ground: 'PERISHABLE' }],
  }

  it('lose it only with the stored confirmation of the purchase', () => {
    const open = of('RETURN_REFUND', line({ sevenDayReturn: false }), SIGNED)
    expect(open.reasons).toContain('NO_REASON_7D')
    expect(open.why).toEqual(['exclusion-unconfirmed'])
    const closed = of('RETURN_REFUND', line({ sevenDayReturn: false, ...confirmed }), SIGNED)
    expect(closed.reasons).not.toContain('NO_REASON_7D')
    expect(closed).toMatchObject({ allowed: true, why: ['excluded-goods'], noReasonUntil: null })
  })

  it('may be named by category, again only with the confirmation', () => {
    const cake = line({ category: 'cake' })
    expect(of('RETURN_REFUND', cake, SIGNED, policy).reasons).toContain('NO_REASON_7D')
    const sold = { ...cake, ...confirmed }
    expect(of('RETURN_REFUND', sold, SIGNED, policy).reasons).not.toContain('NO_REASON_7D')
    expect(of('RETURN_REFUND', sold, SIGNED).reasons).toContain('NO_REASON_7D')
  })

  it('keep every right that rests on a fault', () => {
    const cake = line({ category: 'cake', ...confirmed })
    expect(of('RETURN_REFUND', cake, SIGNED, policy).reasons).toContain('QUALITY_FAULT')
  })
})
