// Bytes of a file for whoever holds a valid address. The address is the permission.

import { resolveRange } from '../../adapters/storage.ts'
import type { Bytes, PublicCtx } from '../../http/context.ts'
import { problem } from '../../http/problems.ts'
import { objectKey, type Variant } from './objects.ts'
import { findUpload } from './store.ts'

interface Asked {
  readonly shop: string
  readonly variant: Variant
  readonly viewer: string
  readonly expires: number
  readonly signature: string
}

/** @throws `address-expired` for an address that is over or not ours, `not-found`, `range-not-there`. */
export async function serveMedia(id: string, asked: Asked, ctx: PublicCtx): Promise<Bytes> {
  const upload = await ctx.deps.db.transact({ shopId: asked.shop }, (tx) =>
    findUpload(tx, asked.shop, id),
  )
  // An unknown file answers as a forged address does: the address tells nothing about what exists.
  const key = upload ? objectKey(upload, asked.variant) : ''
  const { viewer, expires, signature } = asked
  const verdict = ctx.deps.addresses.verify({ key, viewer, expires, signature }, ctx.now)
  if (!upload || !verdict.ok) throw problem('address-expired')
  const total = (asked.variant === 'thumb' ? upload.thumbBytes : upload.bytes) ?? 0
  const range = resolveRange(ctx.range, total)
  if (range === 'unsatisfiable') throw problem('range-not-there')
  const object = await ctx.deps.storage.open(key, range === 'whole' ? undefined : range)
  if (!object) throw problem('not-found')
  const secondsLeft = Math.max(0, Math.floor(expires - ctx.now.getTime() / 1000))
  return {
    status: range === 'whole' ? 200 : 206,
    contentType: object.contentType,
    bytes: object.range.end - object.range.start + 1,
    stream: object.stream,
    headers: {
      'accept-ranges': 'bytes',
      'cache-control': `private, max-age=${secondsLeft}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
      ...(range === 'whole'
        ? {}
        : { 'content-range': `bytes ${object.range.start}-${object.range.end}/${total}` }),
    },
  }
}
