// Deadlines (时限): how long each may run, what stops a worse setting, and the arithmetic of pausing.

import { DAY, HOUR } from './china-time.ts'
import type { Clause } from './clauses.ts'

/** One running clock per aftersale; `b` kinds run while no carrier has reported the delivery. */
export const TIMER_KINDS = [
  'T1', // merchant decides
  'T2', // shopper adds information
  'T3', // shopper posts the goods
  'T4', // shopper answers an offer
  'T5', // merchant receives and inspects, from delivery
  'T5b', // the same, from the waybill, as long as no delivery is reported
  'T6', // shopper answers a refusal
  'T7', // merchant ships
  'T8', // shopper checks what arrived, from delivery
  'T8b', // the same, from shipping, as long as no delivery is reported
  'T9', // money is paid out
  'T10', // shopper checks a payout made outside the system
  'T11', // arbiter gives a verdict
  'T12', // repair is finished
] as const
export type TimerKind = (typeof TIMER_KINDS)[number]

/** Whom a timer waits for. */
export type WaitsFor = 'shopper' | 'merchant' | 'platform'

interface TimerRule {
  readonly waitsFor: WaitsFor
  readonly defaultMs: number
  /** A shop may not set less than `min` or more than `max`; `clause` says on what ground. */
  readonly min: number
  readonly max: number
  readonly clause: Clause
}

const rule = (
  waitsFor: WaitsFor,
  defaultMs: number,
  [min, max]: [number, number],
  clause: Clause,
): TimerRule => ({ waitsFor, defaultMs, min, max, clause })

/**
 * Defaults and limits. Merchant clocks have ceilings from the law (fifteen days without acting is
 * deliberate delay; a refund is due seven days after the goods came back), shopper clocks have floors.
 */
export const TIMER_RULES: Readonly<Record<TimerKind, TimerRule>> = {
  T1: rule('merchant', 48 * HOUR, [HOUR, 15 * DAY], 'penalty-8'),
  T2: rule('shopper', 72 * HOUR, [24 * HOUR, 30 * DAY], 'shop'),
  T3: rule('shopper', 7 * DAY, [7 * DAY, 30 * DAY], 'wechat-timers'),
  T4: rule('shopper', 48 * HOUR, [24 * HOUR, 15 * DAY], 'shop'),
  T5: rule('merchant', 72 * HOUR, [HOUR, 7 * DAY], 'seven-day-13'),
  T5b: rule('merchant', 10 * DAY, [3 * DAY, 15 * DAY], 'penalty-9'),
  T6: rule('shopper', 7 * DAY, [7 * DAY, 30 * DAY], 'wechat-timers'),
  T7: rule('merchant', 72 * HOUR, [HOUR, 15 * DAY], 'penalty-8'),
  T8: rule('shopper', 10 * DAY, [7 * DAY, 30 * DAY], 'shop'),
  T8b: rule('shopper', 15 * DAY, [10 * DAY, 45 * DAY], 'shop'),
  T9: rule('merchant', 72 * HOUR, [HOUR, 7 * DAY], 'seven-day-13'),
  T10: rule('shopper', 7 * DAY, [7 * DAY, 30 * DAY], 'wechat-timers'),
  T11: rule('platform', 7 * DAY, [24 * HOUR, 30 * DAY], 'shop'),
  T12: rule('merchant', 30 * DAY, [24 * HOUR, 30 * DAY], 'repair-time'),
}

/** The decision clock while nothing has been shipped: the shopper only waits for money. */
export const T1_UNSHIPPED_DEFAULT = 24 * HOUR

/** A clock that goes on after a pause runs at least this long, so that nobody is surprised by it. */
export const RESUME_AT_LEAST = 12 * HOUR

/** Durations in ms that a shop has chosen; `T1Unshipped` replaces T1 before anything was shipped. */
export type TimerDurations = Readonly<Record<TimerKind | 'T1Unshipped', number>>

export const DEFAULT_DURATIONS: TimerDurations = {
  T1: TIMER_RULES.T1.defaultMs,
  T1Unshipped: T1_UNSHIPPED_DEFAULT,
  T2: TIMER_RULES.T2.defaultMs,
  T3: TIMER_RULES.T3.defaultMs,
  T4: TIMER_RULES.T4.defaultMs,
  T5: TIMER_RULES.T5.defaultMs,
  T5b: TIMER_RULES.T5b.defaultMs,
  T6: TIMER_RULES.T6.defaultMs,
  T7: TIMER_RULES.T7.defaultMs,
  T8: TIMER_RULES.T8.defaultMs,
  T8b: TIMER_RULES.T8b.defaultMs,
  T9: TIMER_RULES.T9.defaultMs,
  T10: TIMER_RULES.T10.defaultMs,
  T11: TIMER_RULES.T11.defaultMs,
  T12: TIMER_RULES.T12.defaultMs,
}

