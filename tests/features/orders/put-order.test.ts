// Orders coming in one by one: what is taken, what a newer version may change, what is refused.
import type { OrderIn } from '@shouhou/shared/contract/orders'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../helpers/app.ts'
import { createShop, type TestShop } from '../../helpers/client.ts'
import {
  aLine,
  anOrder,
  anOrderNo,
  anUnshippedOrder,
  hoursBefore,
  putOrder,
  shopperOf,
} from '../../helpers/factories.ts'
import { applyFor, readOrder, reservedOf, rowsOf } from './order-steps.ts'

let t: TestApp
let shop: TestShop
beforeAll(async () => {
  t = await testApp()
  shop = await createShop(t)
})
afterAll(() => t.close())

const put = (orderNo: string, body: OrderIn, of = shop) =>
  of.as('integrator').call('PUT /orders/:orderNo', { params: { orderNo }, body })
/** An order of the shop's own shopper. */
const mine = (overrides: Partial<OrderIn> = {}) =>
  anOrder({ shopper: shopperOf(shop), ...overrides })
const outcomeOf = async (orderNo: string, body: OrderIn) => (await put(orderNo, body)).body.outcome
const refusalOf = async (orderNo: string, body: OrderIn) => {
  const { problem } = await put(orderNo, body)
  return { ...problem, pointers: problem?.errors?.map(({ pointer }) => pointer) }
}

describe('an order', () => {
  test('is created once, and sending the same again changes nothing', async () => {
    const orderNo = anOrderNo()
    expect(await outcomeOf(orderNo, mine())).toBe('created')
    const [before] = await rowsOf(t, 'select * from orders where order_no = $1', [orderNo])
    t.clock.advance(1_000)
    expect(await outcomeOf(orderNo, mine())).toBe('unchanged')
    const [after] = await rowsOf(t, 'select * from orders where order_no = $1', [orderNo])
    expect(after).toEqual(before)
  })

  test('is the same when written in another time zone or another order of fields', async () => {
    const orderNo = await putOrder(t, shop, mine({ placedAt: '2026-02-24T03:00:00Z' }))
    const again = mine({ placedAt: '2026-02-24T11:00:00+08:00' })
    const turned = Object.fromEntries(Object.entries(again).reverse()) as OrderIn
    expect(await outcomeOf(orderNo, turned)).toBe('unchanged')
  })

  test('belongs to its shopper from the first sign-in on, found by the phone', async () => {
    const phone = '13712340000'
    const orderNo = await putOrder(t, shop, mine({ shopper: { phone, name: '王芳' } }))
    const person = await shop.newShopper({ phone })
    const order = await person.ok('GET /orders/:orderNo', { params: { orderNo } })
    expect(order.orderNo).toBe(orderNo)
  })

  test('goes by its number in one shop only: another shop has its own with the same number', async () => {
    const other = await createShop(t)
    const orderNo = await putOrder(t, shop)
    expect((await put(orderNo, anOrder(), other)).body.outcome).toBe('created')
    expect((await readOrder(shop, orderNo)).version).toBe(1)
  })

  test('rests without any phone, name or address in the clear', async () => {
    const recipient = {
      name: '欧阳测试',
      phone: '18888880001',
      address: '云南省昆明市五华区翠湖路',
    }
    const shopper = { phone: '18888880002', openid: 'openid-canary-1', name: '司马测试' }
    await putOrder(t, shop, mine({ shopper, recipient }))
    const rows = [
      ...(await rowsOf(t, 'select * from orders')),
      ...(await rowsOf(t, 'select * from shoppers')),
    ]
    const stored = JSON.stringify(rows)
    for (const plain of [...Object.values(recipient), ...Object.values(shopper)]) {
      expect(stored).not.toContain(plain)
    }
  })
})

