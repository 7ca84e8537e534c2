// SQL of notices and their threads: written together, so that the count of a thread is always right.
import type { NoticeEvent } from '@shouhou/shared/domain/notice-events'
import type { NoticeSource } from '@shouhou/shared/domain/notice-rule'
import type { NoticeParams } from '@shouhou/shared/domain/notice-text'
import { and, desc, eq, gt, inArray, isNull, lt, sql, sum } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { behind, decodeCursor } from '../../db/cursor.ts'
import { aftersales } from '../aftersales/tables.ts'
import { notices, noticeThreads } from './tables.ts'

export type NoticeRow = typeof notices.$inferSelect

/** Something to tell, before it is told to anybody. */
export interface Cause {
  readonly shopId: string
  readonly event: NoticeEvent
  /** The same cause is told to a reader once. */
  readonly cause: string
  readonly source: NoticeSource
  readonly subjectKind: 'aftersale' | 'conversation'
  readonly subjectId: string
  readonly params: NoticeParams
}

/** Puts a notice into inboxes; returns the rows that are new. */
export async function insertNotices(
  tx: Tx,
  cause: Cause,
  readers: readonly { readonly readerId: string; readonly id: string }[],
  now: Date,
): Promise<NoticeRow[]> {
  if (readers.length === 0) return []
  const rows = await tx
    .insert(notices)
    .values(readers.map((reader) => ({ ...cause, ...reader, createdAt: now })))
    .onConflictDoNothing()
    .returning()
  if (rows.length === 0) return []
  await tx
    .insert(noticeThreads)
    .values(
      rows.map(({ shopId, readerId, subjectId, id, createdAt }) => {
        const latest = { lastNoticeId: id, lastAt: createdAt }
        return { shopId, readerId, subjectId, ...latest, unread: 1 }
      }),
    )
    .onConflictDoUpdate({
      target: [noticeThreads.shopId, noticeThreads.readerId, noticeThreads.subjectId],
      set: {
        lastNoticeId: sql`excluded.last_notice_id`,
        lastAt: sql`greatest(excluded.last_at, ${noticeThreads.lastAt})`,
        unread: sql`${noticeThreads.unread} + 1`,
      },
    })
  return rows
}

export interface Reader {
  readonly shopId: string
  readonly readerId: string
}
const threadsOf = ({ shopId, readerId }: Reader) =>
  and(eq(noticeThreads.shopId, shopId), eq(noticeThreads.readerId, readerId))
const noticesOf = ({ shopId, readerId }: Reader) =>
  and(eq(notices.shopId, shopId), eq(notices.readerId, readerId))

interface PageQuery {
  readonly cursor?: string
  readonly unread?: boolean
}

/** Up to `limit` threads behind the cursor, with their newest notice and the number of the case. */
export const listThreads = (tx: Tx, reader: Reader, query: PageQuery, limit: number) =>
  tx
    .select({ thread: noticeThreads, notice: notices, no: aftersales.no })
    .from(noticeThreads)
    .innerJoin(
      notices,
      and(eq(notices.shopId, noticeThreads.shopId), eq(notices.id, noticeThreads.lastNoticeId)),
    )
    .leftJoin(
      aftersales,
      and(
        eq(aftersales.shopId, noticeThreads.shopId),
        eq(aftersales.id, noticeThreads.subjectId),
        eq(notices.subjectKind, 'aftersale'),
      ),
    )
    .where(
      and(
        threadsOf(reader),
        query.unread ? gt(noticeThreads.unread, 0) : undefined,
        behind(decodeCursor(query.cursor, 'instant'), {
          key: noticeThreads.lastAt,
          id: noticeThreads.subjectId,
        }),
      ),
    )
    .orderBy(desc(noticeThreads.lastAt), desc(noticeThreads.subjectId))
    .limit(limit)

/** Up to `limit` notices about one subject behind the cursor, newest first. */
export const listNotices = (
  tx: Tx,
  reader: Reader,
  subjectId: string,
  cursor: string | undefined,
  limit: number,
): Promise<NoticeRow[]> =>
  tx
    .select()
    .from(notices)
    .where(
      and(
        noticesOf(reader),
        eq(notices.subjectId, subjectId),
        behind(decodeCursor(cursor, 'instant'), { key: notices.createdAt, id: notices.id }),
      ),
    )
    .orderBy(desc(notices.createdAt), desc(notices.id))
    .limit(limit)

/** Whether the reader has such a notice, or any about such a subject. */
export async function isKnown(
  tx: Tx,
  reader: Reader,
  { noticeId, subjectId }: Which,
): Promise<boolean> {
  const [row] = await tx
    .select({ id: notices.id })
    .from(notices)
    .where(and(noticesOf(reader), these({ noticeId, subjectId })))
    .limit(1)
  return row !== undefined
}

/** Some of a reader's notices; all when nothing is named. */
export interface Which {
  readonly noticeId?: string | undefined
  readonly subjectId?: string | undefined
}
const these = ({ noticeId, subjectId }: Which) =>
  and(
    noticeId === undefined ? undefined : eq(notices.id, noticeId),
    subjectId === undefined ? undefined : eq(notices.subjectId, subjectId),
  )

export async function countUnread(tx: Tx, reader: Reader): Promise<number> {
  const [row] = await tx
    .select({ unread: sum(noticeThreads.unread).mapWith(Number) })
    .from(noticeThreads)
    .where(and(threadsOf(reader), gt(noticeThreads.unread, 0)))
  return row?.unread ?? 0
}

/** Marks one notice, those about one subject, or all of the reader; returns how many were unread. */
export async function markRead(tx: Tx, reader: Reader, which: Which, now: Date): Promise<number> {
  const rows = await tx
    .update(notices)
    .set({ readAt: now })
    .where(and(noticesOf(reader), isNull(notices.readAt), these(which)))
    .returning({ subjectId: notices.subjectId })
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(row.subjectId, (counts.get(row.subjectId) ?? 0) + 1)
  for (const [subject, count] of [...counts].sort()) {
    await tx
      .update(noticeThreads)
      .set({ unread: sql`${noticeThreads.unread} - ${count}` })
      .where(and(threadsOf(reader), eq(noticeThreads.subjectId, subject)))
  }
  return rows.length
}

/** Removes up to `limit` notices from before `before` with their threads; returns how many. */
export async function removeOldNotices(tx: Tx, before: Date, limit: number): Promise<number> {
  const old = await tx
    .select({ id: notices.id })
    .from(notices)
    .where(lt(notices.createdAt, before))
    .orderBy(notices.createdAt)
    .limit(limit)
  if (old.length === 0) return 0
  const ids = old.map(({ id }) => id)
  // A thread goes with its newest notice; older ones count as read, so that no count is left behind.
  const unread = await tx
    .select({
      shopId: notices.shopId,
      readerId: notices.readerId,
      subjectId: notices.subjectId,
      count: sql<number>`count(*)::int`,
    })
    .from(notices)
    .where(and(inArray(notices.id, ids), isNull(notices.readAt)))
    .groupBy(notices.shopId, notices.readerId, notices.subjectId)
  for (const { shopId, readerId, subjectId, count } of unread) {
    await tx
      .update(noticeThreads)
      .set({ unread: sql`${noticeThreads.unread} - ${count}` })
      .where(and(threadsOf({ shopId, readerId }), eq(noticeThreads.subjectId, subjectId)))
  }
  await tx.delete(noticeThreads).where(inArray(noticeThreads.lastNoticeId, ids))
  await tx.delete(notices).where(inArray(notices.id, ids))
  return ids.length
}
