// Aftersales (售后单) as readers see them: the case, its summary, its timeline, its child documents.
import { type Static, Type } from 'typebox'
import {
  AFTERSALE_STATUSES,
  AFTERSALE_TYPES,
  CLOSE_REASONS,
  GRADES,
  OFFER_ANSWERS,
  OFFER_KINDS,
  PARCEL_DIRECTIONS,
  PARCEL_STATUSES,
  REFUND_STATUSES,
  RESTOCKS,
} from '../domain/aftersale-types.ts'
import { INSPECTION_FAIL_REASONS, REASON_CODES } from '../domain/reasons.ts'
import { REFUND_PART_CODES } from '../domain/refund-order.ts'
import { Fen, Id, nullable, Quantity, Timestamp, Version } from './common.ts'
import { object, oneOf } from './route.ts'
import { Media } from './uploads.ts'

const Address = object({ name: Type.String(), phone: Type.String(), address: Type.String() })

/** One amount of the calculation and why it is there. */
export const QuotePart = object({
  code: oneOf(REFUND_PART_CODES),
  lineId: nullable(Id),
  /** Discount or gift it is about. */
  ref: nullable(Type.String()),
  /** Negative for a deduction. */
  fen: Type.Integer(),
})
/** One rule of the policy, what it saw and what it said. */
export const TraceStep = object({
  rule: Type.String(),
  fact: Type.String(),
  threshold: Type.String(),
  /** How to read `fact` and `threshold`. */
  unit: oneOf(['word', 'count', 'fen', 'instant', 'percent']),
  outcome: oneOf(['pass', 'review', 'refuse']),
  clause: nullable(Type.String()),
})
export const Decision = object({
  verdict: oneOf(['approve', 'review', 'refuse']),
  reasons: Type.Array(Type.String()),
  trace: Type.Array(TraceStep),
  policyVersion: Type.Integer({ minimum: 1 }),
  at: Timestamp,
})
export type Decision = Static<typeof Decision>

export const Quote = object({
  refundFen: Fen,
  goodsFen: Fen,
  freightFen: Fen,
  parts: Type.Array(QuotePart),
  /** Who pays the carriage of the goods coming back. */
  freightPayer: oneOf(['merchant', 'shopper']),
  decision: Decision,
  /** Time the merchant has to answer, or null when it is decided at once. */
  answerBy: nullable(Timestamp),
})
export type Quote = Static<typeof Quote>

export const Deadline = object({
  kind: Type.String(),
  startedAt: Timestamp,
  dueAt: Timestamp,
  paused: Type.Boolean(),
  waitsFor: oneOf(['shopper', 'merchant', 'platform']),
  /** The command that the system carries out when nobody acts. */
  ifNobodyActs: nullable(Type.String()),
  /** The status that command leads to; the same one for an alarm. */
  leadsTo: nullable(oneOf(AFTERSALE_STATUSES)),
})

export const AftersaleItem = object({
  lineId: Id,
  sku: Type.String(),
  name: Type.String(),
  spec: Type.String(),
  image: nullable(Type.String()),
  quantity: Quantity,
  quantityReceived: nullable(Type.Integer({ minimum: 0 })),
  quantityPassed: nullable(Type.Integer({ minimum: 0 })),
  refundFen: Fen,
  exchangeSku: nullable(Type.String()),
})

export const Parcel = object({
  direction: oneOf(PARCEL_DIRECTIONS),
  carrier: Type.String(),
  waybillNo: Type.String(),
  status: oneOf(PARCEL_STATUSES),
  at: Timestamp,
})

export const Offer = object({
  id: Id,
  kind: oneOf(OFFER_KINDS),
  type: nullable(oneOf(AFTERSALE_TYPES)),
  amountFen: nullable(Fen),
  text: Type.String(),
  expiresAt: Timestamp,
  answer: oneOf(OFFER_ANSWERS),
})

export const RefundView = object({
  id: Id,
  refundNo: Type.String(),
  amountFen: Fen,
  status: oneOf(REFUND_STATUSES),
  requestedAt: Timestamp,
  succeededAt: nullable(Timestamp),
  reference: nullable(Type.String()),
})

export const Rating = object({
  attitude: Type.Integer({ minimum: 1, maximum: 5 }),
  speed: Type.Integer({ minimum: 1, maximum: 5 }),
  overall: Type.Integer({ minimum: 1, maximum: 5 }),
  tags: Type.Array(Type.String()),
  comment: Type.String(),
  at: Timestamp,
})

export const Inspection = object({
  lineId: Id,
  grade: nullable(oneOf(GRADES)),
  restock: nullable(oneOf(RESTOCKS)),
  passed: Type.Boolean(),
  reason: nullable(oneOf(INSPECTION_FAIL_REASONS)),
  deductionFen: Fen,
  note: Type.String(),
})

/** What happened last, without its words. */
export const LastEvent = object({
  at: Timestamp,
  actor: Type.String({ description: 'Role, or system' }),
  command: Type.String(),
})

export const AftersaleSummary = object({
  id: Id,
  no: Type.String(),
  orderNo: Type.String(),
  type: oneOf(AFTERSALE_TYPES),
  status: oneOf(AFTERSALE_STATUSES),
  version: Version,
  reasonCode: oneOf(REASON_CODES),
  refundFen: Fen,
  /** First goods line and how many more there are. */
  goods: object({ name: Type.String(), image: nullable(Type.String()), lines: Type.Integer() }),
  shopperName: Type.String(),
  deadline: nullable(Deadline),
  last: LastEvent,
  /** How often the shop has let a deadline pass. */
  missedDeadlines: Type.Integer({ minimum: 0 }),
  /** Commands the caller may give now: the buttons. */
  allowedCommands: Type.Array(Type.String()),
  /** For staff: what the rules say, and which of them want a person to look first. */
  advice: nullable(
    object({ verdict: oneOf(['approve', 'review', 'refuse']), look: Type.Array(Type.String()) }),
  ),
  createdAt: Timestamp,
  updatedAt: Timestamp,
})
export type AftersaleSummary = Static<typeof AftersaleSummary>

