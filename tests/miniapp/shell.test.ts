// The mini-program's shell in WeChat's bare context: it starts, signs in, changes language, shows the
// desk to staff only, and keeps the session of a phone.
import { afterEach, describe, expect, it } from 'vitest'
import { appConfig } from './weapp/app-config.ts'
import { answering } from './weapp/fake-server.ts'
import { launchWeapp, type Weapp } from './weapp-harness.ts'

const shop = { id: '0190a000-0000-7000-8000-000000000001', slug: 'demo', name: '示例店' }
const sessionOf = (role: string, name: string) => ({
  accessToken: `access-${role}`,
  accessExpiresAt: '2030-01-01T00:00:00Z',
  refreshToken: `refresh-${role}`,
  me: {
    id: '0190a000-0000-7000-8000-000000000002',
    role,
    shop,
    name,
    phoneMasked: '138****8000',
    language: 'zh-CN',
    consents: [],
    shops: [],
  },
})
const server = {
  'GET /shops': { items: [shop] },
  'POST /auth/phone-codes': {
    statusCode: 202,
    data: { expiresAt: '2030-01-01T00:05:00Z', resendAt: '2020-01-01T00:00:00Z' },
  },
  'POST /auth/phone': sessionOf('shopper', '小林'),
  'POST /auth/wechat': sessionOf('shopper', '小林'),
  'POST /auth/staff': sessionOf('manager', '王经理'),
  'POST /auth/sign-out': { statusCode: 204 },
}

/** Nothing about a person is sent before this. */
const CONSENT = '我已阅读并同意'

let app: Weapp | undefined
afterEach(() => {
  const errors = app?.runtime.errors ?? []
  app?.close()
  app = undefined
  expect(errors).toEqual([])
})

const lastRequest = (path: string) =>
  app?.world.requests.filter((request) => new URL(request.url).pathname === `/v1${path}`).at(-1)

describe('the mini-program in WeChat', () => {
  it('starts in Chinese and asks a stranger to sign in', async () => {
    app = await launchWeapp()
    expect(app.text).toContain('登录后查看您的订单和售后')
    expect(app.text).not.toContain('工作台')
  })

  it('starts in English on an English phone, and keeps a changed language', async () => {
    const storage = new Map<string, string>()
    const hooks = { ...answering(server), language: 'en' }
    app = await launchWeapp({ hooks, storage })
    expect(app.text).toContain('Sign in to see your orders and cases')
    await app.tap('Me')
    await app.tap('中文')
    await app.see('语言')
    app.close()
    app = await launchWeapp({ hooks, storage })
    expect(app.text).toContain('登录')
  })

  it('signs a shopper in with WeChat in the only shop and goes back', async () => {
    app = await launchWeapp({ hooks: { ...answering(server), loginCode: () => 'wx-code-1' } })
    await app.tap('登录')
    await app.tap(CONSENT)
    await app.tap('微信一键登录')
    await app.arrive('pages/home/index')
    expect(JSON.parse(lastRequest('/auth/wechat')?.data ?? '')).toEqual({
      shop: 'demo',
      code: 'wx-code-1',
    })
    expect(app.text).not.toContain('登录后查看')
    expect(app.text).not.toContain('工作台')
  })

  it('signs a shopper in with phone and code', async () => {
    app = await launchWeapp({ hooks: answering(server), page: 'pages/sign-in/index' })
    await app.type('手机号', '13800138000')
    await app.tap('获取验证码')
    expect(lastRequest('/auth/phone-codes'), 'before the consent').toBeUndefined()
    await app.tap(CONSENT)
    await app.tap('获取验证码')
    await app.type('验证码', '123456')
    await app.tap('登录')
    await app.until(() => lastRequest('/auth/phone') !== undefined, 'the sign-in')
    expect(JSON.parse(lastRequest('/auth/phone')?.data ?? '')).toEqual({
      shop: 'demo',
      phone: '13800138000',
      code: '123456',
    })
  })

  it('says what is wrong with a phone number before sending anything', async () => {
    app = await launchWeapp({ hooks: answering(server), page: 'pages/sign-in/index' })
    await app.tap(CONSENT)
    await app.type('手机号', '12')
    await app.tap('登录')
    await app.see('请输入 11 位手机号')
    expect(lastRequest('/auth/phone')).toBeUndefined()
  })

  it('shows the sentence of the server when sign-in is refused', async () => {
    const refused = { code: 'sign-in-failed', title: '登录信息不正确', status: 401 }
    const table = { ...server, 'POST /auth/staff': { statusCode: 401, data: refused } }
    app = await launchWeapp({ hooks: answering(table), page: 'pages/sign-in/index' })
    await app.tap('我是商家')
    await app.type('账号', 'wang')
    await app.type('密码', 'not the password')
    await app.tap('登录')
    await app.see('登录信息不正确')
  })

  it('shows the desk to staff, remembers them, and hides it again after signing out', async () => {
    const storage = new Map<string, string>()
    app = await launchWeapp({
      hooks: answering(server),
      storage,
      page: 'pages/sign-in/index',
    })
    await app.tap('我是商家')
    await app.type('账号', 'wang')
    await app.type('密码', 'correct horse battery')
    await app.tap('登录')
    await app.arrive('packages/staff/desk/index')
    expect(app.text).toContain('工作台')
    app.close()

    const landsOn = 'packages/staff/desk/index'
    app = await launchWeapp({ hooks: answering(server), storage, landsOn })
    await app.tap('我的')
    await app.arrive('pages/me/index')
    await app.tap('退出登录')
    await app.lose('工作台')
    expect(lastRequest('/auth/sign-out')?.header.Authorization).toBe('Bearer access-manager')
  })

  it('offers to try again when the network is gone, and goes on when it is back', async () => {
    let dead = true
    const alive = answering(server).onRequest
    const onRequest: typeof alive = (request) => {
      if (dead) throw new Error('ERR_INTERNET_DISCONNECTED')
      return alive?.(request) ?? { statusCode: 500 }
    }
    app = await launchWeapp({ hooks: { onRequest }, page: 'pages/sign-in/index' })
    await app.see('网络连不上')
    dead = false
    await app.tap('重试')
    await app.see('示例店')
  })

  it('opens every page of the app with a native template for each element', async () => {
    const { pages, subPackages } = appConfig()
    const all = [
      ...pages,
      ...subPackages.flatMap((p) => p.pages.map((page) => `${p.root}/${page}`)),
    ]
    for (const page of all) {
      const staff = page.startsWith('packages/staff')
      const session = staff ? sessionOf('manager', '王经理') : sessionOf('shopper', '小林')
      const stored = JSON.stringify({ state: { shop: 'demo', session }, version: 1 })
      const storage = new Map([['shouhou.session', JSON.stringify(stored)]])
      app = await launchWeapp({ hooks: answering(server), storage, page })
      expect(app.tags().length, page).toBeGreaterThan(2)
      expect(app.runtime.errors, page).toEqual([])
      app.close()
    }
  })
})
