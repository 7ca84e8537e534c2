// Notices, their threads (one for each reader and case), what is to be sent outside, and what is planned.
import {
  NOTICE_CHANNELS,
  NOTICE_EVENT_NAMES,
  type NoticeChannel,
  type NoticeEvent,
} from '@shouhou/shared/domain/notice-events'
import type { NoticeChoices, NoticeSource } from '@shouhou/shared/domain/notice-rule'
import type { NoticeParams, WechatField } from '@shouhou/shared/domain/notice-text'
import type { NoticeWording } from '@shouhou/shared/domain/notice-texts'
import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, instant, shopId, word, wordList } from '../../db/columns.ts'

/** One notice for one reader. The key names reader's cause: the same cause never makes a second row. */
export const notices = pgTable(
  'notices',
  {
    shopId: shopId(),
    id: id().notNull(),
    /** Shopper, or account of a member of staff; the event tells which. */
    readerId: uuid('reader_id').notNull(),
    subjectKind: word<'aftersale' | 'conversation'>('subject_kind').notNull(),
    /** The case or conversation it is about. */
    subjectId: uuid('subject_id').notNull(),
    event: word<NoticeEvent>('event').notNull(),
    cause: text('cause').notNull(),
    source: jsonb('source').$type<NoticeSource>().notNull(),
    params: jsonb('params').$type<NoticeParams>().notNull(),
    createdAt: instant('created_at').notNull(),
    readAt: instant('read_at'),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.id] }),
    unique('notices_once').on(t.shopId, t.readerId, t.cause),
    index('notices_of_thread').on(t.shopId, t.readerId, t.subjectId, t.createdAt, t.id),
    index('notices_unread').on(t.shopId, t.readerId, t.subjectId).where(sql`read_at is null`),
    index('notices_old').on(t.createdAt),
    check('notices_event', sql.raw(`event in (${wordList(NOTICE_EVENT_NAMES)})`)),
    check('notices_subject', sql`subject_kind in ('aftersale', 'conversation')`),
  ],
)

/** What the inbox lists: a reader's notices about one thing, newest first. Kept with every notice. */
export const noticeThreads = pgTable(
  'notice_threads',
  {
    shopId: shopId(),
    readerId: uuid('reader_id').notNull(),
    subjectId: uuid('subject_id').notNull(),
    lastNoticeId: uuid('last_notice_id').notNull(),
    lastAt: instant('last_at').notNull(),
    unread: integer('unread').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.readerId, t.subjectId] }),
    foreignKey({
      columns: [t.shopId, t.lastNoticeId],
      foreignColumns: [notices.shopId, notices.id],
    }),
    index('notice_threads_newest').on(t.shopId, t.readerId, t.lastAt, t.subjectId),
    index('notice_threads_unread')
      .on(t.shopId, t.readerId, t.lastAt, t.subjectId)
      .where(sql`unread > 0`),
    index('notice_threads_last').on(t.shopId, t.lastNoticeId),
    check('notice_threads_unread', sql`unread >= 0`),
  ],
)

export const DELIVERY_STATES = ['QUEUED', 'SENT', 'DROPPED', 'DEAD'] as const

