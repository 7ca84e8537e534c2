// Links to show a case to family. A token is stored as its hash only.
import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { id, instant, shopId } from '../../db/columns.ts'
import { aftersales } from '../aftersales/tables.ts'

export const shareLinks = pgTable(
  'share_links',
  {
    shopId: shopId(),
    id: id().notNull(),
    aftersaleId: uuid('aftersale_id').notNull(),
    tokenHash: text('token_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.id] }),
    foreignKey({
      columns: [t.shopId, t.aftersaleId],
      foreignColumns: [aftersales.shopId, aftersales.id],
    }),
    index('share_links_of').on(t.shopId, t.aftersaleId),
    // Who opens a link names no shop.
    index('share_links_token').on(t.tokenHash),
    index('share_links_ended').on(t.expiresAt),
  ],
)
