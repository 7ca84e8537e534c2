// Deadlines: each fires once, never early, and after a standstill all that is overdue fires.
import { DAY, HOUR } from '@shouhou/shared/domain/china-time'
import type { StaffRole } from '@shouhou/shared/domain/roles'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { START, type TestApp, testApp } from '../../helpers/app.ts'
import type { Person, TestShop } from '../../helpers/client.ts'
import { anOrder, putOrder } from '../../helpers/factories.ts'
import { checkInvariants } from '../../helpers/invariants.ts'
import {
  apply,
  BY_HAND,
  give,
  passing,
  photo,
  placeOrder,
  read,
  readyShop,
  refuse,
  story,
  UNSHIPPED,
  untilInspecting,
  WAYBILL,
} from './scenario.ts'

let t: TestApp
let shop: TestShop
beforeAll(async () => {
  t = await testApp()
})
afterEach(async () => {
  await t.drain()
  await checkInvariants(t)
})
afterAll(() => t.close())

const shopper = () => shop.as('shopper')
const agent = () => shop.as('agent')
const warehouse = () => shop.as('warehouse')
/** A key outlives every session, so it can look at a case at any time. */
const observer = () => shop.as('integrator')
/** Somebody who has signed in again: sessions end long before deadlines. */
const fresh = (role: 'shopper' | StaffRole): Promise<Person> =>
  role === 'shopper' ? shop.newShopper({ phone: shop.phone }) : shop.newStaff(role)

/** A shop of its own for each test: time has moved on since the last one. */
async function start() {
  t.clock.set(START)
  shop = await readyShop(t)
}
const open = async () => apply(shopper(), await placeOrder(t, shop))

async function later(ms: number, kase: { id: string }) {
  t.clock.advance(ms)
  await t.drain()
  return read(observer(), kase)
}

