// SQL of orders as people look at them: lists, and the aftersales of an order.
import { END_STATUSES } from '@shouhou/shared/domain/aftersale-types'
import { and, asc, count, desc, eq, gt, inArray, like, notInArray, or, type SQL } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { behind, type Position } from '../../db/cursor.ts'
import { aftersaleItems, aftersales } from '../aftersales/tables.ts'
import { shoppers } from '../auth/tables.ts'
import type { LineRow, OrderRow } from './store.ts'
import { orderLines, orders } from './tables.ts'

export interface OrderFilter {
  readonly shopId: string
  /** Only those of one shopper. */
  readonly shopperId?: string
  readonly noPrefix?: string
  /** Of whoever has this phone, besides those with the prefix. */
  readonly phoneIndex?: string
}

/** Newest first; up to `limit` rows behind `position`. */
export function listOrders(
  tx: Tx,
  filter: OrderFilter,
  position: Position | undefined,
  limit: number,
): Promise<OrderRow[]> {
  const { shopId, shopperId } = filter
  return tx
    .select()
    .from(orders)
    .where(
      and(
        eq(orders.shopId, shopId),
        shopperId === undefined ? undefined : eq(orders.shopperId, shopperId),
        matching(tx, filter),
        behind(position, { key: orders.placedAt, id: orders.id }),
      ),
    )
    .orderBy(desc(orders.placedAt), desc(orders.id))
    .limit(limit)
}

function matching(tx: Tx, { shopId, noPrefix, phoneIndex }: OrderFilter): SQL | undefined {
  const byNo = noPrefix === undefined ? undefined : like(orders.orderNo, startingWith(noPrefix))
  if (phoneIndex === undefined) return byNo
  const person = tx
    .select({ id: shoppers.id })
    .from(shoppers)
    .where(and(eq(shoppers.shopId, shopId), eq(shoppers.phoneIndex, phoneIndex)))
  return or(byNo, inArray(orders.shopperId, person))
}

const startingWith = (prefix: string) => `${prefix.replace(/[\\%_]/g, '\\$&')}%`

/** The lines of several orders, each order's in its own order. */
export async function listLines(
  tx: Tx,
  shopId: string,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, LineRow[]>> {
  const rows = await tx
    .select()
    .from(orderLines)
    .where(and(eq(orderLines.shopId, shopId), inArray(orderLines.orderId, [...orderIds])))
    .orderBy(asc(orderLines.position), asc(orderLines.id))
  const byOrder = new Map<string, LineRow[]>()
  for (const row of rows) byOrder.set(row.orderId, [...(byOrder.get(row.orderId) ?? []), row])
  return byOrder
}

const open = notInArray(aftersales.status, [...END_STATUSES])

/** Number of open aftersales by order; orders without one are left out. */
export async function countOpen(
  tx: Tx,
  shopId: string,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .select({ orderId: aftersales.orderId, open: count() })
    .from(aftersales)
    .where(and(eq(aftersales.shopId, shopId), inArray(aftersales.orderId, [...orderIds]), open))
    .groupBy(aftersales.orderId)
  return new Map(rows.map((row) => [row.orderId, row.open]))
}

/** Newest first. */
export const aftersalesOf = (tx: Tx, shopId: string, orderId: string) =>
  tx
    .select({
      id: aftersales.id,
      no: aftersales.no,
      type: aftersales.type,
      status: aftersales.status,
    })
    .from(aftersales)
    .where(and(eq(aftersales.shopId, shopId), eq(aftersales.orderId, orderId)))
    .orderBy(desc(aftersales.createdAt), desc(aftersales.id))

/** Lines of the orders with units in an open aftersale. */
export async function linesInOpenAftersales(
  tx: Tx,
  shopId: string,
  orderIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectDistinct({ lineId: aftersaleItems.lineId })
    .from(aftersaleItems)
    .innerJoin(
      aftersales,
      and(
        eq(aftersales.shopId, aftersaleItems.shopId),
        eq(aftersales.id, aftersaleItems.aftersaleId),
      ),
    )
    .where(
      and(
        eq(aftersales.shopId, shopId),
        inArray(aftersales.orderId, [...orderIds]),
        gt(aftersaleItems.quantity, 0),
        open,
      ),
    )
  return new Set(rows.map((row) => row.lineId))
}
