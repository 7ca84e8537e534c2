// SQL of reading: lists, counts, and everything that one page about a case shows.
import {
  AFTERSALE_STATUSES,
  type AftersaleStatus,
  type AftersaleType,
  END_STATUSES,
} from '@shouhou/shared/domain/aftersale-types'
import { and, asc, count, desc, eq, gt, isNotNull, or, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { behind, decodeCursor } from '../../db/cursor.ts'
import { accounts } from '../auth/tables.ts'
import { policyInForce } from '../desk/index.ts'
import { orders } from '../orders/tables.ts'
import { type CaseParts, caseParts, summaryParts } from './case-parts.ts'
import type { CaseRow, EventRow } from './case-store.ts'
import { refunds } from './refund-tables.ts'
import { aftersaleEvents, aftersales } from './tables.ts'

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

/**
 * Up to `limit` cases behind the cursor with what a list shows of them, and the policy in force. By due
 * time only those appear that wait for somebody.
 */
export function listStatement(reader: Reader, query: ListQuery, limit: number): SQL {
  const due = query.sort === 'due'
  const key = due ? aftersales.deadlineAt : aftersales.createdAt
  const direction = due ? 'asc' : 'desc'
  const order = sql.raw(direction)
  const where = and(
    seen(reader),
    statusIs(query.status),
    query.type === undefined ? undefined : eq(aftersales.type, query.type),
    query.orderNo === undefined ? undefined : eq(aftersales.orderNo, query.orderNo),
    query.q === undefined
      ? undefined
      : or(startsWith(aftersales.no, query.q), startsWith(aftersales.orderNo, query.q)),
    due ? isNotNull(aftersales.deadlineAt) : undefined,
    behind(decodeCursor(query.cursor, 'instant'), { key, id: aftersales.id }, direction),
  )
  // The page stands under the name of its table, so that the parts can refer to it.
  const page = sql`(select * from ${aftersales} where ${where}
    order by ${key} ${order}, ${aftersales.id} ${order} limit ${limit}) ${sql.identifier('aftersales')}`
  return sql`select ${policyInForce(reader.shopId).sql} as policy, (
    select coalesce(json_agg(${summaryParts.sql} order by ${key} ${order}, ${aftersales.id} ${order}), '[]')
    from ${page}) as cases`
}

export interface Listed extends Record<string, unknown> {
  readonly policy: unknown
  readonly cases: readonly unknown[]
}

/** The rows that {@link listStatement} found. */
export function readListed(found: readonly Listed[], shopId: string) {
  const [{ policy, cases }] = found as [Listed]
  return { policy: policyInForce(shopId).read(policy)[0], cases: cases.map(summaryParts.read) }
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
