// One order with its lines and payments, as an aftersale needs it.
import type { Tx } from '../../db/client.ts'
import type { LineRow, OrderRow, PaymentRow } from './store.ts'
import { lockOrder, readWhole } from './whole-order-store.ts'

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
  // Sent behind the lock, so it sees what whoever held it before has done.
  const [, found] = await Promise.all([
    lock ? tx.run(lockOrder({ shopId, orderNo })) : undefined,
    readWhole(tx, shopId, orderNo),
  ])
  if (!found) return undefined
  const { order, lines, payments } = found
  return {
    order,
    lines: lines.map((line) => ({
      ...line,
      shippedAt: line.shippedAt ?? order.shippedAt,
      signedAt: line.signedAt ?? order.signedAt,
    })),
    payments,
  }
}
