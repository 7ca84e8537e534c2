// The client between pages and server: keys, retries, tokens, problems. Taro is replaced at its edge, all
// else is the app's own code.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as Client from '../../../miniapp/src/api/client.ts'

interface Sent {
  readonly url: string
  readonly method: string
  readonly header: Record<string, string>
  readonly data?: string
}
type Reply = { statusCode: number; body?: unknown } | { fail: string } | 'never'

const taro = vi.hoisted(() => ({
  sent: [] as unknown[],
  replies: [] as unknown[],
  storage: new Map<string, unknown>(),
  aborted: 0,
}))
const sent = taro.sent as Sent[]

vi.mock('../../../miniapp/node_modules/@tarojs/taro', () => ({
  default: {
    getStorageSync: (key: string) => taro.storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void taro.storage.set(key, value),
    removeStorageSync: (key: string) => void taro.storage.delete(key),
    getAppBaseInfo: () => ({ language: 'zh_CN' }),
    request(options: unknown) {
      taro.sent.push(options)
      const reply = (taro.replies.shift() ?? { fail: 'request:fail' }) as Reply
      let stop: (error: unknown) => void = () => undefined
      const answer = new Promise((resolve, reject) => {
        stop = reject
        if (reply === 'never') return
        if ('fail' in reply) return reject({ errMsg: reply.fail })
        const data = reply.body === undefined ? '' : JSON.stringify(reply.body)
        resolve({ statusCode: reply.statusCode, header: {}, data })
      })
      return Object.assign(answer, {
        abort() {
          taro.aborted += 1
          stop({ errMsg: 'request:fail abort' })
        },
      })
    },
  },
}))

vi.stubGlobal('API_BASE', 'https://shop.example')

const { api } = (await import('../../../miniapp/src/api/client.ts')) as typeof Client
const { useSession } = await import('../../../miniapp/src/api/session.ts')

const ID = '0190a000-0000-7000-8000-000000000009'
const session = (n: number) => ({
  accessToken: `access-${n}`,
  accessExpiresAt: '2030-01-01T00:00:00Z',
  refreshToken: `refresh-${n}`,
  me: { id: ID, role: 'shopper', shop: null, name: '小林', shops: [], consents: [] },
})
const signIn = () => useSession.setState({ session: session(1) as never })
const reply = (...replies: Reply[]) => void taro.replies.push(...replies)
const problem = (statusCode: number, code: string, more: object = {}): Reply => ({
  statusCode,
  body: { code, title: code, status: statusCode, ...more },
})
const cancel = () =>
  api('POST /aftersales/:id/cancel', { params: { id: ID }, body: { version: 3 } })

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  sent.length = 0
  taro.replies.length = 0
  taro.storage.clear()
  useSession.setState({ session: null, shop: null })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the client', () => {
  it('spells the address from the key, the parameters and the query', async () => {
    reply({ statusCode: 200, body: { items: [], nextCursor: null } })
    await api('GET /orders', { query: { q: '手机 壳', limit: 5 } })
    reply({ statusCode: 200, body: {} })
    await api('GET /orders/:orderNo', { params: { orderNo: 'A/1' } })
    expect(sent.map((one) => one.url)).toEqual([
      `https://shop.example/v1/orders?q=${encodeURIComponent('手机 壳')}&limit=5`,
      'https://shop.example/v1/orders/A%2F1',
    ])
  })

  it('sends the token, the language and, on writes only, an idempotency key', async () => {
    signIn()
    reply({ statusCode: 200, body: {} }, { statusCode: 200, body: {} })
    await api('GET /today')
    await cancel()
    const [read, write] = sent
    expect(read?.header).toEqual({ 'Accept-Language': 'zh-CN', Authorization: 'Bearer access-1' })
    expect(write?.header['Idempotency-Key']).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-/)
  })

  it('repeats twice with the same key when no answer came', async () => {
    const reset = { fail: 'request:fail ERR_CONNECTION_RESET' }
    reply(reset, reset, { statusCode: 200, body: { id: ID } })
    const answer = cancel()
    await vi.runAllTimersAsync()
    expect(await answer).toEqual({ id: ID })
    expect(new Set(sent.map((one) => one.header['Idempotency-Key'])).size).toBe(1)
    expect(sent).toHaveLength(3)
  })

  it('gives up after the third time that nobody can be reached', async () => {
    const failed = cancel().catch((error: unknown) => error)
    await vi.runAllTimersAsync()
    expect(await failed).toMatchObject({ name: 'NetworkError', kind: 'unreachable' })
    expect(sent).toHaveLength(3)
  })

  it('gives up after the second silence and says which kind it was', async () => {
    reply({ fail: 'request:fail' }, { fail: 'request:fail timeout' })
    const failed = cancel().catch((error: unknown) => error)
    await vi.runAllTimersAsync()
    expect(await failed).toMatchObject({ name: 'NetworkError', kind: 'timeout' })
    expect(sent).toHaveLength(2)
  })

  it('does not repeat what the server refused, and hands over its problem', async () => {
    const errors = [{ pointer: '/version', message: '版本不对' }]
    reply(problem(409, 'version-conflict', { detail: '已更新', currentVersion: 4, errors }))
    const refused = await cancel().catch((error: unknown) => error)
    expect(refused).toMatchObject({
      name: 'ApiError',
      status: 409,
      code: 'version-conflict',
      message: '已更新',
      currentVersion: 4,
      errors,
    })
    expect(sent).toHaveLength(1)
  })

  it('survives an answer that is no problem document, such as that of a proxy', async () => {
    reply({ statusCode: 502, body: '<html>' })
    await expect(cancel()).rejects.toMatchObject({ status: 502, code: 'unknown' })
  })

  it('ends the request when its signal ends, without a second try', async () => {
    reply('never')
    const stop = new AbortController()
    const call = api('GET /today', {}, { signal: stop.signal }).catch((error: unknown) => error)
    stop.abort()
    expect(await call).toMatchObject({ name: 'NetworkError', kind: 'aborted' })
    expect(sent).toHaveLength(1)
  })
})

