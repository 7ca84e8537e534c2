// What other slices may ask of uploads: use files of a sender, and show them.
import type { Tx } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import { problem, say } from '../../http/problems.ts'
import { ownerOf } from './receive-upload.ts'
import { markUsed, type UploadRow, type Use, uploadsUsedBy } from './store.ts'
import { mediaView } from './view.ts'

export { filesOf } from './store.ts'

/**
 * Gives the caller's own, still unused files to a case or message.
 * @throws `upload-unusable` when one is missing, foreign or used already.
 */
export async function attachUploads(
  tx: Tx,
  user: Ctx['user'],
  mediaIds: readonly string[],
  use: Use,
): Promise<void> {
  if (mediaIds.length === 0) return
  const marked = await markUsed(tx, user.shopId, ownerOf(user), mediaIds, use)
  if (marked === mediaIds.length) return
  throw problem('upload-unusable', {
    errors: [
      {
        pointer: '/mediaIds',
        message: say('有图片已失效，请重新上传', 'a file is gone or used already, send it again'),
      },
    ],
  })
}

type Viewing = Pick<Ctx, 'deps' | 'now' | 'user'>

/** Files of a case or conversation in order, each with the event or message it came with. */
export async function mediaOf(tx: Tx, usedById: string, ctx: Viewing) {
  return mediaViews(await uploadsUsedBy(tx, ctx.user.shopId, usedById), ctx)
}

export const mediaViews = (rows: readonly UploadRow[], ctx: Viewing) =>
  rows.map((row) => ({ seq: row.usedSeq ?? 0, media: mediaView(row, ctx) }))
