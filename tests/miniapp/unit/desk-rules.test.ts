// The small rules of the desk's pages: who is offered what, which filters show, what a form still needs.
import { contract } from '@shouhou/shared/contract'
import { aftersaleFacts } from '@shouhou/shared/domain/aftersale-facts'
import { decide } from '@shouhou/shared/domain/aftersale-machine'
import { DEFAULT_POLICY } from '@shouhou/shared/domain/aftersale-policy'
import { OFFERED_TYPES } from '@shouhou/shared/domain/aftersale-types'
import { describe, expect, it } from 'vitest'
import { amountOf, kindsOf, typesOf } from '../../../miniapp/src/packages/staff/case/offer-rules.ts'
import {
  type EntryDraft,
  newDraft,
  problemOf,
  wordingsOf,
} from '../../../miniapp/src/packages/staff/faq-entry/draft.ts'
import { codeIn, isLogin, isMobile } from '../../../miniapp/src/packages/staff/join/person.ts'
import { MAY } from '../../../miniapp/src/packages/staff/may.ts'
import { gapsOf, NO_NUMBER, withAddress } from '../../../miniapp/src/packages/staff/policy/draft.ts'
import { planOf } from '../../../miniapp/src/packages/staff/queue/batch-plan.ts'
import {
  extrasOf,
  filterOf,
  sameFilter,
  tabOf,
  tabsOf,
  underTab,
  without,
} from '../../../miniapp/src/packages/staff/queue/filters.ts'

describe('what a role is offered', () => {
  it('is what the contract lets it do', () => {
    const roles = (key: keyof typeof contract) => [...contract[key].allow].sort()
    const offered = Object.fromEntries(
      Object.entries(MAY).map(([right, list]) => [right, [...list].sort()]),
    )
    expect(offered).toEqual({
      pay: roles('POST /refunds/:id/confirm'),
      talk: roles('POST /conversations/:id/take'),
      editFaq: roles('POST /faq/entries'),
      editPolicy: roles('PUT /policy'),
      editTemplates: roles('POST /reply-templates'),
      seeTeam: roles('GET /staff'),
      editTeam: roles('POST /staff'),
      export: roles('POST /exports/orders'),
      keys: roles('POST /api-keys'),
    })
    expect(roles('GET /refunds')).toEqual(roles('POST /refunds/:id/confirm'))
  })
})

describe('the tabs and filters of the queue', () => {
  const counts = {
    items: [
      { status: 'PENDING_REVIEW' as const, count: 3 },
      { status: 'COMPLETED' as const, count: 2 },
    ],
    todo: 3,
    overdue: 0,
    dueIn4h: 1,
    dueIn24h: 2,
  }

  it('sum up what is open and ended, and leave out what has no cases', () => {
    expect(tabsOf(counts, 'OPEN')).toEqual([
      { tab: 'TODO', count: 3 },
      { tab: '4h', count: 1 },
      { tab: 'OPEN', count: 3 },
      { tab: 'PENDING_REVIEW', count: 3 },
      { tab: 'COMPLETED', count: 2 },
      { tab: 'ENDED', count: 2 },
      { tab: 'ALL', count: 5 },
    ])
  })

  it('keep the chosen tab when its last case has moved on', () => {
    const shown = (chosen: 'INSPECTING' | 'overdue') => tabsOf(counts, chosen).map(({ tab }) => tab)
    expect(shown('INSPECTING')).toContain('INSPECTING')
    expect(shown('overdue')).toContain('overdue')
  })

  it('stand for one part of a filter and leave the rest of it', () => {
    const rest = { type: 'EXCHANGE', sort: 'due' } as const
    expect(underTab({ ...rest, status: 'OPEN' }, '4h')).toEqual({ ...rest, due: '4h' })
    expect(underTab({ ...rest, due: '4h' }, 'TODO')).toEqual({ ...rest, status: 'TODO' })
    for (const tab of ['TODO', 'OPEN', 'ENDED', 'ALL', 'overdue', '4h', 'INSPECTING'] as const) {
      expect(tabOf(underTab(rest, tab))).toBe(tab)
    }
  })

  it('take a link word by word, and nothing unknown', () => {
    expect(filterOf({})).toEqual({ status: 'TODO', sort: 'due' })
    expect(filterOf({ status: 'NONSENSE' })).toEqual({ status: 'TODO', sort: 'due' })
    expect(filterOf({ status: 'ALL' })).toEqual({ sort: 'newest' })
    expect(filterOf({ status: 'INSPECTING' })).toEqual({ status: 'INSPECTING', sort: 'newest' })
    expect(filterOf({ due: '4h' })).toEqual({ due: '4h', sort: 'due' })
    expect(filterOf({ decided: 'today', decidedBy: 'people' })).toEqual({
      decided: 'today',
      decidedBy: 'people',
      sort: 'newest',
    })
  })

  it('tell what else is asked for, and take it away again', () => {
    const filter = { status: 'OPEN', due: '24h', minFen: 100, sort: 'due' } as const
    expect(extrasOf(filter)).toEqual(['minFen', 'due'])
    expect(extrasOf({ due: '4h', sort: 'due' })).toEqual([])
    expect(without(filter, 'minFen')).toEqual({ status: 'OPEN', due: '24h', sort: 'due' })
    expect(sameFilter(filter, { sort: 'due', minFen: 100, due: '24h', status: 'OPEN' })).toBe(true)
  })
})

