// The words of an aftersale (售后单): types, statuses, ends, and the kinds its child documents come in.

/** What a shopper can ask for. */
export const AFTERSALE_TYPES = [
  'REFUND_ONLY',
  'RETURN_REFUND',
  'EXCHANGE',
  'REPAIR',
  'RESEND',
  'PRICE_PROTECT',
  'COMPENSATION',
] as const
export type AftersaleType = (typeof AFTERSALE_TYPES)[number]

/** Types that shops can serve today; asking for another is answered with `type-not-offered`. */
export const OFFERED_TYPES = ['REFUND_ONLY', 'RETURN_REFUND', 'EXCHANGE'] as const
export type OfferedType = (typeof OFFERED_TYPES)[number]

export const isOfferedType = (type: AftersaleType): type is OfferedType =>
  (OFFERED_TYPES as readonly AftersaleType[]).includes(type)

/** What an installation serves of all that the transition table knows. */
export interface Offers {
  readonly types: readonly AftersaleType[]
  /** Whether an arbiter of the platform steps in; without one, people of the shop get alarms. */
  readonly disputes: boolean
}
export const SHOP_OFFERS: Offers = { types: OFFERED_TYPES, disputes: false }

/** The main status. Only COMPLETED and CLOSED are ends, and an end never moves again. */
export const AFTERSALE_STATUSES = [
  'PENDING_REVIEW',
  'NEED_INFO',
  'OFFER_SENT',
  'AWAIT_RETURN',
  'RETURN_SHIPPED',
  'INSPECTING',
  'INSPECTION_FAILED',
  'REPAIRING',
  'AWAIT_RESHIP',
  'RESHIPPED',
  'REFUNDING',
  'REFUND_ABNORMAL',
  'REJECTED',
  'DISPUTED',
  'COMPLETED',
  'CLOSED',
] as const
export type AftersaleStatus = (typeof AFTERSALE_STATUSES)[number]

export const END_STATUSES = ['COMPLETED', 'CLOSED'] as const
export type EndStatus = (typeof END_STATUSES)[number]

export const isEnd = (status: AftersaleStatus): status is EndStatus =>
  (END_STATUSES as readonly AftersaleStatus[]).includes(status)

/** Statuses that still hold units of an order line: everything that is not an end. */
export const OPEN_STATUSES: readonly AftersaleStatus[] = AFTERSALE_STATUSES.filter((s) => !isEnd(s))

/** Why an aftersale ended as CLOSED. */
export const CLOSE_REASONS = [
  'SHOPPER_CANCELLED',
  'SHOPPER_TIMEOUT',
  'REFUSAL_FINAL',
  'GOODS_SENT_BACK',
  'DISPUTE_CLOSED',
  'FORCED',
] as const
export type CloseReason = (typeof CLOSE_REASONS)[number]

/** What an offer of the merchant changes (协商). The accepted terms replace the asked ones. */
export const OFFER_KINDS = ['CHANGE_TYPE', 'CHANGE_AMOUNT', 'KEEP_ITEM', 'CANCEL'] as const
export type OfferKind = (typeof OFFER_KINDS)[number]

export const OFFER_ANSWERS = ['OPEN', 'ACCEPTED', 'DECLINED', 'EXPIRED'] as const
export type OfferAnswer = (typeof OFFER_ANSWERS)[number]

/** What leaves for the shopper: a new unit, the goods that were sent in, or those after repair. */
export const RESHIPMENTS = ['REPLACEMENT', 'ORIGINAL', 'REPAIRED'] as const
export type Reshipment = (typeof RESHIPMENTS)[number]

/** What an arbiter may decide. */
export const VERDICTS = ['REFUND', 'RETURN', 'RESHIP', 'CLOSE'] as const
export type Verdict = (typeof VERDICTS)[number]

export const REPAIR_MODES = ['MAIL_IN', 'CARRY_IN', 'ON_SITE'] as const
export type RepairMode = (typeof REPAIR_MODES)[number]

export const PARCEL_DIRECTIONS = ['RETURN', 'RESHIP'] as const
export type ParcelDirection = (typeof PARCEL_DIRECTIONS)[number]

export const PARCEL_STATUSES = [
  'BOOKED',
  'COLLECTED',
  'MOVING',
  'DELIVERING',
  'SIGNED',
  'ABNORMAL',
  'REFUSED',
  'RETURNED',
] as const
export type ParcelStatus = (typeof PARCEL_STATUSES)[number]

/** State of goods after inspection: A as new, B opened, C used or flawed, D cannot be sold. */
export const GRADES = ['A', 'B', 'C', 'D'] as const
export type Grade = (typeof GRADES)[number]

/** Where inspected goods go. `FLAWED` must be resold marked as such (七日无理由退货办法 art. 25). */
export const RESTOCKS = ['NEW', 'FLAWED', 'SCRAP', 'BACK_TO_SHOPPER'] as const
export type Restock = (typeof RESTOCKS)[number]

export const REFUND_STATUSES = [
  'PLANNED',
  'SUBMITTED',
  'PROCESSING',
  'SUCCEEDED',
  'ABNORMAL',
  'CLOSED',
] as const
export type RefundStatus = (typeof REFUND_STATUSES)[number]
