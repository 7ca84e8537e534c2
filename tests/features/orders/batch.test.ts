// Many orders at once: each has its own fate.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../helpers/app.ts'
import { createShop, type TestShop } from '../../helpers/client.ts'
import { aLine, anOrder, anOrderNo, aPhone } from '../../helpers/factories.ts'
import { rowsOf } from './order-steps.ts'

let t: TestApp
let shop: TestShop
beforeAll(async () => {
  t = await testApp()
  shop = await createShop(t)
})
afterAll(() => t.close())

const send = (orders: { orderNo: string; order: unknown }[]) =>
  shop.as('integrator').call('POST /orders/batch', { body: { orders } })
const fate = ({ outcome, problem }: { outcome: string; problem?: { code: string } }) =>
  problem?.code ?? outcome

describe('a batch', () => {
  test('answers each order in its place, and a bad one hurts no other', async () => {
    const stored = anOrderNo()
    await send([{ orderNo: stored, order: anOrder({ version: 3 }) }])
    const fresh = anOrderNo()
    const { body } = await send([
      { orderNo: anOrderNo(), order: anOrder({ lines: [aLine({ paidFen: 1 })], discounts: [] }) },
      { orderNo: fresh, order: anOrder() },
      { orderNo: stored, order: anOrder({ version: 2 }) },
      { orderNo: stored, order: anOrder({ version: 4 }) },
      { orderNo: anOrderNo(), order: { version: 1 } },
      { orderNo: anOrderNo(), order: 'nonsense' },
      { orderNo: fresh, order: anOrder() },
      { orderNo: anOrderNo(), order: { ...anOrder(), shopId: shop.id } },
    ])
    expect(body.results.map(fate)).toEqual([
      'order-impossible',
      'created',
      'order-outdated',
      'updated',
      'invalid-input',
      'invalid-input',
      'unchanged',
      'invalid-input',
    ])
    expect(body.results[4]?.problem?.errors?.[0]).toMatchObject({ pointer: '/shopper' })
    expect(body.results[7]?.problem?.errors?.[0]).toMatchObject({ pointer: '/shopId' })
  })

  test('speaks the language that was asked for', async () => {
    const body = { orders: [{ orderNo: anOrderNo(), order: anOrder({ shopper: {} }) }] }
    const headers = { 'accept-language': 'en' }
    const answer = await shop.as('integrator').ok('POST /orders/batch', { body, headers })
    expect(answer.results[0]?.problem).toMatchObject({
      title: 'The order contradicts itself',
      errors: [{ pointer: '/shopper', message: 'needs a phone or an openid' }],
    })
  })

  test('takes five hundred orders, and no more', async () => {
    const orders = Array.from({ length: 500 }, () => ({
      orderNo: anOrderNo(),
      order: anOrder({ shopper: { phone: aPhone() } }),
    }))
    const { body } = await send(orders)
    expect(new Set(body.results.map(fate))).toEqual(new Set(['created']))
    const again = await send(orders)
    expect(new Set(again.body.results.map(fate))).toEqual(new Set(['unchanged']))
    const more = await send([...orders, { orderNo: anOrderNo(), order: anOrder() }])
    expect(more.problem).toMatchObject({ code: 'invalid-input', errors: [{ pointer: '/orders' }] })
  })

  test('sent eight times at once ends as if sent once', async () => {
    const phone = aPhone()
    const orders = Array.from({ length: 20 }, () => ({
      orderNo: anOrderNo(),
      order: anOrder({ shopper: { phone } }),
    }))
    const turned = [...orders].reverse()
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => send(i % 2 === 0 ? orders : turned)),
    )
    const fates = answers.flatMap(({ body }) => body.results.map(fate))
    expect(fates.filter((f) => f === 'created')).toHaveLength(20)
    expect(fates.filter((f) => f === 'unchanged')).toHaveLength(140)
    const numbers = orders.map(({ orderNo }) => orderNo)
    const owners = await rowsOf(
      t,
      'select distinct shopper_id from orders where order_no = any($1)',
      [numbers],
    )
    expect(owners).toHaveLength(1)
  })

  test('needs the scope to write orders', async () => {
    const reader = await shop.newKey(['orders:read'])
    const body = { orders: [{ orderNo: anOrderNo(), order: anOrder() }] }
    expect(await reader.refused('POST /orders/batch', { body })).toMatchObject({
      code: 'not-allowed',
      why: 'scope',
    })
  })
})
