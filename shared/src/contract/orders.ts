// Orders: how a shop's own system puts them in, and how shoppers and staff read them.
import { type Static, Type } from 'typebox'
import { AFTERSALE_TYPES } from '../domain/aftersale-types.ts'
import { LIMITS } from '../domain/limits.ts'
import { REASON_CODES } from '../domain/reasons.ts'
import { STAFF_ROLES } from '../domain/roles.ts'
import {
  code,
  Fen,
  Id,
  nullable,
  PageQuery,
  PositiveFen,
  page,
  Quantity,
  Timestamp,
  text,
} from './common.ts'
import { Problem } from './problems.ts'
import { object, oneOf, routes } from './route.ts'

const OrderNo = code(LIMITS.refLength)
const ImageUrl = Type.String({ maxLength: 500, pattern: '^https?://[^\\s<>"]+$' })
const Money = (what: string) => Type.Integer({ ...Fen, description: what })

export const OrderLineIn = object({
  /** The integrator's own line id; stays the same between versions. */
  lineNo: code(LIMITS.refLength),
  sku: code(LIMITS.refLength),
  name: text(LIMITS.titleLength, 1),
  spec: Type.Optional(text(LIMITS.titleLength)),
  image: Type.Optional(ImageUrl),
  category: text(LIMITS.nameLength, 1),
  unitPriceFen: Money('Price of one unit before discounts'),
  paidFen: Money('What was really paid for the whole line, after its share of all discounts'),
  quantity: Quantity,
  /** Seven-day return without a reason applies (false: excluded kind of goods). */
  sevenDayReturn: Type.Boolean(),
  /** When the shopper confirmed the exclusion at purchase; without it an exclusion has no effect. */
  exclusionConfirmedAt: Type.Optional(Timestamp),
  serialNos: Type.Optional(Type.Array(code(LIMITS.refLength), { maxItems: 100 })),
  batchNo: Type.Optional(code(LIMITS.refLength)),
  shippedAt: Type.Optional(Timestamp),
  signedAt: Type.Optional(Timestamp),
})

