// SQL of reading: everything that one page about a case shows.
import { and, asc, count, desc, eq, gt, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { accounts } from '../auth/tables.ts'
import { orders } from '../orders/tables.ts'
import { type CaseParts, caseParts } from './case-parts.ts'
import type { CaseRow, EventRow } from './case-store.ts'
import { type Reader, seen } from './list-store.ts'
import { refunds } from './refund-tables.ts'
import { aftersaleEvents, aftersales } from './tables.ts'

export async function findCase(tx: Tx, reader: Reader, id: string): Promise<CaseRow | undefined> {
  const [row] = await tx
    .select()
    .from(aftersales)
    .where(and(seen(reader), eq(aftersales.id, id)))
  return row
}

/** A case with all its parts; no row when this reader may not see it. */
export const caseStatement = (reader: Reader, id: string): SQL =>
  sql`select ${caseParts.sql} as parts from ${aftersales} where ${and(seen(reader), eq(aftersales.id, id))}`

/** The same inside a transaction. */
export async function findParts(
  tx: Tx,
  reader: Reader,
  id: string,
): Promise<CaseParts | undefined> {
  const { rows } = await tx.execute<{ parts: unknown }>(caseStatement(reader, id))
  return rows[0] && caseParts.read(rows[0].parts)
}

const EVENTS_SHOWN = 200

/** Events of a case behind `after`, with the names of staff. */
export const eventsOf = (
  tx: Tx,
  { shopId, id }: CaseRow,
  after: number,
): Promise<{ event: EventRow; staffName: string | null }[]> =>
  tx
    .select({ event: aftersaleEvents, staffName: accounts.name })
    .from(aftersaleEvents)
    .leftJoin(accounts, eq(accounts.id, aftersaleEvents.actorId))
    .where(
      and(
        eq(aftersaleEvents.shopId, shopId),
        eq(aftersaleEvents.aftersaleId, id),
        gt(aftersaleEvents.seq, after),
      ),
    )
    .orderBy(asc(aftersaleEvents.seq))
    .limit(EVENTS_SHOWN)

/** Orders, cases and money given back of one shopper. */
export async function historyOf(tx: Tx, { shopId, shopperId }: CaseRow) {
  const own = and(eq(aftersales.shopId, shopId), eq(aftersales.shopperId, shopperId))
  const [placed] = await tx
    .select({ n: count() })
    .from(orders)
    .where(and(eq(orders.shopId, shopId), eq(orders.shopperId, shopperId)))
  const [asked] = await tx
    .select({
      n: count(),
      orders: sql<number>`count(distinct ${aftersales.orderId})::int`,
      refundedFen: sql<number>`coalesce(sum(${refunds.amountFen}), 0)::bigint`.mapWith(Number),
    })
    .from(aftersales)
    .leftJoin(
      refunds,
      and(
        eq(refunds.shopId, aftersales.shopId),
        eq(refunds.aftersaleId, aftersales.id),
        eq(refunds.status, 'SUCCEEDED'),
      ),
    )
    .where(own)
  const orderCount = placed?.n ?? 0
  return {
    orders: orderCount,
    aftersales: asked?.n ?? 0,
    refundedFen: asked?.refundedFen ?? 0,
    ratePercent:
      orderCount === 0 ? 0 : Math.min(100, Math.round(((asked?.orders ?? 0) * 100) / orderCount)),
  }
}

const OWN_SHOWN = 20

/** Cases of a shopper for a short overview, newest first. */
export const casesOfShopper = (tx: Tx, shopId: string, shopperId: string) =>
  tx
    .select({
      id: aftersales.id,
      no: aftersales.no,
      type: aftersales.type,
      status: aftersales.status,
      deadlineAt: aftersales.deadlineAt,
      updatedAt: aftersales.updatedAt,
    })
    .from(aftersales)
    .where(seen({ shopId, shopperId }))
    .orderBy(desc(aftersales.createdAt), desc(aftersales.id))
    .limit(OWN_SHOWN)
