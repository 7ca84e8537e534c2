// A shopper signs in with a phone and the one-time code sent to it.
import { timingSafeEqual } from 'node:crypto'
import type { Session } from '@shouhou/shared/contract/auth'
import type { BaseCtx } from '../../http/context.ts'
import { problem } from '../../http/problems.ts'
import { findOrCreateShopper } from './find-or-create-shopper.ts'
import { findShopBySlug } from './person-store.ts'
import { spendTry, usedCode, useUpCode } from './phone-code-store.ts'
import { hashCode } from './send-phone-code.ts'
import { GRACE_MS, openSession } from './sessions.ts'

const same = (a: string, b: string) => timingSafeEqual(Buffer.from(a), Buffer.from(b))

/**
 * Throws `not-found` for the shop, `code-wrong`. A wrong try is counted although it fails. A code
 * works once, but whoever did not hear the answer may ask again under the same Idempotency-Key.
 */
export async function signInWithPhone(
  { deps, now, actionKey }: BaseCtx,
  body: { shop: string; phone: string; code: string },
): Promise<Session> {
  const { phone } = body
  const phoneIndex = deps.personal.blindIndex('phone', phone)
  const session = await deps.db.transact('platform', async (tx) => {
    const shop = await findShopBySlug(tx, body.shop)
    if (!shop) throw problem('not-found')
    const usedBy = actionKey === undefined ? null : deps.tokens.hash('idempotency', actionKey)
    const since = new Date(now.getTime() - GRACE_MS)
    const unused = await spendTry(tx, shop.id, phoneIndex, now)
    const wanted = unused ?? (await usedCode(tx, shop.id, phoneIndex, { usedBy, since }))
    if (!wanted || !same(wanted, hashCode(deps, shop.id, phoneIndex, body.code))) return null
    if (unused) await useUpCode(tx, shop.id, phoneIndex, { usedAt: now, usedBy })
    const subjectId = await findOrCreateShopper(deps, tx, shop.id, { phone })
    return openSession(deps, tx, { kind: 'shopper', shopId: shop.id, subjectId }, now)
  })
  if (!session) throw problem('code-wrong')
  return session
}
