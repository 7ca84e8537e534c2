// Steps that several tests of orders take.
import type { Order } from '@shouhou/shared/contract/orders'
import type { Fen } from '@shouhou/shared/domain/money'
import type { TestApp } from '../../helpers/app.ts'
import type { TestShop } from '../../helpers/client.ts'

export const readOrder = (shop: TestShop, orderNo: string): Promise<Order> =>
  shop.as('shopper').ok('GET /orders/:orderNo', { params: { orderNo } })

/** The shop's shopper sends `quantity` units of the first line back. */
export async function applyFor(shop: TestShop, orderNo: string, quantity = 1) {
  const { lines } = await readOrder(shop, orderNo)
  return shop.as('shopper').ok('POST /aftersales', {
    body: {
      orderNo,
      type: 'RETURN_REFUND',
      reasonCode: 'OTHER',
      receivedGoods: true,
      description: '',
      mediaIds: [],
      lines: [{ lineId: lines[0]?.id ?? '', quantity }],
    },
  })
}

type Row = Record<string, unknown>

/** Rows as they rest in the database, of all shops. */
export async function rowsOf(t: TestApp, query: string, values: unknown[] = []): Promise<Row[]> {
  const client = await t.deps.db.pool.connect()
  try {
    await client.query('begin; set local role shouhou_platform')
    return (await client.query<Row>(query, values)).rows
  } finally {
    await client.query('rollback')
    client.release()
  }
}

export interface Reserved {
  readonly orderFen: Fen
  readonly freightFen: Fen
  readonly lines: readonly { readonly taken: number; readonly fen: Fen }[]
  readonly payments: readonly Fen[]
}

/** What is reserved of an order, everywhere it is kept. */
export async function reservedOf(t: TestApp, orderNo: string): Promise<Reserved> {
  const [order] = await rowsOf(t, 'select * from orders where order_no = $1', [orderNo])
  const of = (table: string) =>
    rowsOf(t, `select * from ${table} where order_id = $1 order by position`, [order?.id])
  const lines = await of('order_lines')
  const payments = await of('payments')
  return {
    orderFen: Number(order?.refund_reserved_fen),
    freightFen: Number(order?.freight_reserved_fen),
    lines: lines.map((row) => ({
      taken: Number(row.quantity_taken),
      fen: Number(row.refund_reserved_fen),
    })),
    payments: payments.map((row) => Number(row.refund_reserved_fen)),
  }
}
