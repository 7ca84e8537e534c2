// Words and times of the mini-program, without a phone.
import { describe, expect, it, vi } from 'vitest'

vi.mock('../../../miniapp/node_modules/@tarojs/taro', () => ({
  default: {
    getStorageSync: () => '',
    setStorageSync: () => undefined,
    getAppBaseInfo: () => ({ language: 'zh_CN' }),
  },
}))

const { language, t, wordFor } = await import('../../../miniapp/src/i18n/index.ts')
const time = await import('../../../miniapp/src/i18n/time.ts')
const { common } = await import('../../../miniapp/src/i18n/common.ts')
const { codes } = await import('../../../miniapp/src/i18n/codes.ts')
const { shopper } = await import('../../../miniapp/src/i18n/shopper.ts')
const { staff } = await import('../../../miniapp/src/i18n/staff.ts')

const areas = { common, codes, shopper, staff }
const NOON = Date.parse('2026-03-05T04:00:00Z')
const inLanguage = <T>(code: 'zh-CN' | 'en', read: () => T): T => {
  language.set(code)
  return read()
}

describe('the dictionaries', () => {
  it('hold no key twice', () => {
    const keys = Object.values(areas).flatMap((area) => Object.keys(area))
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  it('need the same values in both languages and leave none empty', () => {
    const places = (sentence: string) =>
      [...new Set([...sentence.matchAll(/\{(\w+)/g)].map((match) => match[1]))].sort()
    for (const [key, [zh, en]] of Object.values(areas).flatMap((area) => Object.entries(area))) {
      expect(zh, key).not.toBe('')
      expect(en, key).not.toBe('')
      expect(places(en), key).toEqual(places(zh))
    }
  })

  it('keep Chinese out of the English column', () => {
    const words = Object.values(areas).flatMap((area) => Object.entries(area))
    expect(words.filter(([, [, en]]) => /[\u4e00-\u9fff]/.test(en))).toEqual([])
  })

  it('show an unknown code as it is', () => {
    expect(wordFor('status.', 'SOMETHING_NEW')).toBe('SOMETHING_NEW')
    expect(inLanguage('en', () => wordFor('status.', 'CLOSED'))).toBe('Closed')
  })
})

describe('times', () => {
  it('are those of China, whatever the phone is set to', () => {
    expect(time.formatDateTime('2026-03-04T16:30:00Z')).toBe('2026-03-05 00:30')
    expect(time.formatDate('2025-12-31T16:00:00Z')).toBe('2026-01-01')
  })

  it('near today are called by their day', () => {
    const near = (at: string) => inLanguage('zh-CN', () => time.formatNear(at, NOON, t))
    expect(near('2026-03-05T15:59:00Z')).toBe('今天 23:59')
    expect(near('2026-03-05T16:00:00Z')).toBe('明天 00:00')
    expect(near('2026-03-04T15:59:00Z')).toBe('昨天 23:59')
    expect(near('2026-03-01T00:00:00Z')).toBe('2026-03-01 08:00')
  })

  it('of deadlines are said in the two largest units', () => {
    const minutes = (n: number) => NOON + n * 60_000
    const left = (n: number) => time.formatRemaining(minutes(n), NOON, t)
    expect(inLanguage('zh-CN', () => [left(51 * 60), left(90), left(0.5), left(-5)])).toEqual([
      '剩余 2 天 3 小时',
      '剩余 1 小时 30 分钟',
      '剩余 不到 1 分钟',
      '已超时 5 分钟',
    ])
    expect(inLanguage('en', () => [left(25 * 60), left(1), left(120)])).toEqual([
      '1 day 1 hour left',
      '1 minute left',
      '2 hours left',
    ])
  })

  it('that are no times become nothing instead of an error', () => {
    expect(time.formatDateTime('soon')).toBe('')
  })
})
