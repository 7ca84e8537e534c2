// The aftersale (售后单) and its child documents. Every status change writes one event row in the
// same transaction; version of the case = number of its last event.

import type { OpenOffer } from '@shouhou/shared/domain/aftersale-facts'
import {
  AFTERSALE_STATUSES,
  AFTERSALE_TYPES,
  type AftersaleStatus,
  type AftersaleType,
  CLOSE_REASONS,
  type CloseReason,
  type RepairMode,
  type Reshipment,
} from '@shouhou/shared/domain/aftersale-types'
import type { AssessFacts, TraceStep } from '@shouhou/shared/domain/assess'
import { DECIDING_COMMANDS } from '@shouhou/shared/domain/queue'
import type { ReasonCode } from '@shouhou/shared/domain/reasons'
import type { RefundPart } from '@shouhou/shared/domain/refund-order'
import type { Actor } from '@shouhou/shared/domain/roles'
import { TIMER_KINDS, type TimerKind } from '@shouhou/shared/domain/timers'
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
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { fen, id, instant, shopId, word, wordList } from '../../db/columns.ts'
import { shoppers } from '../auth/tables.ts'
import { orderLines, orders, payments } from '../orders/tables.ts'

/** A CHECK that a column holds one of our words. */
export const among = (column: string, words: readonly string[]) =>
  sql.raw(`${column} in (${wordList(words)})`)

/** A saved decision with everything it was made from, so that it can be replayed. */
export const decisions = pgTable(
  'decisions',
  {
    shopId: shopId(),
    id: id().notNull(),
    aftersaleId: uuid('aftersale_id').notNull(),
    policyVersion: integer('policy_version').notNull(),
    facts: jsonb('facts').$type<AssessFacts>().notNull(),
    verdict: word<'approve' | 'review' | 'refuse'>('verdict').notNull(),
    reasons: jsonb('reasons').$type<string[]>().notNull(),
    trace: jsonb('trace').$type<readonly TraceStep[]>().notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.id] }),
    index('decisions_of').on(t.shopId, t.aftersaleId),
    index('decisions_newest').on(t.shopId, t.at),
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
    /** Where an offer, a question or a dispute was opened from. */
    previousStatus: word<AftersaleStatus>('previous_status'),
    version: integer('version').notNull(),
    /** The case this one was split off from at inspection. */
    parentId: uuid('parent_id'),
    reasonCode: word<ReasonCode>('reason_code').notNull(),
    description: text('description').notNull(),
    receivedGoods: boolean('received_goods').notNull(),
    /** Nothing that this (or its last edit) asks money for had left the shop by then. */
    askedUnsent: boolean('asked_unsent').notNull(),
    /** Gifts that the shopper keeps, by ref; every calculation of the case counts them. */
    giftsKept: jsonb('gifts_kept').$type<readonly string[]>().notNull().default([]),
    wantFen: fen('want_fen').notNull(),
    /** Set by approval; from then on this is what the case will pay. */
    approvedFen: fen('approved_fen'),
    /** Promised of the order's payments: items + freight; 0 while no money moves, and when closed. */
    reservedFen: fen('reserved_fen').notNull(),
    freightFen: fen('freight_fen').notNull(),
    freightPayer: word<'merchant' | 'shopper'>('freight_payer').notNull(),
    /** The calculation behind `reserved_fen`, part by part. */
    parts: jsonb('parts').$type<readonly RefundPart[]>().notNull(),
    decisionId: uuid('decision_id'),
    attempts: integer('attempts').notNull(),
    offersMade: integer('offers_made').notNull(),
    infoRequests: integer('info_requests').notNull(),
    missedDeadlines: integer('missed_deadlines').notNull(),
    openOffer: jsonb('open_offer').$type<OpenOffer>(),
    parcelUnderWay: boolean('parcel_under_way').notNull(),
    delivered: boolean('delivered').notNull(),
    goodsHeld: boolean('goods_held').notNull(),
    reshipping: word<Reshipment>('reshipping'),
    deductionOffered: boolean('deduction_offered').notNull(),
    /** What would be kept back if the shopper accepts. */
    deductionFen: fen('deduction_fen').notNull(),
    offlinePayout: boolean('offline_payout').notNull(),
    repairMode: word<RepairMode>('repair_mode'),
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
    foreignKey({ columns: [t.shopId, t.parentId], foreignColumns: [t.shopId, t.id] }),
    index('aftersales_newest').on(t.shopId, t.createdAt, t.id),
    index('aftersales_by_status').on(t.shopId, t.status, t.createdAt, t.id),
    index('aftersales_open')
      .on(t.shopId, t.createdAt, t.id)
      .where(sql`status not in ('COMPLETED', 'CLOSED')`),
    // What waits and what is due is counted from this index alone.
    index('aftersales_open_counts')
      .on(t.shopId, t.status, t.deadlineAt, t.missedDeadlines, t.offlinePayout)
      .where(sql`status not in ('COMPLETED', 'CLOSED')`),
    index('aftersales_due_by_status')
      .on(t.shopId, t.status, t.deadlineAt, t.id)
      .where(sql`deadline_at is not null`),
    index('aftersales_by_type').on(t.shopId, t.type, t.createdAt, t.id),
    index('aftersales_by_reason').on(t.shopId, t.reasonCode, t.createdAt, t.id),
    index('aftersales_due').on(t.shopId, t.deadlineAt, t.id).where(sql`deadline_at is not null`),
    index('aftersales_of_shopper').on(t.shopId, t.shopperId, t.createdAt, t.id),
    index('aftersales_children').on(t.shopId, t.parentId).where(sql`parent_id is not null`),
    index('aftersales_of_order').on(t.shopId, t.orderId),
    index('aftersales_order_no').on(t.shopId, t.orderNo.op('text_pattern_ops')),
    index('aftersales_no_prefix').on(t.shopId, t.no.op('text_pattern_ops')),
    check('aftersales_type', among('type', AFTERSALE_TYPES)),
    check('aftersales_status', among('status', AFTERSALE_STATUSES)),
    check('aftersales_close_reason', among('close_reason', CLOSE_REASONS)),
    check('aftersales_closed_whole', sql`(status = 'CLOSED') = (close_reason is not null)`),
    check(
      'aftersales_money',
      sql`want_fen >= 0 and coalesce(approved_fen, 0) >= 0 and deduction_fen >= 0 and freight_fen between 0 and reserved_fen`,
    ),
    check('aftersales_closed_frees', sql`status <> 'CLOSED' or reserved_fen = 0`),
    check(
      'aftersales_ends_without_deadline',
      sql`(status in ('COMPLETED', 'CLOSED')) = (deadline_at is null)`,
    ),
    check('aftersales_completed_at', sql`(status = 'COMPLETED') = (completed_at is not null)`),
  ],
)

