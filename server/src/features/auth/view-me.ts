// What a signed-in person sees of themselves.
import type { Me } from '@shouhou/shared/contract/auth'
import { maskPhone } from '../../crypto/personal-data.ts'
import type { Tx } from '../../db/client.ts'
import type { Deps } from '../../deps.ts'
import type { Principal } from '../../http/context.ts'
import { problem } from '../../http/problems.ts'
import { findAccount, findShop, findShopper, listShopsOf } from './person-store.ts'

/** Platform scope. Throws `session-ended` when the person is gone. */
export async function viewMe(deps: Deps, tx: Tx, who: Principal): Promise<Me> {
  const shop = who.shopId === null ? null : ((await findShop(tx, who.shopId)) ?? null)
  const common = { id: who.id, role: who.role, shop }
  if (who.role === 'shopper') {
    const row = await findShopper(tx, who.shopId ?? '', who.id)
    if (!row) throw problem('session-ended')
    return {
      ...common,
      name: row.nameSealed === null ? '' : deps.personal.open(row.nameSealed),
      phoneMasked: row.phoneSealed === null ? null : maskPhone(deps.personal.open(row.phoneSealed)),
      language: row.language as Me['language'],
      consents: row.consents as Me['consents'],
      shops: [],
    }
  }
  const account = await findAccount(tx, who.id)
  if (!account) throw problem('session-ended')
  return {
    ...common,
    name: account.name,
    phoneMasked: null,
    language: account.language as Me['language'],
    consents: [],
    shops: await listShopsOf(tx, who.id),
  }
}
