// The transition table of an aftersale: who may do what in which status, where it leads, which clock runs.
// Server, buttons, labels and the diagram in docs all read this one table.

import type { Command } from './aftersale-commands.ts'
import type { DestinationName } from './aftersale-destinations.ts'
import type { AftersaleFacts, CommandInput } from './aftersale-facts.ts'
import type { GuardName } from './aftersale-guards.ts'
import { type AftersaleStatus, type CloseReason, OPEN_STATUSES } from './aftersale-types.ts'
import { type Actor, DECIDERS, GOODS_HANDLERS, OVERRIDERS, PAYERS } from './roles.ts'

/**
 * What becomes of the running clock. `next`: the new status's clock starts, the same kind runs on.
 * `restart`: starts anew even if of the same kind. `park`: pauses until `resume`. `again`: an alarm,
 * the same clock starts once more.
 */
export type ClockMove = 'next' | 'restart' | 'park' | 'resume' | 'again'

export interface Transition {
  readonly command: Command
  /** Null stands for "does not exist yet". */
  readonly from: readonly (AftersaleStatus | null)[]
  readonly by: readonly Actor[]
  readonly to: AftersaleStatus | { readonly by: DestinationName }
  readonly guards: readonly GuardName[]
  readonly clock: ClockMove
  /** Recorded when the case ends as CLOSED. */
  readonly closes: CloseReason | null
  /** Facts that change beside the status. */
  readonly change: (facts: AftersaleFacts, input: CommandInput) => Partial<AftersaleFacts>
}

const unchanged = () => ({})

function row(
  command: Command,
  from: Transition['from'],
  by: readonly Actor[],
  to: AftersaleStatus | DestinationName,
  rest: Partial<Pick<Transition, 'guards' | 'clock' | 'closes' | 'change'>> = {},
): Transition {
  const isStatus = to === to.toUpperCase()
  const target = isStatus ? (to as AftersaleStatus) : { by: to as DestinationName }
  return {
    command,
    from,
    by,
    to: target,
    guards: [],
    clock: 'next',
    closes: null,
    change: unchanged,
    ...rest,
  }
}

const SHOPPER: readonly Actor[] = ['shopper']
const SYSTEM: readonly Actor[] = ['system']
const TECHNICIANS: readonly Actor[] = ['technician', 'manager', 'owner']
const openBut = (...not: AftersaleStatus[]) => OPEN_STATUSES.filter((s) => !not.includes(s))

/** Goods are in the shop's hands from now on. */
const heldNow = { goodsHeld: true, parcelUnderWay: false }
const paid = () => ({ goodsHeld: false, moneyUnderWay: false })
const approval: readonly GuardName[] = ['return-address', 'amount-within-refundable']

