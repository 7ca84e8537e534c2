// SQL that takes units and money of an order for an aftersale, and gives them back. Each statement
// changes only rows that can bear it; the CHECKs of the tables stand behind it.
import { type Column, type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { prepared } from '../../db/statement.ts'
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

type Place<Name extends string> = (name: Name) => Placeholder

/** `counter = counter + by`; the counter may change as long as it stays between zero and its bound. */
const raised = (counter: Column, by: SQL): SQL =>
  sql`${sql.identifier(counter.name)} = ${counter} + ${by}`
const bears = (counter: Column, by: SQL, bound: Column): SQL =>
  sql`${counter} + ${by} between 0 and ${bound}`

type OfOrder = 'shopId' | 'orderId'
const ofOrder = (table: typeof orderLines | typeof payments, place: Place<OfOrder>): SQL =>
  sql`${table.shopId} = ${place('shopId')} and ${table.orderId} = ${place('orderId')}`

const orderStatement = prepared<OfOrder | 'total' | 'freight'>((place) => {
  const [total, freight] = [sql`${place('total')}::bigint`, sql`${place('freight')}::bigint`]
  const { refundReservedFen, freightReservedFen } = orders
  return sql`update ${orders} set ${raised(refundReservedFen, total)},
      ${raised(freightReservedFen, freight)}
    where ${orders.shopId} = ${place('shopId')} and ${orders.id} = ${place('orderId')}
      and ${bears(refundReservedFen, total, orders.paidFen)}
      and ${bears(freightReservedFen, freight, orders.freightPaidFen)} returning 1`
})

/** Money of the order as a whole. Locks its row. */
export async function moveOfOrder(
  tx: Tx,
  shopId: string,
  orderId: string,
  claimed: { readonly totalFen: number; readonly freightFen: number },
  direction: Direction,
): Promise<boolean> {
  const [total, freight] = [direction * claimed.totalFen, direction * claimed.freightFen]
  return (await tx.run(orderStatement({ shopId, orderId, total, freight }))).length === 1
}

const linesStatement = prepared<OfOrder | 'ids' | 'quantities' | 'amounts'>((place) => {
  const [quantity, fen] = [sql`claim.quantity`, sql`claim.fen`]
  const { quantityTaken, refundReservedFen } = orderLines
  return sql`update ${orderLines} set ${raised(quantityTaken, quantity)},
      ${raised(refundReservedFen, fen)}
    from unnest(${place('ids')}::uuid[], ${place('quantities')}::int[], ${place('amounts')}::bigint[])
      as claim (id, quantity, fen)
    where ${ofOrder(orderLines, place)} and ${orderLines.id} = claim.id
      and ${bears(quantityTaken, quantity, orderLines.quantity)}
      and ${bears(refundReservedFen, fen, orderLines.paidFen)} returning 1`
})

/** False unless every line could bear it; then the transaction must not go on. */
export async function moveOfLines(
  tx: Tx,
  shopId: string,
  orderId: string,
  lines: Claim['lines'],
  direction: Direction,
): Promise<boolean> {
  const moved = await tx.run(
    linesStatement({
      shopId,
      orderId,
      ids: lines.map((line) => line.lineId),
      quantities: lines.map((line) => direction * line.quantity),
      amounts: lines.map((line) => direction * line.fen),
    }),
  )
  return moved.length === lines.length
}

const paymentsStatement = prepared<OfOrder | 'ids' | 'amounts'>((place) => {
  const fen = sql`claim.fen`
  return sql`update ${payments} set ${raised(payments.refundReservedFen, fen)}
    from unnest(${place('ids')}::uuid[], ${place('amounts')}::bigint[]) as claim (id, fen)
    where ${ofOrder(payments, place)} and ${payments.id} = claim.id
      and ${bears(payments.refundReservedFen, fen, payments.paidFen)} returning 1`
})

/** The same for payments. */
export async function moveOfPayments(
  tx: Tx,
  shopId: string,
  orderId: string,
  shares: Claim['payments'],
  direction: Direction,
): Promise<boolean> {
  const moved = await tx.run(
    paymentsStatement({
      shopId,
      orderId,
      ids: shares.map((share) => share.paymentId),
      amounts: shares.map((share) => direction * share.fen),
    }),
  )
  return moved.length === shares.length
}

const units = prepared<OfOrder>(
  (place) => sql`select ${orderLines.id}, ${orderLines.name},
      (${orderLines.quantity} - ${orderLines.quantityTaken})::int as free
    from ${orderLines} where ${ofOrder(orderLines, place)} order by ${orderLines.position}, ${orderLines.id}`,
)

/** Units of each line that no aftersale has yet. */
export const unitsFree = (tx: Tx, shopId: string, orderId: string) =>
  tx.run<{ id: string; name: string; free: number }>(units({ shopId, orderId }))
