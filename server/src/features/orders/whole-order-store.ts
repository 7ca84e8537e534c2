// An order with its lines and payments in one statement, and the lock that goes before it.
import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { jsonParts, manyRows, ownRow, wholeRow } from '../../db/json-rows.ts'
import { prepared } from '../../db/statement.ts'
import { orderLines, orders, payments } from './tables.ts'

type Values = 'shopId' | 'orderNo'

const parts = jsonParts({
  order: ownRow(wholeRow(orders)),
  lines: manyRows(
    wholeRow(orderLines),
    sql`from ${orderLines}
      where ${orderLines.shopId} = ${orders.shopId} and ${orderLines.orderId} = ${orders.id}`,
    sql`${orderLines.position}, ${orderLines.id}`,
  ),
  payments: manyRows(
    wholeRow(payments),
    sql`from ${payments}
      where ${payments.shopId} = ${orders.shopId} and ${payments.orderId} = ${orders.id}`,
    sql`${payments.position}, ${payments.id}`,
  ),
})

const whole = prepared<Values>(
  (place) => sql`select ${parts.sql} as parts from ${orders}
    where ${orders.shopId} = ${place('shopId')} and ${orders.orderNo} = ${place('orderNo')}`,
)

/** Locks the order's row until the transaction ends. */
export const lockOrder = prepared<Values>(
  (place) => sql`select from ${orders}
    where ${orders.shopId} = ${place('shopId')} and ${orders.orderNo} = ${place('orderNo')} for update`,
)

export async function readWhole(tx: Tx, shopId: string, orderNo: string) {
  const [found] = await tx.run<{ parts: unknown }>(whole({ shopId, orderNo }))
  if (!found) return undefined
  const { order, lines, payments: paid } = parts.read(found.parts)
  const [row] = order
  return row && { order: row, lines, payments: paid }
}