export const TRANSITIONS: readonly Transition[] = [
  // Asking and answering
  row('apply', [null], ['shopper', 'integrator', ...DECIDERS], 'PENDING_REVIEW', {
    guards: ['type-offered', 'amount-within-refundable'],
    change: () => ({ attempts: 1 }),
  }),
  row('autoApprove', ['PENDING_REVIEW'], SYSTEM, 'approved', { guards: approval }),
  row('requestInfo', ['PENDING_REVIEW'], DECIDERS, 'NEED_INFO', {
    guards: ['info-requests-left', 'words-given'],
    clock: 'park',
    change: (f) => ({ infoRequests: f.infoRequests + 1 }),
  }),
  row('supplyInfo', ['NEED_INFO'], SHOPPER, 'previous', { clock: 'resume' }),
  row('timeoutInfo', ['NEED_INFO'], SYSTEM, 'CLOSED', { closes: 'SHOPPER_TIMEOUT' }),
  row('approve', ['PENDING_REVIEW', 'REJECTED'], DECIDERS, 'approved', { guards: approval }),
  row('timeoutDecision', ['PENDING_REVIEW'], SYSTEM, 'approved', {
    guards: [...approval, 'nothing-sent-since'],
  }),
  row('reject', ['PENDING_REVIEW'], DECIDERS, 'REJECTED', { guards: ['refusal-reasoned'] }),
  row(
    'edit',
    ['PENDING_REVIEW', 'NEED_INFO', 'OFFER_SENT', 'AWAIT_RETURN', 'REJECTED'],
    SHOPPER,
    'PENDING_REVIEW',
    {
      guards: [
        'attempts-left',
        'no-parcel-under-way',
        'no-goods-held',
        'type-offered',
        'amount-within-refundable',
      ],
      clock: 'restart',
      change: (f, input) => ({ attempts: f.attempts + 1, type: input.type ?? f.type }),
    },
  ),
  row(
    'cancel',
    ['PENDING_REVIEW', 'NEED_INFO', 'OFFER_SENT', 'AWAIT_RETURN', 'REJECTED'],
    SHOPPER,
    'CLOSED',
    {
      guards: ['no-parcel-under-way', 'no-goods-held'],
      closes: 'SHOPPER_CANCELLED',
    },
  ),

  // Negotiating
  row('offer', ['PENDING_REVIEW', 'INSPECTING'], DECIDERS, 'OFFER_SENT', {
    guards: ['offers-left', 'type-offered', 'offer-possible', 'amount-within-refundable'],
    clock: 'park',
    change: (f, { offer }) => ({
      offersMade: f.offersMade + 1,
      offer: { kind: offer?.kind ?? 'CANCEL', type: offer?.type ?? f.type, silence: 'decline' },
    }),
  }),
  row('acceptOffer', ['OFFER_SENT'], SHOPPER, 'offerTaken', {
    guards: ['return-address'],
    closes: 'SHOPPER_CANCELLED',
  }),
  row('declineOffer', ['OFFER_SENT'], SHOPPER, 'previous', { clock: 'resume' }),
  row('timeoutOffer', ['OFFER_SENT'], SYSTEM, 'offerLapsed', { clock: 'resume' }),

  // Goods on their way back
  row('shipReturn', ['AWAIT_RETURN'], ['shopper', 'integrator'], 'RETURN_SHIPPED', {
    guards: ['waybill-valid'],
    change: () => ({ parcelUnderWay: true, delivered: false }),
  }),
  row('timeoutReturn', ['AWAIT_RETURN'], SYSTEM, 'CLOSED', {
    guards: ['no-parcel-under-way'],
    closes: 'SHOPPER_TIMEOUT',
  }),
  row('waiveReturn', ['AWAIT_RETURN'], DECIDERS, 'served', { guards: ['no-parcel-under-way'] }),
  row('reportDelivered', ['RETURN_SHIPPED', 'RESHIPPED'], ['system', 'integrator'], 'same', {
    guards: ['not-yet-delivered'],
    change: () => ({ delivered: true }),
  }),
  row('receiveReturn', ['RETURN_SHIPPED'], ['system', ...GOODS_HANDLERS], 'INSPECTING', {
    guards: ['received-counted'],
    change: (_, { lines }) => ({
      ...heldNow,
      goodsHeld: lines === undefined || lines.some((line) => line.received > 0),
    }),
  }),

  // Inspecting
  row('passInspection', ['INSPECTING', 'INSPECTION_FAILED'], GOODS_HANDLERS, 'served', {
    guards: ['passed-counted'],
  }),
  row('timeoutInspection', ['RETURN_SHIPPED', 'INSPECTING'], SYSTEM, 'served', {
    guards: ['goods-arrived'],
    change: () => heldNow,
  }),
  row('failInspection', ['INSPECTING'], GOODS_HANDLERS, 'INSPECTION_FAILED', {
    guards: ['failure-proved', 'amount-within-refundable'],
    change: (_, { amountFen }) => ({ deductionOffered: (amountFen ?? 0) > 0 }),
  }),
  row('acceptDeduction', ['INSPECTION_FAILED'], SHOPPER, 'REFUNDING', {
    guards: ['money-type', 'deduction-offered'],
  }),
  row('askGoodsBack', ['INSPECTION_FAILED'], SHOPPER, 'sentBack', { guards: ['goods-held'] }),
  row('timeoutAppeal', ['INSPECTION_FAILED', 'REJECTED'], SYSTEM, 'closed', {
    closes: 'REFUSAL_FINAL',
  }),

  // Repairing
  row('finishRepair', ['REPAIRING'], TECHNICIANS, 'repaired'),
  row('declareUnrepairable', ['REPAIRING'], TECHNICIANS, 'refundInstead', { clock: 'park' }),
  row('timeoutRepair', ['REPAIRING'], SYSTEM, 'refundInstead', { clock: 'park' }),

  // Goods to the shopper
  row('shipReplacement', ['AWAIT_RESHIP'], [...GOODS_HANDLERS, 'integrator'], 'RESHIPPED', {
    guards: ['waybill-valid'],
    change: () => ({ goodsHeld: false, delivered: false }),
  }),
  row('reportOutOfStock', ['AWAIT_RESHIP'], ['agent', ...GOODS_HANDLERS], 'refundInstead', {
    guards: ['replacement-due'],
    clock: 'park',
  }),
  row('timeoutReship', ['AWAIT_RESHIP'], SYSTEM, 'refundInstead', {
    guards: ['replacement-due'],
    clock: 'park',
  }),
  row('confirmReceipt', ['RESHIPPED'], SHOPPER, 'arrived', { closes: 'GOODS_SENT_BACK' }),
  row('timeoutReceipt', ['RESHIPPED'], SYSTEM, 'arrived', { closes: 'GOODS_SENT_BACK' }),
  row('reportNotReceived', ['RESHIPPED'], SHOPPER, 'DISPUTED', { guards: ['disputes-offered'] }),

  // Money
  row('refundSucceeded', ['REFUNDING', 'REFUND_ABNORMAL'], ['system', ...PAYERS], 'COMPLETED', {
    guards: ['no-payout-recorded', 'reference-given'],
    change: paid,
  }),
  row('refundSucceeded', ['DISPUTED'], SYSTEM, 'COMPLETED', { change: paid }),
  row('refundFailed', ['REFUNDING'], ['system', ...PAYERS], 'REFUND_ABNORMAL', {
    guards: ['no-payout-recorded'],
    clock: 'restart',
    change: () => ({ moneyUnderWay: false }),
  }),
  row('timeoutPayout', ['REFUNDING'], SYSTEM, 'REFUND_ABNORMAL', {
    guards: ['no-payout-recorded'],
    clock: 'restart',
  }),
  row('retryRefund', ['REFUND_ABNORMAL'], PAYERS, 'REFUNDING', {
    guards: ['no-money-under-way'],
    clock: 'restart',
  }),
  row('recordOfflinePayout', ['REFUND_ABNORMAL'], PAYERS, 'REFUNDING', {
    guards: ['no-money-under-way', 'reference-given'],
    change: () => ({ offlinePayout: true }),
  }),
  row('confirmPayout', ['REFUNDING'], SHOPPER, 'COMPLETED', {
    guards: ['payout-recorded'],
    change: paid,
  }),
  row('timeoutPayoutCheck', ['REFUNDING'], SYSTEM, 'COMPLETED', {
    guards: ['payout-recorded'],
    change: paid,
  }),
  row('reportNotReceived', ['REFUNDING'], SHOPPER, 'DISPUTED', {
    guards: ['payout-recorded', 'disputes-offered'],
  }),

  // Stepping in
  row('openDispute', ['INSPECTION_FAILED', 'REJECTED'], SHOPPER, 'DISPUTED', {
    guards: ['disputes-offered'],
  }),
  row('escalate', openBut('DISPUTED'), ['system', 'arbiter'], 'DISPUTED', {
    guards: ['disputes-offered'],
  }),
  row('settleDispute', ['DISPUTED'], ['arbiter'], 'verdict', {
    guards: ['disputes-offered', 'verdict-possible'],
    closes: 'DISPUTE_CLOSED',
  }),
  row('forceClose', openBut('RETURN_SHIPPED'), OVERRIDERS, 'CLOSED', {
    guards: [
      'no-goods-held',
      'no-parcel-under-way',
      'no-money-under-way',
      'no-payout-recorded',
      'words-given',
    ],
    closes: 'FORCED',
  }),
  row('forceRefund', openBut('REFUNDING', 'REFUND_ABNORMAL'), OVERRIDERS, 'REFUNDING', {
    guards: ['amount-given', 'amount-within-refundable', 'words-given'],
  }),
  row('missDeadline', OPEN_STATUSES, SYSTEM, 'same', {
    clock: 'again',
    change: (f) => ({ missedDeadlines: f.missedDeadlines + 1 }),
  }),
]
