// Subscribe messages over the wire to our WeChat: what it answers, and that each is sent once.
import { claimDeliveries } from '@shouhou/server/features/notices/delivery-store.ts'
import { dispatchSteps } from '@shouhou/server/features/notices/index.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { START, type TestApp } from '../../helpers/app.ts'
import type { Person, TestShop } from '../../helpers/client.ts'
import { checkInvariants } from '../../helpers/invariants.ts'
import { apply, give, placeOrder, readyShop } from '../aftersales/scenario.ts'
import {
  approvedCase,
  deliveriesOf,
  grantsOf,
  outsideWorld,
  seenBy,
  TEMPLATE,
  useTemplate,
  wechatShopper,
} from './outside.ts'

const HOUR = 3_600_000

type World = Awaited<ReturnType<typeof outsideWorld>>
let world: World
let t: TestApp
let shop: TestShop
beforeAll(async () => {
  world = await outsideWorld()
  t = world.t
})
afterAll(async () => {
  await t.drain()
  await checkInvariants(t)
  await world.stop()
})
beforeEach(async () => {
  t.clock.set(START)
  shop = await readyShop(t)
})

const aWechatShopper = () => wechatShopper(world, shop)
const approved = (mine: TestShop) => approvedCase(t, shop, mine)

const accept = (who: Person, openid: string) => {
  world.wechat.messages.subscribe(openid, TEMPLATE)
  const results = [{ templateId: TEMPLATE, accepted: true }]
  return who.ok('POST /me/notice-grants', { body: { results } })
}
const deliveries = () => deliveriesOf(t, shop, 'WECHAT')
const grants = () => grantsOf(t, shop)
const taken = (openid: string) => world.wechat.messages.taken.filter((one) => one.openid === openid)

describe('WeChat', () => {
  test('takes one message for each subscription, with values cut to what its fields hold', async () => {
    await useTemplate(shop, 'APPROVED')
    const { who, openid, mine } = await aWechatShopper()
    expect(await who.ok('GET /me/notice-templates')).toEqual({
      templates: [{ event: 'APPROVED', templateId: TEMPLATE }],
    })
    expect(await accept(who, openid)).toEqual({ granted: 1 })
    const first = await approved(mine)
    await approved(mine)
    await t.drain()
    expect(taken(openid)).toHaveLength(1)
    const [message] = taken(openid)
    expect(message?.page).toMatch(/^packages\/aftersales\/detail\/index\?id=/)
    expect(message?.data.thing2?.value).toHaveLength(20)
    expect(await deliveries()).toMatchObject([
      { channel: 'WECHAT', state: 'SENT', attempts: 1 },
      { channel: 'WECHAT', state: 'DROPPED', why: 'no-grant' },
    ])
    const { items } = await who.ok('GET /me/notices/:subjectId', {
      params: { subjectId: first.id },
    })
    expect(items.map(({ event }) => event)).toEqual(['APPROVED'])
  })

  test('says that a person takes no message: a normal end, and our count is wrong', async () => {
    await useTemplate(shop, 'APPROVED')
    const { who, mine } = await aWechatShopper()
    const results = [{ templateId: TEMPLATE, accepted: true }]
    for (const _ of [1, 2]) await who.ok('POST /me/notice-grants', { body: { results } })
    await approved(mine)
    await t.drain()
    expect(await deliveries()).toMatchObject([{ state: 'DROPPED', why: 'no-subscription' }])
    expect(await grants()).toMatchObject([{ remaining: 0 }])
  })

  test.each([40001, 42001])(
    'calls the access token over (%i): another one is asked for',
    async (errcode) => {
      await useTemplate(shop, 'APPROVED')
      const { who, openid, mine } = await aWechatShopper()
      await accept(who, openid)
      world.wechat.messages.failNext(errcode)
      await approved(mine)
      await t.drain()
      expect(taken(openid)).toHaveLength(1)
    },
  )

  test('refuses the data (47003): dropped, and the subscription is not used up', async () => {
    await useTemplate(shop, 'APPROVED')
    const { who, openid, mine } = await aWechatShopper()
    await accept(who, openid)
    world.wechat.messages.failNext(47003)
    await approved(mine)
    await t.drain()
    expect(await deliveries()).toMatchObject([{ state: 'DROPPED', why: 'template-data' }])
    expect(await grants()).toMatchObject([{ remaining: 1 }])
  })

  test('is busy: tried again later, with growing pauses, until it is given up', async () => {
    await useTemplate(shop, 'APPROVED')
    const { who, openid, mine } = await aWechatShopper()
    await accept(who, openid)
    await approved(mine)
    for (let tries = 1; tries <= 8; tries++) {
      world.wechat.messages.failNext(-1)
      await t.drain()
      expect(await deliveries()).toMatchObject([{ attempts: tries, why: 'errcode--1' }])
      t.clock.advance(HOUR)
    }
    expect(await deliveries()).toMatchObject([{ state: 'DEAD' }])
    expect(await grants()).toMatchObject([{ remaining: 1 }])
  })
})