describe('silence', () => {
  test('of the merchant approves, one millisecond after the deadline at the earliest', async () => {
    await start()
    const made = await open()
    expect((await later(48 * HOUR - 1, made)).status).toBe('PENDING_REVIEW')
    expect(await later(1, made)).toMatchObject({ status: 'AWAIT_RETURN', version: 2 })
    await t.drain()
    expect(await story(observer(), made)).toEqual([
      'shopper apply PENDING_REVIEW',
      'system timeoutDecision AWAIT_RETURN',
    ])
  })

  test('of the merchant who has given no return address is an alarm every day, not an approval', async () => {
    await start()
    const { version } = await shop.as('owner').ok('GET /policy')
    await shop.as('owner').ok('PUT /policy', {
      body: { version, document: { ...BY_HAND, returnAddress: null } as never },
    })
    const made = await open()
    expect(made.deadline?.ifNobodyActs).toBe('missDeadline')
    expect(await later(48 * HOUR, made)).toMatchObject({ status: 'PENDING_REVIEW', version: 2 })
    expect(await later(24 * HOUR, made)).toMatchObject({ status: 'PENDING_REVIEW', version: 3 })
    expect((await story(observer(), made)).at(-1)).toBe('system missDeadline PENDING_REVIEW')
  })

  test('of a shopper who was asked, or who should post the goods, closes the case', async () => {
    await start()
    const asked = await give(agent(), await open(), 'request-info', { text: '拍照' })
    expect(await later(72 * HOUR, asked)).toMatchObject({
      status: 'CLOSED',
      closeReason: 'SHOPPER_TIMEOUT',
    })
    t.clock.set(START)
    const approved = await give(agent(), await open(), 'approve')
    expect(await later(7 * DAY, approved)).toMatchObject({ closeReason: 'SHOPPER_TIMEOUT' })
  })

  test('about an offer takes it back, and the merchant has half a day at least', async () => {
    await start()
    const made = await open()
    t.clock.advance(47 * HOUR)
    const offer = { kind: 'CHANGE_AMOUNT', amountFen: 1_000, text: '部分退款' }
    const offered = await give(await fresh('agent'), made, 'offer', offer)
    const back = await later(48 * HOUR, offered)
    expect(back).toMatchObject({ status: 'PENDING_REVIEW', offer: null, deadline: { kind: 'T1' } })
    const left = new Date(back.deadline?.dueAt ?? 0).getTime() - t.clock.now().getTime()
    expect(left).toBe(12 * HOUR)
  })

  test('at inspection passes what the carrier delivered, but nothing that never came', async () => {
    await start()
    const approved = await give(agent(), await open(), 'approve')
    const shipped = await give(shopper(), approved, 'ship-return', WAYBILL)
    expect(await later(10 * DAY, shipped)).toMatchObject({ status: 'RETURN_SHIPPED', version: 4 })
    const stuck = await read(observer(), shipped)
    const delivered = await give(shop.as('integrator'), stuck, 'report-delivered')
    expect(await later(72 * HOUR, delivered)).toMatchObject({
      status: 'REFUNDING',
      items: [{ quantityPassed: 1 }],
      refunds: [{ amountFen: 5_000 }],
    })
  })

  test('after a refusal makes it final and gives the goods back when the shop has them', async () => {
    await start()
    const refusal = { reasonCode: 'OUT_OF_WINDOW', text: '超过期限', mediaIds: [] }
    const rejected = await give(agent(), await open(), 'reject', refusal)
    expect(await later(7 * DAY, rejected)).toMatchObject({ closeReason: 'REFUSAL_FINAL' })
    t.clock.set(START)
    const arrived = await untilInspecting(t, shop)
    const failed = await give(warehouse(), arrived, 'fail-inspection', {
      reason: 'NOT_INTACT',
      text: '破损',
      deductionFen: 0,
      mediaIds: [await photo(t, shop, warehouse())],
    })
    const kept = await later(7 * DAY, failed)
    expect(kept).toMatchObject({ status: 'AWAIT_RESHIP', deadline: { kind: 'T7' } })
    const sent = await give(await fresh('warehouse'), kept, 'ship-replacement', WAYBILL)
    expect(await later(15 * DAY, sent)).toMatchObject({ closeReason: 'GOODS_SENT_BACK' })
  })

  test('about an exchange that is not sent offers the money, and silence then takes it', async () => {
    await start()
    const arrived = await untilInspecting(t, shop, { type: 'EXCHANGE', reasonCode: 'SIZE_COLOR' })
    const passed = await give(warehouse(), arrived, 'pass-inspection', passing(arrived, 1))
    expect(await later(72 * HOUR, passed)).toMatchObject({
      status: 'OFFER_SENT',
      offer: { type: 'RETURN_REFUND', amountFen: 5_000 },
    })
    const late = await read(observer(), passed)
    const declined = await give(await fresh('shopper'), late, 'decline-offer')
    expect(declined).toMatchObject({ status: 'AWAIT_RESHIP', deadline: { kind: 'T7' } })
    expect(await later(12 * HOUR, declined)).toMatchObject({ status: 'OFFER_SENT' })
    expect(await later(48 * HOUR, declined)).toMatchObject({
      status: 'REFUNDING',
      type: 'RETURN_REFUND',
      refunds: [{ amountFen: 5_000 }],
    })
  })

  test('about money makes the refund abnormal, and a payout outside is taken as received', async () => {
    await start()
    const order = await placeOrder(t, shop, {}, UNSHIPPED)
    const asking = {
      type: 'REFUND_ONLY',
      reasonCode: 'CHANGED_MIND',
      receivedGoods: false,
    } as const
    const approved = await give(agent(), await apply(shopper(), order, asking), 'approve')
    const abnormal = await later(72 * HOUR, approved)
    expect(abnormal).toMatchObject({ status: 'REFUND_ABNORMAL', refunds: [{ status: 'ABNORMAL' }] })
    const payout = { reference: 'BANK-1', text: '银行转账' }
    const outside = await give(await fresh('owner'), abnormal, 'record-offline-payout', payout)
    expect(await later(7 * DAY, outside)).toMatchObject({
      status: 'COMPLETED',
      refunds: [{ status: 'SUCCEEDED', reference: 'BANK-1' }],
    })
  })

  test('refunds nothing that was sent after its refund had been asked for, but sounds the alarm', async () => {
    await start()
    const sending = anOrder({ shopper: { phone: shop.phone, name: '李小明' } })
    const { shippedAt = '', signedAt: _, ...unsent } = sending
    const orderNo = await putOrder(t, shop, unsent)
    const stored = await shopper().ok('GET /orders/:orderNo', { params: { orderNo } })
    const order = { orderNo, lineIds: stored.lines.map(({ id }) => id) }
    const asking = {
      type: 'REFUND_ONLY',
      reasonCode: 'CHANGED_MIND',
      receivedGoods: false,
    } as const
    const asked = await apply(shopper(), order, asking)
    expect(asked).toMatchObject({ sentSince: false, deadline: { leadsTo: 'REFUNDING' } })
    await putOrder(t, shop, { ...unsent, version: 2, shippedAt }, orderNo)
    expect(await read(observer(), asked)).toMatchObject({
      sentSince: true,
      deadline: { ifNobodyActs: 'missDeadline', leadsTo: 'PENDING_REVIEW' },
    })
    const silent = await later(25 * HOUR, asked)
    expect(silent).toMatchObject({ status: 'PENDING_REVIEW', refunds: [] })
    expect(await give(await fresh('agent'), silent, 'approve')).toMatchObject({
      status: 'REFUNDING',
    })
  })

  test('about what was sent completes an exchange', async () => {
    await start()
    const arrived = await untilInspecting(t, shop, { type: 'EXCHANGE', reasonCode: 'SIZE_COLOR' })
    const passed = await give(warehouse(), arrived, 'pass-inspection', passing(arrived, 1))
    const sent = await give(warehouse(), passed, 'ship-replacement', WAYBILL)
    expect(await later(15 * DAY, sent)).toMatchObject({ status: 'COMPLETED' })
  })
})

