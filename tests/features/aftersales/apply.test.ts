// Quoting and applying: what is possible, what it gives back, who decides.

import { decisions } from '@shouhou/server/features/aftersales/tables.ts'
import { DEFAULT_POLICY } from '@shouhou/shared/domain/aftersale-policy'
import { assess } from '@shouhou/shared/domain/assess'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../helpers/app.ts'
import type { TestShop } from '../../helpers/client.ts'
import { aLine, hoursBefore } from '../../helpers/factories.ts'
import { checkInvariants } from '../../helpers/invariants.ts'
import {
  application,
  apply,
  BY_HAND,
  photo,
  placeOrder,
  RETURN_ADDRESS,
  readyShop,
  setPolicy,
  story,
  UNSHIPPED,
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

describe('an application', () => {
  test('starts in review with its amount, its deadline and its decision', async () => {
    const made = await apply(shopper(), await placeOrder(t, shop))
    expect(made).toMatchObject({
      status: 'PENDING_REVIEW',
      version: 1,
      wantFen: 5_000,
      approvedFen: null,
      decision: { verdict: 'review', policyVersion: 2 },
      deadline: {
        kind: 'T1',
        waitsFor: 'merchant',
        ifNobodyActs: 'timeoutDecision',
        leadsTo: 'AWAIT_RETURN',
      },
      items: [{ quantity: 1, refundFen: 5_000 }],
      returnAddress: null,
    })
    expect(made.no).toMatch(/^20260301\d{6}$/)
    expect(made.allowedCommands.sort()).toEqual(['cancel', 'edit'])
    expect(await story(shopper(), made)).toEqual(['shopper apply PENDING_REVIEW'])
  })

  test('can be quoted again for a change, its own units counting as free', async () => {
    const order = await placeOrder(t, shop, { lines: [aLine({ quantity: 3, paidFen: 10_000 })] })
    const made = await apply(shopper(), order, { quantity: 2 })
    const { description: _d, mediaIds: _m, ...asked } = application(order, { quantity: 3 })
    const refused = await shopper().call('POST /aftersales/quote', { body: asked })
    expect(refused).toMatchObject({ status: 409, body: { code: 'units-taken' } })
    const body = { ...asked, aftersaleId: made.id }
    expect((await shopper().ok('POST /aftersales/quote', { body })).refundFen).toBe(10_000)
    const other = await apply(shopper(), await placeOrder(t, shop))
    const wrong = { ...asked, aftersaleId: other.id }
    const missing = await shopper().call('POST /aftersales/quote', { body: wrong })
    expect(missing).toMatchObject({ status: 404 })
  })

  test('promises what the quote said', async () => {
    const order = await placeOrder(t, shop, {
      lines: [aLine({ quantity: 3, paidFen: 10_000 })],
    })
    const { description: _d, mediaIds: _m, ...asked } = application(order, { quantity: 2 })
    const quote = await shopper().ok('POST /aftersales/quote', { body: asked })
    const made = await apply(shopper(), order, { quantity: 2 })
    expect(quote.refundFen).toBe(6_666)
    expect(made.wantFen).toBe(quote.refundFen)
    expect(made.parts).toEqual(quote.parts)
    expect(quote.answerBy).toBe(made.deadline?.dueAt)
  })

  test('is approved at once when the policy is sure, with a second event of the system', async () => {
    const own = await readyShop(t, { ...DEFAULT_POLICY, returnAddress: RETURN_ADDRESS })
    const made = await apply(own.as('shopper'), await placeOrder(t, own))
    expect(made).toMatchObject({
      status: 'AWAIT_RETURN',
      version: 2,
      approvedFen: 5_000,
      returnAddress: RETURN_ADDRESS,
      deadline: { kind: 'T3' },
    })
    expect(await story(own.as('shopper'), made)).toEqual([
      'shopper apply PENDING_REVIEW',
      'system autoApprove AWAIT_RETURN',
    ])
  })

  test('waits for people when the policy is sure but no return address is known', async () => {
    const own = await readyShop(t, { ...DEFAULT_POLICY, returnAddress: null })
    const made = await apply(own.as('shopper'), await placeOrder(t, own))
    expect(made.status).toBe('PENDING_REVIEW')
  })

  test('that the policy refuses is answered with the rule, and a person may decide instead', async () => {
    const order = await placeOrder(t, shop, {
      placedAt: hoursBefore(900),
      paidAt: hoursBefore(899),
      shippedAt: hoursBefore(800),
      signedAt: hoursBefore(700),
    })
    const problem = await shopper().refused('POST /aftersales', { body: application(order) })
    expect(problem).toMatchObject({ code: 'not-eligible', why: 'window' })
    const made = await apply(shopper(), order, { humanReview: true })
    expect(made).toMatchObject({ status: 'PENDING_REVIEW', decision: { verdict: 'refuse' } })
  })

  test('before shipping gives the freight back too and leaves the merchant a day', async () => {
    const order = await placeOrder(t, shop, { freight: { paidFen: 800, fullFen: 800 } }, UNSHIPPED)
    const made = await apply(shopper(), order, {
      type: 'REFUND_ONLY',
      quantity: 2,
      reasonCode: 'CHANGED_MIND',
      receivedGoods: false,
    })
    expect(made.wantFen).toBe(10_800)
    const due = new Date(made.deadline?.dueAt ?? 0).getTime()
    expect(due - t.clock.now().getTime()).toBe(24 * 3_600_000)
  })

  test('cannot ask to send back what has not been shipped', async () => {
    const order = await placeOrder(t, shop, {}, UNSHIPPED)
    const problem = await shopper().refused('POST /aftersales', { body: application(order) })
    expect(problem).toMatchObject({ code: 'not-eligible', why: 'not-shipped' })
  })

  test('for an exchange takes units and promises no money', async () => {
    const made = await apply(shopper(), await placeOrder(t, shop), {
      type: 'EXCHANGE',
      reasonCode: 'SIZE_COLOR',
    })
    expect(made).toMatchObject({ wantFen: 0, parts: [], items: [{ quantity: 1, refundFen: 0 }] })
  })

  test('finds units free only once', async () => {
    const order = await placeOrder(t, shop)
    await apply(shopper(), order, { quantity: 2 })
    const problem = await shopper().refused('POST /aftersales', { body: application(order) })
    expect(problem).toMatchObject({ code: 'units-taken' })
  })

  test('on an order or a line of somebody else looks as if they did not exist', async () => {
    const order = await placeOrder(t, shop)
    const stranger = await shop.newShopper()
    const body = application(order)
    expect(await stranger.refused('POST /aftersales', { body })).toMatchObject({
      code: 'not-found',
    })
    const other = await placeOrder(t, shop)
    const mixed = { ...body, lines: [{ lineId: other.lineIds[0] ?? '', quantity: 1 }] }
    expect(await shopper().refused('POST /aftersales', { body: mixed })).toMatchObject({
      code: 'not-found',
    })
  })

  test('with a reason that does not fit, or the same line twice, is a mistake with its place', async () => {
    const order = await placeOrder(t, shop)
    const unfit = application(order, { reasonCode: 'CHANGED_MIND' })
    expect(await shopper().refused('POST /aftersales', { body: unfit })).toMatchObject({
      code: 'invalid-input',
      errors: [{ pointer: '/reasonCode' }],
    })
    const line = { lineId: order.lineIds[0] ?? '', quantity: 1 }
    const twice = { ...application(order), lines: [line, line] }
    expect(await shopper().refused('POST /aftersales', { body: twice })).toMatchObject({
      code: 'invalid-input',
      errors: [{ pointer: '/lines/1/lineId' }],
    })
  })

  test('about a fault needs a photo of the shopper, which then belongs to the case', async () => {
    const order = await placeOrder(t, shop)
    const body = application(order, { reasonCode: 'QUALITY_FAULT' })
    expect(await shopper().refused('POST /aftersales', { body })).toMatchObject({
      code: 'input-missing',
      errors: [{ pointer: '/mediaIds' }],
    })
    const mediaIds = [await photo(t, shop, shopper())]
    const made = await shopper().ok('POST /aftersales', { body: { ...body, mediaIds } })
    expect(made.media.map(({ id }) => id)).toEqual(mediaIds)
    const again = application(await placeOrder(t, shop), { reasonCode: 'QUALITY_FAULT' })
    expect(
      await shopper().refused('POST /aftersales', { body: { ...again, mediaIds } }),
    ).toMatchObject({ code: 'upload-unusable' })
  })

  test('may ask for less, never for more', async () => {
    const order = await placeOrder(t, shop)
    expect((await apply(shopper(), order, { wantFen: 3_000 })).wantFen).toBe(3_000)
    const body = application(order, { wantFen: 5_001 })
    expect(await shopper().refused('POST /aftersales', { body })).toMatchObject({
      code: 'amount-exceeds-paid',
    })
  })

  test('can be made by staff and by the shop system on behalf of the shopper', async () => {
    const others = { agent: shop.as('agent'), integrator: shop.as('integrator') }
    for (const [role, who] of Object.entries(others)) {
      const made = await apply(who, await placeOrder(t, shop))
      expect(made.shopper.id).toBe(shopper().id)
      expect((await story(shopper(), made))[0]).toBe(`${role} apply PENDING_REVIEW`)
    }
  })

  test('of a type that the shop does not serve is told so', async () => {
    const body = application(await placeOrder(t, shop), { type: 'REPAIR' })
    expect(await shopper().refused('POST /aftersales', { body })).toMatchObject({
      code: 'not-offered',
    })
  })

  test('with the same key is the same case', async () => {
    const body = application(await placeOrder(t, shop))
    const first = await shopper().ok('POST /aftersales', { body, idempotencyKey: 'key-12345678' })
    const second = await shopper().ok('POST /aftersales', { body, idempotencyKey: 'key-12345678' })
    expect(second).toEqual(first)
  })

  test('keeps the facts of its decision, and they decide the same again', async () => {
    const made = await apply(shopper(), await placeOrder(t, shop))
    const all = await t.deps.db.transact({ shopId: shop.id }, (tx) => tx.select().from(decisions))
    const stored = all.find(({ aftersaleId }) => aftersaleId === made.id)
    if (!stored) throw new Error('no decision')
    const { verdict, trace } = assess(stored.facts, BY_HAND)
    expect({ verdict, trace }).toEqual({ verdict: stored.verdict, trace: stored.trace })
  })

  test('stops being approved by itself at the daily number, however many come at once', async () => {
    const own = await readyShop(t, { ...DEFAULT_POLICY, returnAddress: RETURN_ADDRESS })
    const orders = []
    for (let i = 0; i < 6; i++) orders.push(await placeOrder(t, own))
    const made = await Promise.all(orders.map((order) => apply(own.as('shopper'), order)))
    expect(made.filter(({ status }) => status === 'AWAIT_RETURN')).toHaveLength(3)
  })
})

test('a policy changed meanwhile applies to the next application', async () => {
  const own = await readyShop(t)
  await setPolicy(own, { ...BY_HAND, autoApprove: DEFAULT_POLICY.autoApprove })
  expect((await apply(own.as('shopper'), await placeOrder(t, own))).status).toBe('AWAIT_RETURN')
})
