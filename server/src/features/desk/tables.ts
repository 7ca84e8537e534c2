// Policies: every version is kept, the highest is in force, decisions name the one they used.

import type { Policy } from '@shouhou/shared/domain/aftersale-policy'
import { sql } from 'drizzle-orm'
import { check, integer, jsonb, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { instant, shopId } from '../../db/columns.ts'

export const policies = pgTable(
  'policies',
  {
    shopId: shopId(),
    version: integer('version').notNull(),
    document: jsonb('document').$type<Policy>().notNull(),
    createdBy: uuid('created_by'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.version] }),
    check('policies_version', sql`version > 0`),
  ],
)
