// A new shop with everything it starts with. Slices that have something to give add a line.
import type { Tx } from './db/client.ts'
import type { Deps } from './deps.ts'
import { createShop } from './features/auth/index.ts'
import { seedFaq } from './features/faq/index.ts'
import { seedTemplates } from './features/queue/index.ts'

type Preparation = (deps: Deps, tx: Tx, shopId: string) => Promise<void>

/** What a shop gets when it opens, in this order. */
const PREPARATIONS: readonly Preparation[] = [seedFaq, seedTemplates]

/** Id of the new shop. Throws `already-exists`. */
export function openShop(deps: Deps, given: { slug: string; name: string }): Promise<string> {
  return deps.db.transact('platform', async (tx) => {
    const shopId = await createShop(deps, tx, given)
    for (const prepare of PREPARATIONS) await prepare(deps, tx, shopId)
    return shopId
  })
}