describe('the session', () => {
  it('refreshes once for all calls that find it ended, and repeats each with its own key', async () => {
    signIn()
    const ended = problem(401, 'session-ended')
    reply(ended, ended, { statusCode: 200, body: session(2) })
    reply({ statusCode: 200, body: {} }, { statusCode: 200, body: {} })
    await Promise.all([cancel(), cancel()])
    const refreshes = sent.filter((one) => one.url.endsWith('/auth/refresh'))
    expect(refreshes.map((one) => one.data)).toEqual([
      JSON.stringify({ refreshToken: 'refresh-1' }),
    ])
    const repeats = sent.slice(-2)
    expect(repeats.map((one) => one.header.Authorization)).toEqual([
      'Bearer access-2',
      'Bearer access-2',
    ])
    const keys = (calls: Sent[]) => calls.map((one) => one.header['Idempotency-Key']).sort()
    expect(keys(repeats)).toEqual(keys(sent.slice(0, 2)))
  })

  it('is over on this phone when the server refuses to refresh it', async () => {
    signIn()
    reply(problem(401, 'session-ended'), problem(401, 'session-ended'))
    await expect(cancel()).rejects.toMatchObject({ status: 401 })
    expect(useSession.getState().session).toBeNull()
  })

  it('is kept when the server could not be reached to refresh it', async () => {
    signIn()
    reply(problem(401, 'session-ended'), { fail: 'request:fail' }, { fail: 'request:fail' })
    const failed = cancel().catch((error: unknown) => error)
    await vi.runAllTimersAsync()
    expect(await failed).toMatchObject({ name: 'NetworkError' })
    expect(useSession.getState().session?.accessToken).toBe('access-1')
  })

  it('takes over the tokens that another tab has refreshed instead of using an old one', async () => {
    signIn()
    const stored = { state: { shop: null, session: session(7) }, version: 1 }
    taro.storage.set('shouhou.session', JSON.stringify(stored))
    reply(problem(401, 'session-ended'), { statusCode: 200, body: {} })
    await cancel()
    expect(sent.map((one) => one.header.Authorization)).toEqual([
      'Bearer access-1',
      'Bearer access-7',
    ])
  })
})
