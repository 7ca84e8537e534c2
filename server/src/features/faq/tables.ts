// FAQ entries and what shoppers asked that none of them answered.

import { FAQ_STATUSES } from '@shouhou/shared/contract/faq'
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

export interface StoredWording {
  readonly language: 'zh-CN' | 'en'
  readonly question: string
  readonly phrasings: readonly string[]
  readonly answer: string
}

export const faqEntries = pgTable(
  'faq_entries',
  {
    shopId: shopId(),
    id: id().notNull(),
    slug: text('slug').notNull(),
    category: text('category').notNull(),
    status: word<(typeof FAQ_STATUSES)[number]>('status').notNull(),
    version: integer('version').notNull(),
    wordings: jsonb('wordings').$type<StoredWording[]>().notNull(),
    helpful: integer('helpful').notNull().default(0),
    unhelpful: integer('unhelpful').notNull().default(0),
    updatedBy: uuid('updated_by'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.id] }),
    unique('faq_entries_slug').on(t.shopId, t.slug),
    index('faq_entries_newest').on(t.shopId, t.updatedAt, t.id),
    index('faq_entries_by_status').on(t.shopId, t.status, t.category, t.id),
    check('faq_entries_status', sql.raw(`status in (${wordList(FAQ_STATUSES)})`)),
  ],
)

/** Grows with every change of what the bot may answer: tells a process that its index is old. */
export const faqVersions = pgTable(
  'faq_versions',
  { shopId: shopId(), version: integer('version').notNull() },
  (t) => [primaryKey({ columns: [t.shopId] })],
)

/** One row for each distinct question (folded), counted. */
export const faqUnanswered = pgTable(
  'faq_unanswered',
  {
    shopId: shopId(),
    id: id().notNull(),
    folded: text('folded').notNull(),
    question: text('question').notNull(),
    language: word<'zh-CN' | 'en'>('language').notNull(),
    cause: word<'MISSED' | 'UNHELPFUL'>('cause').notNull(),
    count: integer('count').notNull(),
    nearest: jsonb('nearest').$type<string[]>().notNull(),
    firstAt: instant('first_at').notNull(),
    lastAt: instant('last_at').notNull(),
    /** Set when staff taught it to an entry or set it aside. */
    resolvedAt: instant('resolved_at'),
    resolvedBy: uuid('resolved_by'),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.id] }),
    unique('faq_unanswered_folded').on(t.shopId, t.folded),
    index('faq_unanswered_most').on(t.shopId, t.count, t.id).where(sql`resolved_at is null`),
    check('faq_unanswered_cause', sql`cause in ('MISSED','UNHELPFUL')`),
  ],
)

/** Phrasings learnt from questions that staff taught to an entry. */
export const faqLearnt = pgTable(
  'faq_learnt',
  {
    shopId: shopId(),
    id: id().notNull(),
    /** Null: a question the bot must not answer. */
    entryId: uuid('entry_id'),
    language: word<'zh-CN' | 'en'>('language').notNull(),
    text: text('text').notNull(),
    /** The unanswered question it was learnt from. */
    questionId: uuid('question_id').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.id] }),
    foreignKey({
      columns: [t.shopId, t.entryId],
      foreignColumns: [faqEntries.shopId, faqEntries.id],
    }),
    foreignKey({
      columns: [t.shopId, t.questionId],
      foreignColumns: [faqUnanswered.shopId, faqUnanswered.id],
    }),
    index('faq_learnt_from').on(t.shopId, t.questionId),
  ],
)
