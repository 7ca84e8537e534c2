// SQL of sessions and of who stands behind them. Platform scope: a session is read before its shop
// is known.
import { and, eq, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import type { Principal } from '../../http/context.ts'
import { accounts, sessions, shoppers, staff } from './tables.ts'

export type SessionRow = typeof sessions.$inferSelect

export async function insertSession(tx: Tx, row: typeof sessions.$inferInsert) {
  const [made] = await tx.insert(sessions).values(row).returning()
  return made as SessionRow
}

const alive = (id: string, now: Date) =>
  and(eq(sessions.id, id), isNull(sessions.revokedAt), gt(sessions.expiresAt, now))

/** The session while it is good, else undefined. */
export async function findLiveSession(tx: Tx, id: string, now: Date) {
  const [row] = await tx.select().from(sessions).where(alive(id, now))
  return row
}

/** Moves the counter on from exactly `counter`; undefined when somebody else did, or it ended. */
export async function rotateSession(tx: Tx, id: string, counter: number, now: Date) {
  const [row] = await tx
    .update(sessions)
    .set({ counter: counter + 1, rotatedAt: now })
    .where(and(alive(id, now), eq(sessions.counter, counter)))
    .returning()
  return row
}

export async function moveSession(tx: Tx, id: string, shopId: string, now: Date) {
  const [row] = await tx.update(sessions).set({ shopId }).where(alive(id, now)).returning()
  return row
}

export async function revokeSession(tx: Tx, id: string, now: Date): Promise<void> {
  const open = and(eq(sessions.id, id), isNull(sessions.revokedAt))
  await tx.update(sessions).set({ revokedAt: now }).where(open)
}

/** Ends every session of a person, also those of rows that were merged into theirs. */
export async function revokeSessionsOf(tx: Tx, subjectId: string, now: Date): Promise<void> {
  const merged = tx
    .select({ id: shoppers.id })
    .from(shoppers)
    .where(eq(shoppers.mergedInto, subjectId))
  const theirs = or(eq(sessions.subjectId, subjectId), inArray(sessions.subjectId, merged))
  await tx
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(theirs, isNull(sessions.revokedAt)))
}

/** Removes sessions that ended a week ago; returns how many. */
export async function deleteEndedSessions(tx: Tx, before: Date): Promise<number> {
  const ended = or(lt(sessions.expiresAt, before), lt(sessions.revokedAt, before))
  const gone = await tx.delete(sessions).where(ended).returning({ id: sessions.id })
  return gone.length
}

/** What the person of a session is now; null when they may do nothing any more. */
export async function callerOf(tx: Tx, session: SessionRow): Promise<Principal | null> {
  const known = { shopId: session.shopId, sessionId: session.id, scopes: [] }
  if (session.kind === 'arbiter') {
    const [account] = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.id, session.subjectId), eq(accounts.arbiter, true)))
    return account ? { ...known, role: 'arbiter', id: account.id } : null
  }
  const shopId = session.shopId ?? ''
  if (session.kind === 'staff') {
    const [member] = await tx
      .select({ id: staff.accountId, role: staff.role })
      .from(staff)
      .where(
        and(
          eq(staff.shopId, shopId),
          eq(staff.accountId, session.subjectId),
          isNull(staff.disabledAt),
        ),
      )
    return member ? { ...known, ...member } : null
  }
  const [shopper] = await tx
    .select({ id: sql<string>`coalesce(${shoppers.mergedInto}, ${shoppers.id})` })
    .from(shoppers)
    .where(and(eq(shoppers.shopId, shopId), eq(shoppers.id, session.subjectId)))
  return shopper ? { ...known, ...shopper, role: 'shopper' } : null
}
