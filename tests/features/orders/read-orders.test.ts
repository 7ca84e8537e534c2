// Orders as shoppers, staff and the shop's own system see them.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../helpers/app.ts'
import { createShop, type TestShop } from '../../helpers/client.ts'
import {
  aLine,
  anOrder,
  anOrderNo,
  anUnshippedOrder,
  aPhone,
  hoursBefore,
  putOrder,
  shopperOf,
} from '../../helpers/factories.ts'
import { applyFor, readOrder } from './order-steps.ts'

let t: TestApp
let shop: TestShop
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t.close())
beforeEach(async () => {
  shop = await createShop(t)
})

const numbers = (answer: { items: readonly { orderNo: string }[] }) =>
  answer.items.map(({ orderNo }) => orderNo)

describe('a list of orders', () => {
  test('shows a shopper their own, newest first, with what is open', async () => {
    const older = await putOrder(t, shop, anOrder({ shopper: shopperOf(shop) }))
    const newer = await putOrder(
      t,
      shop,
      anOrder({ shopper: shopperOf(shop), placedAt: hoursBefore(120.5) }),
    )
    await putOrder(t, shop, anOrder({ shopper: { phone: aPhone() } }))
    await applyFor(shop, older)
    const list = await shop.as('shopper').ok('GET /orders')
    expect(numbers(list)).toEqual([newer, older])
    expect(list.items.map(({ openAftersales }) => openAftersales)).toEqual([0, 1])
    expect(list.items[1]?.lines).toEqual([
      { name: '蓝色马克杯', spec: '', image: null, quantity: 2 },
    ])
  })

  test('says what can be applied for now, on any of its lines', async () => {
    const shopper = shopperOf(shop)
    const delivered = await putOrder(t, shop, anOrder({ shopper }))
    const taken = await putOrder(t, shop, anOrder({ shopper, lines: [aLine({ quantity: 1 })] }))
    const waiting = await putOrder(t, shop, anUnshippedOrder({ shopper }))
    await applyFor(shop, taken)
    const { items } = await shop.as('shopper').ok('GET /orders')
    const allowedOf = (orderNo: string) => items.find((one) => one.orderNo === orderNo)?.allowed
    expect(allowedOf(delivered)?.sort()).toEqual(['EXCHANGE', 'REFUND_ONLY', 'RETURN_REFUND'])
    expect(allowedOf(waiting)).toEqual(['REFUND_ONLY'])
    expect(allowedOf(taken)).toEqual([])
  })

  test('shows staff and keys the whole shop, and nothing of another', async () => {
    const orderNo = await putOrder(t, shop)
    const other = await createShop(t)
    const staff = (['agent', 'warehouse', 'owner'] as const).map((role) => shop.as(role))
    for (const caller of [...staff, shop.as('integrator')]) {
      expect(numbers(await caller.ok('GET /orders'))).toEqual([orderNo])
    }
    expect(numbers(await other.as('owner').ok('GET /orders'))).toEqual([])
  })

  test('comes in pages that neither repeat nor skip, also among equal times', async () => {
    const all = new Set<string>()
    for (let i = 0; i < 7; i++) all.add(await putOrder(t, shop))
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const query: { limit: number; cursor?: string } = cursor ? { limit: 3, cursor } : { limit: 3 }
      const list: Awaited<ReturnType<typeof page>> = await page(query)
      expect(list.items.length).toBeLessThanOrEqual(3)
      seen.push(...numbers(list))
      cursor = list.nextCursor
      // An order that arrives meanwhile shifts nothing.
      if (seen.length === 3) await putOrder(t, shop, anOrder({ placedAt: hoursBefore(120.5) }))
    } while (cursor)
    expect(seen).toHaveLength(7)
    expect(new Set(seen)).toEqual(all)
  })
  const page = (query: { limit: number; cursor?: string }) =>
    shop.as('agent').ok('GET /orders', { query })

  test('is found by the beginning of an order number, whose signs are only signs', async () => {
    await putOrder(t, shop, anOrder(), 'A_1')
    await putOrder(t, shop, anOrder(), 'AB1')
    const find = async (q: string) =>
      numbers(await shop.as('agent').ok('GET /orders', { query: { q } }))
    expect((await find('A')).sort()).toEqual(['AB1', 'A_1'])
    expect(await find('A_')).toEqual(['A_1'])
    expect(await find('%')).toEqual([])
    expect(await find('\\')).toEqual([])
  })

  test('is found by the whole phone of the shopper, for the shop alone', async () => {
    const orderNo = await putOrder(t, shop)
    await putOrder(t, shop, anOrder({ shopper: { phone: aPhone() } }))
    const query = { q: shop.phone }
    expect(numbers(await shop.as('agent').ok('GET /orders', { query }))).toEqual([orderNo])
    expect(numbers(await shop.as('shopper').ok('GET /orders', { query }))).toEqual([])
    const part = { q: shop.phone.slice(0, 10) }
    expect(numbers(await shop.as('agent').ok('GET /orders', { query: part }))).toEqual([])
  })

  const forged = ['x', 'W10', Buffer.from('["0000-01-01T00:00:00.000Z","x"]').toString('base64url')]
  test.each(forged)('refuses the cursor %s with a sentence', async (cursor) => {
    const refusal = await shop.as('agent').refused('GET /orders', { query: { cursor } })
    expect(refusal).toMatchObject({
      code: 'invalid-input',
      errors: [{ pointer: '/querystring/cursor' }],
    })
  })
})