describe('a newer version', () => {
  test('changes everything as long as nothing was applied for', async () => {
    const orderNo = await putOrder(t, shop, mine({ lines: [aLine(), aLine({ lineNo: '2' })] }))
    const before = await readOrder(shop, orderNo)
    const next = mine({
      version: 2,
      lines: [aLine({ lineNo: '3', name: '新品' }), aLine({ quantity: 1 })],
      freight: { paidFen: 800, fullFen: 800 },
    })
    expect(await outcomeOf(orderNo, next)).toBe('updated')
    const after = await readOrder(shop, orderNo)
    expect(after).toMatchObject({ version: 2, paidFen: 15_800, freightFen: 800 })
    expect(after.lines.map(({ lineNo, quantity }) => [lineNo, quantity])).toEqual([
      ['3', 2],
      ['1', 1],
    ])
    expect(after.lines[1]?.id).toBe(before.lines[0]?.id)
  })

  test('brings shipping and sign-off in, and with them the windows', async () => {
    const orderNo = await putOrder(t, shop, anUnshippedOrder({ shopper: shopperOf(shop) }))
    const waiting = await readOrder(shop, orderNo)
    expect(waiting.lines[0]?.eligibility.find((e) => e.type === 'RETURN_REFUND')).toMatchObject({
      allowed: false,
      why: ['not-shipped'],
    })
    expect(await outcomeOf(orderNo, mine({ version: 2 }))).toBe('updated')
    const signed = await readOrder(shop, orderNo)
    expect(signed.lines[0]?.eligibility.find((e) => e.type === 'RETURN_REFUND')).toMatchObject({
      allowed: true,
      noReasonUntil: '2026-03-06T15:59:59.999Z',
    })
  })

  test('that comes late is told which one is stored', async () => {
    const orderNo = await putOrder(t, shop, mine({ version: 5 }))
    const late = await refusalOf(orderNo, mine({ version: 4 }))
    expect(late).toMatchObject({ code: 'order-outdated', why: 'older-version', currentVersion: 5 })
  })

  test('needs a new number: the same number with other content is refused', async () => {
    const orderNo = await putOrder(t, shop, mine())
    const changed = await refusalOf(orderNo, mine({ lines: [aLine({ name: '别的' })] }))
    expect(changed).toMatchObject({ code: 'order-outdated', why: 'same-version' })
  })

  test('may ship, correct the sign-off, move and name serials after an aftersale exists', async () => {
    const orderNo = await putOrder(t, shop, mine({ lines: [aLine({ serialNos: ['A'] })] }))
    await applyFor(shop, orderNo)
    const reserved = await reservedOf(t, orderNo)
    const next = mine({
      version: 2,
      signedAt: hoursBefore(40),
      lines: [aLine({ serialNos: ['A', 'B'], batchNo: 'B1', image: 'https://example.com/a.jpg' })],
      recipient: { name: '张三', phone: '13900000000', address: '上海市黄浦区人民大道 1 号' },
    })
    expect(await outcomeOf(orderNo, next)).toBe('updated')
    const order = await readOrder(shop, orderNo)
    expect(order.signedAt).toBe(hoursBefore(40))
    expect(order.recipientMasked?.name).toBe('张*')
    expect(await reservedOf(t, orderNo)).toEqual(reserved)
  })

  const locked: Record<string, [Partial<OrderIn>, ...pointers: string[]]> = {
    'its amounts': [
      { lines: [aLine({ unitPriceFen: 4_000 })] },
      '/payments',
      '/lines/0/unitPriceFen',
      '/lines/0/paidFen',
    ],
    'its quantities': [
      { lines: [aLine({ quantity: 3 })] },
      '/payments',
      '/lines/0/paidFen',
      '/lines/0/quantity',
    ],
    'its goods': [{ lines: [aLine({ lineNo: '9' })] }, '/lines', '/lines/0'],
    'its freight': [
      { freight: { paidFen: 0, fullFen: 1_000, freeFromFen: 9_900 } },
      '/freight/fullFen',
      '/freight/freeFromFen',
    ],
    'its gifts': [{ gifts: [{ sku: 'TEA', name: '茶', quantity: 1, declaredFen: 900 }] }, '/gifts'],
    'its shopper': [{ shopper: { phone: '13755550000' } }, '/shopper'],
    'the purchase': [{ placedAt: hoursBefore(130) }, '/placedAt'],
    'what was confirmed about it': [
      { lines: [aLine({ exclusionConfirmedAt: hoursBefore(121) })] },
      '/lines/0/exclusionConfirmedAt',
    ],
    'serials it had': [{ lines: [aLine()] }, '/lines/0/serialNos'],
  }
  test.each(Object.entries(locked))(
    'cannot change %s once an aftersale exists',
    async (name, [change, ...places]) => {
      const serials = name === 'serials it had' ? { serialNos: ['A'] } : {}
      const orderNo = await putOrder(t, shop, mine({ lines: [aLine(serials)] }))
      await applyFor(shop, orderNo)
      const refusal = await refusalOf(orderNo, mine({ version: 2, ...change }))
      expect(refusal).toMatchObject({ code: 'order-locked', pointers: places })
      expect((await readOrder(shop, orderNo)).version).toBe(1)
    },
  )

  test('cannot take the sign-off back once an aftersale exists', async () => {
    const orderNo = await putOrder(t, shop, mine())
    await applyFor(shop, orderNo)
    const next = anUnshippedOrder({ version: 2, shopper: shopperOf(shop) })
    expect(await refusalOf(orderNo, next)).toMatchObject({
      code: 'order-locked',
      pointers: ['/shippedAt', '/signedAt'],
    })
  })
})

