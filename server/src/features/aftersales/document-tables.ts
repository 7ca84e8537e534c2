// Child documents of an aftersale: offers, parcels, inspections, notes of colleagues.
import {
  type AftersaleType,
  type Grade,
  OFFER_ANSWERS,
  OFFER_KINDS,
  type OfferAnswer,
  type OfferKind,
  PARCEL_STATUSES,
  type ParcelDirection,
  type ParcelStatus,
  type Restock,
} from '@shouhou/shared/domain/aftersale-types'
import type { InspectionFailReason } from '@shouhou/shared/domain/reasons'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { fen, id, instant, shopId, word } from '../../db/columns.ts'
import { orderLines } from '../orders/tables.ts'
import { aftersales, among } from './tables.ts'

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
    uniqueIndex('offers_one_open').on(t.shopId, t.aftersaleId).where(sql`answer = 'OPEN'`),
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
    index('parcels_waybill').on(t.shopId, t.waybillNo.op('text_pattern_ops')),
    check('parcels_status', among('status', PARCEL_STATUSES)),
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
      columns: [t.shopId, t.aftersaleId],
      foreignColumns: [aftersales.shopId, aftersales.id],
    }),
    foreignKey({
      columns: [t.shopId, t.lineId],
      foreignColumns: [orderLines.shopId, orderLines.id],
    }),
    index('inspections_of').on(t.shopId, t.aftersaleId),
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
