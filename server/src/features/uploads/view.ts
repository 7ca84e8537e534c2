// An upload as one viewer may see it: through addresses that only work for them, for a few minutes.

import { API_PREFIX } from '@shouhou/shared/contract'
import type { Media } from '@shouhou/shared/contract/uploads'
import { addressExpiry } from '../../adapters/signed-address.ts'
import type { Ctx } from '../../http/context.ts'
import { objectKey, type Variant } from './objects.ts'
import type { UploadRow } from './store.ts'

/** Names a caller in an address. */
export const viewerOf = (user: Ctx['user']): string =>
  `${user.role === 'shopper' ? 'shopper' : user.role === 'integrator' ? 'key' : 'staff'}:${user.id}`

type Viewing = Pick<Ctx, 'deps' | 'now' | 'user'>

export function mediaView(upload: UploadRow, ctx: Viewing): Media {
  const expiresAt = addressExpiry(ctx.now)
  const address = (variant: Variant) => {
    const key = objectKey(upload, variant)
    const signed = ctx.deps.addresses.sign({ key, viewer: viewerOf(ctx.user), expiresAt }, ctx.now)
    const query = new URLSearchParams({
      shop: upload.shopId,
      variant,
      viewer: signed.viewer,
      expires: String(signed.expires),
      signature: signed.signature,
    })
    return `${API_PREFIX}/media/${upload.id}?${query}`
  }
  return {
    id: upload.id,
    kind: upload.kind,
    bytes: upload.bytes,
    width: upload.width,
    height: upload.height,
    url: address('full'),
    thumbUrl: upload.thumbBytes === null ? null : address('thumb'),
    expiresAt: expiresAt.toISOString(),
  }
}