/** A notice on its way out by one channel. Whoever holds the lease sends; its token fences the result. */
export const noticeDeliveries = pgTable(
  'notice_deliveries',
  {
    shopId: shopId(),
    id: id().notNull(),
    noticeId: uuid('notice_id').notNull(),
    channel: word<NoticeChannel>('channel').notNull(),
    state: word<(typeof DELIVERY_STATES)[number]>('state').notNull(),
    /** Why it was dropped or is dead, or what the last try answered. */
    why: text('why'),
    sendAfter: instant('send_after').notNull(),
    attempts: integer('attempts').notNull().default(0),
    leaseToken: uuid('lease_token'),
    leaseUntil: instant('lease_until'),
    /** Of the subscription this message uses up; given back when it does not leave. */
    grantTemplateId: text('grant_template_id'),
    /** What the provider calls the message. */
    reference: text('reference'),
    createdAt: instant('created_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.id] }),
    foreignKey({
      columns: [t.shopId, t.noticeId],
      foreignColumns: [notices.shopId, notices.id],
    }).onDelete('cascade'),
    unique('notice_deliveries_once').on(t.shopId, t.noticeId, t.channel),
    index('notice_deliveries_due').on(t.sendAfter).where(sql`state = 'QUEUED'`),
    check('notice_deliveries_state', sql.raw(`state in (${wordList(DELIVERY_STATES)})`)),
    check('notice_deliveries_channel', sql.raw(`channel in (${wordList(NOTICE_CHANNELS)})`)),
    check('notice_deliveries_ended', sql`(state = 'QUEUED') = (ended_at is null)`),
    check('notice_deliveries_lease', sql`(lease_token is null) = (lease_until is null)`),
  ],
)

/** Notices of the future: reminders of running clocks, and the request for a rating. */
export const plannedNotices = pgTable(
  'planned_notices',
  {
    shopId: shopId(),
    cause: text('cause').notNull(),
    event: word<NoticeEvent>('event').notNull(),
    aftersaleId: uuid('aftersale_id').notNull(),
    timerId: uuid('timer_id'),
    /** End of the clock when this was planned; another end makes another plan. */
    dueAt: instant('due_at'),
    at: instant('at').notNull(),
    state: word<'PLANNED' | 'DONE' | 'DROPPED'>('state').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.cause] }),
    index('planned_notices_due').on(t.at).where(sql`state = 'PLANNED'`),
    index('planned_notices_old').on(t.at).where(sql`state <> 'PLANNED'`),
    check('planned_notices_state', sql`state in ('PLANNED', 'DONE', 'DROPPED')`),
    check('planned_notices_event', sql.raw(`event in (${wordList(NOTICE_EVENT_NAMES)})`)),
  ],
)

/** How a person wants to be told; who has no row wants the defaults. */
export const noticeSettings = pgTable(
  'notice_settings',
  {
    shopId: shopId(),
    readerId: uuid('reader_id').notNull(),
    choices: jsonb('choices').$type<NoticeChoices>().notNull(),
    /** Minutes after midnight in China; both null: no quiet hours. */
    quietFrom: integer('quiet_from'),
    quietTo: integer('quiet_to'),
    /** Confirmed with a code, so that nobody has other people's mailboxes filled. */
    emailSealed: text('email_sealed'),
    wantedEmailSealed: text('wanted_email_sealed'),
    codeHash: text('code_hash'),
    codeExpiresAt: instant('code_expires_at'),
    codeTriesLeft: integer('code_tries_left').notNull().default(0),
    codeSentAt: instant('code_sent_at'),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.readerId] }),
    check('notice_settings_quiet', sql`(quiet_from is null) = (quiet_to is null)`),
    check(
      'notice_settings_minutes',
      sql`coalesce(quiet_from, 0) between 0 and 1439 and coalesce(quiet_to, 0) between 0 and 1439`,
    ),
  ],
)

/** Subscriptions a shopper has accepted in WeChat and that are not used up: one message for each. */
export const noticeGrants = pgTable(
  'notice_grants',
  {
    shopId: shopId(),
    readerId: uuid('reader_id').notNull(),
    templateId: text('template_id').notNull(),
    remaining: integer('remaining').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.readerId, t.templateId] }),
    check('notice_grants_remaining', sql`remaining >= 0`),
  ],
)

/** A shop's own words and WeChat templates; events without a row use the default words. */
export const noticeTemplates = pgTable(
  'notice_templates',
  {
    shopId: shopId(),
    event: word<NoticeEvent>('event').notNull(),
    version: integer('version').notNull(),
    wording: jsonb('wording').$type<Partial<NoticeWording>>(),
    wechatTemplateId: text('wechat_template_id'),
    wechatFields: jsonb('wechat_fields').$type<readonly WechatField[]>().notNull(),
    updatedBy: uuid('updated_by').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.event] }),
    check('notice_templates_event', sql.raw(`event in (${wordList(NOTICE_EVENT_NAMES)})`)),
    check('notice_templates_version', sql`version > 0`),
  ],
)
