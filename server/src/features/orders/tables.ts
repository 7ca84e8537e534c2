// Orders as the shop's own system put them in, and what aftersales have reserved of them.
// The CHECKs here are why no race can give back more than was paid or take units twice.
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { fen, id, instant, shopId, word } from '../../db/columns.ts'
import { shoppers } from '../auth/tables.ts'

export interface StoredDiscount {
  readonly name: string
  readonly amountFen: number
  readonly thresholdFen: number
  readonly lineNos?: readonly string[]
}
export interface StoredGift {
  readonly sku: string
  readonly name: string
  readonly quantity: number
  readonly declaredFen: number
  readonly forLineNo?: string
}

export const orders = pgTable(
  'orders',
  {
    shopId: shopId(),
    id: id().notNull(),
    orderNo: text('order_no').notNull(),
    /** The integrator's version; an older one never overwrites. */
    version: integer('version').notNull(),
    /** Of the whole order as received: the same again changes nothing. */
    fingerprint: text('fingerprint').notNull(),
    shopperId: uuid('shopper_id').notNull(),
    recipientSealed: text('recipient_sealed'),
    placedAt: instant('placed_at').notNull(),
    paidAt: instant('paid_at').notNull(),
    shippedAt: instant('shipped_at'),
    signedAt: instant('signed_at'),
    discounts: jsonb('discounts').$type<StoredDiscount[]>().notNull(),
    gifts: jsonb('gifts').$type<StoredGift[]>().notNull(),
    freightPaidFen: fen('freight_paid_fen').notNull(),
    freightFullFen: fen('freight_full_fen').notNull(),
    freightFreeFromFen: fen('freight_free_from_fen'),
    /** Freight given back or promised back. */
    freightReservedFen: fen('freight_reserved_fen').notNull().default(0),
    /** All payments together, and what of them is given back or promised back. */
    paidFen: fen('paid_fen').notNull(),
    refundReservedFen: fen('refund_reserved_fen').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.id] }),
    unique('orders_no').on(t.shopId, t.orderNo),
    foreignKey({
      columns: [t.shopId, t.shopperId],
      foreignColumns: [shoppers.shopId, shoppers.id],
    }),
    index('orders_no_prefix').on(t.shopId, t.orderNo.op('text_pattern_ops')),
    index('orders_newest').on(t.shopId, t.placedAt, t.id),
    index('orders_of_shopper').on(t.shopId, t.shopperId, t.placedAt, t.id),
    check('orders_refund_within_paid', sql`refund_reserved_fen between 0 and paid_fen`),
    check('orders_freight_within_paid', sql`freight_reserved_fen between 0 and freight_paid_fen`),
  ],
)

export const orderLines = pgTable(
  'order_lines',
  {
    shopId: shopId(),
    id: id().notNull(),
    orderId: uuid('order_id').notNull(),
    position: integer('position').notNull(),
    lineNo: text('line_no').notNull(),
    sku: text('sku').notNull(),
    name: text('name').notNull(),
    spec: text('spec').notNull(),
    image: text('image'),
    category: text('category').notNull(),
    unitPriceFen: fen('unit_price_fen').notNull(),
    /** Really paid for the whole line, after its share of all discounts. */
    paidFen: fen('paid_fen').notNull(),
    quantity: integer('quantity').notNull(),
    sevenDayReturn: boolean('seven_day_return').notNull(),
    exclusionConfirmedAt: instant('exclusion_confirmed_at'),
    serialNos: jsonb('serial_nos').$type<string[]>().notNull(),
    batchNo: text('batch_no'),
    shippedAt: instant('shipped_at'),
    signedAt: instant('signed_at'),
    /** Units in open or completed aftersales. */
    quantityTaken: integer('quantity_taken').notNull().default(0),
    /** Given back or promised back of `paid_fen`. */
    refundReservedFen: fen('refund_reserved_fen').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.id] }),
    unique('order_lines_no').on(t.shopId, t.orderId, t.lineNo),
    foreignKey({ columns: [t.shopId, t.orderId], foreignColumns: [orders.shopId, orders.id] }),
    check('order_lines_units', sql`quantity_taken between 0 and quantity`),
    check('order_lines_refund_within_paid', sql`refund_reserved_fen between 0 and paid_fen`),
    check('order_lines_positive', sql`quantity > 0 and paid_fen >= 0 and unit_price_fen >= 0`),
  ],
)

export const payments = pgTable(
  'payments',
  {
    shopId: shopId(),
    id: id().notNull(),
    orderId: uuid('order_id').notNull(),
    position: integer('position').notNull(),
    paymentNo: text('payment_no').notNull(),
    method: word<'WECHAT_PAY' | 'ALIPAY' | 'BANK_CARD' | 'BALANCE' | 'OTHER'>('method').notNull(),
    paidFen: fen('paid_fen').notNull(),
    refundReservedFen: fen('refund_reserved_fen').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.id] }),
    unique('payments_no').on(t.shopId, t.orderId, t.paymentNo),
    foreignKey({ columns: [t.shopId, t.orderId], foreignColumns: [orders.shopId, orders.id] }),
    check('payments_refund_within_paid', sql`refund_reserved_fen between 0 and paid_fen`),
  ],
)