export const aftersaleItems = pgTable(
  'aftersale_items',
  {
    shopId: shopId(),
    aftersaleId: uuid('aftersale_id').notNull(),
    lineId: uuid('line_id').notNull(),
    position: integer('position').notNull(),
    /** 0 where only money of an earlier refund comes back: a deduction on this line has ended. */
    quantity: integer('quantity').notNull(),
    quantityReceived: integer('quantity_received'),
    quantityPassed: integer('quantity_passed'),
    /** Share of this line in what is promised; reserved on the line until the case is closed. */
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
      sql`quantity >= 0 and coalesce(quantity_received, 0) between 0 and quantity and coalesce(quantity_passed, 0) between 0 and coalesce(quantity_received, quantity)`,
    ),
    check('aftersale_items_money', sql`refund_fen >= 0`),
  ],
)

/** Share of each payment in what a case promises; refund splits are copied from here. */
export const aftersalePayments = pgTable(
  'aftersale_payments',
  {
    shopId: shopId(),
    aftersaleId: uuid('aftersale_id').notNull(),
    paymentId: uuid('payment_id').notNull(),
    amountFen: fen('amount_fen').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.aftersaleId, t.paymentId] }),
    foreignKey({
      columns: [t.shopId, t.aftersaleId],
      foreignColumns: [aftersales.shopId, aftersales.id],
    }),
    foreignKey({
      columns: [t.shopId, t.paymentId],
      foreignColumns: [payments.shopId, payments.id],
    }),
    index('aftersale_payments_of_payment').on(t.shopId, t.paymentId),
    check('aftersale_payments_amount', sql`amount_fen > 0`),
  ],
)

/** What a command said, for people: codes, amounts in fen, words. */
export type EventDetails = Readonly<Record<string, string | number | boolean | null>>

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
    details: jsonb('details').$type<EventDetails>().notNull(),
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
    // Decisions by day: figures, and the cases behind them.
    index('aftersale_events_decided')
      .on(t.shopId, t.at, t.command, t.aftersaleId)
      .where(among('command', Object.values(DECIDING_COMMANDS).flat())),
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
    kind: word<TimerKind>('kind').notNull(),
    state: word<(typeof TIMER_STATES)[number]>('state').notNull(),
    startedAt: instant('started_at').notNull(),
    dueAt: instant('due_at').notNull(),
    pausedAt: instant('paused_at'),
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
    uniqueIndex('timers_one_running').on(t.shopId, t.aftersaleId).where(sql`state = 'RUNNING'`),
    uniqueIndex('timers_one_paused').on(t.shopId, t.aftersaleId).where(sql`state = 'PAUSED'`),
    index('timers_due').on(t.dueAt, t.id).where(sql`state = 'RUNNING'`),
    check('timers_state', among('state', TIMER_STATES)),
    check('timers_kind', among('kind', TIMER_KINDS)),
    check('timers_paused', sql`(state = 'PAUSED') = (paused_at is not null)`),
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
    index('ratings_newest').on(t.shopId, t.at, t.aftersaleId),
    check(
      'ratings_range',
      sql`attitude between 1 and 5 and speed between 1 and 5 and overall between 1 and 5`,
    ),
  ],
)
