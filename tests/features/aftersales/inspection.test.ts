// Goods that came back: passed, passed in part, or not.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../helpers/app.ts'
import type { TestShop } from '../../helpers/client.ts'
import { aLine } from '../../helpers/factories.ts'
import { checkInvariants } from '../../helpers/invariants.ts'
import {
  apply,
  give,
  passing,
  pay,
  photo,
  placeOrder,
  read,
  readyShop,
  refuse,
  untilInspecting,
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
const agent = () => shop.as('agent')
const warehouse = () => shop.as('warehouse')

describe('an inspection', () => {
  const failure = async (more = {}) => ({
    reason: 'USED_BEYOND_TRIAL',
    text: '有明显使用痕迹',
    deductionFen: 2_000,
    mediaIds: [await photo(t, shop, warehouse())],
    ...more,
  })

  test('that fails offers a deduction, and accepted pays the rest exactly', async () => {
    const arrived = await untilInspecting(t, shop)
    const failed = await give(warehouse(), arrived, 'fail-inspection', await failure())
    expect(failed).toMatchObject({
      status: 'INSPECTION_FAILED',
      statusNote: { code: 'USED_BEYOND_TRIAL' },
      inspections: [{ passed: false, reason: 'USED_BEYOND_TRIAL', deductionFen: 2_000 }],
    })
    expect((await read(shopper(), failed)).allowedCommands).toContain('acceptDeduction')
    const accepted = await give(shopper(), failed, 'accept-deduction')
    expect(accepted).toMatchObject({
      status: 'REFUNDING',
      approvedFen: 3_000,
      refunds: [{ amountFen: 3_000 }],
    })
    expect(accepted.parts.at(-1)).toMatchObject({ code: 'inspection-deduction', fen: -2_000 })
  })

  test('that fails without photos, or keeps all the money, is refused', async () => {
    const arrived = await untilInspecting(t, shop)
    const blind = await failure({ mediaIds: [] })
    expect(await refuse(warehouse(), arrived, 'fail-inspection', blind)).toMatchObject({
      code: 'input-missing',
      why: 'failure-proved',
    })
    const greedy = await failure({ deductionFen: 5_000 })
    expect(await refuse(warehouse(), arrived, 'fail-inspection', greedy)).toMatchObject({
      code: 'amount-exceeds-paid',
    })
  })

  test('that fails lets the shopper have the goods back, and then frees the units', async () => {
    const arrived = await untilInspecting(t, shop)
    const failed = await give(warehouse(), arrived, 'fail-inspection', await failure())
    const asked = await give(shopper(), failed, 'ask-goods-back')
    expect(asked).toMatchObject({ status: 'AWAIT_RESHIP' })
    const sent = await give(warehouse(), asked, 'ship-replacement', WAYBILL)
    const received = await give(shopper(), sent, 'confirm-receipt')
    expect(received).toMatchObject({ status: 'CLOSED', closeReason: 'GOODS_SENT_BACK' })
    const again = { orderNo: made(received), lineIds: received.items.map((i) => i.lineId) }
    expect((await apply(shopper(), again)).status).toBe('PENDING_REVIEW')
  })
  const made = ({ orderNo }: { orderNo: string }) => orderNo

  test('that passes in part pays for that and makes a second case of the rest', async () => {
    const order = await placeOrder(t, shop, { lines: [aLine({ quantity: 3, paidFen: 10_000 })] })
    const applied = await apply(shopper(), order, { quantity: 3 })
    const approved = await give(agent(), applied, 'approve')
    const shipped = await give(shopper(), approved, 'ship-return', WAYBILL)
    const [lineId] = order.lineIds
    const arrived = await give(warehouse(), shipped, 'receive-return', {
      lines: [{ lineId, quantityReceived: 3 }],
    })
    const mediaIds = [await photo(t, shop, warehouse())]
    const partial = { ...passing(arrived, 2), mediaIds }
    expect(await refuse(warehouse(), arrived, 'pass-inspection', partial)).toMatchObject({
      code: 'input-missing',
      errors: [{ pointer: '/rest' }],
    })
    const greedy = {
      ...partial,
      text: '一件有污渍',
      rest: { reason: 'NOT_INTACT', deductionFen: 9_000 },
    }
    expect(await refuse(warehouse(), arrived, 'pass-inspection', greedy)).toMatchObject({
      code: 'amount-exceeds-paid',
    })
    const passed = await give(warehouse(), arrived, 'pass-inspection', {
      ...partial,
      text: '一件有污渍',
      rest: { reason: 'NOT_INTACT', deductionFen: 1_000 },
    })
    expect(passed).toMatchObject({
      status: 'REFUNDING',
      items: [{ quantity: 2, quantityPassed: 2 }],
      linked: [{ status: 'INSPECTION_FAILED', parent: false }],
    })
    const rest = await read(shopper(), { id: passed.linked[0]?.id ?? '' })
    expect(rest).toMatchObject({
      status: 'INSPECTION_FAILED',
      version: 1,
      items: [{ quantity: 1, quantityReceived: 1 }],
      statusNote: { code: 'NOT_INTACT', text: '一件有污渍' },
      linked: [{ id: passed.id, parent: true }],
      deadline: { kind: 'T6' },
      media: [{ id: mediaIds[0] }],
    })
    const paid = passed.refunds[0]?.amountFen ?? 0
    expect(paid + rest.wantFen).toBe(10_000)
    const accepted = await give(shopper(), rest, 'accept-deduction')
    expect(accepted.refunds[0]?.amountFen).toBe(rest.wantFen - 1_000)
    await pay(shop, passed)
    await pay(shop, accepted)
    expect(await read(shopper(), rest)).toMatchObject({ status: 'COMPLETED' })
  })

  test('of an exchange passes in part and sends only what passed', async () => {
    const arrived = await untilInspecting(t, shop, {
      type: 'EXCHANGE',
      reasonCode: 'SIZE_COLOR',
      quantity: 2,
    })
    const passed = await give(warehouse(), arrived, 'pass-inspection', {
      ...passing(arrived, 1),
      mediaIds: [await photo(t, shop, warehouse())],
      text: '一件破损',
      rest: { reason: 'DAMAGED_BY_SHOPPER', deductionFen: 0 },
    })
    expect(passed).toMatchObject({ status: 'AWAIT_RESHIP', items: [{ quantity: 1 }], refunds: [] })
    const rest = await read(shopper(), { id: passed.linked[0]?.id ?? '' })
    expect(rest.allowedCommands).not.toContain('acceptDeduction')
  })

  test('counts every line, and never more than was sent', async () => {
    const approved = await give(
      agent(),
      await apply(shopper(), await placeOrder(t, shop)),
      'approve',
    )
    const shipped = await give(shopper(), approved, 'ship-return', WAYBILL)
    const lines = [{ lineId: shipped.items[0]?.lineId, quantityReceived: 2 }]
    expect(await refuse(warehouse(), shipped, 'receive-return', { lines })).toMatchObject({
      code: 'input-missing',
      why: 'received-counted',
    })
    const foreign = [{ lineId: t.deps.ids.id(), quantityReceived: 1 }]
    expect(await refuse(warehouse(), shipped, 'receive-return', { lines: foreign })).toMatchObject({
      code: 'input-missing',
    })
  })
})
