// The aftersale (售后单) and its child documents. Every status change writes one event row in the
// same transaction; version of the case = number of its last event.

import {
  AFTERSALE_STATUSES,
  AFTERSALE_TYPES,
  type AftersaleStatus,
  type AftersaleType,
  CLOSE_REASONS,
  type CloseReason,
  type Grade,
  OFFER_ANSWERS,
  OFFER_KINDS,
  type OfferAnswer,
  type OfferKind,
  type ParcelDirection,
  type ParcelStatus,
  REFUND_STATUSES,
  type RefundStatus,
  type Restock,
} from '@shouhou/shared/domain/aftersale-types'
import type { InspectionFailReason, ReasonCode } from '@shouhou/shared/domain/reasons'
import type { Actor } from '@shouhou/shared/domain/roles'
import { sql } from 'drizzle-orm'
import {
  bigint,
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
import { fen, id, instant, shopId, word, wordList } from '../../db/columns.ts'
import { shoppers } from '../auth/tables.ts'
import { orderLines, orders, payments } from '../orders/tables.ts'

const among = (column: string, words: readonly string[]) =>
  sql.raw(`${column} in (${wordList(words)})`)

/** Counts case numbers, one row a shop and day. */
export const caseNumbers = pgTable(
  'case_numbers',
  { shopId: shopId(), day: text('day').notNull(), last: integer('last').notNull() },
  (t) => [primaryKey({ columns: [t.shopId, t.day] })],
)

/** A saved decision with everything it was made from, so that it can be replayed. */
export const decisions = pgTable(
  'decisions',
  {
    shopId: shopId(),
    id: id().notNull(),
    aftersaleId: uuid('aftersale_id').notNull(),
    policyVersion: integer('policy_version').notNull(),
    facts: jsonb('facts').notNull(),
    verdict: word<'approve' | 'review' | 'refuse'>('verdict').notNull(),
    reasons: jsonb('reasons').$type<string[]>().notNull(),
    trace: jsonb('trace').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.id] }),
    index('decisions_of').on(t.shopId, t.aftersaleId),
  ],
)

export const aftersales = pgTable(
  'aftersales',
  {
    shopId: shopId(),
    id: id().notNull(),
    no: text('no').notNull(),
    orderId: uuid('order_id').notNull(),
    orderNo: text('order_no').notNull(),
    shopperId: uuid('shopper_id').notNull(),
    channel: word<'shopper' | 'staff' | 'api'>('channel').notNull(),
    type: word<AftersaleType>('type').notNull(),
    status: word<AftersaleStatus>('status').notNull(),
    /** Where an offer came from, to go back to when it is declined. */
    previousStatus: word<AftersaleStatus>('previous_status'),
    version: integer('version').notNull(),
    reasonCode: word<ReasonCode>('reason_code').notNull(),
    description: text('description').notNull(),
    receivedGoods: boolean('received_goods').notNull(),
    wantFen: fen('want_fen').notNull(),
    approvedFen: fen('approved_fen'),
    freightFen: fen('freight_fen').notNull(),
    freightPayer: word<'merchant' | 'shopper'>('freight_payer').notNull(),
    /** The calculation behind `want_fen`, part by part. */
    parts: jsonb('parts').notNull(),
    decisionId: uuid('decision_id'),
    attempts: integer('attempts').notNull().default(1),
    offersMade: integer('offers_made').notNull().default(0),
    infoRequests: integer('info_requests').notNull().default(0),
    goodsHeld: boolean('goods_held').notNull().default(false),
    deductionFen: fen('deduction_fen').notNull().default(0),
    statusCode: text('status_code'),
    statusText: text('status_text').notNull().default(''),
    /** Address the goods go back to, frozen at approval. */
    returnAddress: jsonb('return_address').$type<{
      name: string
      phone: string
      address: string
    }>(),
    closeReason: word<CloseReason>('close_reason'),
    /** Of the running timer; null when none runs. Kept here so that the queue is one index. */
    deadlineAt: instant('deadline_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    completedAt: instant('completed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.id] }),
    unique('aftersales_no').on(t.shopId, t.no),
    foreignKey({ columns: [t.shopId, t.orderId], foreignColumns: [orders.shopId, orders.id] }),
    foreignKey({
      columns: [t.shopId, t.shopperId],
      foreignColumns: [shoppers.shopId, shoppers.id],
    }),
    index('aftersales_newest').on(t.shopId, t.createdAt.desc(), t.id.desc()),
    index('aftersales_by_status').on(t.shopId, t.status, t.createdAt.desc(), t.id.desc()),
    index('aftersales_due').on(t.shopId, t.deadlineAt, t.id).where(sql`deadline_at is not null`),
    index('aftersales_of_shopper').on(t.shopId, t.shopperId, t.createdAt.desc(), t.id.desc()),
    index('aftersales_of_order').on(t.shopId, t.orderId),
    index('aftersales_order_no').on(t.shopId, t.orderNo.op('text_pattern_ops')),
    index('aftersales_no_prefix').on(t.shopId, t.no.op('text_pattern_ops')),
    check('aftersales_type', among('type', AFTERSALE_TYPES)),
    check('aftersales_status', among('status', AFTERSALE_STATUSES)),
    check('aftersales_close_reason', among('close_reason', CLOSE_REASONS)),
    check('aftersales_closed_whole', sql`(status = 'CLOSED') = (close_reason is not null)`),
    check(
      'aftersales_money',
      sql`want_fen >= 0 and coalesce(approved_fen, 0) >= 0 and deduction_fen >= 0`,
    ),
  ],
)