describe('an impossible order', () => {
  test('is refused with every place and a sentence, and leaves nothing behind', async () => {
    const orderNo = anOrderNo()
    const phone = '13766660000'
    const body = mine({ shopper: { phone }, lines: [aLine({ paidFen: 10_001 })] })
    const refusal = await refusalOf(orderNo, body)
    expect(refusal).toMatchObject({
      code: 'order-impossible',
      pointers: ['/lines/0/paidFen', '/discounts'],
    })
    expect(refusal.errors?.[0]?.message).toBe('实付 100.01 元超过单价×数量 100.00 元')
    expect(await rowsOf(t, 'select id from orders where order_no = $1', [orderNo])).toEqual([])
  })

  test('with a negative amount does not get past the contract', async () => {
    const refusal = await refusalOf(anOrderNo(), mine({ lines: [aLine({ paidFen: -1 })] }))
    expect(refusal).toMatchObject({ code: 'invalid-input', pointers: ['/lines/0/paidFen'] })
  })
})

test('a text with half a character is refused: no database can hold it', async () => {
  const gifts = [{ sku: 'TEA', name: '茶\ud83c', quantity: 1, declaredFen: 0 }]
  const refusal = await refusalOf(anOrderNo(), mine({ gifts }))
  expect(refusal).toMatchObject({ code: 'invalid-input', pointers: ['/gifts/0/name'] })
  const whole = [{ sku: 'TEA', name: '茶🍵', quantity: 1, declaredFen: 0 }]
  expect(await outcomeOf(anOrderNo(), mine({ gifts: whole }))).toBe('created')
})

describe('at the same time', () => {
  test('the same order twenty times makes one order of one shopper', async () => {
    const orderNo = anOrderNo()
    const body = mine({ shopper: { phone: '13777770000', openid: 'openid-race', name: '赛' } })
    const answers = await Promise.all(Array.from({ length: 20 }, () => put(orderNo, body)))
    const outcomes = answers.map((answer) => answer.body.outcome)
    expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'unchanged')).toHaveLength(19)
    expect(await rowsOf(t, 'select id from orders where order_no = $1', [orderNo])).toHaveLength(1)
  })

  test('ten versions end with the last one, as in one row', async () => {
    const orderNo = await putOrder(t, shop, mine())
    const versions = Array.from({ length: 10 }, (_, i) => i + 2)
    const answers = await Promise.all(
      versions.map((version) =>
        put(
          orderNo,
          mine({ version, lines: [aLine({ quantity: version, lineNo: `${version}` })] }),
        ),
      ),
    )
    for (const { status, problem } of answers) {
      expect(status === 200 || problem?.code === 'order-outdated').toBe(true)
    }
    const order = await readOrder(shop, orderNo)
    expect(order.version).toBe(11)
    expect(order.lines.map(({ lineNo, quantity }) => [lineNo, quantity])).toEqual([['11', 11]])
    expect(order.paidFen).toBe(55_000)
  })

  test('an application and a cheaper version: whoever comes second sees the first', async () => {
    for (let round = 0; round < 5; round++) {
      const orderNo = await putOrder(t, shop, mine())
      const cheaper = mine({ version: 2, lines: [aLine({ unitPriceFen: 1_000 })] })
      const [applied, changed] = await Promise.all([
        applyFor(shop, orderNo, 2),
        put(orderNo, cheaper),
      ])
      const locked = changed.problem?.code === 'order-locked'
      expect(applied.wantFen).toBe(locked ? 10_000 : 2_000)
      expect((await reservedOf(t, orderNo)).orderFen).toBe(applied.wantFen)
    }
  })
})
