// Shoppers sign in with WeChat, through the real adapter and a WeChat of our own.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../helpers/app.ts'
import { anonymous, callerWith, createShop, type TestShop } from '../../helpers/client.ts'
import { BROKEN, fakeWechat, type TestWechat } from '../../helpers/fake-wechat.ts'

describe('signing in with WeChat', () => {
  let t: TestApp
  let wechat: TestWechat
  let shop: TestShop
  beforeAll(async () => {
    wechat = await fakeWechat()
    t = await testApp(wechat.env)
    shop = await createShop(t)
  })
  afterAll(async () => {
    await t.close()
    await wechat.stop()
  })

  const signIn = (code: string, slug = shop.slug) =>
    anonymous(t).call('POST /auth/wechat', { body: { shop: slug, code } })

  test('a code brings a session; the next code of the same person the same shopper', async () => {
    const first = await signIn(wechat.codeFor('zhang'))
    expect(first.body.me).toMatchObject({ role: 'shopper', shop: { slug: shop.slug }, shops: [] })
    expect(await callerWith(t, first.body.accessToken).ok('GET /me')).toEqual(first.body.me)
    const again = await signIn(wechat.codeFor('zhang'))
    expect(again.body.me.id).toBe(first.body.me.id)
    const other = await signIn(wechat.codeFor('zhao'))
    expect(other.body.me.id).not.toBe(first.body.me.id)
  })

  test('the same person is another shopper in another shop', async () => {
    const elsewhere = await createShop(t)
    const here = await signIn(wechat.codeFor('zhang'))
    const there = await signIn(wechat.codeFor('zhang'), elsewhere.slug)
    expect(there.body.me.id).not.toBe(here.body.me.id)
  })

  test('a code works once, and one WeChat does not know never', async () => {
    const code = wechat.codeFor('qian')
    expect((await signIn(code)).status).toBe(200)
    expect((await signIn(code)).problem).toMatchObject({ status: 401, code: 'sign-in-failed' })
    expect((await signIn('made-up')).problem?.code).toBe('sign-in-failed')
  })

  test.each(Object.keys(BROKEN))(
    'a WeChat that answers %s is not our shopper’s fault',
    async (code) => {
      expect((await signIn(code)).problem).toMatchObject({ status: 502, code: 'outside-failed' })
    },
  )

  test('a hundred sign-ins of one person in a minute are more than WeChat takes', async () => {
    const own = await fakeWechat()
    const ask = () => fetch(`${own.url}/sns/jscode2session?${query}`).then((r) => r.json())
    const query = new URLSearchParams({
      appid: own.appId,
      secret: own.secret,
      js_code: 'demo-sun',
      grant_type: 'authorization_code',
    })
    for (let i = 0; i < 100; i++) expect(await ask()).toHaveProperty('openid')
    expect(await ask()).toMatchObject({ errcode: 45011 })
    await own.stop()
  })

  test('an unknown shop is told before WeChat is asked, so that the code stays good', async () => {
    const code = wechat.codeFor('li')
    expect((await signIn(code, 'no-such-shop')).problem?.code).toBe('not-found')
    expect((await signIn(code)).status).toBe(200)
  })

  test('an openid of the caller is no field, and none is ever answered', async () => {
    const forged = await t.app.inject({
      method: 'POST',
      url: '/v1/auth/wechat',
      payload: { shop: shop.slug, code: wechat.codeFor('zhou'), openid: wechat.openidOf('zhang') },
    })
    expect(forged.statusCode).toBe(400)
    expect(forged.json()).toMatchObject({ errors: [{ pointer: '/openid' }] })
    const { body } = await signIn(wechat.codeFor('zhou'))
    expect(JSON.stringify(body)).not.toContain(wechat.openidOf('zhou'))
  })

  test('the database holds no openid in the clear', async () => {
    await signIn(wechat.codeFor('wu'))
    const rows = await t.deps.db.pool.query(
      "set role shouhou_platform; select string_agg(s::text, ' ') as all from shoppers s; reset role",
    )
    const text = JSON.stringify((rows as unknown as { rows: unknown[] }[])[1]?.rows)
    expect(text).toContain(t.deps.personal.blindIndex('openid', wechat.openidOf('wu')))
    expect(text).not.toContain(wechat.openidOf('wu'))
  })
})

test('without a WeChat to reach, signing in with it fails as an outside fault', async () => {
  const t = await testApp({ WECHAT_URL: 'http://127.0.0.1:1' })
  const shop = await createShop(t)
  const body = { shop: shop.slug, code: 'demo-zhang' }
  const problem = await anonymous(t).refused('POST /auth/wechat', { body })
  expect(problem.code).toBe('outside-failed')
  await t.close()
})