export const aftersaleItems = pgTable(
  'aftersale_items',
  {
    shopId: shopId(),
    aftersaleId: uuid('aftersale_id').notNull(),
    lineId: uuid('line_id').notNull(),
    position: integer('position').notNull(),
    quantity: integer('quantity').notNull(),
    quantityReceived: integer('quantity_received'),
    quantityPassed: integer('quantity_passed'),
    /** Share of this line in what is asked for; reserved on the line while the case is open. */
    refundFen: fen('refund_fen').notNull(),
    exchangeSku: text('exchange_sku'),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.aftersaleId, t.lineId] }),
    foreignKey({
      columns: [t.shopId, t.aftersaleId],
      foreignColumns: [aftersales.shopId, aftersales.id],
    }),
    foreignKey({
      columns: [t.shopId, t.lineId],
      foreignColumns: [orderLines.shopId, orderLines.id],
    }),
    index('aftersale_items_of_line').on(t.shopId, t.lineId),
    check(
      'aftersale_items_quantity',
      sql`quantity > 0 and coalesce(quantity_received, 0) between 0 and quantity and coalesce(quantity_passed, 0) between 0 and coalesce(quantity_received, quantity)`,
    ),
    check('aftersale_items_money', sql`refund_fen >= 0`),
  ],
)

/** The one log of a case: gapless by `seq`, written with the change it tells. */
export const aftersaleEvents = pgTable(
  'aftersale_events',
  {
    shopId: shopId(),
    aftersaleId: uuid('aftersale_id').notNull(),
    seq: integer('seq').notNull(),
    id: id().notNull(),
    at: instant('at').notNull(),
    actorRole: word<Actor>('actor_role').notNull(),
    actorId: uuid('actor_id'),
    command: text('command').notNull(),
    fromStatus: word<AftersaleStatus>('from_status'),
    toStatus: word<AftersaleStatus>('to_status').notNull(),
    details: jsonb('details').$type<Record<string, string | number | boolean | null>>().notNull(),
    /** Picked up by whoever passes events on. */
    publishedAt: instant('published_at'),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.aftersaleId, t.seq] }),
    foreignKey({
      columns: [t.shopId, t.aftersaleId],
      foreignColumns: [aftersales.shopId, aftersales.id],
    }),
    index('aftersale_events_unpublished').on(t.at).where(sql`published_at is null`),
    index('aftersale_events_day').on(t.shopId, t.at),
  ],
)

export const TIMER_STATES = ['RUNNING', 'PAUSED', 'FIRED', 'STOPPED'] as const

/** Deadlines of cases: when they started, what they wait for, why they moved. */
export const timers = pgTable(
  'timers',
  {
    shopId: shopId(),
    id: id().notNull(),
    aftersaleId: uuid('aftersale_id').notNull(),
    kind: text('kind').notNull(),
    state: word<(typeof TIMER_STATES)[number]>('state').notNull(),
    startedAt: instant('started_at').notNull(),
    dueAt: instant('due_at').notNull(),
    pausedAt: instant('paused_at'),
    /** Left when it was paused, in ms. */
    remainingMs: bigint('remaining_ms', { mode: 'number' }),
    /** Why it runs, is paused or stopped: the command behind it. */
    reason: text('reason').notNull(),
    firedAt: instant('fired_at'),
    /** Failed tries to fire; the next one waits until `retry_at`. */
    attempts: integer('attempts').notNull().default(0),
    retryAt: instant('retry_at'),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.id] }),
    foreignKey({
      columns: [t.shopId, t.aftersaleId],
      foreignColumns: [aftersales.shopId, aftersales.id],
    }),
    index('timers_of').on(t.shopId, t.aftersaleId),
    index('timers_due').on(t.dueAt).where(sql`state = 'RUNNING'`),
    check('timers_state', among('state', TIMER_STATES)),
    check(
      'timers_paused',
      sql`(state = 'PAUSED') = (paused_at is not null and remaining_ms is not null)`,
    ),
  ],
)

