// One entry for each route of the slice.
import type { shareRoutes } from '@shouhou/shared/contract/shares'
import type { Handlers } from '../../http/context.ts'
import { openLink, readLinks, share, stopSharing } from './share-links.ts'

export const handlers: Handlers<typeof shareRoutes> = {
  'GET /aftersales/:id/share': ({ params }, ctx) => readLinks(ctx, params.id),
  'POST /aftersales/:id/share': ({ params }, ctx) => share(ctx, params.id),
  'DELETE /aftersales/:id/share': ({ params }, ctx) => stopSharing(ctx, params.id),
  'GET /shared/:token': ({ params }, ctx) => openLink(ctx, params.token),
}
