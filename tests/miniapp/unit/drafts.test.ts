// Drafts on the phone: whose they are, how long they stay, what comes back.
import { beforeEach, describe, expect, it, vi } from 'vitest'

const store = new Map<string, unknown>()
vi.mock('../../../miniapp/node_modules/@tarojs/taro', () => ({
  default: {
    getStorageSync: (key: string) => store.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => store.set(key, structuredClone(value)),
    removeStorageSync: (key: string) => store.delete(key),
  },
}))

const { dropDrafts, keepDraft, readDraft } = await import('../../../miniapp/src/platform/drafts.ts')
const { keepApplication, keptApplication, dropApplication, sendingOf } = await import(
  '../../../miniapp/src/packages/aftersales/apply/draft.ts'
)

const DAY = 24 * 3_600_000
beforeEach(() => {
  store.clear()
  vi.useFakeTimers({ now: Date.parse('2026-03-05T04:00:00Z'), toFake: ['Date'] })
  return () => void vi.useRealTimers()
})

const media = (id: string, expiresAt: string) => ({
  id,
  kind: 'photo' as const,
  bytes: 1,
  width: 1,
  height: 1,
  url: '/v1/media/1',
  thumbUrl: '/v1/media/1?thumb',
  expiresAt,
})
const application = {
  quantities: { a: 1 },
  type: 'RETURN_REFUND' as const,
  received: true,
  reasonCode: 'QUALITY_FAULT' as const,
  description: 'x',
  wantText: '',
  humanReview: false,
  giftsKept: ['TEA'],
  media: [media('m', '2026-03-05T04:08:00.000Z')],
}

describe('drafts', () => {
  it('come back to the person who left them, and to nobody else', () => {
    keepDraft('me', 'a', 1)
    expect(readDraft('me', 'a')?.value).toBe(1)
    expect(readDraft('other', 'a')).toBeUndefined()
    keepDraft('other', 'b', 2)
    expect(readDraft('me', 'a')).toBeUndefined()
  })

  it('are forgotten when they are sent, after a week, and at sign-out', () => {
    keepDraft('me', 'a', 1)
    keepDraft('me', 'a', undefined)
    expect(readDraft('me', 'a')).toBeUndefined()
    keepDraft('me', 'b', 1)
    vi.setSystemTime(Date.now() + 8 * DAY)
    expect(readDraft('me', 'b')).toBeUndefined()
    keepDraft('me', 'c', 1)
    dropDrafts()
    expect(store.size).toBe(0)
  })

  it('stay few: the oldest goes', () => {
    for (let n = 0; n < 12; n += 1) keepDraft('me', `d${n}`, n)
    expect(readDraft('me', 'd1')).toBeUndefined()
    expect(readDraft('me', 'd11')?.value).toBe(11)
  })
})

describe('an application whose answer got lost', () => {
  it('keeps its key on this phone for whoever sent it, until the outcome is known', () => {
    const open = { input: '{}', key: 'k' }
    sendingOf('me', 'A1').keep(open)
    expect(sendingOf('me', 'A1').read()).toEqual(open)
    expect(sendingOf('me', 'A2').read()).toBeNull()
    expect(sendingOf('other', 'A1').read()).toBeNull()
    sendingOf('me', 'A1').keep(null)
    expect(sendingOf('me', 'A1').read()).toBeNull()
  })
})

describe('a kept application', () => {
  it('comes back as it was left', () => {
    keepApplication('me', 'A1', application)
    expect(keptApplication('me', 'A1')).toEqual(application)
    dropApplication('me', 'A1')
    expect(keptApplication('me', 'A1')).toBeUndefined()
  })

  it('shows no picture whose address has ended, and drops files the server has removed', () => {
    keepApplication('me', 'A1', application)
    vi.setSystemTime(Date.now() + DAY / 2)
    expect(keptApplication('me', 'A1')?.media).toEqual([
      { ...application.media[0], thumbUrl: null },
    ])
    vi.setSystemTime(Date.now() + DAY / 2)
    expect(keptApplication('me', 'A1')?.media).toEqual([])
  })

  it('of another shape is no application', () => {
    for (const wrong of [
      { type: 'GIFT' },
      { quantities: { a: -1 } },
      { media: [{}] },
      { giftsKept: 'TEA' },
      null,
    ]) {
      keepDraft('me', 'apply A1', wrong === null ? 'text' : { ...application, ...wrong })
      expect(keptApplication('me', 'A1'), JSON.stringify(wrong)).toBeUndefined()
    }
  })
})
