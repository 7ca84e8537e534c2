// The rules of a shop as sentences, and what differs between two versions of them.
import { DEFAULT_POLICY } from '@shouhou/shared/domain/aftersale-policy'
import { describe, expect, it, vi } from 'vitest'
import type { gapsOf } from '../../../miniapp/src/packages/staff/policy/draft.ts'

vi.mock('../../../miniapp/node_modules/@tarojs/taro', () => ({
  default: {
    getStorageSync: () => '',
    setStorageSync: () => undefined,
    getAppBaseInfo: () => ({ language: 'zh_CN' }),
  },
}))

const { t } = await import('../../../miniapp/src/i18n/index.ts')
const { changesBetween, sayingsOf } = await import(
  '../../../miniapp/src/packages/staff/policy/sayings.ts'
)

describe('the policy in sentences', () => {
  const start = structuredClone(DEFAULT_POLICY) as Parameters<typeof gapsOf>[0]

  it('says each rule once', () => {
    const keys = sayingsOf(start, t).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('differs in the rules that were changed, added and taken away, and in no other', () => {
    const before = { ...start, exclusions: [{ category: '鲜花', ground: 'PERISHABLE' as const }] }
    const after = {
      ...start,
      windows: { ...start.windows, noReason: 10 },
      autoApprove: { ...start.autoApprove, types: [...start.autoApprove.types].reverse() },
      exclusions: [{ category: '定制杯', ground: 'MADE_TO_ORDER' as const }],
    }
    expect(changesBetween(before, after, t)).toEqual([
      {
        key: 'windows/noReason',
        before: '签收次日起 7 天内，可以无理由退货',
        after: '签收次日起 10 天内，可以无理由退货',
      },
      {
        key: 'exclusions/鲜花',
        before: '“鲜花”不支持七天无理由退货（鲜活易腐）',
        after: null,
      },
      {
        key: 'exclusions/定制杯',
        before: null,
        after: '“定制杯”不支持七天无理由退货（定作商品）',
      },
    ])
    expect(changesBetween(before, before, t)).toEqual([])
  })
})
