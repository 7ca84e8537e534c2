// Uploaded files: who sent them, what they are, which document uses them.
import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { id, instant, shopId, word } from '../../db/columns.ts'

export const UPLOAD_OWNERS = ['shopper', 'staff'] as const
/** What a file belongs to once it is used; then it stays. */
export const UPLOAD_USES = ['aftersale', 'message'] as const

export const uploads = pgTable(
  'uploads',
  {
    shopId: shopId(),
    id: id().notNull(),
    ownerKind: word<(typeof UPLOAD_OWNERS)[number]>('owner_kind').notNull(),
    ownerId: uuid('owner_id').notNull(),
    kind: word<'photo' | 'video'>('kind').notNull(),
    contentType: text('content_type').notNull(),
    bytes: integer('bytes').notNull(),
    thumbContentType: text('thumb_content_type'),
    thumbBytes: integer('thumb_bytes'),
    width: integer('width'),
    height: integer('height'),
    sha256: text('sha256').notNull(),
    /** What uses it: null until a case or message does; unused ones go after a day. */
    usedBy: word<(typeof UPLOAD_USES)[number]>('used_by'),
    usedById: uuid('used_by_id'),
    /** The aftersale event or message it came with, and its place there. */
    usedSeq: integer('used_seq'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.id] }),
    index('uploads_used').on(t.shopId, t.usedById, t.usedSeq),
    index('uploads_unused').on(t.createdAt).where(sql`used_by is null`),
    check('uploads_used_whole', sql`(used_by is null) = (used_by_id is null)`),
    check('uploads_kind', sql`kind in ('photo','video') and owner_kind in ('shopper','staff')`),
  ],
)
