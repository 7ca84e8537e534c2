// Takes one file in: judged and cleaned first, stored, and only then known. Until a case or message
// uses it, it belongs to its sender alone.

import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LIMITS } from '@shouhou/shared/domain/limits'
import type { Ctx } from '../../http/context.ts'
import { problem, say } from '../../http/problems.ts'
import { type Accepted, acceptMedia } from '../../media/accept.ts'
import type { Refused } from '../../media/refusals.ts'
import { SlotsFull } from '../../media/slots.ts'
import { withWorkspace } from '../../media/workspace.ts'
import { objectKey } from './objects.ts'
import { countUnused, insertUpload, type Owner } from './store.ts'
import { mediaView } from './view.ts'

/** Files one sender may have waiting: three full cases. */
const WAITING_MAX = LIMITS.filesPerCase * 3

export const TEMP_ROOT = join(tmpdir(), 'shouhou-uploads')

export const ownerOf = (user: Ctx['user']): Owner => ({
  kind: user.role === 'shopper' ? 'shopper' : 'staff',
  id: user.id,
})

/**
 * @throws `file-refused`, `file-too-large` or `media-type` with a sentence for the sender,
 * `limit-reached` when too many files wait, `unavailable` when too many are being converted.
 */
export async function receiveUpload(ctx: Ctx) {
  const file = await ctx.file()
  return withWorkspace(TEMP_ROOT, async (dir) => {
    const accepted = await acceptMedia(
      {
        source: file.stream,
        dir,
        declared: { fileName: file.fileName, contentType: file.contentType },
        signal: ctx.signal,
      },
      ctx.deps.photos,
    ).catch((error: unknown) => {
      throw error instanceof SlotsFull ? problem('unavailable') : error
    })
    if (!accepted.ok) throw refusal(accepted)
    return keep(accepted, ctx)
  })
}

const refusal = ({ refusal: { code, problem: problemCode, zh, en } }: Refused) =>
  problem(problemCode, { detail: say(zh, en), why: code })

async function keep(accepted: Accepted, ctx: Ctx) {
  const { storage, ids } = ctx.deps
  const upload = { shopId: ctx.user.shopId, id: ids.id(), kind: accepted.kind }
  const keys = [objectKey(upload, 'full'), ...(accepted.thumb ? [objectKey(upload, 'thumb')] : [])]
  const forget = () => Promise.allSettled(keys.map((key) => storage.remove(key)))
  try {
    await storage.put(objectKey(upload, 'full'), accepted.full.path)
    if (accepted.thumb) await storage.put(objectKey(upload, 'thumb'), accepted.thumb.path)
    const stored = await ctx.transact(async (tx) => {
      const owner = ownerOf(ctx.user)
      if ((await countUnused(tx, ctx.user.shopId, owner)) >= WAITING_MAX) {
        throw problem('limit-reached', {
          detail: say(
            '还有很多图片没有用到，请先提交或删除',
            'Many of your files are not used yet: submit or remove them first',
          ),
        })
      }
      const row = await insertUpload(tx, {
        ...upload,
        ownerKind: owner.kind,
        ownerId: owner.id,
        contentType: accepted.kind === 'video' ? 'video/mp4' : 'image/jpeg',
        bytes: accepted.full.bytes,
        thumbContentType: accepted.thumb ? 'image/jpeg' : null,
        thumbBytes: accepted.thumb?.bytes ?? null,
        width: accepted.full.width,
        height: accepted.full.height,
        sha256: accepted.received.sha256,
        createdAt: ctx.now,
      })
      return mediaView(row, ctx)
    })
    // A repeat with the same key got the first upload: these bytes are not needed.
    if (stored.id !== upload.id) await forget()
    return stored
  } catch (error) {
    await forget()
    throw error
  }
}
