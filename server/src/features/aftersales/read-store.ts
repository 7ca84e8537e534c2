// SQL of reading: everything that one page about a case shows.
import { and, asc, count, desc, eq, gt, type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { prepared, type Statement } from '../../db/statement.ts'
import { accounts } from '../auth/tables.ts'
import { orders } from '../orders/tables.ts'
import { type CaseParts, caseParts } from './case-parts-store.ts'
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

type Values = 'shopId' | 'id' | 'shopperId'
const keyOf = (place: (name: Values) => Placeholder) => ({
  shopId: place('shopId'),
  id: place('id'),
})
const { read: readParts } = caseParts({ shopId: aftersales.shopId, id: aftersales.id })

const statementFor = (whose: (place: (name: Values) => Placeholder) => SQL) =>
  prepared<Values>((place) => {
    const { shopId, id } = keyOf(place)
    const parts = caseParts({ shopId, id })
    return sql`select ${parts.sql} as parts from ${aftersales}
      where ${aftersales.shopId} = ${shopId} and ${aftersales.id} = ${id} ${whose(place)}`
  })
const anyCase = statementFor(() => sql``)
const ownCase = statementFor((place) => sql`and ${aftersales.shopperId} = ${place('shopperId')}`)

/** A case with all its parts; no row when this reader may not see it. */
export const caseStatement = ({ shopId, shopperId }: Reader, id: string): Statement =>
  (shopperId === null ? anyCase : ownCase)({ shopId, id, shopperId })

/** The parts behind the rows of {@link caseStatement}. */
export const partsIn = ([found]: readonly { parts: unknown }[]): CaseParts | undefined =>
  found && readParts(found.parts)

/** A case with all its parts, inside a transaction. */
export const findParts = async (tx: Tx, reader: Reader, id: string) =>
  partsIn(await tx.run(caseStatement(reader, id)))

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
