// A person changes their own name, language or consents.

import type { Input } from '@shouhou/shared/contract'
import type { Me } from '@shouhou/shared/contract/auth'
import type { Tx } from '../../db/client.ts'
import type { BaseCtx, Principal } from '../../http/context.ts'
import { problem, say } from '../../http/problems.ts'
import { lockShopper, type ShopperChange, updateAccount, updateShopper } from './person-store.ts'
import { viewMe } from './view-me.ts'

type Change = Input<'PUT /me'>['body']

/** Consents belong to shoppers; staff who send one get `invalid-input`. */
export function changeMe(ctx: BaseCtx, user: Principal, change: Change): Promise<Me> {
  return ctx.deps.db.transact('platform', async (tx) => {
    if (user.role === 'shopper') await changeShopper(ctx, tx, user, change)
    else await changeAccount(tx, user, change)
    return viewMe(ctx.deps, tx, user)
  })
}

async function changeAccount(tx: Tx, user: Principal, change: Change): Promise<void> {
  const { consent, ...own } = change
  if (consent) {
    const message = say('只有顾客可以授权', 'only shoppers give consents')
    throw problem('invalid-input', { errors: [{ pointer: '/consent', message }] })
  }
  if (Object.keys(own).length > 0) await updateAccount(tx, user.id, own)
}

async function changeShopper(
  { deps, now }: BaseCtx,
  tx: Tx,
  user: Principal,
  { name, language, consent }: Change,
): Promise<void> {
  const row = await lockShopper(tx, user.shopId ?? '', user.id)
  if (!row) throw problem('session-ended')
  const others = row.consents.filter((c) => c.kind !== consent?.kind)
  const given = consent?.agreed
    ? [{ kind: consent.kind, version: consent.version, at: now.toISOString() }]
    : []
  const next: ShopperChange = {
    ...(name === undefined ? {} : { nameSealed: deps.personal.seal(name) }),
    ...(language === undefined ? {} : { language }),
    ...(consent ? { consents: [...others, ...given] } : {}),
  }
  if (Object.keys(next).length > 0) await updateShopper(tx, row.shopId, row.id, next)
}
