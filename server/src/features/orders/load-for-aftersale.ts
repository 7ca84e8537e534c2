// One order with its lines and payments, as an aftersale needs it.
import type { Tx } from '../../db/client.ts'
import {
  findOrder,
  type LineRow,
  linesOf,
  lockOrder,
  type OrderRow,
  type PaymentRow,
  paymentsOf,
} from './store.ts'

export interface OrderForAftersale {
  readonly order: OrderRow
  /** In the order's own order; `shippedAt` and `signedAt` are what holds for the line. */
  readonly lines: readonly LineRow[]
  readonly payments: readonly PaymentRow[]
}

/**
 * Undefined when the shop has no such order. With `lock` the order's row stays locked until the
 * transaction ends; whoever changes an order, its lines or its payments takes that lock first, so
 * nothing of it moves meanwhile and nobody can deadlock.
 */
export async function loadOrderForAftersale(
  tx: Tx,
  shopId: string,
  orderNo: string,
  { lock }: { readonly lock: boolean },
): Promise<OrderForAftersale | undefined> {
  const order = await (lock ? lockOrder : findOrder)(tx, shopId, orderNo)
  if (!order) return undefined
  const lines = await linesOf(tx, shopId, order.id)
  return {
    order,
    lines: lines.map((line) => ({
      ...line,
      shippedAt: line.shippedAt ?? order.shippedAt,
      signedAt: line.signedAt ?? order.signedAt,
    })),
    payments: await paymentsOf(tx, shopId, order.id),
  }
}
