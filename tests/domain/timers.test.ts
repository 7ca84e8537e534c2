import { DAY, HOUR } from '@shouhou/shared/domain/china-time'
import {
  DEFAULT_DURATIONS,
  durationProblem,
  hardLimitAt,
  isDue,
  pauseTimer,
  RESUME_AT_LEAST,
  remaining,
  reminderTimes,
  resumeTimer,
  startTimer,
  TIMER_KINDS,
  TIMER_RULES,
} from '@shouhou/shared/domain/timers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const NOW = Date.UTC(2026, 2, 1, 4)
const kind = fc.constantFrom(...TIMER_KINDS)

describe('a timer', () => {
  it('falls due exactly when its duration is over, never a millisecond early', () => {
    fc.assert(
      fc.property(kind, (k) => {
        const timer = startTimer(k, DEFAULT_DURATIONS, NOW)
        expect(isDue(timer, timer.dueAt - 1)).toBe(false)
        expect(isDue(timer, timer.dueAt)).toBe(true)
        expect(timer.dueAt - NOW).toBe(DEFAULT_DURATIONS[k])
      }),
    )
  })

  it('gives the merchant a day instead of two while nothing was shipped', () => {
    const unshipped = startTimer('T1', DEFAULT_DURATIONS, NOW, { shipped: false })
    expect(unshipped.dueAt).toBe(NOW + 24 * HOUR)
    expect(startTimer('T1', DEFAULT_DURATIONS, NOW).dueAt).toBe(NOW + 48 * HOUR)
    expect(startTimer('T5', DEFAULT_DURATIONS, NOW, { shipped: false }).dueAt).toBe(NOW + 72 * HOUR)
  })

  it('cannot fall due while it is paused', () => {
    const paused = pauseTimer(startTimer('T1', DEFAULT_DURATIONS, NOW), NOW + HOUR)
    expect(isDue(paused, NOW + 365 * DAY)).toBe(false)
  })

  it('goes on after a pause with what was left, but at least twelve hours', () => {
    fc.assert(
      fc.property(fc.nat(48 * HOUR), fc.nat(30 * DAY), (ran, pause) => {
        const timer = startTimer('T1', DEFAULT_DURATIONS, NOW)
        const back = NOW + ran + pause
        const resumed = resumeTimer(pauseTimer(timer, NOW + ran), back)
        expect(resumed.dueAt - back).toBe(Math.max(48 * HOUR - ran, RESUME_AT_LEAST))
        expect(resumed.pausedAt).toBeNull()
      }),
    )
  })

  it('does not move when paused or resumed twice', () => {
    const timer = startTimer('T4', DEFAULT_DURATIONS, NOW)
    const paused = pauseTimer(timer, NOW + HOUR)
    expect(pauseTimer(paused, NOW + DAY)).toBe(paused)
    expect(resumeTimer(timer, NOW + DAY)).toBe(timer)
  })
})

describe('remaining time in words', () => {
  const timer = startTimer('T1', DEFAULT_DURATIONS, NOW)

  it('names days, hours and minutes and the largest of them', () => {
    expect(remaining(timer, NOW)).toMatchObject({ days: 2, hours: 0, minutes: 0, unit: 'days' })
    expect(remaining(timer, NOW + 30 * HOUR)).toMatchObject({
      days: 0,
      hours: 18,
      unit: 'hours',
      urgent: true,
    })
    expect(remaining(timer, timer.dueAt - 1)).toMatchObject({ minutes: 1, unit: 'minutes' })
  })

  it('is never negative and says when it is over', () => {
    expect(remaining(timer, timer.dueAt + DAY)).toMatchObject({
      days: 0,
      hours: 0,
      minutes: 0,
      overdue: true,
    })
  })

  it('stands still during a pause', () => {
    const paused = pauseTimer(timer, NOW + HOUR)
    expect(remaining(paused, NOW + HOUR)).toEqual(remaining(paused, NOW + 9 * DAY))
    expect(remaining(paused, NOW + 9 * DAY)).toMatchObject({ paused: true, days: 1, hours: 23 })
  })
})

describe('reminders', () => {
  it('come at half time and a day before the end', () => {
    const week = startTimer('T3', DEFAULT_DURATIONS, NOW)
    expect(reminderTimes(week, NOW)).toEqual([NOW + 3.5 * DAY, NOW + 6 * DAY])
  })

  it('are not sent twice when both fall together, nor for the past', () => {
    const two = startTimer('T1', DEFAULT_DURATIONS, NOW)
    expect(reminderTimes(two, NOW)).toEqual([NOW + DAY])
    expect(reminderTimes(two, NOW + DAY)).toEqual([])
  })
})

describe('durations a shop may set', () => {
  it('accepts every default', () => {
    for (const k of TIMER_KINDS) expect(durationProblem(k, DEFAULT_DURATIONS[k])).toBeNull()
    expect(durationProblem('T1Unshipped', DEFAULT_DURATIONS.T1Unshipped)).toBeNull()
  })

  it('refuses what is worse than the limit and names the clause', () => {
    for (const k of TIMER_KINDS) {
      const { min, max, clause } = TIMER_RULES[k]
      expect(durationProblem(k, max + 1)).toEqual({
        timer: k,
        code: 'too-long',
        limitMs: max,
        clause,
      })
      expect(durationProblem(k, min - 1)).toMatchObject({ code: 'too-short', limitMs: min })
    }
    expect(durationProblem('T1', 15 * DAY + 1)?.clause).toBe('penalty-8')
    expect(durationProblem('T5', 7 * DAY + 1)?.clause).toBe('seven-day-13')
  })

  it.each([Number.NaN, 1.5, Number.POSITIVE_INFINITY])('refuses %s as a duration', (ms) =>
    expect(durationProblem('T2', ms)?.code).toBe('not-a-duration'),
  )

  it('lets no merchant clock run past the fifteen days of the law', () => {
    for (const k of TIMER_KINDS) {
      const { waitsFor, max } = TIMER_RULES[k]
      if (waitsFor === 'merchant' && k !== 'T12') {
        expect(NOW + max).toBeLessThanOrEqual(hardLimitAt(NOW))
      }
    }
  })
})
