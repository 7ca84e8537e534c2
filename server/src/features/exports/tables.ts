// Exports: jobs that write a list into a file. A row is also the record of who took what, so none is removed.
import {
  EXPORT_FORMATS,
  EXPORT_LISTS,
  EXPORT_STATES,
  type ExportFormat,
  type ExportList,
  type ExportState,
} from '@shouhou/shared/domain/exports'
import type { StaffRole } from '@shouhou/shared/domain/roles'
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, instant, shopId, word, wordList } from '../../db/columns.ts'

const among = (column: string, words: readonly string[]) =>
  sql.raw(`${column} in (${wordList(words)})`)

export const exports = pgTable(
  'exports',
  {
    shopId: shopId(),
    id: id().notNull(),
    list: word<ExportList>('list').notNull(),
    format: word<ExportFormat>('format').notNull(),
    language: word<'zh' | 'en'>('language').notNull(),
    filter: jsonb('filter').$type<Readonly<Record<string, string | number>>>().notNull(),
    requestedBy: uuid('requested_by').notNull(),
    /** What the person was then; the file shows what this role sees. */
    role: word<StaffRole>('role').notNull(),
    state: word<ExportState>('state').notNull(),
    /** Grows with every worker that takes the job: what an earlier one still writes does not count. */
    fence: integer('fence').notNull().default(0),
    /** Until then the job is somebody's, or waits; afterwards anybody may take it. */
    leaseUntil: instant('lease_until').notNull(),
    /** Tries that failed. */
    attempts: integer('attempts').notNull().default(0),
    rows: integer('rows').notNull().default(0),
    cut: boolean('cut').notNull().default(false),
    bytes: bigint('bytes', { mode: 'number' }),
    fileKey: text('file_key'),
    createdAt: instant('created_at').notNull(),
    finishedAt: instant('finished_at'),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.id] }),
    index('exports_newest').on(t.shopId, t.createdAt, t.id),
    index('exports_unfinished').on(t.shopId).where(sql`state in ('WAITING', 'RUNNING')`),
    index('exports_due').on(t.leaseUntil).where(sql`state in ('WAITING', 'RUNNING')`),
    index('exports_ready').on(t.finishedAt).where(sql`state = 'READY'`),
    check('exports_list', among('list', EXPORT_LISTS)),
    check('exports_format', among('format', EXPORT_FORMATS)),
    check('exports_state', among('state', EXPORT_STATES)),
    check('exports_ready_has_file', sql`(state = 'READY') = (file_key is not null)`),
  ],
)
