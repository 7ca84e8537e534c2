// Lists of one day: what a bar of a chart opens. Days begin at midnight in China.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { START, type TestApp, testApp } from '../../helpers/app.ts'
import type { TestShop } from '../../helpers/client.ts'
import { apply, give, passing, pay, placeOrder, readyShop, untilInspecting } from './scenario.ts'

let t: TestApp
let shop: TestShop
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t.close())

// A key reads: the clock moves by days, which sessions do not outlive.
const cases = async (query: object) => {
  const { items } = await shop.as('integrator').ok('GET /aftersales', { query })
  return items.map(({ id }) => id)
}

test('cases are applied for and decided on days of China', async () => {
  shop = await readyShop(t)
  const order = await placeOrder(t, shop)
  const another = await placeOrder(t, shop)
  t.clock.set('2026-03-01T15:59:59.999Z')
  const first = await apply(await shop.newShopper({ phone: shop.phone }), order)
  t.clock.set('2026-03-01T16:00:00.000Z')
  await give(await shop.newStaff('agent'), first, 'approve')
  const second = await apply(await shop.newShopper({ phone: shop.phone }), another)
  expect(await cases({ createdOn: '2026-03-01' })).toEqual([first.id])
  expect(await cases({ createdOn: '2026-03-02' })).toEqual([second.id])
  expect(await cases({ decidedOn: '2026-03-01' })).toEqual([])
  expect(await cases({ decidedOn: '2026-03-02', decidedBy: 'people' })).toEqual([first.id])
  expect(await cases({ decidedOn: '2026-03-02', decidedBy: 'policy' })).toEqual([])
})

test('refunds are paid and cases rated on days of China', async () => {
  t.clock.set(START)
  shop = await readyShop(t)
  const arrived = await untilInspecting(t, shop)
  const passed = await give(shop.as('warehouse'), arrived, 'pass-inspection', passing(arrived, 1))
  await pay(shop, passed)
  const rating = { attitude: 5, speed: 5, overall: 4, tags: [], comment: '' }
  await shop
    .as('shopper')
    .ok('POST /aftersales/:id/rating', { params: { id: passed.id }, body: rating })
  const manager = shop.as('manager')
  const refunds = async (paidOn: string) =>
    (await manager.ok('GET /refunds', { query: { paidOn } })).items.map(
      ({ aftersaleId }) => aftersaleId,
    )
  const ratings = async (ratedOn: string) =>
    (await manager.ok('GET /ratings', { query: { ratedOn } })).items.map(
      ({ aftersaleId }) => aftersaleId,
    )
  expect(await refunds('2026-03-01')).toEqual([passed.id])
  expect(await refunds('2026-02-28')).toEqual([])
  expect(await ratings('2026-03-01')).toEqual([passed.id])
  expect(await ratings('2026-03-02')).toEqual([])
})

test('a day that no calendar has is refused', async () => {
  for (const createdOn of ['2026-02-30', '1999-01-01', 'today']) {
    const refused = await shop.as('integrator').refused('GET /aftersales', { query: { createdOn } })
    expect(refused.code).toBe('invalid-input')
  }
})
