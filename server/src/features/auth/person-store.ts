// SQL of shops and of what a person sees and changes of themselves.
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { accounts, shoppers, shops, staff } from './tables.ts'

const SHOPS_LISTED = 100
const shopColumns = { id: shops.id, slug: shops.slug, name: shops.name }

export const listShops = (tx: Tx) =>
  tx.select(shopColumns).from(shops).orderBy(asc(shops.slug)).limit(SHOPS_LISTED)

export async function findShopBySlug(tx: Tx, slug: string) {
  const [shop] = await tx.select(shopColumns).from(shops).where(eq(shops.slug, slug))
  return shop
}

export async function findShop(tx: Tx, id: string) {
  const [shop] = await tx.select(shopColumns).from(shops).where(eq(shops.id, id))
  return shop
}

/** False when the slug is taken. */
export async function insertShop(tx: Tx, row: typeof shops.$inferInsert): Promise<boolean> {
  const made = await tx.insert(shops).values(row).onConflictDoNothing().returning({ id: shops.id })
  return made.length > 0
}

/** Shops where the account works now, the first one first. */
export const listShopsOf = (tx: Tx, accountId: string) =>
  tx
    .select({ ...shopColumns, role: staff.role })
    .from(staff)
    .innerJoin(shops, eq(shops.id, staff.shopId))
    .where(and(eq(staff.accountId, accountId), isNull(staff.disabledAt)))
    .orderBy(asc(staff.createdAt), asc(shops.slug))
    .limit(SHOPS_LISTED)

export async function findAccount(tx: Tx, id: string) {
  const [account] = await tx.select().from(accounts).where(eq(accounts.id, id))
  return account
}

export async function findAccountByLogin(tx: Tx, login: string) {
  const [account] = await tx.select().from(accounts).where(eq(accounts.login, login))
  return account
}

export type AccountChange = Partial<Pick<typeof accounts.$inferInsert, 'name' | 'language'>>

export async function updateAccount(tx: Tx, id: string, change: AccountChange): Promise<void> {
  await tx.update(accounts).set(change).where(eq(accounts.id, id))
}

const shopper = (shopId: string, id: string) =>
  and(eq(shoppers.shopId, shopId), eq(shoppers.id, id))

export async function findShopper(tx: Tx, shopId: string, id: string) {
  const [row] = await tx.select().from(shoppers).where(shopper(shopId, id))
  return row
}

/** Locks the row, so that two changes of the consents do not lose one. */
export async function lockShopper(tx: Tx, shopId: string, id: string) {
  const [row] = await tx.select().from(shoppers).where(shopper(shopId, id)).for('update')
  return row
}

export type ShopperChange = Partial<typeof shoppers.$inferInsert>

export async function updateShopper(
  tx: Tx,
  shopId: string,
  id: string,
  change: ShopperChange,
): Promise<void> {
  await tx.update(shoppers).set(change).where(shopper(shopId, id))
}
