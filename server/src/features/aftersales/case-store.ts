// SQL of cases, their items and their log.
import { isEnd } from '@shouhou/shared/domain/aftersale-types'
import { and, asc, eq, inArray, isNotNull, ne, notInArray, or, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { orderLines, orders } from '../orders/tables.ts'
import {
  aftersaleEvents,
  aftersaleItems,
  aftersalePayments,
  aftersales,
  caseNumbers,
  decisions,
} from './tables.ts'

export type CaseRow = typeof aftersales.$inferSelect
export type NewCase = typeof aftersales.$inferInsert
export type ItemRow = typeof aftersaleItems.$inferSelect
export type EventRow = typeof aftersaleEvents.$inferSelect
export type DecisionRow = typeof decisions.$inferSelect

const byId = (shopId: string, id: string) =>
  and(eq(aftersales.shopId, shopId), eq(aftersales.id, id))

/** The case, locked until the transaction ends; undefined when there is none. */
export async function lockCase(tx: Tx, shopId: string, id: string): Promise<CaseRow | undefined> {
  const [row] = await tx.select().from(aftersales).where(byId(shopId, id)).for('update')
  return row
}

/** The same without waiting: undefined also while somebody else is working on the case. */
export async function lockCaseIfFree(
  tx: Tx,
  shopId: string,
  id: string,
): Promise<CaseRow | undefined> {
  const [row] = await tx
    .select()
    .from(aftersales)
    .where(byId(shopId, id))
    .for('update', { skipLocked: true })
  return row
}

/**
 * Those of the cases that asked for money before anything was sent, and of whose goods something has
 * been sent since.
 */
export async function sentSince(tx: Tx, shopId: string, rows: readonly CaseRow[]) {
  const asked = rows.filter(({ askedUnsent, status }) => askedUnsent && !isEnd(status))
  if (asked.length === 0) return new Set<string>()
  const ids = asked.map(({ id }) => id)
  const found = await tx
    .selectDistinct({ id: aftersaleItems.aftersaleId })
    .from(aftersaleItems)
    .innerJoin(
      orderLines,
      and(eq(orderLines.shopId, aftersaleItems.shopId), eq(orderLines.id, aftersaleItems.lineId)),
    )
    .innerJoin(orders, and(eq(orders.shopId, orderLines.shopId), eq(orders.id, orderLines.orderId)))
    .where(
      and(
        eq(aftersaleItems.shopId, shopId),
        inArray(aftersaleItems.aftersaleId, ids),
        or(isNotNull(orderLines.shippedAt), isNotNull(orders.shippedAt)),
      ),
    )
  return new Set(found.map(({ id }) => id))
}

export async function insertCase(tx: Tx, row: NewCase): Promise<CaseRow> {
  const [stored] = await tx.insert(aftersales).values(row).returning()
  return stored as CaseRow
}

/** Writes the next version; throws when somebody wrote it first, which the lock rules out. */
export async function updateCase(tx: Tx, row: CaseRow, change: Partial<CaseRow>): Promise<CaseRow> {
  const [stored] = await tx
    .update(aftersales)
    .set(change)
    .where(and(byId(row.shopId, row.id), eq(aftersales.version, row.version)))
    .returning()
  if (!stored) throw new Error(`Case ${row.id} changed under its lock`)
  return stored
}

export const itemsOf = (tx: Tx, shopId: string, aftersaleId: string): Promise<ItemRow[]> =>
  tx
    .select()
    .from(aftersaleItems)
    .where(and(eq(aftersaleItems.shopId, shopId), eq(aftersaleItems.aftersaleId, aftersaleId)))
    .orderBy(asc(aftersaleItems.position), asc(aftersaleItems.lineId))

/** Makes the stored items exactly these; counts of receipt and inspection are written as given. */
export async function saveItems(
  tx: Tx,
  { shopId, id: aftersaleId }: Pick<CaseRow, 'shopId' | 'id'>,
  items: readonly Omit<ItemRow, 'shopId' | 'aftersaleId'>[],
): Promise<ItemRow[]> {
  const own = and(eq(aftersaleItems.shopId, shopId), eq(aftersaleItems.aftersaleId, aftersaleId))
  await tx.delete(aftersaleItems).where(own)
  if (items.length === 0) return []
  return tx
    .insert(aftersaleItems)
    .values(items.map((item) => ({ ...item, shopId, aftersaleId })))
    .returning()
}

export const sharesOf = (tx: Tx, shopId: string, aftersaleId: string) =>
  tx
    .select({ paymentId: aftersalePayments.paymentId, fen: aftersalePayments.amountFen })
    .from(aftersalePayments)
    .where(
      and(eq(aftersalePayments.shopId, shopId), eq(aftersalePayments.aftersaleId, aftersaleId)),
    )

/** Makes the stored shares of payments exactly these. */
export async function saveShares(
  tx: Tx,
  { shopId, id: aftersaleId }: Pick<CaseRow, 'shopId' | 'id'>,
  shares: readonly { paymentId: string; fen: number }[],
): Promise<void> {
  await tx
    .delete(aftersalePayments)
    .where(
      and(eq(aftersalePayments.shopId, shopId), eq(aftersalePayments.aftersaleId, aftersaleId)),
    )
  if (shares.length === 0) return
  await tx
    .insert(aftersalePayments)
    .values(
      shares.map(({ paymentId, fen }) => ({ shopId, aftersaleId, paymentId, amountFen: fen })),
    )
}

/** Items and calculations of the other cases of an order that move money and are not closed. */
export async function refundsBeside(
  tx: Tx,
  shopId: string,
  orderId: string,
  caseId: string | null,
) {
  const cases = await tx
    .select({ id: aftersales.id, parts: aftersales.parts })
    .from(aftersales)
    .where(
      and(
        eq(aftersales.shopId, shopId),
        eq(aftersales.orderId, orderId),
        ne(aftersales.status, 'CLOSED'),
        or(ne(aftersales.type, 'EXCHANGE'), sql`${aftersales.reservedFen} > 0`),
        caseId === null ? undefined : ne(aftersales.id, caseId),
      ),
    )
  if (cases.length === 0) return { parts: [], items: [] }
  const items = await tx
    .select({ lineId: aftersaleItems.lineId, quantity: aftersaleItems.quantity })
    .from(aftersaleItems)
    .where(
      and(
        eq(aftersaleItems.shopId, shopId),
        inArray(
          aftersaleItems.aftersaleId,
          cases.map(({ id }) => id),
        ),
      ),
    )
  return { parts: cases.flatMap(({ parts }) => parts), items }
}

export async function insertEvent(
  tx: Tx,
  event: typeof aftersaleEvents.$inferInsert,
): Promise<void> {
  await tx.insert(aftersaleEvents).values(event)
}

export async function insertDecision(tx: Tx, row: typeof decisions.$inferInsert): Promise<void> {
  await tx.insert(decisions).values(row)
}

/** The next number of a shop's day; waits for whoever takes one at the same moment. */
export async function nextNumber(tx: Tx, shopId: string, day: string): Promise<number> {
  const [row] = await tx
    .insert(caseNumbers)
    .values({ shopId, day, last: 1 })
    .onConflictDoUpdate({
      target: [caseNumbers.shopId, caseNumbers.day],
      set: { last: sql`${caseNumbers.last} + 1` },
    })
    .returning({ last: caseNumbers.last })
  return row?.last ?? 1
}

/**
 * Lets applications of one shopper pass one after the other until the transaction ends, so that daily
 * limits of automatic approval hold however many arrive together.
 */
export async function queueShopper(tx: Tx, shopperId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${shopperId}, 0))`)
}

export const ENDED = ['COMPLETED', 'CLOSED'] as const
export const isOpen = () => notInArray(aftersales.status, [...ENDED])
