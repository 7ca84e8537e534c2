// SQL of cases, their items and their log.
import { isEnd } from '@shouhou/shared/domain/aftersale-types'
import type { RefundPart } from '@shouhou/shared/domain/refund-order'
import { and, asc, eq, inArray, isNotNull, notInArray, or, sql } from 'drizzle-orm'
import { TryAgain, type Tx, violatedConstraint } from '../../db/client.ts'
import { insertStatement, rowsFor } from '../../db/insert-rows.ts'
import { prepared } from '../../db/statement.ts'
import { orderLines, orders } from '../orders/tables.ts'
import {
  aftersaleEvents,
  aftersaleItems,
  aftersalePayments,
  aftersales,
  decisions,
  timers,
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

interface Beside {
  readonly parts: readonly RefundPart[]
  readonly items: readonly { readonly lineId: string; readonly quantity: number }[]
}

const beside = prepared<'shopId' | 'orderId' | 'caseId'>(
  (place) => sql`select ${aftersales.parts},
      (select coalesce(json_agg(json_build_object('lineId', ${aftersaleItems.lineId},
          'quantity', ${aftersaleItems.quantity})), '[]') from ${aftersaleItems}
        where ${aftersaleItems.shopId} = ${aftersales.shopId}
        and ${aftersaleItems.aftersaleId} = ${aftersales.id}) as items
    from ${aftersales}
    where ${aftersales.shopId} = ${place('shopId')} and ${aftersales.orderId} = ${place('orderId')}
      and ${aftersales.status} <> 'CLOSED'
      and (${aftersales.type} <> 'EXCHANGE' or ${aftersales.reservedFen} > 0)
      and ${aftersales.id} is distinct from ${place('caseId')}::uuid`,
)

/** Items and calculations of the other cases of an order that move money and are not closed. */
export async function refundsBeside(
  tx: Tx,
  shopId: string,
  orderId: string,
  caseId: string | null,
): Promise<Beside> {
  const cases = await tx.run<Beside>(beside({ shopId, orderId, caseId }))
  return {
    parts: cases.flatMap(({ parts }) => parts),
    items: cases.flatMap(({ items }) => items),
  }
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

/** The first of `numbers` that no case of the shop has; undefined when all are taken. */
export async function freeNumber(
  tx: Tx,
  shopId: string,
  numbers: readonly string[],
): Promise<string | undefined> {
  const [row] = await tx.run<{ no: string }>(free({ shopId, numbers }))
  return row?.no
}
const free = prepared<'shopId' | 'numbers'>(
  (
    place,
  ) => sql`select no from unnest(${place('numbers')}::text[]) with ordinality as wanted (no, place)
    where not exists (select from ${aftersales}
      where ${aftersales.shopId} = ${place('shopId')} and ${aftersales.no} = wanted.no)
    order by place limit 1`,
)

/** A case that begins, with all that it begins with, in one statement. */
export async function insertWhole(
  tx: Tx,
  row: NewCase,
  own: {
    readonly items: readonly Omit<ItemRow, 'shopId' | 'aftersaleId'>[]
    readonly shares: readonly { readonly paymentId: string; readonly fen: number }[]
    readonly event: typeof aftersaleEvents.$inferInsert
    readonly decision: typeof decisions.$inferInsert
    readonly timers: readonly (typeof timers.$inferInsert)[]
  },
): Promise<void> {
  const of = { shopId: row.shopId, aftersaleId: row.id }
  const shares = own.shares.map(({ paymentId, fen }) => ({ ...of, paymentId, amountFen: fen }))
  const inserted = tx.run(
    insertStatement([
      rowsFor(aftersales, [row]),
      rowsFor(
        aftersaleItems,
        own.items.map((item) => ({ ...item, ...of })),
      ),
      rowsFor(aftersalePayments, shares),
      rowsFor(aftersaleEvents, [own.event]),
      rowsFor(decisions, [own.decision]),
      rowsFor(timers, own.timers),
    ]),
  )
  await inserted.catch((error: unknown) => {
    // Another transaction took the number in the same moment.
    throw violatedConstraint(error) === 'aftersales_no' ? new TryAgain('number taken') : error
  })
}

/**
 * Lets applications of one shopper pass one after the other until the transaction ends, so that daily
 * limits of automatic approval hold however many arrive together.
 */
export async function queueShopper(tx: Tx, shopperId: string): Promise<void> {
  await tx.run(queue({ shopperId }))
}
const queue = prepared<'shopperId'>(
  (place) => sql`select pg_advisory_xact_lock(hashtextextended(${place('shopperId')}, 0))`,
)

export const ENDED = ['COMPLETED', 'CLOSED'] as const
export const isOpen = () => notInArray(aftersales.status, [...ENDED])
