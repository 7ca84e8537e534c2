// Invitations to work in a shop. The code is not stored, only its hash.
import { STAFF_ROLES, type StaffRole } from '@shouhou/shared/domain/roles'
import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { id, instant, shopId, word, wordList } from '../../db/columns.ts'

export const invitations = pgTable(
  'invitations',
  {
    shopId: shopId(),
    id: id().notNull(),
    codeHash: text('code_hash').notNull(),
    role: word<StaffRole>('role').notNull(),
    kind: word<'LOGIN' | 'PHONE'>('kind').notNull(),
    /** Keyed hash of the login or phone number that must be named to accept. */
    personIndex: text('person_index').notNull(),
    /** The login, or the phone number masked. */
    label: text('label').notNull(),
    /** Wrong persons that may still try. */
    triesLeft: integer('tries_left').notNull(),
    invitedBy: uuid('invited_by').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** Accepted, taken back or replaced: it is over. */
    endedAt: instant('ended_at'),
    acceptedBy: uuid('accepted_by'),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.id] }),
    index('invitations_code').on(t.codeHash),
    index('invitations_open').on(t.shopId, t.createdAt, t.id).where(sql`ended_at is null`),
    check('invitations_role', sql.raw(`role in (${wordList(STAFF_ROLES)})`)),
    check('invitations_kind', sql`kind in ('LOGIN','PHONE')`),
    check('invitations_tries', sql`tries_left >= 0`),
    check('invitations_accepted', sql`accepted_by is null or ended_at is not null`),
  ],
)