/** One deadline row. All instants are epoch ms; while `pausedAt` is set the timer cannot fall due. */
export interface Timer {
  readonly kind: TimerKind
  readonly startedAt: number
  readonly dueAt: number
  readonly pausedAt: number | null
}

export function startTimer(
  kind: TimerKind,
  durations: TimerDurations,
  now: number,
  facts: { readonly shipped: boolean } = { shipped: true },
): Timer {
  const setting = kind === 'T1' && !facts.shipped ? 'T1Unshipped' : kind
  return { kind, startedAt: now, dueAt: now + durations[setting], pausedAt: null }
}

/** Stops the clock; pausing twice changes nothing. */
export const pauseTimer = (timer: Timer, now: number): Timer =>
  timer.pausedAt === null ? { ...timer, pausedAt: now } : timer

/** Goes on with what was left, but at least RESUME_AT_LEAST; a running timer is returned as it is. */
export function resumeTimer(timer: Timer, now: number): Timer {
  if (timer.pausedAt === null) return timer
  const left = Math.max(timer.dueAt - timer.pausedAt, RESUME_AT_LEAST)
  return { ...timer, dueAt: now + left, pausedAt: null }
}

export const isDue = (timer: Timer, now: number): boolean =>
  timer.pausedAt === null && now >= timer.dueAt

/** Remaining time as numbers for words: `{ days: 1, hours: 3 }`, never negative. */
export interface Remaining {
  readonly paused: boolean
  readonly overdue: boolean
  readonly days: number
  readonly hours: number
  readonly minutes: number
  /** The largest unit that is not zero: what a short sentence names. */
  readonly unit: 'days' | 'hours' | 'minutes'
  /** Less than a day: pages show it in the warning colour. */
  readonly urgent: boolean
}

/** Minutes are rounded up, so that "0 minutes" is said only when the time is really over. */
export function remaining(timer: Timer, now: number): Remaining {
  const ms = Math.max(0, timer.dueAt - (timer.pausedAt ?? now))
  const totalMinutes = Math.ceil(ms / 60_000)
  const days = Math.floor(totalMinutes / 1_440)
  const hours = Math.floor((totalMinutes % 1_440) / 60)
  return {
    paused: timer.pausedAt !== null,
    overdue: isDue(timer, now),
    days,
    hours,
    minutes: totalMinutes % 60,
    unit: days > 0 ? 'days' : hours > 0 ? 'hours' : 'minutes',
    urgent: ms < DAY,
  }
}

/** When to remind whoever is waited for: at half time and a day before the end; past ones left out. */
export function reminderTimes(timer: Timer, now: number): number[] {
  const half = timer.startedAt + Math.floor((timer.dueAt - timer.startedAt) / 2)
  const times = [half, timer.dueAt - DAY].filter((at) => at > now && at < timer.dueAt)
  return [...new Set(times)].sort((a, b) => a - b)
}

/** Why a duration is refused: outside the limits of its kind. */
export interface DurationProblem {
  readonly timer: keyof TimerDurations
  readonly code: 'too-short' | 'too-long' | 'not-a-duration'
  readonly limitMs: number
  readonly clause: Clause
}

export function durationProblem(timer: keyof TimerDurations, ms: number): DurationProblem | null {
  const { min, max, clause } = TIMER_RULES[timer === 'T1Unshipped' ? 'T1' : timer]
  if (!Number.isSafeInteger(ms)) return { timer, code: 'not-a-duration', limitMs: max, clause }
  if (ms > max) return { timer, code: 'too-long', limitMs: max, clause }
  if (ms < min) return { timer, code: 'too-short', limitMs: min, clause }
  return null
}

/**
 * Fifteen days after a request without acting, without an address or without paying counts as
 * deliberate delay (侵害消费者权益行为处罚办法 art. 8–9): the alarm that no setting can move.
 */
export const hardLimitAt = (requestedAt: number): number => requestedAt + 15 * DAY
