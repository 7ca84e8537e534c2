// SQL of API keys.
import { and, count, desc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { apiKeys } from './tables.ts'

const LISTED = 500

export type ApiKeyRow = typeof apiKeys.$inferSelect

export const listApiKeys = (tx: Tx, shopId: string) =>
  tx
    .select()
    .from(apiKeys)
    .where(eq(apiKeys.shopId, shopId))
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
    .limit(LISTED)

export async function countActiveKeys(tx: Tx, shopId: string): Promise<number> {
  const active = and(eq(apiKeys.shopId, shopId), isNull(apiKeys.revokedAt))
  const [row] = await tx.select({ n: count() }).from(apiKeys).where(active)
  return row?.n ?? 0
}

export async function insertApiKey(tx: Tx, row: typeof apiKeys.$inferInsert): Promise<ApiKeyRow> {
  const [made] = await tx.insert(apiKeys).values(row).returning()
  return made as ApiKeyRow
}

/** False when the shop has no such key. A second time changes nothing. */
export async function revokeApiKey(tx: Tx, shopId: string, id: string, now: Date) {
  const mine = and(eq(apiKeys.shopId, shopId), eq(apiKeys.id, id))
  const [key] = await tx.select({ revokedAt: apiKeys.revokedAt }).from(apiKeys).where(mine)
  if (!key) return false
  await tx
    .update(apiKeys)
    .set({ revokedAt: key.revokedAt ?? now })
    .where(mine)
  return true
}

/** The working key with this hash, in whatever shop: platform scope. */
export async function findKeyByHash(tx: Tx, secretHash: string) {
  const [row] = await tx
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.secretHash, secretHash), isNull(apiKeys.revokedAt)))
  return row
}

export async function markKeyUsed(tx: Tx, { shopId, id }: ApiKeyRow, now: Date): Promise<void> {
  const mine = and(eq(apiKeys.shopId, shopId), eq(apiKeys.id, id))
  await tx.update(apiKeys).set({ lastUsedAt: now }).where(mine)
}
