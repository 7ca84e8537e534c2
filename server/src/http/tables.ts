// Stored answers of requests with an Idempotency-Key.
import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, shopId } from '../db/columns.ts'

export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    shopId: shopId(),
    principal: text('principal').notNull(),
    route: text('route').notNull(),
    key: text('key').notNull(),
    /** Of the canonical body: the same key with another body is a mistake of the caller. */
    fingerprint: text('fingerprint').notNull(),
    status: integer('status'),
    response: jsonb('response'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.shopId, t.principal, t.route, t.key] })],
)
