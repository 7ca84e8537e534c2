// The file of an export for whoever holds a valid address. The address is the permission.
import { resolveRange } from '../../adapters/storage.ts'
import type { Bytes, PublicCtx } from '../../http/context.ts'
import { problem } from '../../http/problems.ts'
import { fileNameOf } from './request-export.ts'
import { findExport } from './store.ts'

interface Asked {
  readonly shop: string
  readonly viewer: string
  readonly expires: number
  readonly signature: string
}

/** @throws `address-expired` for an address that is over or not ours, `not-found`, `range-not-there`. */
export async function serveExport(id: string, asked: Asked, ctx: PublicCtx): Promise<Bytes> {
  const { shop, ...address } = asked
  const found = await ctx.deps.db.transact({ shopId: shop }, (tx) => findExport(tx, shop, id))
  // Nothing there answers as a forged address does: the address tells nothing about what exists.
  const key = found?.row.fileKey ?? ''
  const verdict = ctx.deps.addresses.verify({ key, ...address }, ctx.now)
  if (!found || key === '' || !verdict.ok) throw problem('address-expired')
  const total = found.row.bytes ?? 0
  const range = resolveRange(ctx.range, total)
  if (range === 'unsatisfiable') throw problem('range-not-there')
  const object = await ctx.deps.storage.open(key, range === 'whole' ? undefined : range)
  if (!object) throw problem('not-found')
  return {
    status: range === 'whole' ? 200 : 206,
    contentType: object.contentType,
    bytes: object.range.end - object.range.start + 1,
    stream: object.stream,
    headers: {
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileNameOf(found.row))}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      ...(range === 'whole'
        ? {}
        : { 'content-range': `bytes ${object.range.start}-${object.range.end}/${total}` }),
    },
  }
}