export const offers = pgTable(
  'offers',
  {
    shopId: shopId(),
    id: id().notNull(),
    aftersaleId: uuid('aftersale_id').notNull(),
    kind: word<OfferKind>('kind').notNull(),
    type: word<AftersaleType>('type'),
    amountFen: fen('amount_fen'),
    text: text('text').notNull(),
    answer: word<OfferAnswer>('answer').notNull(),
    madeAt: instant('made_at').notNull(),
    answeredAt: instant('answered_at'),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.id] }),
    foreignKey({
      columns: [t.shopId, t.aftersaleId],
      foreignColumns: [aftersales.shopId, aftersales.id],
    }),
    index('offers_of').on(t.shopId, t.aftersaleId),
    check('offers_kind', among('kind', OFFER_KINDS)),
    check('offers_answer', among('answer', OFFER_ANSWERS)),
  ],
)

export const parcels = pgTable(
  'parcels',
  {
    shopId: shopId(),
    id: id().notNull(),
    aftersaleId: uuid('aftersale_id').notNull(),
    direction: word<ParcelDirection>('direction').notNull(),
    carrier: text('carrier').notNull(),
    waybillNo: text('waybill_no').notNull(),
    status: word<ParcelStatus>('status').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.id] }),
    foreignKey({
      columns: [t.shopId, t.aftersaleId],
      foreignColumns: [aftersales.shopId, aftersales.id],
    }),
    index('parcels_of').on(t.shopId, t.aftersaleId),
    index('parcels_waybill').on(t.shopId, t.waybillNo),
  ],
)

export const inspections = pgTable(
  'inspections',
  {
    shopId: shopId(),
    id: id().notNull(),
    aftersaleId: uuid('aftersale_id').notNull(),
    lineId: uuid('line_id').notNull(),
    passed: boolean('passed').notNull(),
    quantity: integer('quantity').notNull(),
    grade: word<Grade>('grade'),
    restock: word<Restock>('restock'),
    reason: word<InspectionFailReason>('reason'),
    deductionFen: fen('deduction_fen').notNull(),
    note: text('note').notNull(),
    inspectorId: uuid('inspector_id').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.id] }),
    foreignKey({
      columns: [t.shopId, t.aftersaleId, t.lineId],
      foreignColumns: [aftersaleItems.shopId, aftersaleItems.aftersaleId, aftersaleItems.lineId],
    }),
    index('inspections_of').on(t.shopId, t.aftersaleId),
  ],
)

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
    provider: word<'manual'>('provider').notNull(),
    status: word<RefundStatus>('status').notNull(),
    attempts: integer('attempts').notNull().default(0),
    reference: text('reference'),
    failText: text('fail_text'),
    /** Staff member whose approval or confirmation stands behind it; null when a rule approved. */
    confirmedBy: uuid('confirmed_by'),
    requestedAt: instant('requested_at').notNull(),
    succeededAt: instant('succeeded_at'),
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
    index('refunds_queue').on(t.shopId, t.status, t.requestedAt, t.id),
    check('refunds_amount', sql`amount_fen > 0`),
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

export const notes = pgTable(
  'notes',
  {
    shopId: shopId(),
    id: id().notNull(),
    aftersaleId: uuid('aftersale_id').notNull(),
    authorId: uuid('author_id').notNull(),
    text: text('text').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.id] }),
    foreignKey({
      columns: [t.shopId, t.aftersaleId],
      foreignColumns: [aftersales.shopId, aftersales.id],
    }),
    index('notes_of').on(t.shopId, t.aftersaleId, t.at),
  ],
)

export const ratings = pgTable(
  'ratings',
  {
    shopId: shopId(),
    aftersaleId: uuid('aftersale_id').notNull(),
    attitude: integer('attitude').notNull(),
    speed: integer('speed').notNull(),
    overall: integer('overall').notNull(),
    tags: jsonb('tags').$type<string[]>().notNull(),
    comment: text('comment').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.aftersaleId] }),
    foreignKey({
      columns: [t.shopId, t.aftersaleId],
      foreignColumns: [aftersales.shopId, aftersales.id],
    }),
    index('ratings_newest').on(t.shopId, t.at.desc(), t.aftersaleId.desc()),
    check(
      'ratings_range',
      sql`attitude between 1 and 5 and speed between 1 and 5 and overall between 1 and 5`,
    ),
  ],
)
