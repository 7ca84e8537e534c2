// Exchanges, and refunds without goods.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../helpers/app.ts'
import type { TestShop } from '../../helpers/client.ts'
import { checkInvariants } from '../../helpers/invariants.ts'
import {
  type Asking,
  apply,
  give,
  passing,
  pay,
  placeOrder,
  read,
  readyShop,
  refuse,
  UNSHIPPED,
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
const EXCHANGE: Asking = { type: 'EXCHANGE', reasonCode: 'SIZE_COLOR' }

async function untilReship() {
  const arrived = await untilInspecting(t, shop, EXCHANGE)
  return give(warehouse(), arrived, 'pass-inspection', passing(arrived, 1))
}

describe('an exchange', () => {
  test('ends when the shopper has the other goods; no money has moved', async () => {
    const passed = await untilReship()
    expect(passed).toMatchObject({ status: 'AWAIT_RESHIP', deadline: { kind: 'T7' }, refunds: [] })
    const sent = await give(warehouse(), passed, 'ship-replacement', WAYBILL)
    expect(sent).toMatchObject({ status: 'RESHIPPED', deadline: { kind: 'T8b' } })
    const delivered = await give(shop.as('integrator'), sent, 'report-delivered')
    expect(delivered.deadline).toMatchObject({ kind: 'T8', ifNobodyActs: 'timeoutReceipt' })
    expect(await give(shopper(), delivered, 'confirm-receipt')).toMatchObject({
      status: 'COMPLETED',
      refunds: [],
    })
  })

  test('out of stock becomes an offer of the money, which silence accepts', async () => {
    const passed = await untilReship()
    const offered = await give(agent(), passed, 'report-out-of-stock', { text: '断货' })
    expect(offered).toMatchObject({
      status: 'OFFER_SENT',
      offer: { kind: 'CHANGE_TYPE', type: 'RETURN_REFUND', amountFen: 5_000 },
      statusNote: { text: '断货' },
    })
    const accepted = await give(shopper(), offered, 'accept-offer')
    expect(accepted).toMatchObject({
      status: 'REFUNDING',
      type: 'RETURN_REFUND',
      refunds: [{ amountFen: 5_000 }],
    })
    await pay(shop, accepted)
    expect((await read(shopper(), passed)).status).toBe('COMPLETED')
  })

  test('out of stock, declined, waits for the goods again', async () => {
    const passed = await untilReship()
    const offered = await give(agent(), passed, 'report-out-of-stock', { text: '断货' })
    expect(await give(shopper(), offered, 'decline-offer')).toMatchObject({
      status: 'AWAIT_RESHIP',
      deadline: { kind: 'T7' },
    })
  })

  test('cannot be approved with an amount', async () => {
    const made = await apply(shopper(), await placeOrder(t, shop), EXCHANGE)
    expect(await refuse(agent(), made, 'approve', { amountFen: 100 })).toMatchObject({
      code: 'invalid-input',
    })
  })

  test('can be turned into money by a manager, past the normal course', async () => {
    const made = await apply(shopper(), await placeOrder(t, shop), EXCHANGE)
    const forced = await give(shop.as('manager'), made, 'force-refund', {
      amountFen: 4_000,
      text: '协商退款',
    })
    expect(forced).toMatchObject({ status: 'REFUNDING', refunds: [{ amountFen: 4_000 }] })
  })
})

describe('a refund without goods', () => {
  const unshipped = async () =>
    apply(shopper(), await placeOrder(t, shop, {}, UNSHIPPED), {
      type: 'REFUND_ONLY',
      quantity: 2,
      reasonCode: 'CHANGED_MIND',
      receivedGoods: false,
    })

  test('before shipping is paid after approval', async () => {
    const approved = await give(agent(), await unshipped(), 'approve')
    expect(approved).toMatchObject({ status: 'REFUNDING', refunds: [{ amountFen: 10_000 }] })
    await pay(shop, approved)
    expect((await read(shopper(), approved)).status).toBe('COMPLETED')
  })

  test('closed by force owes nothing any more and frees the goods', async () => {
    const approved = await give(agent(), await unshipped(), 'approve')
    const closed = await give(shop.as('owner'), approved, 'force-close', { text: '重复下单' })
    expect(closed).toMatchObject({
      status: 'CLOSED',
      closeReason: 'FORCED',
      refunds: [{ status: 'CLOSED' }],
    })
    const refund = { params: { id: closed.refunds[0]?.id ?? '' }, body: { reference: 'X1' } }
    expect(await shop.as('manager').refused('POST /refunds/:id/confirm', refund)).toMatchObject({
      code: 'wrong-status',
    })
  })

  test('abnormal is tried again with the same number, or paid outside and confirmed', async () => {
    const approved = await give(agent(), await unshipped(), 'approve')
    const id = approved.refunds[0]?.id ?? ''
    const manager = shop.as('manager')
    const failed = await manager.ok('POST /refunds/:id/fail', {
      params: { id },
      body: { text: '账户已注销' },
    })
    expect(failed.status).toBe('ABNORMAL')
    const abnormal = await read(shopper(), approved)
    expect(abnormal).toMatchObject({
      status: 'REFUND_ABNORMAL',
      statusNote: { text: '账户已注销' },
    })
    const retried = await give(manager, abnormal, 'retry-refund')
    expect(retried.refunds).toMatchObject([
      { id, refundNo: approved.refunds[0]?.refundNo, status: 'PLANNED' },
    ])
    await manager.ok('POST /refunds/:id/fail', { params: { id }, body: { text: '仍然失败' } })
    const stuck = await read(shopper(), approved)
    const outside = await give(manager, stuck, 'record-offline-payout', {
      reference: 'BANK-20260301-7',
      text: '银行转账',
    })
    expect(outside).toMatchObject({ status: 'REFUNDING', deadline: { kind: 'T10' } })
    const confirm = { params: { id }, body: { reference: 'X2' } }
    expect(await manager.refused('POST /refunds/:id/confirm', confirm)).toMatchObject({
      code: 'wrong-status',
    })
    expect(await give(shopper(), outside, 'confirm-payout')).toMatchObject({
      status: 'COMPLETED',
      refunds: [{ status: 'SUCCEEDED', reference: 'BANK-20260301-7' }],
    })
  })

  test('is booked twice in the ledger: owed and paid', async () => {
    const approved = await give(agent(), await unshipped(), 'approve')
    await pay(shop, approved)
    const { refund, ledger } = await shop
      .as('manager')
      .ok('GET /refunds/:id', { params: { id: approved.refunds[0]?.id ?? '' } })
    expect(refund.splits).toEqual([{ paymentNo: 'P1', method: 'WECHAT_PAY', amountFen: 10_000 }])
    const booked = ledger.map(({ account, amountFen }) => [account, amountFen])
    expect(booked).toEqual(
      expect.arrayContaining([
        ['sales_returns', 10_000],
        ['refund_liability', -10_000],
        ['refund_liability', 10_000],
        ['cash_out', -10_000],
      ]),
    )
    expect(ledger).toHaveLength(4)
  })

  test('is listed to be paid before those that are done', async () => {
    const own = await readyShop(t)
    for (let i = 0; i < 3; i++) {
      const order = await placeOrder(t, own, {}, UNSHIPPED)
      const made = await apply(own.as('shopper'), order, {
        type: 'REFUND_ONLY',
        reasonCode: 'CHANGED_MIND',
        receivedGoods: false,
      })
      const approved = await give(own.as('agent'), made, 'approve')
      if (i === 0) await pay(own, approved)
      t.clock.advance(1_000)
    }
    const manager = own.as('manager')
    const first = await manager.ok('GET /refunds', { query: { limit: 2 } })
    expect(first.items.map(({ status }) => status)).toEqual(['PLANNED', 'PLANNED'])
    const next = await manager.ok('GET /refunds', {
      query: { limit: 2, cursor: first.nextCursor ?? '' },
    })
    expect(next.items.map(({ status }) => status)).toEqual(['SUCCEEDED'])
    expect(next.nextCursor).toBeNull()
    const open = await manager.ok('GET /refunds', { query: { status: 'PLANNED' } })
    expect(open.items).toHaveLength(2)
  })
})
