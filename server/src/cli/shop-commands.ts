// Shops and their API keys.
import { authRoutes, Shop } from '@shouhou/shared/contract/auth'
import { text } from '@shouhou/shared/contract/common'
import { object, SCOPES, type Scope } from '@shouhou/shared/contract/route'
import { LIMITS } from '@shouhou/shared/domain/limits'
import type { Deps } from '../deps.ts'
import { createApiKey, findShopBySlug, showKey } from '../features/auth/index.ts'
import { openShop } from '../new-shop.ts'
import { check } from './check.ts'
import type { Command } from './commands.ts'
import { Refused } from './refused.ts'

/** Throws {@link Refused} when there is no such shop. */
export async function shopIdOf(deps: Deps, slug: string): Promise<string> {
  const shop = await deps.db.transact('platform', (tx) => findShopBySlug(tx, slug))
  if (!shop) throw new Refused(`There is no shop ${slug}.`)
  return shop.id
}

export const shopCommands: Readonly<Record<string, Command>> = {
  'create-shop': {
    summary: 'Open a shop; prints its id',
    options: ['slug', 'name'],
    async run(deps, { slug = '', name = '' }) {
      check(object({ slug: Shop.properties.slug, name: text(LIMITS.nameLength, 1) }), {
        slug,
        name,
      })
      return openShop(deps, { slug, name })
    },
  },
  'create-api-key': {
    summary: `Make an API key; prints its secret. Scopes, by commas: ${SCOPES.join(',')}`,
    options: ['shop', 'name', 'scopes'],
    async run(deps, { shop = '', name = '', scopes = '' }) {
      const wanted = { name, scopes: scopes.split(',') as Scope[] }
      check(authRoutes['POST /api-keys'].body, wanted)
      const shopId = await shopIdOf(deps, shop)
      const key = await deps.db.transact({ shopId }, (tx) =>
        createApiKey(deps, tx, { shopId, createdBy: null, ...wanted }),
      )
      return showKey(deps, key).secret
    },
  },
}
