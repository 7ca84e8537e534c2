// A shop's own words for notices: list, change, preview; and which WeChat templates shoppers are asked for.
import type { NoticePreview, NoticeTemplate } from '@shouhou/shared/contract/notices'
import {
  audienceOf,
  NOTICE_EVENT_NAMES,
  type NoticeEvent,
  noticeRule,
} from '@shouhou/shared/domain/notice-events'
import {
  fieldProblem,
  NOTICE_LIMITS,
  noticeSentences,
  placesOf,
  textProblem,
  type WechatField,
  wechatData,
} from '@shouhou/shared/domain/notice-text'
import { NOTICE_TEXTS, type NoticeWording } from '@shouhou/shared/domain/notice-texts'
import type { Tx } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import { problem, say } from '../../http/problems.ts'
import { addGrant } from './delivery-store.ts'
import { letter } from './hand-over.ts'
import { readerOf } from './inbox.ts'
import { shopName, type TemplateRow, templateOf, templatesOf } from './receiver-store.ts'
import { addConsent, putTemplate } from './settings-store.ts'

const view = (event: NoticeEvent, row: TemplateRow | undefined): NoticeTemplate => {
  const own = row?.wording ?? null
  return {
    event,
    version: row?.version ?? 0,
    audience: audienceOf(event),
    topic: noticeRule(event).topic,
    places: placesOf(event),
    wording: { ...NOTICE_TEXTS[event], ...own },
    isOwn: own !== null,
    wechatTemplateId: row?.wechatTemplateId ?? null,
    wechatFields: [...(row?.wechatFields ?? [])],
  }
}

export async function listTemplates(tx: Tx, ctx: Ctx) {
  const rows = new Map((await templatesOf(tx, ctx.user.shopId)).map((row) => [row.event, row]))
  return { items: NOTICE_EVENT_NAMES.map((event) => view(event, rows.get(event))) }
}

export interface Draft {
  readonly wording: NoticeWording | null
  readonly wechatTemplateId: string | null
  readonly wechatFields: readonly WechatField[]
}

const MESSAGES = {
  empty: say('请填写内容', 'write something'),
  'too-long': say('内容太长', 'too long'),
  'unknown-place': say('有不能使用的占位符', 'a place in braces that this event does not have'),
  'stray-brace': say('花括号没有配对', 'a brace without its partner'),
  personal: say('不能写手机号', 'no phone numbers'),
  link: say('不能写网址', 'no web addresses'),
  'unknown-field': say('微信模板没有这种字段', 'WeChat templates have no such field'),
  twice: say('字段重复', 'the field is there twice'),
} as const
type Code = keyof typeof MESSAGES

/** Everything wrong with a draft, with JSON pointers into it. */
function lint(event: NoticeEvent, draft: Draft): { pointer: string; code: Code }[] {
  const found: { pointer: string; code: Code }[] = []
  const add = (pointer: string, code: Code | null) => code && found.push({ pointer, code })
  for (const language of ['zh-CN', 'en'] as const) {
    const text = draft.wording?.[language]
    if (!text) continue
    add(`/wording/${language}/title`, textProblem(event, text.title, NOTICE_LIMITS.title))
    add(`/wording/${language}/body`, textProblem(event, text.body, NOTICE_LIMITS.body))
  }
  draft.wechatFields.forEach((field, index) => {
    const code = fieldProblem(event, field, draft.wechatFields.slice(0, index))
    add(`/wechatFields/${index}`, code)
  })
  if (draft.wechatTemplateId !== null && draft.wechatFields.length === 0) {
    add('/wechatFields', 'empty')
  }
  return found
}