describe('one order', () => {
  test('shows amounts, lines, gifts and its recipient masked', async () => {
    const orderNo = await putOrder(
      t,
      shop,
      anOrder({
        shopper: shopperOf(shop),
        lines: [aLine({ paidFen: 8_000, spec: '300ml' })],
        gifts: [{ sku: 'TEA', name: '茶', quantity: 1, declaredFen: 900 }],
        freight: { paidFen: 600, fullFen: 1_000 },
        recipient: { name: '欧阳小明', phone: '13812345678', address: '浙江省杭州市西湖区文三路' },
      }),
    )
    const order = await readOrder(shop, orderNo)
    expect(order).toMatchObject({
      goodsFen: 10_000,
      discountFen: 2_000,
      freightFen: 600,
      paidFen: 8_600,
      gifts: [{ sku: 'TEA', name: '茶', quantity: 1 }],
      recipientMasked: { name: '欧***', phone: '138****5678', address: '浙江省杭州市******' },
    })
    expect(JSON.stringify(order)).not.toMatch(/13812345678|西湖|小明/)
  })

  test('says for every type whether, until when and why not', async () => {
    const orderNo = await putOrder(t, shop)
    const { lines } = await readOrder(shop, orderNo)
    const found = Object.fromEntries((lines[0]?.eligibility ?? []).map((e) => [e.type, e]))
    expect(found.RETURN_REFUND).toMatchObject({
      allowed: true,
      until: '2026-03-14T15:59:59.999Z',
      noReasonUntil: '2026-03-06T15:59:59.999Z',
      why: [],
    })
    expect(found.RETURN_REFUND?.reasons).toContain('NO_REASON_7D')
    expect(found.REPAIR).toMatchObject({ allowed: false, why: ['type-not-offered'], reasons: [] })
  })

  test('counts a line as shipped and signed when the line itself says so', async () => {
    const own = { shippedAt: hoursBefore(90), signedAt: hoursBefore(24) }
    const lines = [aLine(), aLine({ lineNo: '2', ...own })]
    const orderNo = await putOrder(t, shop, anOrder({ shopper: shopperOf(shop), lines }))
    const order = await readOrder(shop, orderNo)
    expect(order.lines.map(({ signedAt }) => signedAt)).toEqual([hoursBefore(48), hoursBefore(24)])
    const until = order.lines.map((line) => line.eligibility[1]?.noReasonUntil)
    expect(until).toEqual(['2026-03-06T15:59:59.999Z', '2026-03-07T15:59:59.999Z'])
  })

  test('lists its aftersales, and says that their units are taken', async () => {
    const orderNo = await putOrder(t, shop)
    const first = await applyFor(shop, orderNo)
    t.clock.advance(1_000)
    const second = await applyFor(shop, orderNo)
    const order = await readOrder(shop, orderNo)
    expect(order.aftersales.map(({ no }) => no)).toEqual([second.no, first.no])
    expect(order.lines[0]).toMatchObject({ quantityTaken: 2, refundedFen: 10_000 })
    expect(order.lines[0]?.eligibility.find((e) => e.type === 'EXCHANGE')).toMatchObject({
      allowed: false,
      why: ['in-open-aftersale'],
    })
  })

  test('of another shopper, another shop or nobody is not found, all alike', async () => {
    const orderNo = await putOrder(t, shop)
    const other = await createShop(t)
    const stranger = await shop.newShopper()
    const callers = [
      stranger.refused('GET /orders/:orderNo', { params: { orderNo } }),
      other.as('shopper').refused('GET /orders/:orderNo', { params: { orderNo } }),
      other.as('owner').refused('GET /orders/:orderNo', { params: { orderNo } }),
      other.as('integrator').refused('GET /orders/:orderNo', { params: { orderNo } }),
      shop.as('shopper').refused('GET /orders/:orderNo', { params: { orderNo: anOrderNo() } }),
    ]
    const answers = await Promise.all(callers)
    for (const { instance: _, ...answer } of answers) {
      expect(answer).toEqual({
        type: 'https://shouhou.dev/problems/not-found',
        title: '没有找到',
        status: 404,
        code: 'not-found',
      })
    }
  })
})