export const OrderIn = object({
  /** Grows with every change on the integrator's side; an older one never overwrites. */
  version: Type.Integer({ minimum: 1, maximum: 2_000_000_000 }),
  shopper: object({
    phone: Type.Optional(Type.String({ pattern: '^1[3-9][0-9]{9}$' })),
    openid: Type.Optional(
      Type.String({ minLength: 6, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' }),
    ),
    name: Type.Optional(text(LIMITS.nameLength, 1)),
  }),
  recipient: Type.Optional(
    object({
      name: text(LIMITS.nameLength, 1),
      phone: Type.String({ minLength: 5, maxLength: 20, pattern: '^[0-9+ -]+$' }),
      address: text(LIMITS.addressLength, 1),
    }),
  ),
  placedAt: Timestamp,
  paidAt: Timestamp,
  shippedAt: Type.Optional(Timestamp),
  signedAt: Type.Optional(Timestamp),
  lines: Type.Array(OrderLineIn, { minItems: 1, maxItems: LIMITS.linesPerOrder }),
  discounts: Type.Optional(
    Type.Array(
      object({
        name: text(LIMITS.nameLength, 1),
        amountFen: PositiveFen,
        /** Goods total from which the discount holds; 0 when it always does. */
        thresholdFen: Fen,
        /** Lines it covers; all when left out. */
        lineNos: Type.Optional(
          Type.Array(code(LIMITS.refLength), { maxItems: LIMITS.linesPerOrder }),
        ),
      }),
      { maxItems: 20 },
    ),
  ),
  gifts: Type.Optional(
    Type.Array(
      object({
        sku: code(LIMITS.refLength),
        name: text(LIMITS.titleLength, 1),
        quantity: Quantity,
        /** Declared price of one gift; deducted when a gift is kept. */
        declaredFen: Fen,
        /** The line it was given for; the whole order when left out. */
        forLineNo: Type.Optional(code(LIMITS.refLength)),
      }),
      { maxItems: LIMITS.giftsPerOrder },
    ),
  ),
  freight: object({
    paidFen: Fen,
    /** Full price had the free-freight threshold not been met. */
    fullFen: Fen,
    freeFromFen: Type.Optional(Fen),
  }),
  payments: Type.Array(
    object({
      paymentNo: code(LIMITS.refLength),
      method: oneOf(['WECHAT_PAY', 'ALIPAY', 'BANK_CARD', 'BALANCE', 'OTHER']),
      paidFen: PositiveFen,
    }),
    { minItems: 1, maxItems: 10 },
  ),
})
export type OrderIn = Static<typeof OrderIn>

/** What can be applied for on one line, until when, and why not. */
export const LineEligibility = object({
  type: oneOf(AFTERSALE_TYPES),
  allowed: Type.Boolean(),
  until: nullable(Timestamp),
  /** The same for the seven-day right without a reason alone; null also when that is over. */
  noReasonUntil: nullable(Timestamp),
  /** Reason words from the policy; pages put them into sentences. */
  why: Type.Array(Type.String()),
  clause: nullable(Type.String()),
  /** Reasons that can be given now; empty when not allowed. */
  reasons: Type.Array(oneOf(REASON_CODES)),
})

export const OrderLine = object({
  id: Id,
  lineNo: Type.String(),
  sku: Type.String(),
  name: Type.String(),
  spec: Type.String(),
  image: nullable(Type.String()),
  category: Type.String(),
  unitPriceFen: Fen,
  paidFen: Fen,
  quantity: Quantity,
  /** Units in open or completed aftersales. */
  quantityTaken: Type.Integer({ minimum: 0 }),
  refundedFen: Fen,
  shippedAt: nullable(Timestamp),
  signedAt: nullable(Timestamp),
  sevenDayReturn: Type.Boolean(),
  eligibility: Type.Array(LineEligibility),
})
export type OrderLine = Static<typeof OrderLine>

export const Order = object({
  id: Id,
  orderNo: Type.String(),
  version: Type.Integer({ minimum: 1 }),
  placedAt: Timestamp,
  paidAt: Timestamp,
  shippedAt: nullable(Timestamp),
  signedAt: nullable(Timestamp),
  goodsFen: Fen,
  discountFen: Fen,
  freightFen: Fen,
  paidFen: Fen,
  recipientMasked: nullable(
    object({ name: Type.String(), phone: Type.String(), address: Type.String() }),
  ),
  lines: Type.Array(OrderLine),
  gifts: Type.Array(
    object({
      /** Names the gift in applications and calculations. */
      ref: Type.String(),
      sku: Type.String(),
      name: Type.String(),
      quantity: Quantity,
      /** Declared price of one; kept when the gift does not come back. */
      declaredFen: Fen,
      /** The line it came with; null: the whole order. */
      forLineId: nullable(Id),
    }),
  ),
  /** Aftersales of this order, newest first. */
  aftersales: Type.Array(
    object({ id: Id, no: Type.String(), type: oneOf(AFTERSALE_TYPES), status: Type.String() }),
  ),
})
export type Order = Static<typeof Order>

export const OrderSummary = object({
  id: Id,
  orderNo: Type.String(),
  placedAt: Timestamp,
  shippedAt: nullable(Timestamp),
  signedAt: nullable(Timestamp),
  paidFen: Fen,
  lines: Type.Array(
    object({
      name: Type.String(),
      spec: Type.String(),
      image: nullable(Type.String()),
      quantity: Quantity,
    }),
  ),
  openAftersales: Type.Integer({ minimum: 0 }),
  /** What the rules allow now for at least one line. */
  allowed: Type.Array(oneOf(AFTERSALE_TYPES)),
})

/** `created` the first time, `updated` for a newer version, `unchanged` for the same again. */
export const ORDER_OUTCOMES = ['created', 'updated', 'unchanged'] as const
const OrderNoParams = object({ orderNo: OrderNo })
const putProblems = ['order-impossible', 'order-locked', 'order-outdated'] as const

export const orderRoutes = routes({
  'PUT /orders/:orderNo': {
    summary: 'Put an order in, or a newer version of it',
    allow: ['integrator'],
    scope: 'orders:write',
    idempotency: 'natural',
    bodyBytes: 2 * 1024 * 1024,
    params: OrderNoParams,
    body: OrderIn,
    success: {
      status: 200,
      body: object({ orderNo: Type.String(), outcome: oneOf(ORDER_OUTCOMES) }),
    },
    problems: putProblems,
  },
  'POST /orders/batch': {
    summary: 'Put up to 500 orders in; each has its own result',
    allow: ['integrator'],
    scope: 'orders:write',
    idempotency: 'natural',
    perMinute: 60,
    bodyBytes: 8 * 1024 * 1024,
    body: object({
      orders: Type.Array(object({ orderNo: OrderNo, order: Type.Unknown() }), {
        minItems: 1,
        maxItems: LIMITS.ordersPerBatch,
      }),
    }),
    success: {
      status: 200,
      body: object({
        results: Type.Array(
          object({
            orderNo: Type.String(),
            outcome: oneOf([...ORDER_OUTCOMES, 'refused']),
            problem: Type.Optional(Problem),
          }),
        ),
      }),
    },
    problems: [],
  },
  'GET /orders': {
    summary: 'My orders, or those of the shop',
    allow: ['shopper', ...STAFF_ROLES, 'integrator'],
    scope: 'orders:read',
    owner: 'shopper',
    idempotency: 'safe',
    query: object({ ...PageQuery, q: Type.Optional(text(LIMITS.searchLength, 1)) }),
    success: { status: 200, body: page(OrderSummary) },
    problems: [],
  },
  'GET /orders/:orderNo': {
    summary: 'One order, with what can be applied for on each line',
    allow: ['shopper', ...STAFF_ROLES, 'integrator'],
    scope: 'orders:read',
    owner: 'shopper',
    idempotency: 'safe',
    params: OrderNoParams,
    success: { status: 200, body: Order },
    problems: ['not-found'],
  },
})
