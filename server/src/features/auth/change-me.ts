// A person changes their own name, language or consents.

import type { Input } from '@shouhou/shared/contract'
import type { Me } from '@shouhou/shared/contract/auth'
import type { Tx } from '../../db/client.ts'
import type { BaseCtx, Principal } from '../../http/context.ts'
import { problem, say } from '../../http/problems.ts'
import { forgetCallers } from './known-callers.ts'
import { lockShopper, type ShopperChange, updateAccount, updateShopper } from './person-store.ts'
import { revokeSessionsOf } from './session-store.ts'
import { viewMe } from './view-me.ts'

type Change = Input<'PUT /me'>['body']

/**
 * Consents belong to shoppers; staff who send one get `invalid-input`. Whoever takes the privacy consent
 * back is signed out everywhere and has no other consent either: without it no page of theirs may be
 * shown. Their open cases are carried to their end, as the contract of sale demands.
 */
export async function changeMe(ctx: BaseCtx, user: Principal, change: Change): Promise<Me> {
  const leaves = user.role === 'shopper' && takesPrivacyBack(change)
  const me = await ctx.deps.db.transact('platform', async (tx) => {
    if (user.role === 'shopper') await changeShopper(ctx, tx, user, change)
    else await changeAccount(tx, user, change)
    const view = await viewMe(ctx.deps, tx, user)
    if (leaves) await revokeSessionsOf(tx, user.id, ctx.now)
    return view
  })
  if (leaves) forgetCallers(ctx.deps, (caller) => caller.id === user.id)
  return me
}

const takesPrivacyBack = ({ consent }: Change): boolean =>
  consent?.kind === 'PRIVACY' && !consent.agreed

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
  change: Change,
): Promise<void> {
  const { name, language, consent } = change
  const row = await lockShopper(tx, user.shopId ?? '', user.id)
  if (!row) throw problem('session-ended')
  const others = takesPrivacyBack(change)
    ? []
    : row.consents.filter((c) => c.kind !== consent?.kind)
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
