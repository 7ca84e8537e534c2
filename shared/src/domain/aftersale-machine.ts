// The machine over the transition table: may this be done, what becomes of the case, which clock runs.
// Pure: facts and input in, a decision with its reason out.

import type { Command } from './aftersale-commands.ts'
import { type Change, DESTINATIONS } from './aftersale-destinations.ts'
import type { AftersaleFacts, CommandInput } from './aftersale-facts.ts'
import { type DenialCode, GUARDS, type GuardName } from './aftersale-guards.ts'
import { TRANSITIONS, type Transition } from './aftersale-transitions.ts'
import {
  type AftersaleStatus,
  type CloseReason,
  isEnd,
  type Offers,
  SHOP_OFFERS,
} from './aftersale-types.ts'
import { DAY } from './china-time.ts'
import { type Actor, ROLES, type Role } from './roles.ts'
import { TIMER_RULES, type TimerKind, type WaitsFor } from './timers.ts'

/**
 * What to do with the clocks of the aftersale. At most one runs and at most one is parked.
 * `replace` ends both and starts `kind` (none at an end), `park` pauses the running one and starts
 * `kind`, `resume` ends the running one and lets the parked one go on, `again` starts the running
 * kind once more for ALARM_AGAIN_AFTER.
 */
export type ClockPlan =
  | { readonly act: 'keep' }
  | { readonly act: 'replace'; readonly kind: TimerKind | null }
  | { readonly act: 'park'; readonly kind: TimerKind }
  | { readonly act: 'resume'; readonly kind: TimerKind }
  | { readonly act: 'again'; readonly kind: TimerKind }

/** How long after a missed deadline the alarm sounds again, in ms. */
export const ALARM_AGAIN_AFTER = DAY

export interface Allowed {
  readonly ok: true
  readonly command: Command
  readonly from: AftersaleStatus | null
  readonly to: AftersaleStatus
  /** The facts from now on: store all of them. */
  readonly facts: AftersaleFacts
  readonly clock: ClockPlan
  /** Set when, and only when, `to` is CLOSED. */
  readonly closeReason: CloseReason | null
}
export interface Denied {
  readonly ok: false
  /** Problem code of the API. */
  readonly code: DenialCode
  /** Finer, stable word: the guard that failed, or `ended`, `wrong-status`, `not-your-role`. */
  readonly why: GuardName | 'ended' | 'wrong-status' | 'not-your-role'
}

/** May `actor` do `command` now? Never throws; what is missing is named. */
export function decide(
  facts: AftersaleFacts,
  command: Command,
  actor: Actor,
  input: CommandInput = {},
  offers: Offers = SHOP_OFFERS,
): Allowed | Denied {
  const found = find(facts, command, actor)
  if ('ok' in found) return found
  const scene = { facts, input, actor, offers }
  const failed = found.guards.find((name) => !GUARDS[name].holds(scene))
  if (failed) return { ok: false, code: GUARDS[failed].code, why: failed }
  return outcome(found, facts, input)
}

function find(facts: AftersaleFacts, command: Command, actor: Actor): Transition | Denied {
  const rows = TRANSITIONS.filter((row) => row.command === command && row.by.includes(actor))
  if (rows.length === 0) return { ok: false, code: 'not-allowed', why: 'not-your-role' }
  const row = rows.find(({ from }) => from.includes(facts.status))
  if (row) return row
  const ended = facts.status !== null && isEnd(facts.status)
  return { ok: false, code: 'wrong-status', why: ended ? 'ended' : 'wrong-status' }
}

function outcome(row: Transition, facts: AftersaleFacts, input: CommandInput): Allowed {
  const change: Change =
    typeof row.to === 'string' ? { status: row.to } : DESTINATIONS[row.to.by].go(facts, input)
  const to = change.status
  const after = { ...facts, ...memory(row, facts, to), ...row.change(facts, input), ...change }
  return {
    ok: true,
    command: row.command,
    from: facts.status,
    to,
    facts: after,
    clock: clockPlan(row, facts, after),
    closeReason: to === 'CLOSED' ? row.closes : null,
  }
}

/** Remembers where an interruption came from, and forgets what means nothing in the next status. */
function memory(row: Transition, facts: AftersaleFacts, to: AftersaleStatus) {
  if (to === facts.status && row.clock !== 'restart') return {}
  const disputed = to === 'DISPUTED'
  const interrupts = disputed || to === 'OFFER_SENT' || to === 'NEED_INFO'
  return {
    previousStatus: interrupts ? facts.status : null,
    offer: null,
    deductionOffered: false,
    delivered: facts.delivered && (disputed || to === 'INSPECTING' || to === 'OFFER_SENT'),
    reshipping: interrupts || to === 'AWAIT_RESHIP' || to === 'RESHIPPED' ? facts.reshipping : null,
    offlinePayout: facts.offlinePayout && disputed,
  }
}

function clockPlan(row: Transition, before: AftersaleFacts, after: AftersaleFacts): ClockPlan {
  const kind = timerFor(after)
  if (kind === null) return { act: 'replace', kind }
  const interrupts = after.status === 'OFFER_SENT' || after.status === 'NEED_INFO'
  if (row.clock === 'again') return { act: 'again', kind }
  if (row.clock === 'park' && interrupts) return { act: 'park', kind }
  if (row.clock === 'resume' && after.status === before.previousStatus)
    return { act: 'resume', kind }
  if (row.clock === 'next' && timerFor(before) === kind) return { act: 'keep' }
  return { act: 'replace', kind }
}

