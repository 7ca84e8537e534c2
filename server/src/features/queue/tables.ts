// What people and shops keep to work faster: filters of the queue, ready words for actions.
import type { QueueFilter } from '@shouhou/shared/contract/queue'
import { TEMPLATE_ACTS, type TemplateAct } from '@shouhou/shared/domain/queue'
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
import { staff } from '../auth/tables.ts'

export const savedFilters = pgTable(
  'saved_filters',
  {
    shopId: shopId(),
    id: id().notNull(),
    accountId: uuid('account_id').notNull(),
    name: text('name').notNull(),
    filter: jsonb('filter').$type<QueueFilter>().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.id] }),
    foreignKey({
      columns: [t.shopId, t.accountId],
      foreignColumns: [staff.shopId, staff.accountId],
    }),
    unique('saved_filters_name').on(t.shopId, t.accountId, t.name),
    index('saved_filters_of').on(t.shopId, t.accountId, t.createdAt, t.id),
  ],
)

export const replyTemplates = pgTable(
  'reply_templates',
  {
    shopId: shopId(),
    id: id().notNull(),
    act: word<TemplateAct>('act').notNull(),
    language: word<'zh-CN' | 'en'>('language').notNull(),
    title: text('title').notNull(),
    text: text('text').notNull(),
    version: integer('version').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.id] }),
    index('reply_templates_of').on(t.shopId, t.act, t.createdAt, t.id),
    check('reply_templates_act', sql.raw(`act in (${wordList(TEMPLATE_ACTS)})`)),
    check('reply_templates_language', sql`language in ('zh-CN', 'en')`),
    check('reply_templates_version', sql`version > 0`),
  ],
)