describe('a batch of approvals', () => {
  const kase = (id: string, more: object) =>
    ({
      id,
      type: 'REFUND_ONLY',
      refundFen: 100,
      allowedCommands: ['approve'],
      advice: { verdict: 'review', look: [] },
      ...more,
    }) as never

  it('takes what is routine, leaves what needs a look, and sums up the money', () => {
    const plan = planOf([
      kase('a', {}),
      kase('exchange', { type: 'EXCHANGE', refundFen: 900 }),
      kase('risky', { advice: { verdict: 'review', look: ['velocity'] } }),
      kase('unknown', { advice: null }),
      kase('ended', { allowedCommands: [] }),
    ])
    expect(plan.go.map(({ id }) => id)).toEqual(['a', 'exchange'])
    expect(plan.look.map(({ kase: { id }, why }) => [id, why])).toEqual([
      ['risky', ['velocity']],
      ['unknown', []],
    ])
    expect(plan.sumFen).toBe(100)
  })
})

describe('the offers that can be made', () => {
  it('are all accepted by the machine, with the amounts the form asks for', () => {
    for (const type of OFFERED_TYPES) {
      for (const goodsHeld of [false, true]) {
        const status = goodsHeld ? 'INSPECTING' : 'PENDING_REVIEW'
        const facts = aftersaleFacts({ type, goodsHeld, status, refundableFen: 1_000 })
        for (const kind of kindsOf(facts)) {
          const types = kind === 'CHANGE_TYPE' ? typesOf(facts, OFFERED_TYPES) : [null]
          for (const next of types) {
            const offer = { kind, ...(next ? { type: next } : {}) }
            const needed = amountOf(facts, kind, next) === 'needed'
            const input = { offer, text: 'why', ...(needed ? { amountFen: 500 } : {}) }
            const decision = decide(facts, 'offer', 'agent', input)
            expect(decision.ok, `${kind} ${next} for ${type}`).toBe(true)
          }
        }
      }
    }
  })

  it('name no amount where an exchange would pay', () => {
    const exchange = aftersaleFacts({ type: 'EXCHANGE', status: 'PENDING_REVIEW' })
    expect(kindsOf(exchange)).not.toContain('CHANGE_AMOUNT')
    expect(amountOf(exchange, 'KEEP_ITEM', null)).toBe('none')
    expect(amountOf(exchange, 'CHANGE_TYPE', 'RETURN_REFUND')).toBe('optional')
  })
})

describe('an entry of the FAQ', () => {
  const begun = newDraft('faq-1', '壶身发烫正常吗', 'zh-CN')
  const whole: EntryDraft = {
    ...begun,
    category: 'problems',
    wordings: {
      ...begun.wordings,
      'zh-CN': { question: ' 壶身发烫正常吗 ', phrasings: ['很烫', ' ', '很烫'], answer: '正常。' },
    },
  }

  it('needs a category, and question and answer in each language it is written in', () => {
    expect(problemOf(begun)).toBe('category')
    expect(problemOf({ ...begun, category: 'problems' })).toBe('half.zh-CN')
    expect(problemOf({ ...whole, slug: 'Has Space' })).toBe('slug')
    expect(problemOf(whole)).toBeNull()
    const en = { question: 'Is it hot?', phrasings: [], answer: '' }
    expect(problemOf({ ...whole, wordings: { ...whole.wordings, en } })).toBe('half.en')
  })

  it('is sent without empty and repeated phrasings, and without languages left empty', () => {
    expect(wordingsOf(whole)).toEqual([
      { language: 'zh-CN', question: '壶身发烫正常吗', phrasings: ['很烫'], answer: '正常。' },
    ])
  })
})

describe('what was pasted as an invitation', () => {
  const code = 'in_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcde'

  it('is the code itself, a link or a message with either', () => {
    for (const text of [
      code,
      `https://x.cn/#/packages/staff/join/index?code=${code}`,
      `点击 ${code} 加入`,
    ]) {
      expect(codeIn(text)).toBe(code)
    }
    expect(codeIn('请加入我们')).toBe('')
  })

  it('goes with account names and numbers that the contract takes', () => {
    expect(['wang', 'a.b-c_d@x'].every(isLogin)).toBe(true)
    expect(['ab', 'Wang', '小王', 'a'.repeat(61)].some(isLogin)).toBe(false)
    expect(isMobile('13912345678')).toBe(true)
    expect(['1391234567', '23912345678', '+8613912345678'].some(isMobile)).toBe(false)
  })
})

describe('the policy form', () => {
  const start = structuredClone(DEFAULT_POLICY) as Parameters<typeof gapsOf>[0]

  it('has no gaps in the policy a shop starts with', () => {
    expect(gapsOf(start)).toEqual([])
  })

  it('names each place where something is missing', () => {
    const broken = {
      ...start,
      windows: { ...start.windows, noReason: NO_NUMBER },
      exclusions: [{ category: ' ', ground: 'PRESS' as const }],
      returnAddress: { name: '仓库', phone: '12', address: '' },
    }
    expect(gapsOf(broken)).toEqual([
      { pointer: '/windows/noReason', word: 'number' },
      { pointer: '/exclusions/0', word: 'category' },
      { pointer: '/returnAddress/phone', word: 'phone' },
      { pointer: '/returnAddress/address', word: 'address' },
    ])
  })

  it('takes an address whose parts are all empty for no address', () => {
    const one = withAddress(start, { name: '仓库' })
    expect(one.returnAddress).toEqual({ name: '仓库', phone: '', address: '' })
    expect(withAddress(one, { name: '' }).returnAddress).toBeNull()
  })
})
