// Units and money of an order, taken by many at once: never more than there is.

import type { Tx } from '@shouhou/server/db/client.ts'
import { type Claim, release, reserve } from '@shouhou/server/features/orders/index.ts'
import type { ProblemError } from '@shouhou/server/http/problems.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../helpers/app.ts'
import { createShop, type TestShop } from '../../helpers/client.ts'
import { aLine, anOrder, putOrder, shopperOf } from '../../helpers/factories.ts'
import { readOrder, reservedOf, rowsOf } from './order-steps.ts'

let t: TestApp
let shop: TestShop
beforeAll(async () => {
  t = await testApp()
  shop = await createShop(t)
})
afterAll(() => t.close())

let orderNo: string
let orderId: string
let lineIds: string[]
let paymentIds: string[]
/** Two lines of 100 yuan, two units each, and 10 yuan of freight; 150 by one payment, 60 by another. */
beforeEach(async () => {
  const order = anOrder({
    shopper: shopperOf(shop),
    lines: [aLine(), aLine({ lineNo: '2' })],
    freight: { paidFen: 1_000, fullFen: 1_000 },
    payments: [
      { paymentNo: 'A', method: 'WECHAT_PAY', paidFen: 15_000 },
      { paymentNo: 'B', method: 'BALANCE', paidFen: 6_000 },
    ],
  })
  orderNo = await putOrder(t, shop, order)
  const { id, lines } = await readOrder(shop, orderNo)
  orderId = id
  lineIds = lines.map((line) => line.id)
  const rows = await rowsOf(t, 'select id from payments where order_id = $1 order by position', [
    id,
  ])
  paymentIds = rows.map((row) => String(row.id))
})

/** Claims of one unit of line `at` for `fen`, paid back over the first payment. */
const unit = (at: number, fen: number, quantity = 1): Claim => ({
  lines: [{ lineId: lineIds[at] ?? '', quantity, fen }],
  freightFen: 0,
  payments: [{ paymentId: paymentIds[0] ?? '', fen }],
})
const inShop = <T>(work: (tx: Tx) => Promise<T>) => t.deps.db.transact({ shopId: shop.id }, work)
const take = (claim: Claim) => inShop((tx) => reserve(tx, shop.id, orderId, claim))
const giveBack = (claim: Claim) => inShop((tx) => release(tx, shop.id, orderId, claim))
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    (error: ProblemError) => error.code,
  )

const NOTHING = {
  orderFen: 0,
  freightFen: 0,
  lines: [
    { taken: 0, fen: 0 },
    { taken: 0, fen: 0 },
  ],
  payments: [0, 0],
}

