import { DEFAULT_POLICY, lintPolicy, type Policy } from '@shouhou/shared/domain/aftersale-policy'
import { DAY, HOUR } from '@shouhou/shared/domain/china-time'
import { describe, expect, it } from 'vitest'

const policy = (more: Partial<Policy>): Policy => ({ ...DEFAULT_POLICY, ...more })
const withTimers = (timers: Partial<Policy['timers']>) =>
  policy({ timers: { ...DEFAULT_POLICY.timers, ...timers } })

describe('a policy', () => {
  it('with the defaults is lawful', () => expect(lintPolicy(DEFAULT_POLICY)).toEqual([]))

  it('more generous than the law is fine', () => {
    const windows = { noReason: 30, REFUND_ONLY: 60, RETURN_REFUND: 90, EXCHANGE: 90 }
    expect(lintPolicy(policy({ windows }))).toEqual([])
    expect(lintPolicy(withTimers({ T1: HOUR, T5: 24 * HOUR, T9: HOUR }))).toEqual([])
  })

  it('with less than seven days is refused with the article', () => {
    const windows = { ...DEFAULT_POLICY.windows, noReason: 6, EXCHANGE: 3 }
    expect(lintPolicy(policy({ windows }))).toEqual([
      { pointer: '/windows/noReason', code: 'too-short', limit: 7, clause: 'consumer-25' },
      { pointer: '/windows/EXCHANGE', code: 'too-short', limit: 7, clause: 'consumer-24' },
    ])
  })

  it('that lets the merchant wait longer than fifteen days is refused', () => {
    expect(lintPolicy(withTimers({ T1: 16 * DAY }))).toEqual([
      { pointer: '/timers/T1', code: 'too-long', limit: 15 * DAY, clause: 'penalty-8' },
    ])
    expect(lintPolicy(withTimers({ T1Unshipped: 16 * DAY }))[0]?.pointer).toBe(
      '/timers/T1Unshipped',
    )
  })

  it('that pays later than seven days after the goods came back is refused', () => {
    expect(lintPolicy(withTimers({ T5: 5 * DAY, T9: 3 * DAY }))).toEqual([
      { pointer: '/timers/T9', code: 'overlong-together', limit: 2 * DAY, clause: 'seven-day-13' },
    ])
  })

  it('that gives the shopper less time than usual to post goods is refused', () => {
    expect(lintPolicy(withTimers({ T3: 6 * DAY }))[0]).toMatchObject({ code: 'too-short' })
  })

  it('with amounts that are no whole fen, or one category twice, is refused', () => {
    const autoApprove = { ...DEFAULT_POLICY.autoApprove, limitFen: 1.5, perDay: -1 }
    expect(lintPolicy(policy({ autoApprove })).map(({ pointer }) => pointer)).toEqual([
      '/autoApprove/limitFen',
      '/autoApprove/perDay',
    ])
    const exclusions: Policy['exclusions'] = [
      { category: 'cake', ground: 'PERISHABLE' },
      { category: 'cake', ground: 'MADE_TO_ORDER' },
    ]
    expect(lintPolicy(policy({ exclusions }))).toMatchObject([
      { pointer: '/exclusions/1', code: 'twice' },
    ])
  })
})
