// Any order that is taken can be stored, read and refunded: the database's own walls agree with the
// rules, whatever an integrator makes up.
import { checkOrder } from '@shouhou/server/features/orders/check-order.ts'
import { strictAjv } from '@shouhou/server/http/validation.ts'
import { OrderIn } from '@shouhou/shared/contract/orders'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { START, type TestApp, testApp } from '../../helpers/app.ts'
import { createShop, type TestShop } from '../../helpers/client.ts'
import { anOrderNo, hoursBefore } from '../../helpers/factories.ts'
import { rowsOf } from './order-steps.ts'

let t: TestApp
let shop: TestShop
beforeAll(async () => {
  t = await testApp()
  shop = await createShop(t)
})
afterAll(() => t.close())

type LineIn = OrderIn['lines'][number]
const fen = fc.integer({ min: 0, max: 50_000 })
const times = fc.record(
  {
    shippedAt: fc.integer({ min: 50, max: 130 }).map(hoursBefore),
    signedAt: fc.integer({ min: -1, max: 60 }).map(hoursBefore),
  },
  { requiredKeys: [] },
)
const line = (index: number): fc.Arbitrary<LineIn> =>
  fc
    .record({
      price: fen,
      quantity: fc.integer({ min: 1, max: 99 }),
      keep: fc.oneof(
        { weight: 30, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
        fc.constant(1.5),
      ),
      sevenDayReturn: fc.boolean(),
      times: fc.oneof({ weight: 9, arbitrary: fc.constant({}) }, times),
    })
    .map(({ price, quantity, keep, sevenDayReturn, times }) => ({
      lineNo: String(index),
      sku: `SKU-${index}`,
      name: '商品',
      category: '其他',
      unitPriceFen: price,
      quantity,
      paidFen: Math.floor(price * quantity * keep),
      sevenDayReturn,
      ...times,
    }))

/** Mostly possible orders: sums follow from the lines, and now and then something is off by a fen. */
const anyOrder: fc.Arbitrary<OrderIn> = fc
  .record({
    lines: fc
      .integer({ min: 1, max: 6 })
      .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => line(i)))),
    freight: fc.record({
      paidFen: fc.integer({ min: 0, max: 900 }),
      fullFen: fc.integer({ min: 800, max: 900 }),
    }),
    times,
    off: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.constantFrom(-1, 1)),
    split: fc.boolean(),
  })
  .map(({ lines, freight, times, off, split }) => {
    const list = lines.reduce((sum, l) => sum + l.unitPriceFen * l.quantity, 0)
    const goods = lines.reduce((sum, l) => sum + l.paidFen, 0)
    const due = Math.max(goods + freight.paidFen + off, 1)
    const first = split && due > 1 ? Math.floor(due / 2) : due
    const payments: OrderIn['payments'] = [{ paymentNo: 'A', method: 'WECHAT_PAY', paidFen: first }]
    if (first < due) payments.push({ paymentNo: 'B', method: 'BALANCE', paidFen: due - first })
    const amountFen = list - goods
    const discounts = amountFen > 0 ? [{ name: '优惠', amountFen, thresholdFen: 0 }] : []
    const shopper = { phone: '13800138000' }
    const at = { placedAt: hoursBefore(121), paidAt: hoursBefore(120) }
    return { version: 1, shopper, ...at, ...times, lines, discounts, freight, payments }
  })

const isOrder = strictAjv.compile(OrderIn)
const putAny = (orderNo: string, body: OrderIn) =>
  shop.as('integrator').call('PUT /orders/:orderNo', { params: { orderNo }, body })

test('an order is taken exactly when nothing contradicts, and what rests is what was sent', async () => {
  let taken = 0
  await fc.assert(
    fc.asyncProperty(anyOrder, async (order) => {
      const orderNo = anOrderNo()
      const possible = checkOrder(order, START.getTime()).length === 0
      const { problem } = await putAny(orderNo, order)
      const expected = possible ? undefined : 'order-impossible'
      expect(problem?.code).toBe(isOrder(order) ? expected : 'invalid-input')
      if (problem) return
      taken += 1
      const params = { orderNo }
      const stored = await shop.as('owner').ok('GET /orders/:orderNo', { params })
      const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)
      expect(stored.paidFen).toBe(sum(order.payments.map((p) => p.paidFen)))
      expect(sum(stored.lines.map((l) => l.paidFen)) + stored.freightFen).toBe(stored.paidFen)
      expect(stored.goodsFen - stored.discountFen + stored.freightFen).toBe(stored.paidFen)
      expect((await putAny(orderNo, order)).body.outcome).toBe('unchanged')
    }),
    { numRuns: 150 },
  )
  expect(taken).toBeGreaterThan(30)
})

/** What must be true of all orders at any time; each query returns the rows that break it. */
const INVARIANTS: Record<string, string> = {
  'payments are lines and freight': `select o.id from orders o where o.paid_fen <> o.freight_paid_fen
    + (select sum(paid_fen) from order_lines l where (l.shop_id, l.order_id) = (o.shop_id, o.id))
    or o.paid_fen <> (select sum(paid_fen) from payments p where (p.shop_id, p.order_id) = (o.shop_id, o.id))`,
  'no line is paid above its price':
    'select id from order_lines where paid_fen > unit_price_fen * quantity',
  'what is signed was shipped': `select l.id from order_lines l
    join orders o on (o.shop_id, o.id) = (l.shop_id, l.order_id)
    where coalesce(l.signed_at, o.signed_at) is not null
    and (coalesce(l.shipped_at, o.shipped_at) is null
    or coalesce(l.signed_at, o.signed_at) < coalesce(l.shipped_at, o.shipped_at))`,
}
test.each(Object.entries(INVARIANTS))('of all stored orders: %s', async (_name, query) => {
  expect(await rowsOf(t, query)).toEqual([])
})