test('guarantee: after a year of standstill every case goes on, and what was promised as the end of silence happens', async () => {
  await start()
  const made = await Promise.all(Array.from({ length: 12 }, () => open()))
  t.clock.advance(365 * DAY)
  await t.drain()
  for (const { id } of made) expect((await read(observer(), { id })).status).toBe('AWAIT_RETURN')
  t.clock.advance(365 * DAY)
  await t.drain()
  for (const { id } of made) expect((await read(observer(), { id })).status).toBe('CLOSED')
})

test('guarantee: a deadline that cannot be carried out is tried again later and holds up no other', async () => {
  await start()
  const poisoned = await open()
  const healthy = await open()
  // An order that says it has given nothing back cannot give anything free again.
  const owner = new pg.Client({ connectionString: t.databaseUrl })
  await owner.connect()
  const spoil = (fen: number) =>
    owner.query(
      `update orders set refund_reserved_fen = refund_reserved_fen + $1
       where id = (select order_id from aftersales where id = $2)`,
      [fen, poisoned.id],
    )
  await owner.query('set role shouhou_platform')
  const asked = await give(agent(), poisoned, 'request-info', { text: '拍照' })
  await spoil(-5_000)
  expect(await later(72 * HOUR, asked)).toMatchObject({ status: 'NEED_INFO' })
  expect((await read(observer(), healthy)).status).toBe('AWAIT_RETURN')
  await spoil(5_000)
  expect(await later(9_999, asked)).toMatchObject({ status: 'NEED_INFO' })
  expect(await later(1, asked)).toMatchObject({ status: 'CLOSED' })
  await owner.end()
})

test('a version that has moved on is told with the stored one', async () => {
  await start()
  const made = await open()
  await later(48 * HOUR, made)
  expect(await refuse(await fresh('agent'), made, 'approve')).toMatchObject({
    code: 'version-conflict',
    currentVersion: 2,
  })
})
