// Which notices follow from a step of a case. Nobody is told about what they did themselves.
import type { Command } from './aftersale-commands.ts'
import type { AftersaleStatus } from './aftersale-types.ts'
import { type NoticeEvent, noticeRule } from './notice-events.ts'
import { type Actor, isStaff } from './roles.ts'
import type { TimerKind } from './timers.ts'

/** One row of the log of a case. */
export interface Step {
  readonly command: Command
  readonly actor: Actor
  readonly from: AftersaleStatus | null
  readonly to: AftersaleStatus
  /** The case moves money: an exchange that is completed has no refund to tell of. */
  readonly refunds: boolean
}

/** The one thing to say about commands that say more than where they lead. */
const BY_COMMAND: Partial<Record<Command, NoticeEvent>> = {
  autoApprove: 'APPROVED',
  approve: 'APPROVED',
  timeoutDecision: 'APPROVED',
  reject: 'REFUSED',
  offer: 'OFFERED',
  requestInfo: 'INFO_ASKED',
  receiveReturn: 'GOODS_RECEIVED',
  passInspection: 'INSPECTION_PASSED',
  timeoutInspection: 'INSPECTION_PASSED',
  failInspection: 'INSPECTION_FAILED',
  shipReplacement: 'GOODS_SENT',
  recordOfflinePayout: 'PAYOUT_RECORDED',
}

/** What the shopper reads when a case arrives somewhere else. */
const BY_ARRIVAL: Partial<Record<AftersaleStatus, NoticeEvent>> = {
  REFUNDING: 'REFUND_STARTED',
  REFUND_ABNORMAL: 'REFUND_DELAYED',
  CLOSED: 'CASE_ENDED',
}

function shopperEvent({ command, to, from, refunds }: Step): NoticeEvent | null {
  if (to === 'COMPLETED') return refunds ? 'REFUND_SUCCEEDED' : 'CASE_ENDED'
  const told = BY_COMMAND[command]
  if (told) return told
  return to === from ? null : (BY_ARRIVAL[to] ?? null)
}

/** Shoppers' acts that somebody of the shop has to look at. */
const ANSWERS: readonly Command[] = [
  'supplyInfo',
  'edit',
  'acceptOffer',
  'declineOffer',
  'acceptDeduction',
  'askGoodsBack',
]

function staffEvents({ command, to, from }: Step): NoticeEvent[] {
  const events: NoticeEvent[] = []
  if (command === 'apply') events.push('NEW_CASE')
  if (ANSWERS.includes(command)) events.push('SHOPPER_ANSWERED')
  if (command === 'shipReturn') events.push('PARCEL_COMING')
  if (command === 'missDeadline') events.push('DEADLINE_MISSED')
  if (to === from) return events
  if (to === 'AWAIT_RESHIP') events.push('RESHIP_DUE')
  if (to === 'REFUNDING' && command !== 'recordOfflinePayout') events.push('REFUND_DUE')
  if (to === 'REFUND_ABNORMAL') events.push('REFUND_FAILED')
  return events
}

/** Everybody's notices of one step. Staff are told of what shoppers, clocks and programs did. */
export function noticesOfStep(step: Step): NoticeEvent[] {
  const forShopper = step.actor === 'shopper' ? null : shopperEvent(step)
  // A refund to pay concerns other people than the one who approved it.
  const forStaff = staffEvents(step).filter(
    (event) => !isStaff(step.actor) || noticeRule(event).topic !== 'WORK' || event === 'RESHIP_DUE',
  )
  return forShopper ? [forShopper, ...forStaff] : forStaff
}

const NEAR: Partial<Record<TimerKind, NoticeEvent>> = {
  T1: 'DECISION_NEAR',
  T5: 'GOODS_NEAR',
  T5b: 'GOODS_NEAR',
  T7: 'GOODS_NEAR',
  T9: 'PAYOUT_NEAR',
  T12: 'DECISION_NEAR',
  T2: 'DEADLINE_NEAR',
  T3: 'DEADLINE_NEAR',
  T4: 'DEADLINE_NEAR',
  T6: 'DEADLINE_NEAR',
  T8: 'DEADLINE_NEAR',
  T8b: 'DEADLINE_NEAR',
  T10: 'DEADLINE_NEAR',
}

/** Who is reminded of a clock; null where nobody of the installation can act on it. */
export const reminderOf = (kind: TimerKind): NoticeEvent | null => NEAR[kind] ?? null
