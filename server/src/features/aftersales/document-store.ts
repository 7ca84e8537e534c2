// SQL of the documents of a case: offers, parcels, inspections, notes, its rating.

import type {
  OfferAnswer,
  ParcelDirection,
  ParcelStatus,
} from '@shouhou/shared/domain/aftersale-types'
import { and, asc, desc, eq } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { accounts } from '../auth/tables.ts'
import type { CaseRow } from './case-store.ts'
import { inspections, notes, offers, parcels } from './document-tables.ts'
import { ratings } from './tables.ts'

type Owner = Pick<CaseRow, 'shopId' | 'id'>
type OfCase = typeof offers | typeof parcels | typeof inspections | typeof notes | typeof ratings
const of = (table: OfCase, { shopId, id }: Owner) =>
  and(eq(table.shopId, shopId), eq(table.aftersaleId, id))

export type OfferRow = typeof offers.$inferSelect
export type ParcelRow = typeof parcels.$inferSelect
export type InspectionRow = typeof inspections.$inferSelect
export type RatingRow = typeof ratings.$inferSelect

export async function insertOffer(tx: Tx, row: typeof offers.$inferInsert): Promise<void> {
  await tx.insert(offers).values(row)
}

export async function answerOffer(
  tx: Tx,
  owner: Owner,
  answer: OfferAnswer,
  now: Date,
): Promise<void> {
  await tx
    .update(offers)
    .set({ answer, answeredAt: now })
    .where(and(of(offers, owner), eq(offers.answer, 'OPEN')))
}

/** The newest offer; the open one, when there is one. */
export async function newestOffer(tx: Tx, owner: Owner): Promise<OfferRow | undefined> {
  const [row] = await tx
    .select()
    .from(offers)
    .where(of(offers, owner))
    .orderBy(desc(offers.madeAt), desc(offers.id))
    .limit(1)
  return row
}

export async function insertParcel(tx: Tx, row: typeof parcels.$inferInsert): Promise<void> {
  await tx.insert(parcels).values(row)
}

/** Moves the parcels of one direction that have not arrived yet. */
export async function updateParcels(
  tx: Tx,
  owner: Owner,
  direction: ParcelDirection,
  status: ParcelStatus,
  now: Date,
): Promise<void> {
  await tx
    .update(parcels)
    .set({ status, at: now })
    .where(and(of(parcels, owner), eq(parcels.direction, direction), eq(parcels.status, 'BOOKED')))
}

export const parcelsOf = (tx: Tx, owner: Owner): Promise<ParcelRow[]> =>
  tx.select().from(parcels).where(of(parcels, owner)).orderBy(asc(parcels.at), asc(parcels.id))

export async function insertInspections(
  tx: Tx,
  rows: readonly (typeof inspections.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(inspections).values([...rows])
}

export const inspectionsOf = (tx: Tx, owner: Owner): Promise<InspectionRow[]> =>
  tx
    .select()
    .from(inspections)
    .where(of(inspections, owner))
    .orderBy(asc(inspections.at), asc(inspections.id))

export async function insertNote(tx: Tx, row: typeof notes.$inferInsert): Promise<void> {
  await tx.insert(notes).values(row)
}

const NOTES_SHOWN = 200

export const notesOf = (tx: Tx, owner: Owner) =>
  tx
    .select({ id: notes.id, at: notes.at, text: notes.text, author: accounts.name })
    .from(notes)
    .leftJoin(accounts, eq(accounts.id, notes.authorId))
    .where(of(notes, owner))
    .orderBy(desc(notes.at), desc(notes.id))
    .limit(NOTES_SHOWN)

/** False when the case has a rating already. */
export async function insertRating(tx: Tx, row: typeof ratings.$inferInsert): Promise<boolean> {
  const made = await tx
    .insert(ratings)
    .values(row)
    .onConflictDoNothing()
    .returning({ at: ratings.at })
  return made.length === 1
}

export async function ratingOf(tx: Tx, owner: Owner): Promise<RatingRow | undefined> {
  const [row] = await tx.select().from(ratings).where(of(ratings, owner))
  return row
}