const STATUS_TIMERS: Readonly<Record<AftersaleStatus, TimerKind | null>> = {
  PENDING_REVIEW: 'T1',
  NEED_INFO: 'T2',
  OFFER_SENT: 'T4',
  AWAIT_RETURN: 'T3',
  RETURN_SHIPPED: 'T5b',
  INSPECTING: 'T5',
  INSPECTION_FAILED: 'T6',
  REPAIRING: 'T12',
  AWAIT_RESHIP: 'T7',
  RESHIPPED: 'T8b',
  REFUNDING: 'T9',
  REFUND_ABNORMAL: 'T9',
  REJECTED: 'T6',
  DISPUTED: 'T11',
  COMPLETED: null,
  CLOSED: null,
}

/** The clock that runs in this situation; null before the application and at an end. */
export function timerFor({ status, delivered, offlinePayout }: AftersaleFacts): TimerKind | null {
  if (status === null) return null
  if (status === 'RETURN_SHIPPED' && delivered) return 'T5'
  if (status === 'RESHIPPED' && delivered) return 'T8'
  if (status === 'REFUNDING' && offlinePayout) return 'T10'
  return STATUS_TIMERS[status]
}

/** What the system does when a clock runs out. */
export const TIMER_COMMANDS: Readonly<Record<TimerKind, Command>> = {
  T1: 'timeoutDecision',
  T2: 'timeoutInfo',
  T3: 'timeoutReturn',
  T4: 'timeoutOffer',
  T5: 'timeoutInspection',
  T5b: 'timeoutInspection',
  T6: 'timeoutAppeal',
  T7: 'timeoutReship',
  T8: 'timeoutReceipt',
  T8b: 'timeoutReceipt',
  T9: 'timeoutPayout',
  T10: 'timeoutPayoutCheck',
  T11: 'missDeadline',
  T12: 'timeoutRepair',
}

/**
 * The clock `kind` has run out. The same guards hold as for a person; where they forbid the usual
 * end, the platform steps in, and where no arbiter is offered, people get an alarm. Denied only when
 * the aftersale has ended or another clock runs by now.
 */
export function fireTimer(
  facts: AftersaleFacts,
  kind: TimerKind,
  offers: Offers = SHOP_OFFERS,
): Allowed | Denied {
  if (timerFor(facts) !== kind) return { ok: false, code: 'wrong-status', why: 'wrong-status' }
  const usual = decide(facts, TIMER_COMMANDS[kind], 'system', {}, offers)
  if (usual.ok) return usual
  const escalated = decide(facts, 'escalate', 'system', {}, offers)
  return escalated.ok ? escalated : decide(facts, 'missDeadline', 'system', {}, offers)
}

/** What a command would cause, for the sentence under a button. Guards are not looked at. */
export interface Consequence {
  readonly to: AftersaleStatus
  readonly closeReason: CloseReason | null
  readonly timer: TimerKind | null
  readonly waitsFor: WaitsFor | null
  /** What the system does, and where that leads, if then nobody acts; null at an end. */
  readonly ifNobodyActs: { readonly command: Command; readonly to: AftersaleStatus } | null
}

export function whatHappens(
  command: Command,
  facts: AftersaleFacts,
  input: CommandInput = {},
): Consequence | null {
  const row = TRANSITIONS.find((r) => r.command === command && r.from.includes(facts.status))
  if (!row) return null
  const { to, facts: after, closeReason } = outcome(row, facts, input)
  return { to, closeReason, ...nobodyActs(after) }
}

/** The running clock of a situation and what happens when it runs out. */
export function nobodyActs(
  facts: AftersaleFacts,
): Pick<Consequence, 'timer' | 'waitsFor' | 'ifNobodyActs'> {
  const timer = timerFor(facts)
  if (timer === null) return { timer, waitsFor: null, ifNobodyActs: null }
  const fired = fireTimer(facts, timer)
  const ifNobodyActs = fired.ok ? { command: fired.command, to: fired.to } : null
  return { timer, waitsFor: TIMER_RULES[timer].waitsFor, ifNobodyActs }
}

/** A command whose role and status fit; `blockedBy` names a condition that does not hold yet. */
export interface MenuEntry {
  readonly command: Command
  readonly blockedBy: GuardName | null
}

/** Commands of `actor` in this status, those that something else still blocks included. */
export function commandMenu(
  facts: AftersaleFacts,
  actor: Actor,
  offers: Offers = SHOP_OFFERS,
): MenuEntry[] {
  const scene = { facts, input: {}, actor, offers }
  return TRANSITIONS.filter((r) => r.by.includes(actor) && r.from.includes(facts.status)).map(
    ({ command, guards }) => ({
      command,
      blockedBy: guards.find((name) => !GUARDS[name].onInput && !GUARDS[name].holds(scene)) ?? null,
    }),
  )
}

/** Commands that `actor` may give now, given the right input: the buttons. */
export const allowedCommands = (
  facts: AftersaleFacts,
  actor: Actor,
  offers: Offers = SHOP_OFFERS,
): Command[] =>
  commandMenu(facts, actor, offers)
    .filter(({ blockedBy }) => blockedBy === null)
    .map(({ command }) => command)

/** Roles that may ever give a command; none for commands of the system alone. */
export function rolesFor(command: Command): Role[] {
  const rows = TRANSITIONS.filter((row) => row.command === command)
  return ROLES.filter((role) => rows.some((row) => row.by.includes(role)))
}
