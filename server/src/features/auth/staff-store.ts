// SQL of the people who work in a shop.
import { and, asc, count, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { accounts, staff } from './tables.ts'

export const STAFF_LISTED = 500

const columns = {
  id: accounts.id,
  login: accounts.login,
  name: accounts.name,
  role: staff.role,
  disabledAt: staff.disabledAt,
  createdAt: staff.createdAt,
}

const members = (tx: Tx) =>
  tx.select(columns).from(staff).innerJoin(accounts, eq(accounts.id, staff.accountId))

export const listStaff = (tx: Tx, shopId: string) =>
  members(tx)
    .where(eq(staff.shopId, shopId))
    .orderBy(asc(staff.createdAt), asc(staff.accountId))
    .limit(STAFF_LISTED)

export type StaffRow = Awaited<ReturnType<typeof listStaff>>[number]

const member = (shopId: string, accountId: string) =>
  and(eq(staff.shopId, shopId), eq(staff.accountId, accountId))

export async function findMember(tx: Tx, shopId: string, accountId: string) {
  const [row] = await members(tx).where(member(shopId, accountId))
  return row
}

export async function findMemberByLogin(tx: Tx, shopId: string, login: string) {
  const [row] = await members(tx).where(and(eq(staff.shopId, shopId), eq(accounts.login, login)))
  return row
}

export async function countStaff(tx: Tx, shopId: string): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(staff).where(eq(staff.shopId, shopId))
  return row?.n ?? 0
}

/** False when the login is taken. */
export async function insertAccount(tx: Tx, row: typeof accounts.$inferInsert): Promise<boolean> {
  const made = await tx
    .insert(accounts)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: accounts.id })
  return made.length > 0
}

/** False when the account works there already. */
export async function insertMember(tx: Tx, row: typeof staff.$inferInsert): Promise<boolean> {
  const made = await tx
    .insert(staff)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: staff.accountId })
  return made.length > 0
}

/** Locks the shop's working owners and returns their ids: of two demotions one sees the other. */
export async function lockOwners(tx: Tx, shopId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: staff.accountId })
    .from(staff)
    .where(and(eq(staff.shopId, shopId), eq(staff.role, 'owner'), isNull(staff.disabledAt)))
    .orderBy(asc(staff.accountId))
    .for('update')
  return rows.map((row) => row.id)
}

export type MemberChange = Partial<Pick<typeof staff.$inferInsert, 'role' | 'disabledAt'>>

export async function updateMember(
  tx: Tx,
  shopId: string,
  accountId: string,
  change: MemberChange,
): Promise<void> {
  await tx.update(staff).set(change).where(member(shopId, accountId))
}