export const Aftersale = object({
  id: Id,
  no: Type.String(),
  orderNo: Type.String(),
  type: oneOf(AFTERSALE_TYPES),
  status: oneOf(AFTERSALE_STATUSES),
  version: Version,
  reasonCode: oneOf(REASON_CODES),
  description: Type.String(),
  receivedGoods: Type.Boolean(),
  /** Asked for before anything had left the shop, and goods have left it since. */
  sentSince: Type.Boolean(),
  /** Gifts that the shopper keeps, by the order's `ref`. */
  giftsKept: Type.Array(Type.String()),
  items: Type.Array(AftersaleItem),
  wantFen: Fen,
  approvedFen: nullable(Fen),
  parts: Type.Array(QuotePart),
  freightPayer: oneOf(['merchant', 'shopper']),
  attempts: Type.Integer({ minimum: 1 }),
  decision: nullable(Decision),
  deadline: nullable(Deadline),
  /** Where the goods go back to; set by approval. */
  returnAddress: nullable(Address),
  /** What was asked for or said in the present status: the question of NEED_INFO, the refusal. */
  statusNote: nullable(object({ code: nullable(Type.String()), text: Type.String() })),
  offer: nullable(Offer),
  parcels: Type.Array(Parcel),
  inspections: Type.Array(Inspection),
  refunds: Type.Array(RefundView),
  media: Type.Array(Media),
  rating: nullable(Rating),
  rateUntil: nullable(Timestamp),
  closeReason: nullable(oneOf(CLOSE_REASONS)),
  /** The case this one was split off from at inspection, and those split off from it. */
  linked: Type.Array(
    object({
      id: Id,
      no: Type.String(),
      status: oneOf(AFTERSALE_STATUSES),
      parent: Type.Boolean(),
    }),
  ),
  /** Commands the caller may give now: the buttons. */
  allowedCommands: Type.Array(Type.String()),
  shopper: object({ id: Id, name: Type.String(), phoneMasked: nullable(Type.String()) }),
  createdAt: Timestamp,
  updatedAt: Timestamp,
  completedAt: nullable(Timestamp),
})
export type Aftersale = Static<typeof Aftersale>

export const TimelineEntry = object({
  seq: Type.Integer({ minimum: 1 }),
  at: Timestamp,
  actor: Type.String({ description: 'Role, or system' }),
  actorName: Type.String(),
  command: Type.String(),
  from: nullable(oneOf(AFTERSALE_STATUSES)),
  to: oneOf(AFTERSALE_STATUSES),
  /** Reason code, amounts in fen, texts, waybill: what the command said. */
  details: Type.Record(
    Type.String(),
    Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]),
  ),
  media: Type.Array(Media),
})
export type TimelineEntry = Static<typeof TimelineEntry>

export const Note = object({ id: Id, at: Timestamp, author: Type.String(), text: Type.String() })

/** The order of a case as it was paid, for the desk. */
export const PaidOrder = object({
  placedAt: Timestamp,
  paidAt: Timestamp,
  shippedAt: nullable(Timestamp),
  signedAt: nullable(Timestamp),
  /** List price of all goods; minus discounts plus freight it is what was paid. */
  goodsFen: Fen,
  discounts: Type.Array(object({ name: Type.String(), amountFen: Fen, thresholdFen: Fen })),
  freightFen: Fen,
  paidFen: Fen,
  /** Given back or promised back by now, over all cases. */
  refundedFen: Fen,
  lines: Type.Array(
    object({
      lineId: Id,
      name: Type.String(),
      spec: Type.String(),
      quantity: Quantity,
      unitPriceFen: Fen,
      /** What was really paid for the line, after its share of all discounts. */
      paidFen: Fen,
      refundedFen: Fen,
    }),
  ),
  payments: Type.Array(
    object({
      paymentNo: Type.String(),
      method: Type.String(),
      paidFen: Fen,
      refundedFen: Fen,
    }),
  ),
  gifts: Type.Array(object({ name: Type.String(), quantity: Quantity, declaredFen: Fen })),
})
export type PaidOrder = Static<typeof PaidOrder>

/** The shopper's past with this shop, for the desk. */
export const ShopperHistory = object({
  orders: Type.Integer(),
  aftersales: Type.Integer(),
  refundedFen: Type.Integer(),
  /** Share of orders with an aftersale, in percent. */
  ratePercent: Type.Integer(),
  recent: Type.Array(AftersaleSummary, { maxItems: 10 }),
})

export const DeskView = object({
  notes: Type.Array(Note, { maxItems: 200 }),
  order: PaidOrder,
  history: ShopperHistory,
})

export const CaseCounts = object({
  items: Type.Array(object({ status: oneOf(AFTERSALE_STATUSES), count: Type.Integer() })),
  /** Open ones that wait for whoever asks. */
  todo: Type.Integer(),
  /** Open ones with a deadline that has passed, now or before. */
  overdue: Type.Integer(),
  dueIn4h: Type.Integer(),
  dueIn24h: Type.Integer(),
})
