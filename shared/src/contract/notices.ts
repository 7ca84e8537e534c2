// Notices: a person's inbox and settings, and the shop's words for them.
import { type Static, Type } from 'typebox'
import { NOTICE_CHANNELS, NOTICE_EVENT_NAMES, NOTICE_TOPICS } from '../domain/notice-events.ts'
import { NOTICE_LIMITS } from '../domain/notice-text.ts'
import { STAFF_ROLES } from '../domain/roles.ts'
import { LANGUAGES } from './auth.ts'
import { Id, nullable, PageQuery, page, Timestamp, text } from './common.ts'
import { object, oneOf, routes } from './route.ts'

const Event = oneOf(NOTICE_EVENT_NAMES as [(typeof NOTICE_EVENT_NAMES)[number]])
const Channel = oneOf(NOTICE_CHANNELS)
/** Everybody with an inbox. */
const READERS = ['shopper', ...STAFF_ROLES] as const

export const Notice = object({
  id: Id,
  event: Event,
  /** In the reader's language, in the shop's words. */
  title: Type.String(),
  body: Type.String(),
  at: Timestamp,
  readAt: nullable(Timestamp),
})
export type Notice = Static<typeof Notice>

/** All notices of one reader about one case or conversation. */
export const NoticeThread = object({
  subject: object({
    kind: oneOf(['aftersale', 'conversation']),
    id: Id,
    /** Number of the case. */
    no: nullable(Type.String()),
  }),
  unread: Type.Integer({ minimum: 0 }),
  latest: Notice,
})
export type NoticeThread = Static<typeof NoticeThread>

const Unread = object({ unread: Type.Integer({ minimum: 0 }) })

/** Minutes after midnight in China. */
const Minute = Type.Integer({ minimum: 0, maximum: 1439 })
const Quiet = nullable(object({ from: Minute, to: Minute }))
const TopicChoice = object({
  topic: oneOf(NOTICE_TOPICS),
  channels: Type.Array(Channel, { maxItems: NOTICE_CHANNELS.length, uniqueItems: true }),
})
const Choices = Type.Array(TopicChoice, { maxItems: NOTICE_TOPICS.length })

export const NoticeSettings = object({
  topics: Choices,
  /** Ways that exist for this reader, and what is missing to use them. */
  channels: Type.Array(
    object({
      channel: Channel,
      missing: nullable(oneOf(['not-set-up', 'no-address', 'no-consent'])),
    }),
  ),
  quiet: Quiet,
  emailMasked: nullable(Type.String()),
  /** An address that waits for its code. */
  wantedEmailMasked: nullable(Type.String()),
})
export type NoticeSettings = Static<typeof NoticeSettings>

const Wording = object({
  'zh-CN': object({ title: text(200), body: text(500) }),
  en: object({ title: text(200), body: text(500) }),
})
const WechatTemplateId = Type.String({ pattern: '^[A-Za-z0-9_-]{20,64}$' })
const WechatFields = Type.Array(object({ key: Type.String({ maxLength: 40 }), value: text(200) }), {
  maxItems: NOTICE_LIMITS.fields,
})

export const NoticeTemplate = object({
  event: Event,
  /** 0 while the shop has changed nothing. */
  version: Type.Integer({ minimum: 0 }),
  audience: oneOf(['shopper', 'staff']),
  topic: oneOf(NOTICE_TOPICS),
  /** Names that may stand in braces. */
  places: Type.Array(Type.String()),
  wording: Wording,
  /** The words are the shop's own. */
  isOwn: Type.Boolean(),
  wechatTemplateId: nullable(Type.String()),
  wechatFields: WechatFields,
})
export type NoticeTemplate = Static<typeof NoticeTemplate>

const Draft = {
  wording: nullable(Wording),
  wechatTemplateId: nullable(WechatTemplateId),
  wechatFields: WechatFields,
}
const Lint = Type.Array(
  object({ pointer: Type.String(), code: Type.String(), message: Type.String() }),
  { maxItems: 100 },
)
const EventParams = object({ event: Event })

export const NoticePreview = object({
  problems: Lint,
  previews: Type.Array(
    object({
      language: oneOf(LANGUAGES),
      title: Type.String(),
      body: Type.String(),
      emailSubject: Type.String(),
      emailText: Type.String(),
      /** Of events for shoppers. */
      smsText: nullable(Type.String()),
    }),
  ),
  /** The filled fields of the WeChat message; empty without a template. */
  wechat: Type.Array(object({ key: Type.String(), value: Type.String() })),
})
export type NoticePreview = Static<typeof NoticePreview>

