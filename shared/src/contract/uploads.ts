// Photos and videos: sent one at a time, served only through short-lived signed addresses.
import { type Static, Type } from 'typebox'
import { STAFF_ROLES } from '../domain/roles.ts'
import { Id, IdParams, nullable, Timestamp } from './common.ts'
import { object, oneOf, routes } from './route.ts'

/** A file as one viewer may see it; the addresses work for that viewer until `expiresAt`. */
export const Media = object({
  id: Id,
  kind: oneOf(['photo', 'video']),
  bytes: Type.Integer({ minimum: 0 }),
  width: nullable(Type.Integer({ minimum: 0 })),
  height: nullable(Type.Integer({ minimum: 0 })),
  url: Type.String(),
  thumbUrl: nullable(Type.String()),
  expiresAt: Timestamp,
})
export type Media = Static<typeof Media>

export const uploadRoutes = routes({
  'POST /uploads': {
    summary: 'Send one photo (JPEG, PNG, WebP) or video (MP4)',
    allow: ['shopper', ...STAFF_ROLES],
    idempotency: 'key',
    perMinute: 60,
    upload: true,
    success: { status: 201, body: Media },
    problems: ['file-too-large', 'file-refused', 'media-type', 'limit-reached'],
  },
  'DELETE /uploads/:id': {
    summary: 'Remove an upload of mine that no case uses yet',
    allow: ['shopper', ...STAFF_ROLES],
    owner: 'shopper',
    idempotency: 'natural',
    params: IdParams,
    success: { status: 204 },
    problems: ['not-found'],
  },
  'GET /media/:id': {
    summary: 'Bytes of a file, through an address signed for one viewer',
    allow: 'public',
    idempotency: 'safe',
    raw: 'bytes',
    params: IdParams,
    query: object({
      shop: Id,
      variant: oneOf(['full', 'thumb']),
      viewer: Type.String({ maxLength: 80 }),
      expires: Type.Integer({ minimum: 0 }),
      signature: Type.String({ maxLength: 100 }),
    }),
    success: { status: 200 },
    problems: ['address-expired', 'not-found', 'range-not-there'],
  },
})
