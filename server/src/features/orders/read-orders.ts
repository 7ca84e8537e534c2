// Orders as shoppers, staff and the shop's own system read them: a shopper only their own.
import type { Input, Output } from '@shouhou/shared/contract'
import type { Order } from '@shouhou/shared/contract/orders'
import { LIMITS } from '@shouhou/shared/domain/limits'
import type { Tx } from '../../db/client.ts'
import { decodeCursor, toPage } from '../../db/cursor.ts'
import type { Ctx } from '../../http/context.ts'
import { problem } from '../../http/problems.ts'
import { policyOf } from '../desk/index.ts'
import {
  aftersalesOf,
  countOpen,
  linesInOpenAftersales,
  listLines,
  listOrders,
  type OrderFilter,
} from './read-store.ts'
import { findOrder, linesOf } from './store.ts'
import { viewOrder, viewSummary } from './view.ts'

type Reading = Pick<Ctx, 'user' | 'deps' | 'now'>
type Query = Input<'GET /orders'>['query']

const MOBILE = /^1[3-9][0-9]{9}$/

/** Whose orders, and which: `q` is the beginning of an order number or, for the shop, a phone. */
function filterOf({ user, deps }: Reading, q: string | undefined): OrderFilter {
  const own = user.role === 'shopper' ? { shopperId: user.id } : {}
  const words = q?.trim() ?? ''
  if (words === '') return { shopId: user.shopId, ...own }
  const byPhone = user.role !== 'shopper' && MOBILE.test(words)
  const phone = byPhone ? { phoneIndex: deps.personal.blindIndex('phone', words) } : {}
  return { shopId: user.shopId, ...own, noPrefix: words, ...phone }
}

/** One page, newest first. */
export async function readOrders(
  tx: Tx,
  ctx: Reading,
  query: Query,
): Promise<Output<'GET /orders'>> {
  const { shopId } = ctx.user
  const limit = query.limit ?? LIMITS.pageSize
  const position = decodeCursor(query.cursor, 'instant')
  const rows = await listOrders(tx, filterOf(ctx, query.q), position, limit + 1)
  const ids = rows.map((row) => row.id)
  const lines = await listLines(tx, shopId, ids)
  const open = await countOpen(tx, shopId, ids)
  const inOpenAftersales = await linesInOpenAftersales(tx, shopId, ids)
  const { document: policy } = await policyOf(tx, shopId)
  return toPage(
    rows,
    limit,
    (row) => ({ key: row.placedAt, id: row.id }),
    (order) =>
      viewSummary(
        { order, lines: lines.get(order.id) ?? [], inOpenAftersales, policy },
        open.get(order.id) ?? 0,
        ctx.now,
      ),
  )
}

/** @throws `not-found`, also for an order of somebody else. */
export async function readOrder(tx: Tx, ctx: Ctx, orderNo: string): Promise<Order> {
  const { shopId, role, id } = ctx.user
  const order = await findOrder(tx, shopId, orderNo)
  if (!order || (role === 'shopper' && order.shopperId !== id)) throw problem('not-found')
  const lines = await linesOf(tx, shopId, order.id)
  const aftersales = await aftersalesOf(tx, shopId, order.id)
  const inOpenAftersales = await linesInOpenAftersales(tx, shopId, [order.id])
  const { document: policy } = await policyOf(tx, shopId)
  const parts = { order, lines, aftersales, inOpenAftersales, policy }
  return viewOrder(parts, ctx.deps.personal, ctx.now)
}
