// How people are called in lists: colleagues by name, shoppers masked.
import { and, eq, inArray } from 'drizzle-orm'
import { maskName } from '../../crypto/personal-data.ts'
import type { Tx } from '../../db/client.ts'
import type { Deps } from '../../deps.ts'
import { accounts, shoppers } from './tables.ts'

/** Masked names by shopper id; empty for one who has given none. */
export async function shopperNames(
  tx: Tx,
  deps: Pick<Deps, 'personal'>,
  shopId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: shoppers.id, nameSealed: shoppers.nameSealed })
    .from(shoppers)
    .where(and(eq(shoppers.shopId, shopId), inArray(shoppers.id, [...ids])))
  return new Map(
    rows.map(({ id, nameSealed }) => [
      id,
      nameSealed === null ? '' : maskName(deps.personal.open(nameSealed)),
    ]),
  )
}

/** Names of staff by account id. */
export async function accountNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(inArray(accounts.id, [...ids]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
