// What the bot says around entries and cases, in both languages. It never names or promises an amount.

import type { AftersaleStatus, AftersaleType } from '@shouhou/shared/domain/aftersale-types'
import { STATUS_NAMES, TYPE_NAMES } from '@shouhou/shared/domain/names'

export type Language = 'zh-CN' | 'en'
const pick = (language: Language, [zh, en]: readonly [zh: string, en: string]) =>
  language === 'en' ? en : zh

const WORDS = {
  welcome: [
    '您好，我是售后助手。可以直接输入问题，也可以随时转人工。',
    'Hello, I am the after-sales assistant. Ask me anything, or ask for a person at any time.',
  ],
  suggest: [
    '您想问的是不是下面这些？都不是的话，可以换个说法或转人工。',
    'Did you mean one of these? If not, say it another way or ask for a person.',
  ],
  chooseCase: ['您想了解哪一笔售后？', 'Which of your cases do you mean?'],
  amountByHuman: [
    '具体金额以售后单里的计算和人工确认为准。',
    'Any amount is as calculated in your case and confirmed by a person.',
  ],
  human: ['转人工', 'Talk to a person'],
  openCase: ['查看详情', 'Open the case'],
  queued: [
    '已为您转接人工客服，请稍候。您之前说的内容客服都能看到，不用重复。',
    'I am getting a person for you. They can read everything you wrote, no need to repeat it.',
  ],
  joined: ['客服已接入。', 'A person has joined.'],
  ended: ['会话已结束，有问题可以随时再来。', 'The conversation has ended. Come back any time.'],
  gone: [
    '这条内容已经下架，请换个问题或转人工。',
    'That answer is gone. Ask again or talk to a person.',
  ],
  photoOnly: ['[图片]', '[photo]'],
} as const

export const word = (language: Language, name: keyof typeof WORDS): string =>
  pick(language, WORDS[name])

/** 换货 · S20260301-0001: how a case is called on a button. */
export const caseLabel = (
  language: Language,
  c: { readonly type: AftersaleType; readonly no: string },
): string => `${pick(language, TYPE_NAMES[c.type])} · ${c.no}`

const HOUR = 3_600_000

function timeLeft(language: Language, ms: number): string {
  const hours = Math.max(1, Math.ceil(ms / HOUR))
  if (hours < 48) return pick(language, [`${hours} 小时`, `${hours} hours`])
  const days = Math.floor(hours / 24)
  return pick(language, [`${days} 天`, `${days} days`])
}

/** Live status and deadline of a case. */
export function caseStatus(
  language: Language,
  c: {
    readonly type: AftersaleType
    readonly no: string
    readonly status: AftersaleStatus
    readonly deadlineAt: Date | null
  },
  now: Date,
): string {
  const status = pick(language, STATUS_NAMES[c.status])
  const base = pick(language, [
    `${caseLabel(language, c)}，当前状态：${status}。`,
    `${caseLabel(language, c)}: ${status}.`,
  ])
  const left = c.deadlineAt === null ? 0 : c.deadlineAt.getTime() - now.getTime()
  if (left <= 0) return base
  const time = timeLeft(language, left)
  return (
    base + pick(language, [`这一步最迟还有 ${time}。`, ` This step ends in ${time} at the latest.`])
  )
}
