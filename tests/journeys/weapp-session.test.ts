// The WeChat build against the real server: a shopper signs in, hears what changes, comes back with an
// old token, and signs out. The app runs in a bare context; its requests go over real sockets.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../helpers/app.ts'
import { createShop, type TestShop } from '../helpers/client.ts'
import { fakeWechat, type TestWechat } from '../helpers/fake-wechat.ts'
import { passThrough } from '../miniapp/weapp/fake-server.ts'
import { launchWeapp, type Weapp } from '../miniapp/weapp-harness.ts'

const HOUR = 3_600_000

let t: TestApp
let shop: TestShop
let wechat: TestWechat
let origin: string
let app: Weapp | undefined

beforeAll(async () => {
  wechat = await fakeWechat()
  t = await testApp(wechat.env)
  shop = await createShop(t, '小熊旗舰店')
  origin = await t.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await t.close()
  await wechat.stop()
})
afterEach(() => {
  const errors = app?.runtime.errors ?? []
  app?.close()
  expect(errors).toEqual([])
})

const launch = (storage: Map<string, string>, page = 'pages/home/index') =>
  launchWeapp({
    hooks: { ...passThrough(origin), loginCode: () => wechat.codeFor('anna') },
    storage,
    page,
    query: { shop: shop.slug },
  })
const paths = (weapp: Weapp) => weapp.world.requests.map(({ url }) => new URL(url).pathname)
const tokenIn = (storage: Map<string, string>): string =>
  JSON.parse(JSON.parse(storage.get('shouhou.session') ?? '""')).state.session?.accessToken

it('signs a shopper in by phone, listens, refreshes an old token, and signs out', async () => {
  const storage = new Map<string, string>()
  app = await launch(storage, 'pages/sign-in/index')
  await app.see('小熊旗舰店')
  await app.type('手机号', '13800138000')
  await app.tap('获取验证码')
  expect(t.codeFor('13800138000'), 'nothing is sent before the consent').toBe('')
  await app.tap('我已阅读并同意')
  await app.tap('获取验证码')
  await app.until(() => t.codeFor('13800138000') !== '', 'the code')
  await app.type('验证码', t.codeFor('13800138000'))
  await app.tap('登录')
  await app.until(() => app?.world.sockets.length === 1, 'the live channel')
  const first = tokenIn(storage)
  app.close()

  t.clock.advance(HOUR)
  app = await launch(storage)
  await app.until(() => tokenIn(storage) !== first, 'a new token')
  await app.until(() => app?.world.sockets.length === 1, 'the live channel')
  expect(paths(app)).toContain('/v1/auth/refresh')

  await app.tap('我的')
  await app.tap('退出登录')
  await app.see('登录后查看')
  await app.settle()
  expect(tokenIn(storage)).toBeUndefined()
})

it('signs a shopper in with WeChat', async () => {
  app = await launch(new Map(), 'pages/sign-in/index')
  await app.tap('我已阅读并同意')
  await app.tap('微信一键登录')
  await app.arrive('pages/home/index')
  expect(app.text).not.toContain('登录后查看')
})

it('tells a shopper in their words that a code is wrong', async () => {
  app = await launch(new Map(), 'pages/sign-in/index')
  await app.tap('我已阅读并同意')
  await app.type('手机号', '13800138001')
  await app.type('验证码', '000000')
  await app.tap('登录')
  await app.see('验证码不正确或已过期')
})
