// SQL of invitations.
import { and, count, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { invitations } from './invitation-tables.ts'
import { accounts, shops } from './tables.ts'

export type InvitationRow = typeof invitations.$inferSelect

const LISTED = 50

/** Neither over nor past its time, and not tried by too many wrong persons. */
const open = (now: Date) =>
  and(isNull(invitations.endedAt), gt(invitations.expiresAt, now), gt(invitations.triesLeft, 0))

const columns = {
  id: invitations.id,
  role: invitations.role,
  kind: invitations.kind,
  label: invitations.label,
  invitedBy: accounts.name,
  createdAt: invitations.createdAt,
  expiresAt: invitations.expiresAt,
}

export const listInvitations = (tx: Tx, shopId: string, now: Date) =>
  tx
    .select(columns)
    .from(invitations)
    .innerJoin(accounts, eq(accounts.id, invitations.invitedBy))
    .where(and(eq(invitations.shopId, shopId), open(now)))
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(LISTED)

export type ListedInvitation = Awaited<ReturnType<typeof listInvitations>>[number]

export async function countInvitations(tx: Tx, shopId: string, now: Date): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(invitations)
    .where(and(eq(invitations.shopId, shopId), open(now)))
  return row?.n ?? 0
}

export async function insertInvitation(
  tx: Tx,
  row: typeof invitations.$inferInsert,
): Promise<void> {
  await tx.insert(invitations).values(row)
}

/** Ends what the same person was invited with before: only the last invitation counts. */
export async function endInvitationsOf(
  tx: Tx,
  shopId: string,
  personIndex: string,
  now: Date,
): Promise<void> {
  await tx
    .update(invitations)
    .set({ endedAt: now })
    .where(
      and(
        eq(invitations.shopId, shopId),
        eq(invitations.personIndex, personIndex),
        isNull(invitations.endedAt),
      ),
    )
}

/** False when the shop has no such invitation. Ending one again changes nothing. */
export async function endInvitation(
  tx: Tx,
  shopId: string,
  id: string,
  now: Date,
): Promise<boolean> {
  const ended = await tx
    .update(invitations)
    .set({ endedAt: sql`coalesce(${invitations.endedAt}, ${now})` })
    .where(and(eq(invitations.shopId, shopId), eq(invitations.id, id)))
    .returning({ id: invitations.id })
  return ended.length > 0
}

/** The open invitation of a code, whatever shop it is of. Platform scope. */
export async function findInvitation(tx: Tx, codeHash: string, now: Date) {
  const [row] = await tx
    .select({
      ...columns,
      shopId: invitations.shopId,
      shopName: shops.name,
      personIndex: invitations.personIndex,
    })
    .from(invitations)
    .innerJoin(accounts, eq(accounts.id, invitations.invitedBy))
    .innerJoin(shops, eq(shops.id, invitations.shopId))
    .where(and(eq(invitations.codeHash, codeHash), open(now)))
  return row
}

const one = ({ shopId, id }: Pick<InvitationRow, 'shopId' | 'id'>) =>
  and(eq(invitations.shopId, shopId), eq(invitations.id, id))

/** One more wrong person has tried. */
export async function spendInvitationTry(
  tx: Tx,
  which: Pick<InvitationRow, 'shopId' | 'id'>,
): Promise<void> {
  await tx
    .update(invitations)
    .set({ triesLeft: sql`greatest(${invitations.triesLeft} - 1, 0)` })
    .where(one(which))
}

/** Uses an invitation up; false when it is not open any more. Of many at once one gets true. */
export async function takeInvitation(
  tx: Tx,
  which: Pick<InvitationRow, 'shopId' | 'id'>,
  acceptedBy: string,
  now: Date,
): Promise<boolean> {
  const taken = await tx
    .update(invitations)
    .set({ endedAt: now, acceptedBy })
    .where(and(one(which), open(now)))
    .returning({ id: invitations.id })
  return taken.length > 0
}

/** Removes invitations made before `before`; returns how many. */
export async function deleteOldInvitations(tx: Tx, before: Date): Promise<number> {
  const gone = await tx
    .delete(invitations)
    .where(lt(invitations.createdAt, before))
    .returning({ id: invitations.id })
  return gone.length
}
