// Refunds and their double-entry ledger. The uniques and CHECKs here are why no retry pays twice.
import { REFUND_STATUSES, type RefundStatus } from '@shouhou/shared/domain/aftersale-types'
import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { fen, id, instant, shopId, word } from '../../db/columns.ts'
import { orders, payments } from '../orders/tables.ts'
import { aftersales, among } from './tables.ts'

export const REFUND_PROVIDERS = ['manual', 'offline'] as const
export type RefundProviderName = (typeof REFUND_PROVIDERS)[number]

export const refunds = pgTable(
  'refunds',
  {
    shopId: shopId(),
    id: id().notNull(),
    aftersaleId: uuid('aftersale_id').notNull(),
    orderId: uuid('order_id').notNull(),
    /** Minted once with the row and never again: every retry uses it. */
    refundNo: text('refund_no').notNull(),
    amountFen: fen('amount_fen').notNull(),
    /** Who moves the money; `offline` once staff recorded a payout past the provider. */
    provider: word<RefundProviderName>('provider').notNull(),
    status: word<RefundStatus>('status').notNull(),
    attempts: integer('attempts').notNull().default(0),
    reference: text('reference'),
    failText: text('fail_text'),
    /** Staff member who confirmed or recorded the payout. */
    confirmedBy: uuid('confirmed_by'),
    requestedAt: instant('requested_at').notNull(),
    succeededAt: instant('succeeded_at'),
    /** Sorts lists: refunds still to be paid first, the longest waiting before the others. */
    queueKey: bigint('queue_key', { mode: 'number' })
      .notNull()
      .generatedAlwaysAs(
        sql`(extract(epoch from requested_at at time zone 'UTC') * 1000)::bigint + case when status in ('SUCCEEDED', 'CLOSED') then 100000000000000 else 0 end`,
      ),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.id] }),
    unique('refunds_no').on(t.shopId, t.refundNo),
    /** One refund a case: approving twice cannot pay twice. */
    unique('refunds_of').on(t.shopId, t.aftersaleId),
    foreignKey({
      columns: [t.shopId, t.aftersaleId],
      foreignColumns: [aftersales.shopId, aftersales.id],
    }),
    foreignKey({ columns: [t.shopId, t.orderId], foreignColumns: [orders.shopId, orders.id] }),
    index('refunds_queue').on(t.shopId, t.queueKey, t.id),
    index('refunds_by_status').on(t.shopId, t.status, t.queueKey, t.id),
    index('refunds_paid').on(t.shopId, t.succeededAt, t.id).where(sql`succeeded_at is not null`),
    check('refunds_amount', sql`amount_fen >= 0`),
    check('refunds_provider', among('provider', REFUND_PROVIDERS)),
    check('refunds_status', among('status', REFUND_STATUSES)),
    check('refunds_succeeded', sql`(status = 'SUCCEEDED') = (succeeded_at is not null)`),
  ],
)

/** A refund over the order's lines and payments; sums are kept by the invariants. */
export const refundSplits = pgTable(
  'refund_splits',
  {
    shopId: shopId(),
    refundId: uuid('refund_id').notNull(),
    paymentId: uuid('payment_id').notNull(),
    amountFen: fen('amount_fen').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.refundId, t.paymentId] }),
    foreignKey({ columns: [t.shopId, t.refundId], foreignColumns: [refunds.shopId, refunds.id] }),
    foreignKey({
      columns: [t.shopId, t.paymentId],
      foreignColumns: [payments.shopId, payments.id],
    }),
    check('refund_splits_amount', sql`amount_fen > 0`),
  ],
)

export const LEDGER_ACCOUNTS = ['refund_liability', 'sales_returns', 'cash_out'] as const

/** Double entry: the rows of one transaction sum to zero, and none is ever changed. */
export const ledgerEntries = pgTable(
  'ledger_entries',
  {
    shopId: shopId(),
    id: id().notNull(),
    transactionId: uuid('transaction_id').notNull(),
    refundId: uuid('refund_id').notNull(),
    account: word<(typeof LEDGER_ACCOUNTS)[number]>('account').notNull(),
    amountFen: fen('amount_fen').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.id] }),
    foreignKey({ columns: [t.shopId, t.refundId], foreignColumns: [refunds.shopId, refunds.id] }),
    index('ledger_of_refund').on(t.shopId, t.refundId),
    check('ledger_account', among('account', LEDGER_ACCOUNTS)),
    check('ledger_amount', sql`amount_fen <> 0`),
  ],
)