describe('guarantee: sent once', () => {
  test('by several workers at the same time', async () => {
    await useTemplate(shop, 'APPROVED')
    const { who, openid, mine } = await aWechatShopper()
    await accept(who, openid)
    await accept(who, openid)
    await approved(mine)
    await Promise.all([t.drain(), t.drain(), t.drain()])
    expect(taken(openid)).toHaveLength(1)
    expect(await grants()).toMatchObject([{ remaining: 1 }])
  })

  test('by a worker that died before sending: another one sends when the lease is over, not before', async () => {
    await useTemplate(shop, 'APPROVED')
    const { who, openid, mine } = await aWechatShopper()
    await approved(mine)
    await accept(who, openid)
    await approved(mine)
    await dispatchSteps(t.deps)
    const now = t.clock.now()
    const lease = { token: t.deps.ids.id(), until: new Date(now.getTime() + 60_000) }
    const dead = await t.deps.db.transact('platform', (tx) => claimDeliveries(tx, now, lease, 10))
    expect(dead.length).toBeGreaterThan(0)
    await t.drain()
    expect(taken(openid)).toEqual([])
    t.clock.advance(60_001)
    await t.drain()
    expect(taken(openid)).toHaveLength(1)
  })

  test('by a worker that died after sending: WeChat takes no second message for one subscription', async () => {
    await useTemplate(shop, 'APPROVED')
    const { who, openid, mine } = await aWechatShopper()
    await accept(who, openid)
    await approved(mine)
    world.wechat.messages.breakNext('after')
    await t.drain()
    t.clock.advance(HOUR)
    await t.drain()
    expect(taken(openid)).toHaveLength(1)
    expect(await deliveries()).toMatchObject([{ state: 'DROPPED', why: 'no-subscription' }])
  })

  test('never about something that is over', async () => {
    await useTemplate(shop, 'APPROVED')
    const { who, openid, mine } = await aWechatShopper()
    await accept(who, openid)
    const kase = await approved(mine)
    await dispatchSteps(t.deps)
    await give(who, kase, 'cancel')
    await t.drain()
    expect(taken(openid)).toEqual([])
    expect(await deliveries()).toMatchObject([{ state: 'DROPPED', why: 'moved-on' }])
  })

  test('not to a person who has read it in the inbox, or has taken the consent back', async () => {
    await useTemplate(shop, 'APPROVED')
    const { who, openid, mine } = await aWechatShopper()
    await accept(who, openid)
    t.clock.set('2026-03-01T14:30:00.000Z')
    const again = await shop.newShopper({ phone: mine.phone })
    await t.drain()
    const late = seenBy(shop, again, mine.phone)
    const made = await apply(again, await placeOrder(t, late))
    await give(await shop.newStaff('agent'), made, 'approve')
    await t.drain()
    expect(await deliveries()).toMatchObject([{ state: 'QUEUED' }])
    await again.ok('POST /me/notices/read', { body: {} })
    t.clock.set('2026-03-02T00:00:01.000Z')
    await t.drain()
    expect(await deliveries()).toMatchObject([{ state: 'DROPPED', why: 'read-in-inbox' }])
    const back = await shop.newShopper({ phone: mine.phone })
    const consent = { kind: 'NOTICES' as const, version: '1', agreed: false }
    await back.ok('PUT /me', { body: { consent } })
    const next = await apply(back, await placeOrder(t, seenBy(shop, back, mine.phone)))
    await give(await shop.newStaff('agent'), next, 'approve')
    await t.drain()
    expect((await deliveries()).at(-1)).toMatchObject({ state: 'DROPPED', why: 'no-consent' })
    expect(taken(openid)).toEqual([])
  })
})

describe('quiet hours', () => {
  test('hold a message until eight in the morning', async () => {
    await useTemplate(shop, 'APPROVED')
    const { who, openid, mine } = await aWechatShopper()
    await accept(who, openid)
    t.clock.set('2026-03-01T14:30:00.000Z')
    const again = await shop.newShopper({ phone: mine.phone })
    const late = seenBy(shop, again, mine.phone)
    const made = await apply(again, await placeOrder(t, late))
    await give(await shop.newStaff('agent'), made, 'approve')
    await t.drain()
    t.clock.set('2026-03-01T23:59:59.000Z')
    await t.drain()
    expect(taken(openid)).toEqual([])
    t.clock.set('2026-03-02T00:00:00.000Z')
    await t.drain()
    expect(taken(openid)).toHaveLength(1)
  })
})
