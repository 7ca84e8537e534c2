// SQL that takes units and money of an order for an aftersale, and gives them back. Each statement
// changes only rows that can bear it; the CHECKs of the tables stand behind it.
import { and, type Column, eq, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { orderLines, orders, payments } from './tables.ts'

/** What an aftersale takes of an order. Amounts in fen; a claim on goods alone has none. */
export interface Claim {
  readonly lines: readonly {
    readonly lineId: string
    readonly quantity: number
    readonly fen: number
  }[]
  readonly freightFen: number
  /** The same money as lines and freight together, by payment. */
  readonly payments: readonly { readonly paymentId: string; readonly fen: number }[]
}

/** Takes (+1) or gives back (-1). */
export type Direction = 1 | -1

const plus = (counter: Column, by: SQL | number): SQL => sql`${counter} + ${by}`
/** The counter may change as long as it stays between zero and its bound. */
const bears = (counter: Column, by: SQL | number, bound: Column): SQL =>
  sql`${plus(counter, by)} between 0 and ${bound}`
const array = (values: readonly (string | number)[], type: 'uuid' | 'int' | 'bigint'): SQL =>
  sql`${sql.param(values)}::${sql.raw(type)}[]`

/** Money of the order as a whole. Locks its row. */
export async function moveOfOrder(
  tx: Tx,
  shopId: string,
  orderId: string,
  claimed: { readonly totalFen: number; readonly freightFen: number },
  direction: Direction,
): Promise<boolean> {
  const [total, freight] = [direction * claimed.totalFen, direction * claimed.freightFen]
  const { refundReservedFen, freightReservedFen } = orders
  const moved = await tx
    .update(orders)
    .set({
      refundReservedFen: plus(refundReservedFen, total),
      freightReservedFen: plus(freightReservedFen, freight),
    })
    .where(
      and(
        eq(orders.shopId, shopId),
        eq(orders.id, orderId),
        bears(refundReservedFen, total, orders.paidFen),
        bears(freightReservedFen, freight, orders.freightPaidFen),
      ),
    )
    .returning({ id: orders.id })
  return moved.length === 1
}

/** False unless every line could bear it; then the transaction must not go on. */
export async function moveOfLines(
  tx: Tx,
  shopId: string,
  orderId: string,
  lines: Claim['lines'],
  direction: Direction,
): Promise<boolean> {
  const ids = lines.map((line) => line.lineId)
  const quantities = lines.map((line) => direction * line.quantity)
  const amounts = lines.map((line) => direction * line.fen)
  const claim = sql`unnest(${array(ids, 'uuid')}, ${array(quantities, 'int')},
    ${array(amounts, 'bigint')}) as claim (id, quantity, fen)`
  const [quantity, fen] = [sql`claim.quantity`, sql`claim.fen`]
  const { quantityTaken, refundReservedFen } = orderLines
  const moved = await tx
    .update(orderLines)
    .set({
      quantityTaken: plus(quantityTaken, quantity),
      refundReservedFen: plus(refundReservedFen, fen),
    })
    .from(claim)
    .where(
      and(
        eq(orderLines.shopId, shopId),
        eq(orderLines.orderId, orderId),
        sql`${orderLines.id} = claim.id`,
        bears(quantityTaken, quantity, orderLines.quantity),
        bears(refundReservedFen, fen, orderLines.paidFen),
      ),
    )
    .returning({ id: orderLines.id })
  return moved.length === lines.length
}

/** The same for payments. */
export async function moveOfPayments(
  tx: Tx,
  shopId: string,
  orderId: string,
  shares: Claim['payments'],
  direction: Direction,
): Promise<boolean> {
  const ids = shares.map((share) => share.paymentId)
  const amounts = shares.map((share) => direction * share.fen)
  const claim = sql`unnest(${array(ids, 'uuid')}, ${array(amounts, 'bigint')}) as claim (id, fen)`
  const fen = sql`claim.fen`
  const { refundReservedFen } = payments
  const moved = await tx
    .update(payments)
    .set({ refundReservedFen: plus(refundReservedFen, fen) })
    .from(claim)
    .where(
      and(
        eq(payments.shopId, shopId),
        eq(payments.orderId, orderId),
        sql`${payments.id} = claim.id`,
        bears(refundReservedFen, fen, payments.paidFen),
      ),
    )
    .returning({ id: payments.id })
  return moved.length === shares.length
}
