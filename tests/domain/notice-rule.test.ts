// The rule of notices: who is told by which channel and when, and what is never sent.
import { COMMANDS } from '@shouhou/shared/domain/aftersale-commands'
import { AFTERSALE_STATUSES } from '@shouhou/shared/domain/aftersale-types'
import { DAY, HOUR } from '@shouhou/shared/domain/china-time'
import {
  audienceOf,
  channelsOf,
  NOTICE_CHANNELS,
  NOTICE_EVENT_NAMES,
  noticeRule,
} from '@shouhou/shared/domain/notice-events'
import {
  checkBeforeSending,
  DEFAULT_QUIET,
  type NoticeSource,
  overWhy,
  planChannels,
  quietUntil,
  type Receiver,
  retryDelay,
  type SourceNow,
} from '@shouhou/shared/domain/notice-rule'
import { noticesOfStep } from '@shouhou/shared/domain/notice-steps'
import {
  fieldProblem,
  noticeSentences,
  placesOf,
  textProblem,
  wechatData,
} from '@shouhou/shared/domain/notice-text'
import { NOTICE_TEXTS } from '@shouhou/shared/domain/notice-texts'
import { isStaff, ROLES } from '@shouhou/shared/domain/roles'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const NOON = Date.parse('2026-03-01T04:00:00Z')
const NIGHT = Date.parse('2026-03-01T15:00:00Z')
const MORNING = Date.parse('2026-03-02T00:00:00Z')

const event = fc.constantFrom(...NOTICE_EVENT_NAMES)
const instant = fc.integer({ min: NOON, max: NOON + 30 * DAY })
const minute = fc.integer({ min: 0, max: 1_439 })
const quiet = fc.option(fc.record({ from: minute, to: minute }))
const reach = fc.constantFrom('ok', 'not-set-up', 'no-address', 'no-template', 'no-grant' as const)
const receiver: fc.Arbitrary<Receiver> = fc.record({
  choices: fc.constantFrom(
    {},
    { PROGRESS: NOTICE_CHANNELS, MONEY: [], DEADLINES: ['SMS' as const] },
  ),
  quiet,
  consents: fc.subarray(['PRIVACY', 'PHOTOS', 'NOTICES', 'CARE_MESSAGES']),
  reach: fc.record({ WECHAT: reach, EMAIL: reach, SMS: reach }),
}) as fc.Arbitrary<Receiver>
const dueAt = fc.option(instant)

describe('quiet hours', () => {
  test('end in the future, at most a day away, and outside of themselves', () => {
    fc.assert(
      fc.property(quiet, instant, (hours, now) => {
        const end = quietUntil(hours, now)
        expect(end).toBeGreaterThanOrEqual(now)
        expect(end - now).toBeLessThanOrEqual(DAY)
        expect(quietUntil(hours, end)).toBe(end)
      }),
    )
  })

  test('of the default run from ten in the evening to eight in the morning, China time', () => {
    expect(quietUntil(DEFAULT_QUIET, NOON)).toBe(NOON)
    expect(quietUntil(DEFAULT_QUIET, NIGHT)).toBe(MORNING)
    expect(quietUntil(DEFAULT_QUIET, Date.parse('2026-03-01T14:00:00Z'))).toBe(MORNING)
    expect(quietUntil(DEFAULT_QUIET, Date.parse('2026-03-01T13:59:59Z'))).toBeLessThan(MORNING)
    expect(quietUntil(DEFAULT_QUIET, MORNING)).toBe(MORNING)
    expect(quietUntil(null, NIGHT)).toBe(NIGHT)
  })

  test('hold every message back that can wait for their end, and no other', () => {
    fc.assert(
      fc.property(event, receiver, instant, dueAt, (name, who, now, due) => {
        for (const plan of planChannels({ event: name, dueAt: due }, who, now)) {
          if (!plan.send) continue
          const isQuiet = quietUntil(who.quiet, plan.sendAfter) > plan.sendAfter
          if (isQuiet) expect(due).not.toBeNull()
          if (isQuiet) expect(due).toBeLessThanOrEqual(quietUntil(who.quiet, plan.sendAfter))
        }
      }),
    )
  })
})

describe('a channel', () => {
  test('is used only when chosen, agreed to, and able to reach', () => {
    fc.assert(
      fc.property(event, receiver, instant, (name, who, now) => {
        const plans = planChannels({ event: name, dueAt: null }, who, now)
        expect(plans.map(({ channel }) => channel)).toEqual(channelsOf(audienceOf(name)))
        for (const plan of plans) {
          if (plan.send) expect(who.reach[plan.channel]).toBe('ok')
          const needed = noticeRule(name).topic === 'RATING' ? 'CARE_MESSAGES' : 'NOTICES'
          const agreed = audienceOf(name) === 'staff' || who.consents.includes(needed)
          if (!agreed) expect(plan.send).toBe(false)
        }
      }),
    )
  })

  test('is silent for somebody who has switched all of them off', () => {
    const choices = Object.fromEntries(
      NOTICE_EVENT_NAMES.map((name) => [noticeRule(name).topic, []]),
    )
    const ok = { WECHAT: 'ok', EMAIL: 'ok', SMS: 'ok' } as const
    const who = { choices, quiet: null, consents: ['NOTICES', 'CARE_MESSAGES'], reach: ok }
    for (const name of NOTICE_EVENT_NAMES) {
      const plans = planChannels({ event: name, dueAt: null }, who, NOON)
      expect(plans.filter(({ send }) => send)).toEqual([])
    }
  })
})

