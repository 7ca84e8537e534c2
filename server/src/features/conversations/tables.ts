// Conversations and their messages. One that is not ended for each shopper.

import { CONVERSATION_STATUSES, HANDOVER_REASONS } from '@shouhou/shared/contract/conversations'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, instant, shopId, word, wordList } from '../../db/columns.ts'
import { shoppers } from '../auth/tables.ts'

export interface StoredChoice {
  readonly kind: 'ENTRY' | 'CASE' | 'HUMAN' | 'OPEN_CASE'
  readonly id: string | null
  readonly label: string
}

export const conversations = pgTable(
  'conversations',
  {
    shopId: shopId(),
    id: id().notNull(),
    shopperId: uuid('shopper_id').notNull(),
    status: word<(typeof CONVERSATION_STATUSES)[number]>('status').notNull(),
    language: word<'zh-CN' | 'en'>('language').notNull(),
    /** Questions in a row that the bot could not answer. */
    misses: integer('misses').notNull().default(0),
    handoverReason: word<(typeof HANDOVER_REASONS)[number]>('handover_reason'),
    agentId: uuid('agent_id'),
    lastSeq: integer('last_seq').notNull().default(0),
    lastText: text('last_text').notNull().default(''),
    shopperReadSeq: integer('shopper_read_seq').notNull().default(0),
    staffReadSeq: integer('staff_read_seq').notNull().default(0),
    queuedAt: instant('queued_at'),
    createdAt: instant('created_at').notNull(),
    lastMessageAt: instant('last_message_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.id] }),
    uniqueIndex('conversations_open').on(t.shopId, t.shopperId).where(sql`status <> 'ENDED'`),
    foreignKey({
      columns: [t.shopId, t.shopperId],
      foreignColumns: [shoppers.shopId, shoppers.id],
    }),
    index('conversations_queue').on(t.shopId, t.status, t.lastMessageAt, t.id),
    check('conversations_status', sql.raw(`status in (${wordList(CONVERSATION_STATUSES)})`)),
    check('conversations_handover', sql.raw(`handover_reason in (${wordList(HANDOVER_REASONS)})`)),
  ],
)

export const messages = pgTable(
  'messages',
  {
    shopId: shopId(),
    conversationId: uuid('conversation_id').notNull(),
    seq: integer('seq').notNull(),
    id: id().notNull(),
    sender: word<'shopper' | 'bot' | 'staff' | 'system'>('sender').notNull(),
    senderId: uuid('sender_id'),
    text: text('text').notNull(),
    citationId: uuid('citation_id'),
    choices: jsonb('choices').$type<StoredChoice[]>().notNull(),
    helpful: boolean('helpful'),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.conversationId, t.seq] }),
    uniqueIndex('messages_id').on(t.shopId, t.id),
    index('messages_citing').on(t.shopId, t.citationId, t.at).where(sql`citation_id is not null`),
    foreignKey({
      columns: [t.shopId, t.conversationId],
      foreignColumns: [conversations.shopId, conversations.id],
    }),
    check('messages_sender', sql`sender in ('shopper','bot','staff','system')`),
  ],
)
