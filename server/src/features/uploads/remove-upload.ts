// Takes back a file that nothing uses yet.
import type { Ctx } from '../../http/context.ts'
import { problem } from '../../http/problems.ts'
import { objectKeys } from './objects.ts'
import { deleteUnused, type Owner } from './store.ts'

/** @throws `not-found` for a file that is foreign, used or gone. */
export async function removeUpload(id: string, owner: Owner, ctx: Ctx): Promise<void> {
  const gone = await ctx.transact((tx) => deleteUnused(tx, ctx.user.shopId, owner, id))
  if (!gone) throw problem('not-found')
  for (const key of objectKeys(gone)) await ctx.deps.storage.remove(key)
}