/** @throws `input-missing` with everything wrong, `version-conflict`. */
export async function changeTemplate(
  tx: Tx,
  ctx: Ctx,
  event: NoticeEvent,
  { version, ...draft }: Draft & { readonly version: number },
): Promise<NoticeTemplate> {
  const errors = lint(event, draft)
  if (errors.length > 0) {
    throw problem('input-missing', {
      errors: errors.map(({ pointer, code }) => ({ pointer, message: MESSAGES[code] })),
    })
  }
  const stored = await putTemplate(tx, version, {
    shopId: ctx.user.shopId,
    event,
    ...draft,
    updatedBy: ctx.user.id,
    updatedAt: ctx.now,
  })
  if (stored) return view(event, stored)
  const current = await templateOf(tx, ctx.user.shopId, event)
  throw problem('version-conflict', { currentVersion: current?.version ?? 0 })
}

const SAMPLE_FEN = 12_800
const SAMPLE_WAIT = 26 * 3_600_000

/** The draft as its receivers would see it, with made-up values. */
export async function previewTemplate(
  tx: Tx,
  ctx: Ctx,
  event: NoticeEvent,
  draft: Draft,
): Promise<NoticePreview> {
  const shop = await shopName(tx, ctx.user.shopId)
  const now = ctx.now.getTime()
  const params = { no: '2026030100018', amountFen: SAMPLE_FEN, dueAt: now + SAMPLE_WAIT }
  const isForShopper = audienceOf(event) === 'shopper'
  const fields = wechatData(draft.wechatFields, params, shop, now)
  return {
    problems: lint(event, draft).map(({ pointer, code }) => ({
      pointer,
      code,
      message: MESSAGES[code][ctx.language],
    })),
    previews: (['zh-CN', 'en'] as const).map((language) => {
      const words = noticeSentences(event, draft.wording, params, shop, language)
      const { subject, text } = letter(words, shop, language, ctx.deps.config.publicUrl)
      const smsText = isForShopper ? `【${shop}】${words.title} ${params.no}` : null
      return { language, ...words, emailSubject: subject, emailText: text, smsText }
    }),
    wechat: Object.entries(fields).map(([key, { value }]) => ({ key, value })),
  }
}

/** What shoppers want to hear of most; WeChat asks for three templates at a time. */
const ASKED_FIRST: readonly NoticeEvent[] = [
  'APPROVED',
  'REFUND_SUCCEEDED',
  'DEADLINE_NEAR',
  'REFUSED',
  'OFFERED',
  'INFO_ASKED',
]

export async function templatesToAsk(tx: Tx, ctx: Ctx) {
  const rows = await templatesOf(tx, ctx.user.shopId)
  const rank = (event: NoticeEvent) => {
    const place = ASKED_FIRST.indexOf(event)
    return place < 0 ? ASKED_FIRST.length : place
  }
  const templates = rows
    .filter(({ event }) => audienceOf(event) === 'shopper')
    .sort((a, b) => rank(a.event) - rank(b.event) || (a.event < b.event ? -1 : 1))
    .flatMap(({ event, wechatTemplateId }) =>
      wechatTemplateId ? [{ event, templateId: wechatTemplateId }] : [],
    )
  // Several events may share a template; it is asked for once.
  const seen = new Set<string>()
  return {
    templates: templates.filter(({ templateId }) => {
      const isNew = !seen.has(templateId)
      seen.add(templateId)
      return isNew
    }),
  }
}

/** Counts accepted subscriptions of this shop's templates. A yes in WeChat is a consent to notices. */
export async function countGrants(
  tx: Tx,
  ctx: Ctx,
  results: readonly { readonly templateId: string; readonly accepted: boolean }[],
) {
  const known = new Set(
    (await templatesToAsk(tx, ctx)).templates.map(({ templateId }) => templateId),
  )
  const accepted = [...new Set(results.filter((one) => one.accepted).map((one) => one.templateId))]
  const granted = accepted.filter((templateId) => known.has(templateId)).sort()
  for (const templateId of granted) await addGrant(tx, readerOf(ctx), templateId)
  if (granted.length > 0) {
    const consent = { kind: 'NOTICES', version: 'wechat-subscribe', at: ctx.now.toISOString() }
    await addConsent(tx, readerOf(ctx), consent)
  }
  return { granted: granted.length }
}
