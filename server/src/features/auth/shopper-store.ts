// SQL that finds a shopper by phone or openid, and joins two rows of one person.
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { aftersales } from '../aftersales/tables.ts'
import { conversations } from '../conversations/tables.ts'
import { notices, noticeThreads } from '../notices/tables.ts'
import { orders } from '../orders/tables.ts'
import { shoppers } from './tables.ts'

export type ShopperRow = typeof shoppers.$inferSelect
type Key = 'openidIndex' | 'phoneIndex'

export async function findShopperBy(tx: Tx, shopId: string, key: Key, value: string | null) {
  if (value === null) return undefined
  const [row] = await tx
    .select()
    .from(shoppers)
    .where(and(eq(shoppers.shopId, shopId), eq(shoppers[key], value)))
  return row
}

/** Lets one transaction at a time decide about these identities; held until its end. */
export async function lockIdentities(tx: Tx, shopId: string, indexes: readonly string[]) {
  for (const index of [...indexes].sort()) {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${shopId + index}, 0))`)
  }
}

export async function insertShopper(tx: Tx, row: typeof shoppers.$inferInsert): Promise<void> {
  await tx.insert(shoppers).values(row)
}

/** What `from` has becomes `into`'s; of two open conversations `from`'s ends. */
export async function moveBelongings(
  tx: Tx,
  shopId: string,
  from: string,
  into: string,
  now: Date,
): Promise<void> {
  const open = and(
    eq(conversations.shopId, shopId),
    eq(conversations.shopperId, from),
    isNull(conversations.endedAt),
  )
  await tx.update(conversations).set({ status: 'ENDED', endedAt: now }).where(open)
  for (const table of [orders, aftersales, conversations]) {
    const theirs = and(eq(table.shopId, shopId), eq(table.shopperId, from))
    await tx.update(table).set({ shopperId: into }).where(theirs)
  }
  for (const table of [notices, noticeThreads]) {
    const theirs = and(eq(table.shopId, shopId), eq(table.readerId, from))
    await tx.update(table).set({ readerId: into }).where(theirs)
  }
  const gone = and(eq(shoppers.shopId, shopId), eq(shoppers.id, from))
  await tx
    .update(shoppers)
    .set({
      mergedInto: into,
      phoneIndex: null,
      phoneTailIndex: null,
      openidIndex: null,
      openidSealed: null,
    })
    .where(gone)
  const earlier = and(eq(shoppers.shopId, shopId), eq(shoppers.mergedInto, from))
  await tx.update(shoppers).set({ mergedInto: into }).where(earlier)
}
