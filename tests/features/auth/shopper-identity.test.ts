// Who a phone or an openid belongs to: rows made by orders, found again at sign-in, and joined.
import { findOrCreateShopper, type Identity } from '@shouhou/server/features/auth/index.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../helpers/app.ts'
import { anonymous, createShop, signInShopper, type TestShop } from '../../helpers/client.ts'
import { aPhone } from '../../helpers/factories.ts'
import { fakeWechat, type TestWechat } from '../../helpers/fake-wechat.ts'

describe('a shopper', () => {
  let t: TestApp
  let wechat: TestWechat
  let shop: TestShop
  let phone: string
  let person: string
  let openid: string
  let made = 0
  beforeAll(async () => {
    wechat = await fakeWechat()
    t = await testApp(wechat.env)
  })
  afterAll(async () => {
    await t.close()
    await wechat.stop()
  })
  beforeEach(async () => {
    shop ??= await createShop(t)
    phone = aPhone()
    person = `person-${++made}`
    openid = wechat.openidOf(person)
  })

  const find = (identity: Identity) =>
    t.deps.db.transact({ shopId: shop.id }, (tx) =>
      findOrCreateShopper(t.deps, tx, shop.id, identity),
    )
  const byWechat = async () => {
    const body = { shop: shop.slug, code: wechat.codeFor(person) }
    return (await anonymous(t).ok('POST /auth/wechat', { body })).me
  }
  const byPhone = async () => {
    t.clock.advance(60_000)
    return (await signInShopper(t, shop.slug, phone)).session.me
  }

  test('of an imported order is found at the first sign-in with its phone', async () => {
    const id = await find({ phone, name: '王小红' })
    expect(await byPhone()).toMatchObject({ id, name: '王小红' })
  })

  test('of an imported order is found at the first sign-in with WeChat', async () => {
    const id = await find({ openid })
    expect((await byWechat()).id).toBe(id)
  })

  test('of an order with both is found by either', async () => {
    const id = await find({ phone, openid })
    expect((await byWechat()).id).toBe(id)
    expect((await byPhone()).id).toBe(id)
  })

  test('gets the openid of a later order, or the phone', async () => {
    const first = await find({ phone })
    expect(await find({ phone, openid })).toBe(first)
    expect((await byWechat()).id).toBe(first)
    const other = { phone: aPhone(), openid: wechat.openidOf(`${person}-b`) }
    const second = await find({ openid: other.openid })
    expect(await find(other)).toBe(second)
    expect(await find({ phone: other.phone })).toBe(second)
  })

  test('keeps the name it has; one without gets the first that is given', async () => {
    await find({ phone })
    await find({ phone, name: '王小红' })
    await find({ phone, name: '别人' })
    expect((await byPhone()).name).toBe('王小红')
  })

  test('who was two, by phone and by WeChat, becomes one with the first order that has both', async () => {
    const wechatMe = await byWechat()
    const phoneSession = await signInShopper(t, shop.slug, phone)
    expect(phoneSession.id).not.toBe(wechatMe.id)
    const talk = await phoneSession.call('POST /conversations', { body: { language: 'zh-CN' } })
    const id = await find({ phone, openid })
    expect(id).toBe(wechatMe.id)
    expect((await byPhone()).id).toBe(id)
    t.clock.advance(30_000)
    expect((await phoneSession.ok('GET /me')).id).toBe(id)
    if (talk.status === 200) {
      const params = { id: talk.body.id }
      expect((await phoneSession.call('GET /conversations/:id/messages', { params })).status).toBe(
        200,
      )
    }
    await phoneSession.ok('POST /auth/sign-out', { body: { everywhere: true } })
    expect((await phoneSession.refused('GET /me')).status).toBe(401)
  })

  test('whose phone already belongs to another WeChat stays apart: phones change hands', async () => {
    const first = await find({ phone, openid })
    const second = await find({ phone, openid: wechat.openidOf(`${person}-new`) })
    expect(second).not.toBe(first)
    expect(await find({ phone })).toBe(first)
  })

  test('whose WeChat already has another phone keeps both as they are', async () => {
    const mine = await find({ phone, openid })
    const other = aPhone()
    const theirs = await find({ phone: other })
    expect(await find({ phone: other, openid })).toBe(mine)
    expect(await find({ phone: other })).toBe(theirs)
    expect(await find({ phone })).toBe(mine)
  })

  test('is one, however many orders and sign-ins meet at once', async () => {
    for (let round = 0; round < 5; round++) {
      const phone = aPhone()
      const openid = wechat.openidOf(`${person}-${round}`)
      const given = [{ phone }, { openid }, { phone, openid }, { phone, openid, name: '王' }]
      await Promise.all([...given, ...given].map(find))
      const ids = await Promise.all([...given, ...given].map(find))
      expect(new Set(ids).size).toBe(1)
    }
  })

  test('is somebody else in each shop', async () => {
    const id = await find({ phone })
    const other = await createShop(t)
    expect((await signInShopper(t, other.slug, phone)).id).not.toBe(id)
  })
})
