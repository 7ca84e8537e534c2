// Goods come back for money: from the application to the payout, and every way it can end otherwise.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../helpers/app.ts'
import type { TestShop } from '../../helpers/client.ts'
import { checkInvariants } from '../../helpers/invariants.ts'
import {
  apply,
  give,
  passing,
  pay,
  photo,
  placeOrder,
  RETURN_ADDRESS,
  read,
  readyShop,
  refuse,
  story,
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

const open = async (asking = {}) => apply(shopper(), await placeOrder(t, shop), asking)

describe('a return', () => {
  test('goes from application to payout, each step by whom it belongs to', async () => {
    const made = await open()
    const approved = await give(agent(), made, 'approve', { text: '同意' })
    expect(approved).toMatchObject({
      status: 'AWAIT_RETURN',
      approvedFen: 5_000,
      returnAddress: RETURN_ADDRESS,
      deadline: { kind: 'T3', waitsFor: 'shopper' },
    })
    const shipped = await give(shopper(), approved, 'ship-return', WAYBILL)
    expect(shipped.parcels).toMatchObject([{ direction: 'RETURN', status: 'BOOKED', ...WAYBILL }])
    const delivered = await give(shop.as('integrator'), shipped, 'report-delivered')
    expect(delivered).toMatchObject({ status: 'RETURN_SHIPPED', deadline: { kind: 'T5' } })
    const arrived = await give(warehouse(), delivered, 'receive-return', {
      lines: [{ lineId: made.items[0]?.lineId, quantityReceived: 1 }],
    })
    expect(arrived).toMatchObject({ status: 'INSPECTING', parcels: [{ status: 'SIGNED' }] })
    const passed = await give(warehouse(), arrived, 'pass-inspection', passing(arrived, 1))
    expect(passed).toMatchObject({
      status: 'REFUNDING',
      refunds: [{ amountFen: 5_000, status: 'PLANNED', refundNo: `R${made.no}` }],
      inspections: [{ grade: 'A', restock: 'NEW', passed: true }],
      items: [{ quantityReceived: 1, quantityPassed: 1 }],
    })
    await pay(shop, passed)
    const done = await read(shopper(), made)
    expect(done).toMatchObject({
      status: 'COMPLETED',
      deadline: null,
      refunds: [{ status: 'SUCCEEDED', reference: 'WX4200001234' }],
    })
    expect(await story(shopper(), made)).toEqual([
      'shopper apply PENDING_REVIEW',
      'agent approve AWAIT_RETURN',
      'shopper shipReturn RETURN_SHIPPED',
      'integrator reportDelivered RETURN_SHIPPED',
      'warehouse receiveReturn INSPECTING',
      'warehouse passInspection REFUNDING',
      'manager refundSucceeded COMPLETED',
    ])
  })

  test('asks for information at most twice and goes on where it was', async () => {
    let kase = await open()
    for (let i = 0; i < 2; i++) {
      kase = await give(agent(), kase, 'request-info', { text: '请拍一下吊牌' })
      expect(kase).toMatchObject({
        status: 'NEED_INFO',
        statusNote: { code: null, text: '请拍一下吊牌' },
        deadline: { kind: 'T2' },
      })
      const mediaIds = [await photo(t, shop, shopper())]
      kase = await give(shopper(), kase, 'supply-info', { text: '', mediaIds })
      expect(kase).toMatchObject({ status: 'PENDING_REVIEW', statusNote: null })
    }
    expect(kase.media).toHaveLength(2)
    expect(await refuse(agent(), kase, 'request-info', { text: '再拍' })).toMatchObject({
      code: 'limit-reached',
    })
  })

  test('answering a question with nothing, or with too many photos, is refused', async () => {
    const kase = await give(agent(), await open(), 'request-info', { text: '拍照' })
    const empty = { text: ' ', mediaIds: [] }
    expect(await refuse(shopper(), kase, 'supply-info', empty)).toMatchObject({
      code: 'input-missing',
    })
  })

  test('may be approved for less; the rest is free for another case', async () => {
    const order = await placeOrder(t, shop)
    const made = await apply(shopper(), order)
    const approved = await give(agent(), made, 'approve', { amountFen: 3_500 })
    expect(approved).toMatchObject({ approvedFen: 3_500, items: [{ refundFen: 3_500 }] })
    expect(approved.parts.at(-1)).toMatchObject({ code: 'agreed', fen: -1_500 })
    const tooMuch = { amountFen: 5_001 }
    const second = await apply(shopper(), order)
    expect(await refuse(agent(), second, 'approve', tooMuch)).toMatchObject({
      code: 'amount-exceeds-paid',
      why: 'amount-within-refundable',
    })
  })

  test('refused needs a reason, and evidence where the reason asks for it', async () => {
    const made = await open()
    const body = { reasonCode: 'DAMAGED_BY_USE', text: '吊牌已剪', mediaIds: [] as string[] }
    expect(await refuse(agent(), made, 'reject', body)).toMatchObject({
      code: 'input-missing',
      why: 'refusal-reasoned',
    })
    const mediaIds = [await photo(t, shop, agent())]
    const rejected = await give(agent(), made, 'reject', { ...body, mediaIds })
    expect(rejected).toMatchObject({
      status: 'REJECTED',
      statusNote: { code: 'DAMAGED_BY_USE', text: '吊牌已剪' },
      deadline: { kind: 'T6' },
    })
    const { items } = await shopper().ok('GET /aftersales/:id/timeline', {
      params: { id: made.id },
      query: { after: 1 },
    })
    expect(items).toMatchObject([{ seq: 2, actorName: '', media: [{ id: mediaIds[0] }] }])
    expect((await give(agent(), rejected, 'approve')).status).toBe('AWAIT_RETURN')
  })

  test('withdrawn gives units and money back, and cannot be withdrawn twice', async () => {
    const order = await placeOrder(t, shop)
    const made = await apply(shopper(), order, { quantity: 2 })
    const closed = await give(shopper(), made, 'cancel')
    expect(closed).toMatchObject({
      status: 'CLOSED',
      closeReason: 'SHOPPER_CANCELLED',
      allowedCommands: [],
    })
    expect(await refuse(shopper(), closed, 'cancel')).toMatchObject({
      code: 'wrong-status',
      why: 'ended',
    })
    expect((await apply(shopper(), order, { quantity: 2 })).status).toBe('PENDING_REVIEW')
  })

  test('edited is calculated and decided again, five times at most', async () => {
    const order = await placeOrder(t, shop)
    let kase = await apply(shopper(), order)
    const body = (quantity: number) => ({
      type: 'RETURN_REFUND',
      lines: [{ lineId: order.lineIds[0], quantity }],
      reasonCode: 'NO_REASON_7D',
      receivedGoods: true,
      description: `要退 ${quantity} 件`,
      mediaIds: [],
    })
    for (const quantity of [2, 1, 2, 1]) {
      kase = await give(shopper(), kase, 'edit', body(quantity))
      expect(kase).toMatchObject({
        status: 'PENDING_REVIEW',
        wantFen: quantity * 5_000,
        items: [{ quantity }],
      })
    }
    expect(kase.attempts).toBe(5)
    expect(await refuse(shopper(), kase, 'edit', body(2))).toMatchObject({ code: 'limit-reached' })
  })

  test('edited into an exchange frees its money, and back takes it again', async () => {
    const order = await placeOrder(t, shop)
    const made = await apply(shopper(), order)
    const exchange = {
      type: 'EXCHANGE',
      lines: [{ lineId: order.lineIds[0], quantity: 1, exchangeSku: 'CUP-RED' }],
      reasonCode: 'SIZE_COLOR',
      receivedGoods: true,
      description: '',
      mediaIds: [],
    }
    const changed = await give(shopper(), made, 'edit', exchange)
    expect(changed).toMatchObject({
      type: 'EXCHANGE',
      wantFen: 0,
      items: [{ exchangeSku: 'CUP-RED', refundFen: 0 }],
    })
    const back = {
      ...exchange,
      type: 'RETURN_REFUND',
      lines: [{ lineId: order.lineIds[0], quantity: 2 }],
    }
    expect(await give(shopper(), changed, 'edit', back)).toMatchObject({
      wantFen: 10_000,
      items: [{ exchangeSku: null, quantity: 2 }],
    })
  })

  test('waived pays without the goods', async () => {
    const approved = await give(agent(), await open(), 'approve')
    const waived = await give(agent(), approved, 'waive-return', { text: '不用寄回' })
    expect(waived).toMatchObject({ status: 'REFUNDING', refunds: [{ amountFen: 5_000 }] })
  })

  test('with a wrong waybill stays where it is', async () => {
    const approved = await give(agent(), await open(), 'approve')
    const wrong = { carrier: 'SF', waybillNo: 'JD0123456789012' }
    expect(await refuse(shopper(), approved, 'ship-return', wrong)).toMatchObject({
      code: 'input-missing',
      why: 'waybill-of-other-carrier',
      errors: [{ pointer: '/waybillNo' }],
    })
    const unknown = { carrier: 'PIGEON', waybillNo: '12345678' }
    expect(await refuse(shopper(), approved, 'ship-return', unknown)).toMatchObject({
      errors: [{ pointer: '/carrier' }],
    })
  })
})

describe('an offer', () => {
  const offer = (body: object) => ({ kind: 'CHANGE_AMOUNT', text: '部分退款', ...body })

  test('of another amount, accepted, is what will be paid', async () => {
    const offered = await give(agent(), await open(), 'offer', offer({ amountFen: 2_000 }))
    expect(offered).toMatchObject({
      status: 'OFFER_SENT',
      offer: { kind: 'CHANGE_AMOUNT', amountFen: 2_000, answer: 'OPEN' },
      deadline: { kind: 'T4', ifNobodyActs: 'timeoutOffer' },
    })
    expect(offered.offer?.expiresAt).toBe(offered.deadline?.dueAt)
    const accepted = await give(shopper(), offered, 'accept-offer')
    expect(accepted).toMatchObject({ status: 'AWAIT_RETURN', approvedFen: 2_000, offer: null })
  })

  test('to keep the goods, accepted, pays at once', async () => {
    const body = { kind: 'KEEP_ITEM', amountFen: 1_500, text: '留着吧' }
    const offered = await give(agent(), await open(), 'offer', body)
    expect(await give(shopper(), offered, 'accept-offer')).toMatchObject({
      status: 'REFUNDING',
      type: 'REFUND_ONLY',
      approvedFen: 1_500,
      refunds: [{ amountFen: 1_500 }],
    })
  })

  test('of an exchange, accepted, frees the money', async () => {
    const body = { kind: 'CHANGE_TYPE', type: 'EXCHANGE', text: '换一个' }
    const offered = await give(agent(), await open(), 'offer', body)
    expect(await give(shopper(), offered, 'accept-offer')).toMatchObject({
      status: 'AWAIT_RETURN',
      type: 'EXCHANGE',
      approvedFen: 0,
      items: [{ refundFen: 0 }],
      parts: [],
    })
  })

  test('to withdraw, accepted, closes the case', async () => {
    const offered = await give(agent(), await open(), 'offer', { kind: 'CANCEL', text: '撤销吧' })
    expect(await give(shopper(), offered, 'accept-offer')).toMatchObject({
      status: 'CLOSED',
      closeReason: 'SHOPPER_CANCELLED',
    })
  })

  test('declined leads back with the clock going on; the fourth is one too many', async () => {
    let kase = await open()
    const due = kase.deadline?.dueAt
    for (let i = 0; i < 3; i++) {
      kase = await give(agent(), kase, 'offer', offer({ amountFen: 1_000 }))
      kase = await give(shopper(), kase, 'decline-offer')
    }
    expect(kase).toMatchObject({ status: 'PENDING_REVIEW', deadline: { kind: 'T1', dueAt: due } })
    expect(await refuse(agent(), kase, 'offer', offer({ amountFen: 1_000 }))).toMatchObject({
      code: 'limit-reached',
    })
  })

  test('without its amount, above the limit, or of money for an exchange is refused', async () => {
    const made = await open()
    expect(await refuse(agent(), made, 'offer', offer({}))).toMatchObject({ code: 'input-missing' })
    expect(await refuse(agent(), made, 'offer', offer({ amountFen: 5_001 }))).toMatchObject({
      code: 'amount-exceeds-paid',
    })
    const exchange = { kind: 'CHANGE_TYPE', type: 'EXCHANGE', amountFen: 10, text: '换' }
    expect(await refuse(agent(), made, 'offer', exchange)).toMatchObject({ code: 'invalid-input' })
  })
})
