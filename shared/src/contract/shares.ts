// Showing a case to family: links that open a read-only view without personal data.
import { type Static, Type } from 'typebox'
import { AFTERSALE_STATUSES, AFTERSALE_TYPES, CLOSE_REASONS } from '../domain/aftersale-types.ts'
import { Deadline, TimelineEntry } from './aftersale-views.ts'
import { Id, IdParams, nullable, Quantity, Timestamp } from './common.ts'
import { object, oneOf, routes } from './route.ts'

const ShareToken = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$', description: 'From a share link' })

export const ShareLink = object({
  id: Id,
  /** Whoever has it may look: show it to nobody but the shopper. */
  token: ShareToken,
  createdAt: Timestamp,
  expiresAt: Timestamp,
})
export type ShareLink = Static<typeof ShareLink>

const { at, actor, command, from, to } = TimelineEntry.properties

/**
 * What strangers may know of a case: goods as they stand in the shop, and how far it has come. No
 * person, no address, no number to look anything up by, no money, no file, no words anybody wrote.
 */
export const SharedCase = object({
  shop: Type.String(),
  type: oneOf(AFTERSALE_TYPES),
  status: oneOf(AFTERSALE_STATUSES),
  closeReason: nullable(oneOf(CLOSE_REASONS)),
  goods: Type.Array(
    object({ name: Type.String(), image: nullable(Type.String()), quantity: Quantity }),
  ),
  deadline: nullable(Deadline),
  timeline: Type.Array(object({ at, actor, command, from, to }), { maxItems: 200 }),
  /** When the link ends. */
  expiresAt: Timestamp,
})
export type SharedCase = Static<typeof SharedCase>

const own = { allow: ['shopper'], owner: 'shopper', params: IdParams } as const

export const shareRoutes = routes({
  'GET /aftersales/:id/share': {
    ...own,
    summary: 'Links of mine to this case that still work, newest first',
    idempotency: 'safe',
    success: { status: 200, body: object({ items: Type.Array(ShareLink, { maxItems: 20 }) }) },
    problems: ['not-found'],
  },
  'POST /aftersales/:id/share': {
    ...own,
    summary: 'Make a link that shows this case without personal data for seven days',
    idempotency: 'key',
    perMinute: 20,
    success: { status: 201, body: ShareLink },
    problems: ['not-found', 'limit-reached'],
  },
  'DELETE /aftersales/:id/share': {
    ...own,
    summary: 'End all links to this case',
    idempotency: 'natural',
    success: { status: 204 },
    problems: ['not-found'],
  },
  'GET /shared/:token': {
    summary: 'A case as family may see it',
    allow: 'public',
    idempotency: 'safe',
    perMinute: 60,
    params: object({ token: ShareToken }),
    success: { status: 200, body: SharedCase },
    problems: ['not-found'],
  },
})