export const noticeRoutes = routes({
  'GET /me/notices': {
    summary: 'My inbox: one thread for each case or conversation, newest first',
    allow: READERS,
    idempotency: 'safe',
    query: object({ ...PageQuery, unread: Type.Optional(Type.Boolean()) }),
    success: { status: 200, body: page(NoticeThread) },
    problems: [],
  },
  'GET /me/notices/:subjectId': {
    summary: 'My notices about one case or conversation, newest first',
    allow: READERS,
    idempotency: 'safe',
    params: object({ subjectId: Id }),
    query: object(PageQuery),
    success: { status: 200, body: page(Notice) },
    problems: ['not-found'],
  },
  'GET /me/notice-count': {
    summary: 'How many of my notices are unread',
    allow: READERS,
    idempotency: 'safe',
    success: { status: 200, body: Unread },
    problems: [],
  },
  'POST /me/notices/read': {
    summary: 'Mark one notice, those of one case, or all as read; answers how many are left',
    allow: READERS,
    idempotency: 'natural',
    body: object({ noticeId: Type.Optional(Id), subjectId: Type.Optional(Id) }),
    success: { status: 200, body: Unread },
    problems: ['not-found'],
  },
  'GET /me/notice-templates': {
    summary: 'WeChat templates to ask subscriptions for, the most useful first',
    allow: ['shopper'],
    idempotency: 'safe',
    success: {
      status: 200,
      body: object({
        templates: Type.Array(object({ event: Event, templateId: Type.String() })),
      }),
    },
    problems: [],
  },
  'POST /me/notice-grants': {
    summary: 'What the shopper answered to requestSubscribeMessage; each yes allows one message',
    allow: ['shopper'],
    idempotency: 'key',
    body: object({
      results: Type.Array(object({ templateId: WechatTemplateId, accepted: Type.Boolean() }), {
        minItems: 1,
        maxItems: 5,
      }),
    }),
    success: { status: 200, body: object({ granted: Type.Integer({ minimum: 0 }) }) },
    problems: [],
  },
  'GET /me/notice-settings': {
    summary: 'Which events I hear of by which channel, and my quiet hours',
    allow: READERS,
    idempotency: 'safe',
    success: { status: 200, body: NoticeSettings },
    problems: [],
  },
  'PUT /me/notice-settings': {
    summary: 'Choose channels and quiet hours',
    allow: READERS,
    idempotency: 'natural',
    body: object({ topics: Choices, quiet: Quiet }),
    success: { status: 200, body: NoticeSettings },
    problems: [],
  },
  'PUT /me/notice-email': {
    summary: 'Name an e-mail address; a code is sent there',
    allow: READERS,
    idempotency: 'natural',
    perMinute: 5,
    body: object({
      email: Type.String({
        maxLength: 120,
        pattern: "^[A-Za-z0-9._%+'-]{1,64}@([A-Za-z0-9-]{1,63}\\.)+[A-Za-z]{2,24}$",
      }),
    }),
    success: { status: 200, body: NoticeSettings },
    problems: ['not-offered', 'outside-failed'],
  },
  'POST /me/notice-email/confirm': {
    summary: 'Confirm the address with its code',
    allow: READERS,
    idempotency: 'natural',
    perMinute: 10,
    body: object({ code: Type.String({ pattern: '^[0-9]{6}$' }) }),
    success: { status: 200, body: NoticeSettings },
    problems: ['code-wrong'],
  },
  'DELETE /me/notice-email': {
    summary: 'Remove my e-mail address',
    allow: READERS,
    idempotency: 'natural',
    success: { status: 200, body: NoticeSettings },
    problems: [],
  },
  'GET /notice-templates': {
    summary: "The shop's words and WeChat templates for every event",
    allow: ['manager', 'owner'],
    idempotency: 'safe',
    success: { status: 200, body: object({ items: Type.Array(NoticeTemplate) }) },
    problems: [],
  },
  'PUT /notice-templates/:event': {
    summary: 'Change the words of an event; without wording the default ones come back',
    allow: ['manager', 'owner'],
    idempotency: 'natural',
    params: EventParams,
    body: object({ version: Type.Integer({ minimum: 0 }), ...Draft }),
    success: { status: 200, body: NoticeTemplate },
    problems: ['version-conflict', 'input-missing'],
  },
  'POST /notice-templates/:event/preview': {
    summary: 'What receivers would see, and what is wrong with a draft',
    allow: ['manager', 'owner'],
    idempotency: 'safe',
    params: EventParams,
    body: object(Draft),
    success: { status: 200, body: NoticePreview },
    problems: [],
  },
})
