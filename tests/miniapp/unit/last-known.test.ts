// What a phone remembers of a shopper's own pages, and of whom it does not.
import { beforeEach, describe, expect, it, vi } from 'vitest'

const phone = vi.hoisted(() => new Map<string, unknown>())
vi.mock('../../../miniapp/node_modules/@tarojs/taro', () => ({
  default: {
    getStorageSync: (key: string) => phone.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void phone.set(key, value),
    removeStorageSync: (key: string) => void phone.delete(key),
    getAppBaseInfo: () => ({ language: 'zh_CN' }),
  },
}))
vi.stubGlobal('API_BASE', '')
vi.useFakeTimers()

const { lastKnown, watchAnswers } = await import('../../../miniapp/src/api/last-known.ts')
const { queryClient: client } = await import('../../../miniapp/src/api/query.ts')
const { useSession } = await import('../../../miniapp/src/api/session.ts')

const CASE = ['GET /aftersales/:id', { params: { id: 'a' } }]
const LIST = ['GET /aftersales', { query: {} }]
const STORED = 'shouhou.lastKnown'

function enter(id: string | null, role = 'shopper'): void {
  const session = id === null ? null : ({ me: { id, role } } as never)
  useSession.setState({ session })
}

watchAnswers(client)
const answer = (key: readonly unknown[], data: unknown, updatedAt = 1_000) => {
  client.setQueryData(key, data, { updatedAt })
  vi.runAllTimers()
}

describe('the phone', () => {
  beforeEach(() => {
    enter(null)
    phone.clear()
    client.clear()
    enter('li')
  })

  it('remembers an answer with the moment it came', () => {
    answer(CASE, { id: 'a' }, 5_000)
    expect(lastKnown(CASE)).toEqual({ data: { id: 'a' }, at: 5_000 })
    expect(JSON.stringify(phone.get(STORED))).toContain('"at":5000')
  })

  it('remembers the first page of a list', () => {
    answer(LIST, { pages: [{ items: [1] }, { items: [2] }], pageParams: [undefined, 'next'] })
    expect(lastKnown(LIST)?.data).toEqual({ pages: [{ items: [1] }], pageParams: [undefined] })
  })

  it('remembers nothing but orders and cases', () => {
    answer(['GET /me', {}], { phone: '13800000000' })
    answer(['GET /conversations/:id/messages', 'x'], { messages: [] })
    expect(lastKnown(['GET /me', {}])).toBeUndefined()
    expect(phone.get(STORED)).toBeUndefined()
  })

  it('remembers nothing for people of the shop, who see the data of others', () => {
    enter('wang', 'agent')
    answer(CASE, { id: 'a' })
    expect(lastKnown(CASE)).toBeUndefined()
    expect(phone.get(STORED)).toBeUndefined()
  })

  it('forgets everything at sign-out, and tells nobody else', () => {
    answer(CASE, { id: 'a' })
    enter('zhang')
    expect(lastKnown(CASE)).toBeUndefined()
    expect(phone.get(STORED)).toBeUndefined()
    enter('li')
    expect(lastKnown(CASE)).toBeUndefined()
  })

  it('keeps what came while the tokens were renewed', () => {
    answer(CASE, { id: 'a' })
    enter('li')
    expect(lastKnown(CASE)).toBeDefined()
  })

  it('lets the oldest go when there are too many', () => {
    for (let n = 0; n < 60; n += 1) answer(['GET /aftersales/:id', { n }], n)
    expect(lastKnown(['GET /aftersales/:id', { n: 0 }])).toBeUndefined()
    expect(lastKnown(['GET /aftersales/:id', { n: 59 }])?.data).toBe(59)
  })
})
