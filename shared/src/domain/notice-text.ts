// Notices as sentences: which places a text may have, how they are filled, what is wrong with a text of
// a shop, and how a text fits into the fields of a WeChat subscribe message.
import { formatFen } from './money.ts'
import { type NoticeEvent, noticeRule } from './notice-events.ts'
import { NOTICE_TEXTS, type NoticeText, type NoticeWording } from './notice-texts.ts'

export type NoticeLanguage = keyof NoticeWording

/** What a notice knows of its case. No names, phones or addresses: messages leave the house. */
export interface NoticeParams {
  readonly no?: string
  readonly amountFen?: number
  /** Epoch ms. */
  readonly dueAt?: number
}

export const PLACES = ['no', 'amount', 'due', 'shop'] as const
export type Place = (typeof PLACES)[number]

const placesIn = (text: string): string[] =>
  [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)

/** Places whose value every notice of the event has: those that its default text uses, and the shop. */
export function placesOf(event: NoticeEvent): Place[] {
  const used = placesIn(NOTICE_TEXTS[event]['zh-CN'].body)
  const isOfCase = noticeRule(event).topic !== 'TALK'
  return PLACES.filter(
    (place) => place === 'shop' || (place === 'no' && isOfCase) || used.includes(place),
  )
}

const two = (n: number) => String(n).padStart(2, '0')
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const inChina = (ms: number) => new Date(ms + 8 * 3_600_000)

/** 3月2日 18:00, or Mar 2, 18:00; China time. */
export function noticeTime(ms: number, language: NoticeLanguage): string {
  const at = inChina(ms)
  const clock = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
  return language === 'en'
    ? `${MONTHS[at.getUTCMonth()]} ${at.getUTCDate()}, ${clock}`
    : `${at.getUTCMonth() + 1}月${at.getUTCDate()}日 ${clock}`
}

function valueAt(place: string, params: NoticeParams, shop: string, language: NoticeLanguage) {
  if (place === 'no') return params.no
  if (place === 'shop') return shop
  if (place === 'amount' && params.amountFen !== undefined) return formatFen(params.amountFen)
  if (place === 'due' && params.dueAt !== undefined) return noticeTime(params.dueAt, language)
  return undefined
}

/** Puts the values into a text; a place without one becomes a dash, so that no braces are ever sent. */
export const fillNotice = (
  text: string,
  params: NoticeParams,
  shop: string,
  language: NoticeLanguage,
): string =>
  text.replace(
    /\{([^{}]*)\}/g,
    (_all, place: string) => valueAt(place, params, shop, language) ?? '—',
  )

/** Title and body as their reader sees them. `own` are the shop's words, where it has written some. */
export function noticeSentences(
  event: NoticeEvent,
  own: Partial<NoticeWording> | null,
  params: NoticeParams,
  shop: string,
  language: NoticeLanguage,
): NoticeText {
  const { title, body } = own?.[language] ?? NOTICE_TEXTS[event][language]
  return {
    title: fillNotice(title, params, shop, language),
    body: fillNotice(body, params, shop, language),
  }
}

export const NOTICE_LIMITS = { title: 30, body: 120, fields: 5, fieldValue: 60 } as const

export type TextProblem =
  | 'empty'
  | 'too-long'
  | 'unknown-place'
  | 'stray-brace'
  | 'personal'
  | 'link'

/** What is wrong with one text of a shop; null when it may be sent. */
export function textProblem(event: NoticeEvent, text: string, limit: number): TextProblem | null {
  if (text.trim() === '') return 'empty'
  if (text.length > limit) return 'too-long'
  const known: readonly string[] = placesOf(event)
  if (placesIn(text).some((place) => !known.includes(place))) return 'unknown-place'
  const rest = text.replace(/\{[^{}]*\}/g, '')
  if (/[{}]/.test(rest)) return 'stray-brace'
  // Anybody's phone in a text for everybody is a mistake, and lures out of the app look like fraud.
  if (/1[3-9]\d{9}/.test(rest.replace(/[\s-]/g, ''))) return 'personal'
  return /https?:|www\./i.test(rest) ? 'link' : null
}

/** One field of a WeChat template: its key there, and a text with places. */
export interface WechatField {
  readonly key: string
  readonly value: string
}

/**
 * Kinds of fields and how long their values may be (subscribeMessage.send, 参数值限制).
 * `time` and `date` take a time, `amount` and `number` figures.
 */
const FIELD_LENGTHS = {
  thing: 20,
  character_string: 32,
  phrase: 5,
  name: 10,
  amount: 12,
  number: 12,
  time: 24,
  date: 24,
} as const
const FIELD = /^(thing|character_string|phrase|name|amount|number|time|date)\d{1,2}$/

export type FieldProblem = TextProblem | 'unknown-field' | 'twice'

export function fieldProblem(
  event: NoticeEvent,
  field: WechatField,
  before: readonly WechatField[],
): FieldProblem | null {
  if (!FIELD.test(field.key)) return 'unknown-field'
  if (before.some(({ key }) => key === field.key)) return 'twice'
  return textProblem(event, field.value, NOTICE_LIMITS.fieldValue)
}

const clip = (text: string, length: number) =>
  text.length <= length ? text : `${text.slice(0, length - 1)}…`

/** 2026-03-02 18:00: the form that `time` and `date` fields take, whatever the language. */
function fieldTime(ms: number): string {
  const at = inChina(ms)
  const date = `${at.getUTCFullYear()}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`
  return `${date} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
}

/**
 * `data` of a subscribe message: every value made to fit, since one that does not fit refuses all.
 * `time` and `date` are the deadline where the text asks for `{due}`, else `now` (epoch ms).
 */
export function wechatData(
  fields: readonly WechatField[],
  params: NoticeParams,
  shop: string,
  now: number,
): Record<string, { value: string }> {
  const filled: Record<string, { value: string }> = {}
  for (const { key, value } of fields) {
    const kind = key.replace(/\d+$/, '') as keyof typeof FIELD_LENGTHS
    if (kind === 'time' || kind === 'date') {
      const at = value.includes('{due}') ? (params.dueAt ?? now) : now
      filled[key] = { value: fieldTime(at) }
      continue
    }
    const text = fillNotice(value, params, shop, 'zh-CN')
    const plain = kind === 'amount' || kind === 'number' ? text.replace(/[^\d.]/g, '') : text
    filled[key] = { value: clip(plain || '0', FIELD_LENGTHS[kind]) }
  }
  return filled
}
