// Notices (通知): what people are told about, who is told, and the topics by which they choose channels.
import { DECIDERS, GOODS_HANDLERS, PAYERS, type StaffRole } from './roles.ts'

/** What a person switches on and off; several events belong to each. */
export const NOTICE_TOPICS = ['PROGRESS', 'MONEY', 'DEADLINES', 'TALK', 'RATING', 'WORK'] as const
export type NoticeTopic = (typeof NOTICE_TOPICS)[number]

/** Ways out of the house. The inbox is not among them: every notice is in the inbox. */
export const NOTICE_CHANNELS = ['WECHAT', 'EMAIL', 'SMS'] as const
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number]

interface EventRule {
  readonly topic: NoticeTopic
  /** Roles that are told; null: the shopper of the case. */
  readonly staff: readonly StaffRole[] | null
  /** Asks for an act. Once that is done or impossible, the notice is over and is not sent any more. */
  readonly calls: boolean
}

const tells = (topic: NoticeTopic): EventRule => ({ topic, staff: null, calls: false })
const asks = (topic: NoticeTopic): EventRule => ({ topic, staff: null, calls: true })
const calls = (topic: NoticeTopic, staff: readonly StaffRole[]): EventRule => ({
  topic,
  staff,
  calls: true,
})

/** Every event somebody is told about. Texts: notice-texts.ts. What leads to it: notice-steps.ts. */
export const NOTICE_EVENTS = {
  APPROVED: tells('PROGRESS'),
  REFUSED: tells('PROGRESS'),
  OFFERED: asks('PROGRESS'),
  INFO_ASKED: asks('PROGRESS'),
  GOODS_RECEIVED: tells('PROGRESS'),
  INSPECTION_PASSED: tells('PROGRESS'),
  INSPECTION_FAILED: asks('PROGRESS'),
  GOODS_SENT: tells('PROGRESS'),
  CASE_ENDED: tells('PROGRESS'),
  REFUND_STARTED: tells('MONEY'),
  PAYOUT_RECORDED: asks('MONEY'),
  REFUND_SUCCEEDED: tells('MONEY'),
  REFUND_DELAYED: tells('MONEY'),
  DEADLINE_NEAR: asks('DEADLINES'),
  STAFF_ANSWERED: asks('TALK'),
  RATING_ASKED: asks('RATING'),
  NEW_CASE: calls('WORK', DECIDERS),
  SHOPPER_ANSWERED: calls('WORK', DECIDERS),
  PARCEL_COMING: calls('WORK', GOODS_HANDLERS),
  RESHIP_DUE: calls('WORK', GOODS_HANDLERS),
  REFUND_DUE: calls('MONEY', PAYERS),
  REFUND_FAILED: calls('MONEY', PAYERS),
  DECISION_NEAR: calls('DEADLINES', DECIDERS),
  GOODS_NEAR: calls('DEADLINES', GOODS_HANDLERS),
  PAYOUT_NEAR: calls('DEADLINES', PAYERS),
  DEADLINE_MISSED: calls('DEADLINES', DECIDERS),
  SHOPPER_WAITS: calls('TALK', DECIDERS),
} as const satisfies Record<string, EventRule>
export type NoticeEvent = keyof typeof NOTICE_EVENTS

export const NOTICE_EVENT_NAMES = Object.keys(NOTICE_EVENTS) as NoticeEvent[]

export type Audience = 'shopper' | 'staff'
export const noticeRule = (event: NoticeEvent): EventRule => NOTICE_EVENTS[event]
export const audienceOf = (event: NoticeEvent): Audience =>
  noticeRule(event).staff === null ? 'shopper' : 'staff'

/** Topics with events for these readers, in the order in which they are shown. */
export const topicsOf = (audience: Audience): NoticeTopic[] =>
  NOTICE_TOPICS.filter((topic) =>
    NOTICE_EVENT_NAMES.some(
      (event) => noticeRule(event).topic === topic && audienceOf(event) === audience,
    ),
  )

/** Channels that can reach these readers at all: staff have neither an openid nor a phone here. */
export const channelsOf = (audience: Audience): readonly NoticeChannel[] =>
  audience === 'shopper' ? NOTICE_CHANNELS : ['EMAIL']
