// Gifts that do not come back: named at application, kept with the case, counted whenever its money is.
import { decisions } from '@shouhou/server/features/aftersales/tables.ts'
import { and, eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../helpers/app.ts'
import type { TestShop } from '../../helpers/client.ts'
import { aLine } from '../../helpers/factories.ts'
import { checkInvariants } from '../../helpers/invariants.ts'
import {
  type Asking,
  application,
  give,
  passing,
  photo,
  placeOrder,
  readyShop,
  WAYBILL,
} from './scenario.ts'

let t: TestApp
let shop: TestShop
beforeAll(async () => {
  t = await testApp()
  shop = await readyShop(t)
})
afterEach(() => checkInvariants(t, { rest: false }))
afterAll(() => t.close())

const shopper = () => shop.as('shopper')

/** Two cups for 100 yuan, with tea worth 8 yuan; a lamp, with a bulb worth 5. */
const gifted = () =>
  placeOrder(t, shop, {
    lines: [aLine(), aLine({ lineNo: '2', sku: 'LAMP', name: '台灯', quantity: 1 })],
    gifts: [
      { sku: 'TEA', name: '茶', quantity: 2, declaredFen: 400, forLineNo: '1' },
      { sku: 'BULB', name: '灯泡', quantity: 1, declaredFen: 500, forLineNo: '2' },
    ],
  })

const asked = (
  order: Awaited<ReturnType<typeof gifted>>,
  giftsKept: string[],
  asking: Asking = {},
) => ({ ...application(order, { quantity: 2, ...asking }), giftsKept })

const keptFen = ({ parts }: { parts: { code: string; fen: number }[] }) =>
  parts.filter(({ code }) => code === 'gift-kept').map(({ fen }) => fen)

test('an order names its gifts, what each costs and the line it came with', async () => {
  const { orderNo, lineIds } = await gifted()
  const { gifts } = await shopper().ok('GET /orders/:orderNo', { params: { orderNo } })
  expect(gifts).toEqual([
    { ref: 'TEA', sku: 'TEA', name: '茶', quantity: 2, declaredFen: 400, forLineId: lineIds[0] },
    {
      ref: 'BULB',
      sku: 'BULB',
      name: '灯泡',
      quantity: 1,
      declaredFen: 500,
      forLineId: lineIds[1],
    },
  ])
})

describe('a kept gift', () => {
  test('costs its declared price in the quote and in the case, and stays with both', async () => {
    const order = await gifted()
    const { description: _d, mediaIds: _m, ...ask } = asked(order, ['TEA'])
    const quote = await shopper().ok('POST /aftersales/quote', { body: ask })
    expect([quote.refundFen, keptFen(quote)]).toEqual([9_200, [-800]])
    const made = await shopper().ok('POST /aftersales', { body: asked(order, ['TEA']) })
    expect(made).toMatchObject({ wantFen: 9_200, giftsKept: ['TEA'] })
    const [decision] = await t.deps.db.transact({ shopId: shop.id }, (tx) =>
      tx
        .select()
        .from(decisions)
        .where(and(eq(decisions.shopId, shop.id), eq(decisions.aftersaleId, made.id))),
    )
    expect(decision?.facts).toMatchObject({ giftsKept: ['TEA'], amountFen: 9_200 })
  })

  test('is counted when people offer money instead of an exchange', async () => {
    const exchange = asked(await gifted(), ['TEA'], { type: 'EXCHANGE', reasonCode: 'SIZE_COLOR' })
    const made = await shopper().ok('POST /aftersales', { body: exchange })
    expect(made).toMatchObject({ wantFen: 0, giftsKept: ['TEA'] })
    const offered = await give(shop.as('agent'), made, 'offer', {
      kind: 'CHANGE_TYPE',
      type: 'RETURN_REFUND',
      text: '请寄回商品',
    })
    const accepted = await give(shopper(), offered, 'accept-offer')
    expect([accepted.approvedFen, keptFen(accepted)]).toEqual([9_200, [-800]])
  })

  test('is charged once when goods pass in part: with the units that end the line', async () => {
    const made = await shopper().ok('POST /aftersales', { body: asked(await gifted(), ['TEA']) })
    const approved = await give(shop.as('agent'), made, 'approve')
    const shipped = await give(shopper(), approved, 'ship-return', WAYBILL)
    const arrived = await give(shop.as('warehouse'), shipped, 'receive-return', {
      lines: shipped.items.map(({ lineId }) => ({ lineId, quantityReceived: 2 })),
    })
    const passed = await give(shop.as('warehouse'), arrived, 'pass-inspection', {
      ...passing(arrived, 1),
      mediaIds: [await photo(t, shop, shop.as('warehouse'))],
      text: '一只有裂纹',
      rest: { reason: 'NOT_INTACT', deductionFen: 0 },
    })
    const failed = await shopper().ok('GET /aftersales/:id', {
      params: { id: passed.linked[0]?.id ?? '' },
    })
    expect([passed.approvedFen, failed.approvedFen]).toEqual([5_000, 4_200])
    expect([keptFen(passed), keptFen(failed)]).toEqual([[], [-800]])
    expect(failed.giftsKept).toEqual(['TEA'])
  })

  test('can be sent back after all by changing the application', async () => {
    const order = await gifted()
    const made = await shopper().ok('POST /aftersales', { body: asked(order, ['TEA']) })
    const { orderNo: _no, ...change } = asked(order, [])
    const changed = await give(shopper(), made, 'edit', change)
    expect(changed).toMatchObject({ wantFen: 10_000, giftsKept: [] })
  })
})

test('a gift of other goods, or of no goods at all, cannot be kept', async () => {
  const order = await gifted()
  for (const ref of ['BULB', 'NOTHING']) {
    const answer = await shopper().refused('POST /aftersales', { body: asked(order, [ref]) })
    expect(answer).toMatchObject({ code: 'invalid-input', errors: [{ pointer: '/giftsKept/0' }] })
  }
})