describe('what an aftersale takes', () => {
  test('is kept on the order, its lines, its freight and its payments, and given back whole', async () => {
    const claim: Claim = {
      lines: [
        { lineId: lineIds[0] ?? '', quantity: 2, fen: 10_000 },
        { lineId: lineIds[1] ?? '', quantity: 1, fen: 5_000 },
      ],
      freightFen: 1_000,
      payments: [
        { paymentId: paymentIds[0] ?? '', fen: 11_000 },
        { paymentId: paymentIds[1] ?? '', fen: 5_000 },
      ],
    }
    await take(claim)
    expect(await reservedOf(t, orderNo)).toEqual({
      orderFen: 16_000,
      freightFen: 1_000,
      lines: [
        { taken: 2, fen: 10_000 },
        { taken: 1, fen: 5_000 },
      ],
      payments: [11_000, 5_000],
    })
    await giveBack(claim)
    expect(await reservedOf(t, orderNo)).toEqual(NOTHING)
  })

  test('may be goods alone, or money alone of a line that is back already', async () => {
    await take({ ...unit(0, 0, 2), payments: [] })
    await take(unit(0, 700, 0))
    expect((await reservedOf(t, orderNo)).lines[0]).toEqual({ taken: 2, fen: 700 })
  })

  test('is refused by name when the units are gone, and nothing of it is kept', async () => {
    await take(unit(0, 0, 1))
    const before = await reservedOf(t, orderNo)
    const both: Claim = {
      lines: [
        { lineId: lineIds[0] ?? '', quantity: 2, fen: 0 },
        { lineId: lineIds[1] ?? '', quantity: 2, fen: 0 },
      ],
      freightFen: 0,
      payments: [],
    }
    const refusal = await take(both).catch((error: ProblemError) => error)
    expect(refusal).toMatchObject({
      code: 'units-taken',
      details: { detail: { zh: '“蓝色马克杯”只剩 1 件可以申请售后' } },
    })
    expect(await reservedOf(t, orderNo)).toEqual(before)
  })

  const tooMuch: Record<string, () => Claim> = {
    'a line': () => unit(0, 10_001),
    'the freight': () => ({
      lines: [],
      freightFen: 1_001,
      payments: [{ paymentId: paymentIds[0] ?? '', fen: 1_001 }],
    }),
    'a payment': () => ({
      ...unit(0, 7_000),
      payments: [{ paymentId: paymentIds[1] ?? '', fen: 7_000 }],
    }),
  }
  test.each(Object.entries(tooMuch))('cannot exceed what was paid for %s', async (_name, claim) => {
    expect(await codeOf(take(claim()))).toBe('amount-exceeds-paid')
    expect(await reservedOf(t, orderNo)).toEqual(NOTHING)
  })

  test('must be the same money by line and by payment', async () => {
    await expect(take({ ...unit(0, 5_000), payments: [] })).rejects.toThrow('differ')
  })

  test('cannot be given back twice', async () => {
    await take(unit(0, 5_000))
    await giveBack(unit(0, 5_000))
    await expect(giveBack(unit(0, 5_000))).rejects.toThrow('more to release')
    expect(await reservedOf(t, orderNo)).toEqual(NOTHING)
  })

  test('cannot come from the order of another shop', async () => {
    const other = await createShop(t)
    const work = t.deps.db.transact({ shopId: other.id }, (tx) =>
      reserve(tx, other.id, orderId, unit(0, 5_000)),
    )
    expect(await codeOf(work)).toBe('amount-exceeds-paid')
    expect(await reservedOf(t, orderNo)).toEqual(NOTHING)
  })
})

describe('at the same time', () => {
  test('eight claims of 60 yuan on a line of 100 end with one', async () => {
    const codes = await Promise.all(
      Array.from({ length: 8 }, () => codeOf(take(unit(0, 6_000, 0)))),
    )
    expect(codes.filter((code) => code === 'taken')).toHaveLength(1)
    expect(codes.filter((code) => code === 'amount-exceeds-paid')).toHaveLength(7)
    expect((await reservedOf(t, orderNo)).orderFen).toBe(6_000)
  })

  test('eight claims on two units end with two', async () => {
    const codes = await Promise.all(Array.from({ length: 8 }, () => codeOf(take(unit(1, 100)))))
    expect(codes.filter((code) => code === 'taken')).toHaveLength(2)
    expect(codes.filter((code) => code === 'units-taken')).toHaveLength(6)
    expect((await reservedOf(t, orderNo)).lines[1]).toEqual({ taken: 2, fen: 200 })
  })

  test('claims on both lines in opposite order do not block each other for good', async () => {
    const [one, two] = [unit(0, 100, 0), unit(1, 100, 0)]
    const both = (first: Claim, second: Claim): Claim => ({
      lines: [...first.lines, ...second.lines],
      freightFen: 0,
      payments: [{ paymentId: paymentIds[0] ?? '', fen: 200 }],
    })
    const codes = await Promise.all(
      Array.from({ length: 16 }, (_, i) =>
        codeOf(take(i % 2 === 0 ? both(one, two) : both(two, one))),
      ),
    )
    expect(codes.every((code) => code === 'taken')).toBe(true)
    expect((await reservedOf(t, orderNo)).orderFen).toBe(3_200)
  })
})

test('even a statement without a guard cannot take more than there is', async () => {
  const greedy = [
    'update order_lines set quantity_taken = quantity + 1',
    'update order_lines set refund_reserved_fen = paid_fen + 1',
    'update order_lines set refund_reserved_fen = -1',
    'update orders set refund_reserved_fen = paid_fen + 1',
    'update orders set freight_reserved_fen = freight_paid_fen + 1',
    'update payments set refund_reserved_fen = paid_fen + 1',
  ]
  for (const statement of greedy) {
    await expect(rowsOf(t, statement), statement).rejects.toMatchObject({ code: '23514' })
  }
})
