// Where the bytes of an upload rest in storage.
import type { UploadRow } from './store.ts'

export type Variant = 'full' | 'thumb'

/** Storage key; its ending tells the type. */
export const objectKey = (
  upload: { readonly shopId: string; readonly id: string; readonly kind: 'photo' | 'video' },
  variant: Variant,
): string =>
  `${upload.shopId}/${upload.id}/${variant}.${upload.kind === 'video' && variant === 'full' ? 'mp4' : 'jpg'}`

/** All keys of one upload. */
export const objectKeys = (upload: UploadRow): string[] => [
  objectKey(upload, 'full'),
  ...(upload.thumbBytes === null ? [] : [objectKey(upload, 'thumb')]),
]
