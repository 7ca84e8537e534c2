// One entry for each route of the slice.
import type { orderRoutes } from '@shouhou/shared/contract/orders'
import type { Handlers } from '../../http/context.ts'
import { putBatch } from './put-batch.ts'
import { putOrder } from './put-order.ts'
import { readOrder, readOrders } from './read-orders.ts'

export const handlers: Handlers<typeof orderRoutes> = {
  'PUT /orders/:orderNo': ({ params, body }, ctx) =>
    ctx.transact((tx) => putOrder(tx, ctx, params.orderNo, body)),
  'POST /orders/batch': ({ body }, ctx) => putBatch(ctx, body.orders),
  'GET /orders': ({ query }, ctx) => ctx.transact((tx) => readOrders(tx, ctx, query)),
  'GET /orders/:orderNo': ({ params }, ctx) =>
    ctx.transact((tx) => readOrder(tx, ctx, params.orderNo)),
}
