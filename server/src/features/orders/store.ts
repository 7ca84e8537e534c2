// SQL of orders going in, and of one order with all that belongs to it.
import { and, asc, eq, notInArray, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { aftersales } from '../aftersales/tables.ts'
import type { OrderContent } from './order-content.ts'
import { orderLines, orders, payments } from './tables.ts'

export type OrderRow = typeof orders.$inferSelect
export type LineRow = typeof orderLines.$inferSelect
export type PaymentRow = typeof payments.$inferSelect

const byNo = (shopId: string, orderNo: string) =>
  and(eq(orders.shopId, shopId), eq(orders.orderNo, orderNo))
const ofOrder = (table: typeof orderLines | typeof payments, shopId: string, orderId: string) =>
  and(eq(table.shopId, shopId), eq(table.orderId, orderId))

export async function findOrder(tx: Tx, shopId: string, orderNo: string) {
  const [row] = await tx.select().from(orders).where(byNo(shopId, orderNo))
  return row
}

/** Whoever changes an order or what is reserved of it locks its row first. */
export async function lockOrder(tx: Tx, shopId: string, orderNo: string) {
  const [row] = await tx.select().from(orders).where(byNo(shopId, orderNo)).for('update')
  return row
}

export const linesOf = (tx: Tx, shopId: string, orderId: string): Promise<LineRow[]> =>
  tx
    .select()
    .from(orderLines)
    .where(ofOrder(orderLines, shopId, orderId))
    .orderBy(asc(orderLines.position), asc(orderLines.id))

export const paymentsOf = (tx: Tx, shopId: string, orderId: string): Promise<PaymentRow[]> =>
  tx
    .select()
    .from(payments)
    .where(ofOrder(payments, shopId, orderId))
    .orderBy(asc(payments.position), asc(payments.id))

export async function hasAftersale(tx: Tx, shopId: string, orderId: string): Promise<boolean> {
  const found = await tx
    .select({ id: aftersales.id })
    .from(aftersales)
    .where(and(eq(aftersales.shopId, shopId), eq(aftersales.orderId, orderId)))
    .limit(1)
  return found.length > 0
}

/** False when the order number exists; waits for another transaction that is just making it. */
export async function insertOrder(tx: Tx, row: typeof orders.$inferInsert): Promise<boolean> {
  const made = await tx
    .insert(orders)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: orders.id })
  return made.length > 0
}

export async function updateOrder(
  tx: Tx,
  shopId: string,
  id: string,
  change: Partial<typeof orders.$inferInsert>,
): Promise<void> {
  await tx
    .update(orders)
    .set(change)
    .where(and(eq(orders.shopId, shopId), eq(orders.id, id)))
}

const excluded = (column: { readonly name: string }): SQL =>
  sql`excluded.${sql.identifier(column.name)}`

/** Removes the lines and payments that a newer version no longer has. */
export async function removeAllBut(
  tx: Tx,
  { shopId, id }: { readonly shopId: string; readonly id: string },
  content: OrderContent,
): Promise<void> {
  const lineNos = content.lines.map((line) => line.lineNo)
  const paymentNos = content.payments.map((payment) => payment.paymentNo)
  await tx
    .delete(orderLines)
    .where(and(ofOrder(orderLines, shopId, id), notInArray(orderLines.lineNo, lineNos)))
  await tx
    .delete(payments)
    .where(and(ofOrder(payments, shopId, id), notInArray(payments.paymentNo, paymentNos)))
}

/** Adds or changes lines; a line keeps its id by its line number. */
export async function saveLines(
  tx: Tx,
  order: { readonly shopId: string; readonly id: string },
  content: OrderContent,
  newId: () => string,
): Promise<void> {
  const { shopId, id: orderId } = order
  const own = { shopId, orderId }
  await tx
    .insert(orderLines)
    .values(content.lines.map((line, position) => ({ ...line, ...own, id: newId(), position })))
    .onConflictDoUpdate({
      target: [orderLines.shopId, orderLines.orderId, orderLines.lineNo],
      set: {
        position: excluded(orderLines.position),
        sku: excluded(orderLines.sku),
        name: excluded(orderLines.name),
        spec: excluded(orderLines.spec),
        image: excluded(orderLines.image),
        category: excluded(orderLines.category),
        unitPriceFen: excluded(orderLines.unitPriceFen),
        paidFen: excluded(orderLines.paidFen),
        quantity: excluded(orderLines.quantity),
        sevenDayReturn: excluded(orderLines.sevenDayReturn),
        exclusionConfirmedAt: excluded(orderLines.exclusionConfirmedAt),
        serialNos: excluded(orderLines.serialNos),
        batchNo: excluded(orderLines.batchNo),
        shippedAt: excluded(orderLines.shippedAt),
        signedAt: excluded(orderLines.signedAt),
      },
    })
}

/** The same for payments, by payment number. */
export async function savePayments(
  tx: Tx,
  order: { readonly shopId: string; readonly id: string },
  content: OrderContent,
  newId: () => string,
): Promise<void> {
  const { shopId, id: orderId } = order
  const own = { shopId, orderId }
  await tx
    .insert(payments)
    .values(content.payments.map((p, position) => ({ ...p, ...own, id: newId(), position })))
    .onConflictDoUpdate({
      target: [payments.shopId, payments.orderId, payments.paymentNo],
      set: {
        position: excluded(payments.position),
        method: excluded(payments.method),
        paidFen: excluded(payments.paidFen),
      },
    })
}
