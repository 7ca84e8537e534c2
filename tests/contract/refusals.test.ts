// Refusals of single commands that no story of the feature tests comes by.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  application,
  apply,
  BY_HAND,
  give,
  photo,
  placeOrder,
  readyShop,
  refuse,
  UNSHIPPED,
  untilInspecting,
} from '../features/aftersales/scenario.ts'
import { type TestApp, testApp } from '../helpers/app.ts'
import type { Person, TestShop } from '../helpers/client.ts'

const BLANK = { text: ' \n ' }

describe('a case', () => {
  let t: TestApp
  let shop: TestShop
  let shopper: Person
  let agent: Person
  beforeAll(async () => {
    t = await testApp()
    shop = await readyShop(t)
    shopper = shop.as('shopper')
    agent = shop.as('agent')
  })
  afterAll(() => t.close())

  const applied = async (of = shop) => apply(of.as('shopper'), await placeOrder(t, of))
  const asAsked = async ({ orderNo }: { orderNo: string }) => {
    const { lines } = await shopper.ok('GET /orders/:orderNo', { params: { orderNo } })
    return application({ orderNo, lineIds: lines.map(({ id }) => id) })
  }

  test('is quoted only as a type that is offered and possible', async () => {
    const ask = async (order: { orderNo: string; lineIds: string[] }, change: object) => {
      const { description: _d, mediaIds: _m, ...body } = { ...application(order), ...change }
      return shopper.refused('POST /aftersales/quote', { body })
    }
    const order = await placeOrder(t, shop)
    const repair = { type: 'REPAIR', reasonCode: 'QUALITY_FAULT' } as const
    expect((await ask(order, repair)).code).toBe('not-offered')
    const unshipped = await placeOrder(t, shop, {}, UNSHIPPED)
    expect(await ask(unshipped, {})).toMatchObject({ code: 'not-eligible', why: 'not-shipped' })
  })

  test('is asked for, closed or refunded with words, not blanks', async () => {
    const made = await applied()
    const manager = shop.as('manager')
    expect((await refuse(agent, made, 'request-info', BLANK)).code).toBe('input-missing')
    expect((await refuse(manager, made, 'force-close', BLANK)).code).toBe('input-missing')
    const refund = { ...BLANK, amountFen: 100 }
    expect((await refuse(manager, made, 'force-refund', refund)).code).toBe('input-missing')
  })

  test('takes as information only files of the shopper, and nine in all', async () => {
    const made = await applied()
    const asked = await give(agent, made, 'request-info', { text: '请拍照' })
    const foreign = await photo(t, shop, await shop.newShopper())
    const supply = (mediaIds: string[]) =>
      refuse(shopper, asked, 'supply-info', { text: '', mediaIds })
    expect((await supply([foreign])).code).toBe('upload-unusable')
    const nine = []
    for (let i = 0; i < 9; i++) nine.push(await photo(t, shop, shopper))
    const again = await give(shopper, asked, 'supply-info', { text: '', mediaIds: nine })
    const more = await give(agent, again, 'request-info', { text: '再拍一张' })
    const tenth = { text: '', mediaIds: [await photo(t, shop, shopper)] }
    expect((await refuse(shopper, more, 'supply-info', tenth)).code).toBe('limit-reached')
  })

  test('is offered only types that the shop has', async () => {
    const offer = { kind: 'CHANGE_TYPE', type: 'REPAIR', text: '修一修' }
    expect((await refuse(agent, await applied(), 'offer', offer)).code).toBe('not-offered')
  })

  test('whose goods should come back needs an address for them', async () => {
    const homeless = await readyShop(t, { ...BY_HAND, returnAddress: null })
    const signed = await placeOrder(t, homeless)
    const back = await apply(homeless.as('shopper'), signed)
    expect(await refuse(homeless.as('agent'), back, 'approve')).toMatchObject({
      code: 'input-missing',
      why: 'return-address',
    })
    const order = await placeOrder(t, homeless, {}, UNSHIPPED)
    const asking = { type: 'REFUND_ONLY', reasonCode: 'OTHER', receivedGoods: false } as const
    const made = await apply(homeless.as('shopper'), order, asking)
    const offer = { kind: 'CHANGE_TYPE', type: 'RETURN_REFUND', text: '请寄回' }
    const offered = await give(homeless.as('agent'), made, 'offer', offer)
    const problem = await refuse(homeless.as('shopper'), offered, 'accept-offer')
    expect(problem).toMatchObject({ code: 'input-missing', why: 'return-address' })
  })

  test('cannot be paid with freight that was offered when it was the last, and no more is', async () => {
    const order = await placeOrder(t, shop, { freight: { paidFen: 800, fullFen: 800 } }, UNSHIPPED)
    const asking = {
      type: 'REFUND_ONLY',
      reasonCode: 'CHANGED_MIND',
      receivedGoods: false,
    } as const
    const other = await apply(shopper, order, asking)
    const last = await apply(shopper, order, { ...asking, wantFen: 100 })
    const offer = { kind: 'CHANGE_AMOUNT', amountFen: 5_800, text: '连运费一起退' }
    const offered = await give(agent, last, 'offer', offer)
    await give(shopper, other, 'cancel')
    expect((await refuse(shopper, offered, 'accept-offer')).code).toBe('amount-exceeds-paid')
  })

  test('is changed only into what could have been applied for', async () => {
    const made = await applied()
    const { orderNo: _orderNo, ...as } = await asAsked(made)
    const edit = async (change: object) =>
      (await refuse(shopper, made, 'edit', { ...as, ...change })).code
    expect(await edit({ type: 'REPAIR', reasonCode: 'QUALITY_FAULT' })).toBe('not-offered')
    expect(await edit({ wantFen: 5_001 })).toBe('amount-exceeds-paid')
    expect(await edit({ reasonCode: 'QUALITY_FAULT' })).toBe('input-missing')
    expect(await edit({ mediaIds: [randomUUID()] })).toBe('upload-unusable')
  })

  test('is inspected with photos of the inspector', async () => {
    const inspecting = await untilInspecting(t, shop)
    const mediaIds = [await photo(t, shop, shopper)]
    const lines = inspecting.items.map(({ lineId }) => ({
      lineId,
      quantityPassed: 1,
      grade: 'A',
      restock: 'NEW',
    }))
    const warehouse = shop.as('warehouse')
    const pass = await refuse(warehouse, inspecting, 'pass-inspection', { lines, mediaIds })
    expect(pass.code).toBe('upload-unusable')
    const failed = { reason: 'NOT_INTACT', text: '破损', deductionFen: 0, mediaIds }
    const fail = await refuse(warehouse, inspecting, 'fail-inspection', failed)
    expect(fail.code).toBe('upload-unusable')
  })

  test('whose replacement leaves needs a waybill number of that carrier', async () => {
    const asking = { type: 'EXCHANGE', reasonCode: 'SIZE_COLOR' } as const
    const inspecting = await untilInspecting(t, shop, asking)
    const passed = await give(shop.as('warehouse'), inspecting, 'pass-inspection', {
      lines: inspecting.items.map(({ lineId }) => ({
        lineId,
        quantityPassed: 1,
        grade: 'A',
        restock: 'NEW',
      })),
      mediaIds: [],
    })
    const wrong = { carrier: 'SF', waybillNo: 'YT1234567890123' }
    const problem = await refuse(shop.as('warehouse'), passed, 'ship-replacement', wrong)
    expect(problem.code).toBe('input-missing')
  })
})
