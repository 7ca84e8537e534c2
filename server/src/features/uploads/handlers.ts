// One entry for each route of the slice.
import type { uploadRoutes } from '@shouhou/shared/contract/uploads'
import type { Handlers } from '../../http/context.ts'
import { ownerOf, receiveUpload } from './receive-upload.ts'
import { removeUpload } from './remove-upload.ts'
import { serveMedia } from './serve-media.ts'

export const handlers: Handlers<typeof uploadRoutes> = {
  'POST /uploads': (_input, ctx) => receiveUpload(ctx),
  'DELETE /uploads/:id': ({ params }, ctx) => removeUpload(params.id, ownerOf(ctx.user), ctx),
  'GET /media/:id': ({ params, query }, ctx) => serveMedia(params.id, query, ctx),
}