const nothing: SourceNow = {
  lastMoveSeq: 0,
  timerDueAt: null,
  rated: false,
  shopperReadSeq: 0,
  queued: false,
}
const source: fc.Arbitrary<NoticeSource> = fc.oneof(
  fc.record({ kind: fc.constant('case' as const), seq: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ kind: fc.constant('timer' as const), dueAt: instant }),
  fc.constant({ kind: 'rating' as const }),
  fc.record({ kind: fc.constant('answer' as const), seq: fc.integer({ min: 1, max: 9 }) }),
  fc.constant({ kind: 'queue' as const }),
)
const sourceNow: fc.Arbitrary<SourceNow> = fc.record({
  lastMoveSeq: fc.integer({ min: 1, max: 9 }),
  timerDueAt: fc.option(instant),
  rated: fc.boolean(),
  shopperReadSeq: fc.integer({ min: 0, max: 9 }),
  queued: fc.boolean(),
})

describe('guarantee: nothing is sent about what is over', () => {
  test('whatever else is true of message and receiver', () => {
    fc.assert(
      fc.property(
        fc.record({ event, source, dueAt, createdAt: instant, isRead: fc.boolean() }),
        sourceNow,
        receiver,
        instant,
        (given, current, who, now) => {
          const outgoing = { ...given, channel: 'EMAIL' as const }
          const check = checkBeforeSending(outgoing, current, who, now)
          if (overWhy(given.source, current, now) !== null) expect(check.act).toBe('drop')
          if (given.isRead) expect(check.act).toBe('drop')
          if (check.act === 'wait') expect(check.until).toBeGreaterThan(now)
          if (check.act === 'send') expect(now - given.createdAt).toBeLessThanOrEqual(2 * DAY)
        },
      ),
    )
  })

  test('a step is over with the next change of status, a clock with its end or another end', () => {
    const step = { kind: 'case', seq: 3 } as const
    expect(overWhy(step, { ...nothing, lastMoveSeq: 3 }, NOON)).toBeNull()
    expect(overWhy(step, { ...nothing, lastMoveSeq: 4 }, NOON)).toBe('moved-on')
    const clock = { kind: 'timer', dueAt: NOON + HOUR } as const
    expect(overWhy(clock, { ...nothing, timerDueAt: NOON + HOUR }, NOON)).toBeNull()
    expect(overWhy(clock, { ...nothing, timerDueAt: NOON + DAY }, NOON)).toBe('deadline-gone')
    expect(overWhy(clock, { ...nothing, timerDueAt: NOON + HOUR }, NOON + HOUR)).toBe(
      'deadline-gone',
    )
  })
})

describe('who is told', () => {
  test('no shopper of their own act, no member of staff of a colleague’s routine', () => {
    for (const command of COMMANDS) {
      for (const to of AFTERSALE_STATUSES) {
        for (const actor of [...ROLES, 'system'] as const) {
          const step = { command, actor, from: 'PENDING_REVIEW', to, refunds: true } as const
          const events = noticesOfStep(step)
          const forShopper = events.filter((name) => audienceOf(name) === 'shopper')
          expect(forShopper.length).toBeLessThanOrEqual(1)
          if (actor === 'shopper') expect(forShopper).toEqual([])
          if (isStaff(actor)) expect(events).not.toContain('NEW_CASE')
          expect(new Set(events).size).toBe(events.length)
        }
      }
    }
  })
})

describe('words', () => {
  test('of every event fill in whole, in both languages, without a brace left', () => {
    for (const name of NOTICE_EVENT_NAMES) {
      for (const language of ['zh-CN', 'en'] as const) {
        const { title, body } = NOTICE_TEXTS[name][language]
        expect(textProblem(name, title, 30), `${name} ${language}`).toBeNull()
        expect(textProblem(name, body, 120), `${name} ${language}`).toBeNull()
        const params = { no: '2026030100001', amountFen: 12_800, dueAt: NOON }
        const filled = noticeSentences(name, null, params, '青禾', language)
        expect(`${filled.title}${filled.body}`).not.toMatch(/[{}—]/)
      }
    }
  })

  test('of a shop are refused with unknown places, phones, addresses and stray braces', () => {
    const problems = [
      '{name} 您好',
      '{no',
      '致电 138 0013 8000',
      '见 https://a.cn',
      ' ',
      'x'.repeat(31),
    ]
    expect(problems.map((text) => textProblem('REFUSED', text, 30))).toEqual([
      'unknown-place',
      'stray-brace',
      'personal',
      'link',
      'empty',
      'too-long',
    ])
    expect(placesOf('REFUSED')).toEqual(['no', 'shop'])
    expect(placesOf('REFUND_SUCCEEDED')).toEqual(['no', 'amount', 'shop'])
  })

  test('always fit the fields of WeChat, whatever was written', () => {
    const fields = [
      { key: 'thing1', value: '很长'.repeat(20) },
      { key: 'amount2', value: '¥{amount}' },
      { key: 'time3', value: '{due}' },
      { key: 'character_string4', value: '{no}' },
    ]
    const params = { no: '2026030100001', amountFen: 123_456, dueAt: NOON }
    expect(wechatData(fields, params, '青禾', NIGHT)).toEqual({
      thing1: { value: `${'很长'.repeat(9)}很…` },
      amount2: { value: '1234.56' },
      time3: { value: '2026-03-01 12:00' },
      character_string4: { value: '2026030100001' },
    })
    expect(fieldProblem('REFUND_SUCCEEDED', { key: 'enum1', value: 'x' }, [])).toBe('unknown-field')
  })
})

test('pauses grow to an hour and are spread, so that retries do not come in step', () => {
  expect([1, 2, 3].map((n) => retryDelay(n, 1))).toEqual([30_000, 60_000, 120_000])
  expect(retryDelay(20, 1)).toBe(HOUR)
  expect(retryDelay(1, 0)).toBe(15_000)
})
