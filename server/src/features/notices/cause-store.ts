// SQL around causes: steps of cases that nobody was told about yet, clocks, and who is to be told.
import type { Command } from '@shouhou/shared/domain/aftersale-commands'
import type { StaffRole } from '@shouhou/shared/domain/roles'
import { and, asc, eq, inArray, isNull, lte, max, ne, or, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { aftersaleEvents, aftersales, ratings, timers } from '../aftersales/tables.ts'
import { staff } from '../auth/tables.ts'
import { conversations } from '../conversations/tables.ts'
import { plannedNotices } from './tables.ts'

export interface StepKey {
  readonly shopId: string
  readonly aftersaleId: string
  readonly seq: number
}

/** Up to `limit` steps of all shops that were not passed on yet, the oldest first. */
export const unpublishedSteps = (tx: Tx, limit: number): Promise<StepKey[]> =>
  tx
    .select({
      shopId: aftersaleEvents.shopId,
      aftersaleId: aftersaleEvents.aftersaleId,
      seq: aftersaleEvents.seq,
    })
    .from(aftersaleEvents)
    .where(isNull(aftersaleEvents.publishedAt))
    .orderBy(asc(aftersaleEvents.at), asc(aftersaleEvents.aftersaleId), asc(aftersaleEvents.seq))
    .limit(limit)

/** Takes one step to pass on; undefined when another process has it or had it. */
export async function claimStep(tx: Tx, { shopId, aftersaleId, seq }: StepKey, now: Date) {
  const own = and(
    eq(aftersaleEvents.shopId, shopId),
    eq(aftersaleEvents.aftersaleId, aftersaleId),
    eq(aftersaleEvents.seq, seq),
    isNull(aftersaleEvents.publishedAt),
  )
  const [row] = await tx
    .select()
    .from(aftersaleEvents)
    .where(own)
    .for('update', { skipLocked: true })
  if (!row) return undefined
  await tx.update(aftersaleEvents).set({ publishedAt: now }).where(own)
  return { ...row, command: row.command as Command }
}

/** What notices need to know of a case. */
export async function caseFor(tx: Tx, shopId: string, id: string) {
  const [row] = await tx
    .select({
      id: aftersales.id,
      no: aftersales.no,
      shopperId: aftersales.shopperId,
      status: aftersales.status,
      reservedFen: aftersales.reservedFen,
      deadlineAt: aftersales.deadlineAt,
    })
    .from(aftersales)
    .where(and(eq(aftersales.shopId, shopId), eq(aftersales.id, id)))
  return row
}
export type CaseForNotice = NonNullable<Awaited<ReturnType<typeof caseFor>>>

/** Number of the last step that changed the status of a case; 0 when there is none. */
export async function lastMoveSeq(tx: Tx, shopId: string, aftersaleId: string): Promise<number> {
  const moved = or(
    isNull(aftersaleEvents.fromStatus),
    ne(aftersaleEvents.fromStatus, aftersaleEvents.toStatus),
  )
  const [row] = await tx
    .select({ seq: max(aftersaleEvents.seq) })
    .from(aftersaleEvents)
    .where(
      and(eq(aftersaleEvents.shopId, shopId), eq(aftersaleEvents.aftersaleId, aftersaleId), moved),
    )
  return row?.seq ?? 0
}

/** The running clock of a case. */
export async function clockOf(tx: Tx, shopId: string, aftersaleId: string) {
  const [row] = await tx
    .select()
    .from(timers)
    .where(
      and(
        eq(timers.shopId, shopId),
        eq(timers.aftersaleId, aftersaleId),
        eq(timers.state, 'RUNNING'),
      ),
    )
  return row
}

export async function isRated(tx: Tx, shopId: string, aftersaleId: string): Promise<boolean> {
  const [row] = await tx
    .select({ at: ratings.at })
    .from(ratings)
    .where(and(eq(ratings.shopId, shopId), eq(ratings.aftersaleId, aftersaleId)))
  return row !== undefined
}

export async function talkFor(tx: Tx, shopId: string, id: string) {
  const [row] = await tx
    .select({ status: conversations.status, shopperReadSeq: conversations.shopperReadSeq })
    .from(conversations)
    .where(and(eq(conversations.shopId, shopId), eq(conversations.id, id)))
  return row
}

const STAFF_TOLD = 500

/** Accounts that work in these roles now, in a fixed order so that fan-outs do not deadlock. */
export async function staffIn(
  tx: Tx,
  shopId: string,
  roles: readonly StaffRole[],
): Promise<string[]> {
  const rows = await tx
    .select({ id: staff.accountId })
    .from(staff)
    .where(and(eq(staff.shopId, shopId), inArray(staff.role, [...roles]), isNull(staff.disabledAt)))
    .orderBy(asc(staff.accountId))
    .limit(STAFF_TOLD)
  return rows.map(({ id }) => id)
}

export type PlannedRow = typeof plannedNotices.$inferSelect

export async function insertPlanned(
  tx: Tx,
  rows: readonly (typeof plannedNotices.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) {
    await tx
      .insert(plannedNotices)
      .values([...rows])
      .onConflictDoNothing()
  }
}

/** Up to `limit` planned notices of all shops whose time has come. */
export const duePlanned = (tx: Tx, now: Date, limit: number) =>
  tx
    .select({ shopId: plannedNotices.shopId, cause: plannedNotices.cause })
    .from(plannedNotices)
    .where(and(eq(plannedNotices.state, 'PLANNED'), lte(plannedNotices.at, now)))
    .orderBy(asc(plannedNotices.at), asc(plannedNotices.cause))
    .limit(limit)

type PlannedKey = Pick<PlannedRow, 'shopId' | 'cause'>
const planned = ({ shopId, cause }: PlannedKey) =>
  and(eq(plannedNotices.shopId, shopId), eq(plannedNotices.cause, cause))

/** Takes one; undefined when another process has it or had it. */
export async function claimPlanned(tx: Tx, key: PlannedKey): Promise<PlannedRow | undefined> {
  const [row] = await tx
    .select()
    .from(plannedNotices)
    .where(and(planned(key), eq(plannedNotices.state, 'PLANNED')))
    .for('update', { skipLocked: true })
  return row
}

export async function endPlanned(
  tx: Tx,
  key: PlannedKey,
  state: 'DONE' | 'DROPPED',
): Promise<void> {
  await tx.update(plannedNotices).set({ state }).where(planned(key))
}

/** Forgets ended plans from before `before`; returns how many. */
export async function removeOldPlanned(tx: Tx, before: Date): Promise<number> {
  const gone = await tx
    .delete(plannedNotices)
    .where(and(ne(plannedNotices.state, 'PLANNED'), sql`${plannedNotices.at} < ${before}`))
    .returning({ cause: plannedNotices.cause })
  return gone.length
}
