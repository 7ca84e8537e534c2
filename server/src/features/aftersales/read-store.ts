// SQL of reading: lists, counts, and everything that one page about a case shows.
import {
  AFTERSALE_STATUSES,
  type AftersaleStatus,
  type AftersaleType,
  END_STATUSES,
} from '@shouhou/shared/domain/aftersale-types'
import { and, asc, count, desc, eq, gt, inArray, isNotNull, or, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { behind, decodeCursor } from '../../db/cursor.ts'
import { accounts, shoppers } from '../auth/tables.ts'
import { orderLines, orders } from '../orders/tables.ts'
import type { CaseRow, DecisionRow, EventRow } from './case-store.ts'
import { refunds } from './refund-tables.ts'
import { aftersaleEvents, aftersaleItems, aftersales, decisions } from './tables.ts'

/** Whose cases may be seen: a shopper's own, or all of the shop. */
export interface Reader {
  readonly shopId: string
  readonly shopperId: string | null
}

const seen = ({ shopId, shopperId }: Reader) =>
  and(
    eq(aftersales.shopId, shopId),
    shopperId === null ? undefined : eq(aftersales.shopperId, shopperId),
  )

export async function findCase(tx: Tx, reader: Reader, id: string): Promise<CaseRow | undefined> {
  const [row] = await tx
    .select()
    .from(aftersales)
    .where(and(seen(reader), eq(aftersales.id, id)))
  return row
}

export interface ListQuery {
  readonly cursor?: string
  readonly limit?: number
  readonly status?: AftersaleStatus | 'OPEN' | 'ENDED'
  readonly type?: AftersaleType
  readonly orderNo?: string
  readonly q?: string
  readonly sort?: 'newest' | 'due'
}

/** Unlike LIKE, `^@` is known to leak nothing, so row security lets it use the index. */
const startsWith = (column: typeof aftersales.no | typeof aftersales.orderNo, text: string) =>
  sql`${column} ^@ ${text}`
const ended = sql.raw(`('${END_STATUSES.join("','")}')`)

function statusIs(status: ListQuery['status']): SQL | undefined {
  if (status === undefined) return undefined
  if (status === 'OPEN') return sql`${aftersales.status} not in ${ended}`
  if (status === 'ENDED') return sql`${aftersales.status} in ${ended}`
  return eq(aftersales.status, status)
}

/** Up to `limit` cases behind the cursor. By due time only those appear that wait for somebody. */
export function listCases(
  tx: Tx,
  reader: Reader,
  query: ListQuery,
  limit: number,
): Promise<CaseRow[]> {
  const due = query.sort === 'due'
  const key = due ? aftersales.deadlineAt : aftersales.createdAt
  const direction = due ? 'asc' : 'desc'
  const sorted = due ? asc : desc
  return tx
    .select()
    .from(aftersales)
    .where(
      and(
        seen(reader),
        statusIs(query.status),
        query.type === undefined ? undefined : eq(aftersales.type, query.type),
        query.orderNo === undefined ? undefined : eq(aftersales.orderNo, query.orderNo),
        query.q === undefined
          ? undefined
          : or(startsWith(aftersales.no, query.q), startsWith(aftersales.orderNo, query.q)),
        due ? isNotNull(aftersales.deadlineAt) : undefined,
        behind(decodeCursor(query.cursor, 'instant'), { key, id: aftersales.id }, direction),
      ),
    )
    .orderBy(sorted(key), sorted(aftersales.id))
    .limit(limit)
}

/** Number of cases in every status, zeros included. */
export async function countCases(tx: Tx, reader: Reader) {
  const rows = await tx
    .select({ status: aftersales.status, n: count() })
    .from(aftersales)
    .where(seen(reader))
    .groupBy(aftersales.status)
  return AFTERSALE_STATUSES.map((status) => ({
    status,
    count: rows.find((row) => row.status === status)?.n ?? 0,
  }))
}

/** Items of cases with the goods they are about, in the order they were asked for. */
export const goodsOf = (tx: Tx, shopId: string, ids: readonly string[]) =>
  tx
    .select({
      aftersaleId: aftersaleItems.aftersaleId,
      lineId: aftersaleItems.lineId,
      sku: orderLines.sku,
      name: orderLines.name,
      spec: orderLines.spec,
      image: orderLines.image,
      quantity: aftersaleItems.quantity,
      quantityReceived: aftersaleItems.quantityReceived,
      quantityPassed: aftersaleItems.quantityPassed,
      refundFen: aftersaleItems.refundFen,
      exchangeSku: aftersaleItems.exchangeSku,
    })
    .from(aftersaleItems)
    .innerJoin(
      orderLines,
      and(eq(orderLines.shopId, aftersaleItems.shopId), eq(orderLines.id, aftersaleItems.lineId)),
    )
    .where(and(eq(aftersaleItems.shopId, shopId), inArray(aftersaleItems.aftersaleId, [...ids])))
    .orderBy(asc(aftersaleItems.position), asc(aftersaleItems.lineId))
export type GoodsRow = Awaited<ReturnType<typeof goodsOf>>[number]

/** Sealed names and phones of shoppers. */
export const shoppersOf = (tx: Tx, shopId: string, ids: readonly string[]) =>
  tx
    .select({ id: shoppers.id, nameSealed: shoppers.nameSealed, phoneSealed: shoppers.phoneSealed })
    .from(shoppers)
    .where(and(eq(shoppers.shopId, shopId), inArray(shoppers.id, [...ids])))
export type ShopperRow = Awaited<ReturnType<typeof shoppersOf>>[number]

export async function decisionOf(tx: Tx, row: CaseRow): Promise<DecisionRow | undefined> {
  if (row.decisionId === null) return undefined
  const [found] = await tx
    .select()
    .from(decisions)
    .where(and(eq(decisions.shopId, row.shopId), eq(decisions.id, row.decisionId)))
  return found
}

/** The case this one was split off from, and those split off from it. */
export const linkedTo = (tx: Tx, { shopId, id, parentId }: CaseRow) =>
  tx
    .select({
      id: aftersales.id,
      no: aftersales.no,
      status: aftersales.status,
      parentId: aftersales.parentId,
    })
    .from(aftersales)
    .where(
      and(
        eq(aftersales.shopId, shopId),
        or(
          eq(aftersales.parentId, id),
          parentId === null ? undefined : eq(aftersales.id, parentId),
        ),
      ),
    )
    .orderBy(asc(aftersales.createdAt), asc(aftersales.id))

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

/** The newest event of each case: its number is the version of the case. */
export const lastEvents = (tx: Tx, shopId: string, ids: readonly string[]) =>
  tx
    .select({
      aftersaleId: aftersaleEvents.aftersaleId,
      at: aftersaleEvents.at,
      actor: aftersaleEvents.actorRole,
      command: aftersaleEvents.command,
    })
    .from(aftersales)
    .innerJoin(
      aftersaleEvents,
      and(
        eq(aftersaleEvents.shopId, aftersales.shopId),
        eq(aftersaleEvents.aftersaleId, aftersales.id),
        eq(aftersaleEvents.seq, aftersales.version),
      ),
    )
    .where(and(eq(aftersales.shopId, shopId), inArray(aftersales.id, [...ids])))
export type LastEventRow = Awaited<ReturnType<typeof lastEvents>>[number]

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
