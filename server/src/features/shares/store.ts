// SQL of share links.
import { and, desc, eq, gt, isNull, lt } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { shareLinks } from './tables.ts'

export type ShareLinkRow = typeof shareLinks.$inferSelect

/** The case whose links are meant. */
interface Shared {
  readonly shopId: string
  readonly id: string
}

const workingAt = (now: Date) => and(isNull(shareLinks.revokedAt), gt(shareLinks.expiresAt, now))
const linksOf = ({ shopId, id }: Shared) =>
  and(eq(shareLinks.shopId, shopId), eq(shareLinks.aftersaleId, id))

/** Links to a case that work at `now`, newest first. */
export const workingLinks = (tx: Tx, shared: Shared, now: Date): Promise<ShareLinkRow[]> =>
  tx
    .select()
    .from(shareLinks)
    .where(and(linksOf(shared), workingAt(now)))
    .orderBy(desc(shareLinks.createdAt), desc(shareLinks.id))

export async function insertLink(tx: Tx, row: typeof shareLinks.$inferInsert): Promise<void> {
  await tx.insert(shareLinks).values(row)
}

export async function endLinks(tx: Tx, shared: Shared, now: Date): Promise<void> {
  await tx
    .update(shareLinks)
    .set({ revokedAt: now })
    .where(and(linksOf(shared), workingAt(now)))
}

/** The link of a token that works at `now`. Platform scope: the token names no shop. */
export async function findLink(
  tx: Tx,
  tokenHash: string,
  now: Date,
): Promise<ShareLinkRow | undefined> {
  const [row] = await tx
    .select()
    .from(shareLinks)
    .where(and(eq(shareLinks.tokenHash, tokenHash), workingAt(now)))
  return row
}

/** Removes links that ended before `before`; returns how many. Platform scope. */
export async function deleteLinks(tx: Tx, before: Date): Promise<number> {
  const gone = await tx
    .delete(shareLinks)
    .where(lt(shareLinks.expiresAt, before))
    .returning({ id: shareLinks.id })
  return gone.length
}
