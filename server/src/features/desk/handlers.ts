// One entry for each route of the slice.
import type { deskRoutes } from '@shouhou/shared/contract/desk'
import type { Handlers } from '../../http/context.ts'
import { refundHandlers } from '../aftersales/index.ts'
import { changePolicy, checkPolicy, readPolicy, readVersions } from './change-policy.ts'
import { attachSocket, giveTicket, openTicket } from './live-channel.ts'
import { previewPolicy } from './preview-policy.ts'
import { listRatings } from './rating-store.ts'
import { todayOf } from './today-store.ts'

export const handlers: Handlers<typeof deskRoutes> = {
  ...refundHandlers,
  'GET /policy': (_input, ctx) => ctx.transact((tx) => readPolicy(tx, ctx)),
  'PUT /policy': ({ body }, ctx) => ctx.transact((tx) => changePolicy(tx, body, ctx)),
  'GET /policy/versions': ({ query }, ctx) => ctx.transact((tx) => readVersions(tx, query, ctx)),
  'POST /policy/preview': ({ body }, ctx) => previewPolicy(body.document, ctx),
  'POST /policy/check': async ({ body }, ctx) => checkPolicy(body.document, ctx),
  'GET /ratings': ({ query }, ctx) => ctx.transact((tx) => listRatings(tx, ctx.user.shopId, query)),
  'GET /today': (_input, ctx) => ctx.transact((tx) => todayOf(tx, ctx.user.shopId, ctx.now)),
  'POST /live/tickets': async (_input, ctx) => giveTicket(ctx),
  'GET /live': async ({ query }, ctx) => {
    const viewer = openTicket(query.ticket, ctx)
    return (socket) => attachSocket(socket, viewer, ctx)
  },
}
