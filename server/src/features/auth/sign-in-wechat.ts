// A shopper signs in with the code of wx.login. Who they are only WeChat says, and only to us.
import type { Session } from '@shouhou/shared/contract/auth'
import { WeChatFailed } from '../../adapters/wechat.ts'
import type { Deps } from '../../deps.ts'
import type { BaseCtx } from '../../http/context.ts'
import { problem } from '../../http/problems.ts'
import { findOrCreateShopper } from './find-or-create-shopper.ts'
import { findShopBySlug } from './person-store.ts'
import { openSession } from './sessions.ts'

/** Throws `not-found` for the shop, `sign-in-failed` for the code, `outside-failed`. */
export async function signInWithWechat(
  { deps, now }: BaseCtx,
  body: { shop: string; code: string },
): Promise<Session> {
  const shop = await deps.db.transact('platform', (tx) => findShopBySlug(tx, body.shop))
  if (!shop) throw problem('not-found')
  const openid = await openidOf(deps, body.code)
  return deps.db.transact('platform', async (tx) => {
    const subjectId = await findOrCreateShopper(deps, tx, shop.id, { openid })
    return openSession(deps, tx, { kind: 'shopper', shopId: shop.id, subjectId }, now)
  })
}

async function openidOf(deps: Deps, code: string): Promise<string> {
  try {
    const person = await deps.wechat.codeToSession(code)
    if (!person) throw problem('sign-in-failed')
    return person.openid
  } catch (error) {
    if (!(error instanceof WeChatFailed)) throw error
    deps.log.error({ reason: error.message }, 'WeChat did not exchange a code')
    throw problem('outside-failed')
  }
}
