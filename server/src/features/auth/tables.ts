// Shops, people, sessions and keys. `shops`, `accounts` and `sessions` are small tables of the whole
// installation; everything else belongs to a shop and carries its id first.

import { SCOPES, type Scope } from '@shouhou/shared/contract/route'
import { STAFF_ROLES, type StaffRole } from '@shouhou/shared/domain/roles'
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
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, instant, shopId, word, wordList } from '../../db/columns.ts'

export const shops = pgTable('shops', {
  id: id().primaryKey(),
  slug: text('slug').notNull().unique(),
  name: text('name').notNull(),
  createdAt: instant('created_at').notNull(),
})

/** People who sign in with a password: staff of shops, and arbiters of the platform. */
export const accounts = pgTable('accounts', {
  id: id().primaryKey(),
  login: text('login').notNull().unique(),
  name: text('name').notNull(),
  passwordHash: text('password_hash').notNull(),
  arbiter: boolean('arbiter').notNull().default(false),
  language: text('language').notNull().default('zh-CN'),
  createdAt: instant('created_at').notNull(),
})

/** One row a session family: the refresh token is derived from id and counter, so none is stored. */
export const sessions = pgTable(
  'sessions',
  {
    id: id().primaryKey(),
    kind: word<'shopper' | 'staff' | 'arbiter'>('kind').notNull(),
    shopId: uuid('shop_id'),
    subjectId: uuid('subject_id').notNull(),
    /** Number of the refresh token that is good now. */
    counter: integer('counter').notNull().default(1),
    rotatedAt: instant('rotated_at').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    index('sessions_subject').on(t.subjectId),
    check('sessions_kind', sql`kind in ('shopper','staff','arbiter')`),
    check('sessions_shop', sql`(kind = 'arbiter') = (shop_id is null)`),
  ],
)

/** Password tries in a running window, counted under a keyed hash of login, network or both. */
export const signInAttempts = pgTable('sign_in_attempts', {
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  since: instant('since').notNull(),
})

/** Who works in a shop, as what. */
export const staff = pgTable(
  'staff',
  {
    shopId: shopId(),
    accountId: uuid('account_id').notNull(),
    role: word<StaffRole>('role').notNull(),
    disabledAt: instant('disabled_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.accountId] }),
    index('staff_account').on(t.accountId),
    check('staff_role', sql.raw(`role in (${wordList(STAFF_ROLES)})`)),
  ],
)

/** A person as one shop knows them. */
export const shoppers = pgTable(
  'shoppers',
  {
    shopId: shopId(),
    id: id().notNull(),
    /** Keyed hashes: they find the row again and tell nothing else. */
    openidIndex: text('openid_index'),
    /** The openid itself: messages are sent to it. */
    openidSealed: text('openid_sealed'),
    phoneIndex: text('phone_index'),
    /** Of the last four digits, which is what people say at a counter. */
    phoneTailIndex: text('phone_tail_index'),
    phoneSealed: text('phone_sealed'),
    nameSealed: text('name_sealed'),
    /** Set when this row turned out to be the same person as another one, which carries on. */
    mergedInto: uuid('merged_into'),
    language: text('language').notNull().default('zh-CN'),
    consents: jsonb('consents')
      .$type<{ kind: string; version: string; at: string }[]>()
      .notNull()
      .default([]),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.id] }),
    foreignKey({ columns: [t.shopId, t.mergedInto], foreignColumns: [t.shopId, t.id] }),
    index('shoppers_merged').on(t.shopId, t.mergedInto),
    index('shoppers_phone_tail')
      .on(t.shopId, t.phoneTailIndex)
      .where(sql`phone_tail_index is not null`),
    unique('shoppers_openid').on(t.shopId, t.openidIndex),
    unique('shoppers_phone').on(t.shopId, t.phoneIndex),
  ],
)

/** One-time codes: the newest for a phone, hashed, with the tries left. */
export const phoneCodes = pgTable(
  'phone_codes',
  {
    shopId: shopId(),
    phoneIndex: text('phone_index').notNull(),
    codeHash: text('code_hash').notNull(),
    triesLeft: integer('tries_left').notNull(),
    sentAt: instant('sent_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** Codes sent on `day` (China time), against flooding a phone. */
    day: text('day').notNull(),
    sentToday: integer('sent_today').notNull(),
    /** When the code signed in, and a hash of the action's key: a lost answer may be asked for again. */
    usedAt: instant('used_at'),
    usedBy: text('used_by'),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.phoneIndex] }),
    index('phone_codes_phone').on(t.phoneIndex, t.day),
    check('phone_codes_tries', sql`tries_left >= 0`),
  ],
)

export const apiKeys = pgTable(
  'api_keys',
  {
    shopId: shopId(),
    id: id().notNull(),
    name: text('name').notNull(),
    prefix: text('prefix').notNull(),
    secretHash: text('secret_hash').notNull(),
    scopes: jsonb('scopes').$type<Scope[]>().notNull(),
    /** Null for a key made on the command line. */
    createdBy: uuid('created_by'),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.id] }),
    index('api_keys_secret').on(t.secretHash),
    check('api_keys_scopes', sql.raw(`jsonb_array_length(scopes) between 1 and ${SCOPES.length}`)),
  ],
)
