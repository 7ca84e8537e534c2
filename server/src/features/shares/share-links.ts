// Links that show a case to whoever has them. The token is made from the link's id and the
// installation's key, so its owner can be shown it again although only its hash is stored.
import { createHash } from 'node:crypto'
import type { SharedCase, ShareLink } from '@shouhou/shared/contract/shares'
import { DAY } from '@shouhou/shared/domain/china-time'
import { LIMITS } from '@shouhou/shared/domain/limits'
import type { Deps } from '../../deps.ts'
import type { BaseCtx, Ctx } from '../../http/context.ts'
import { problem, say } from '../../http/problems.ts'
import { caseFor, lockCase, sharedCase } from '../aftersales/index.ts'
import {
  deleteLinks,
  endLinks,
  findLink,
  insertLink,
  type ShareLinkRow,
  workingLinks,
} from './store.ts'

const tokenOf = ({ tokens }: Deps, id: string) => tokens.hash('share', id)
const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

/** A link without its token: this much may be stored. */
const plainView = ({
  id,
  createdAt,
  expiresAt,
}: Pick<ShareLinkRow, 'id' | 'createdAt' | 'expiresAt'>) => ({
  id,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
})
const withToken = (deps: Deps, plain: ReturnType<typeof plainView>): ShareLink => ({
  ...plain,
  token: tokenOf(deps, plain.id),
})

export const readLinks = (ctx: Ctx, id: string): Promise<{ items: ShareLink[] }> =>
  ctx.transact(async (tx) => {
    const shared = await caseFor(tx, ctx.user, id)
    const links = await workingLinks(tx, shared, ctx.now)
    return { items: links.map((link) => withToken(ctx.deps, plainView(link))) }
  })

/** @throws `not-found`, `limit-reached`. What is stored for a repeat is the link without its token. */
export async function share(ctx: Ctx, id: string): Promise<ShareLink> {
  const made = await ctx.transact(async (tx) => {
    const { shopId } = await caseFor(tx, ctx.user, id)
    // One at a time, so that the limit holds.
    await lockCase(tx, shopId, id)
    if ((await workingLinks(tx, { shopId, id }, ctx.now)).length >= LIMITS.shareLinks) {
      const detail = say(
        `一张售后单最多 ${LIMITS.shareLinks} 个有效链接，请先停止分享`,
        `At most ${LIMITS.shareLinks} links to a case work at a time, stop sharing first`,
      )
      throw problem('limit-reached', { detail })
    }
    const link = {
      shopId,
      id: ctx.deps.ids.id(),
      aftersaleId: id,
      createdAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + LIMITS.shareDays * DAY),
    }
    await insertLink(tx, { ...link, tokenHash: hashOf(tokenOf(ctx.deps, link.id)) })
    return plainView(link)
  })
  return withToken(ctx.deps, made)
}

export const stopSharing = (ctx: Ctx, id: string): Promise<void> =>
  ctx.transact(async (tx) => endLinks(tx, await caseFor(tx, ctx.user, id), ctx.now))

/** @throws `not-found`, the same for a token that never was, has ended, or was taken back */
export async function openLink({ deps, now }: BaseCtx, token: string): Promise<SharedCase> {
  const link = await deps.db.transact('platform', (tx) => findLink(tx, hashOf(token), now))
  if (!link) throw problem('not-found')
  const { shopId, aftersaleId, expiresAt } = link
  const seen = await deps.db.transact({ shopId }, (tx) => sharedCase(tx, shopId, aftersaleId))
  return { ...seen, expiresAt: expiresAt.toISOString() }
}

/** Links that have ended are of no use to anybody. */
export const forgetOldShares = (deps: Deps): Promise<number> =>
  deps.db.transact('platform', (tx) => deleteLinks(tx, deps.clock.now()))
