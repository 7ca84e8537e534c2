// One entry for each route of the slice.
import type { exportRoutes } from '@shouhou/shared/contract/exports'
import type { Handlers } from '../../http/context.ts'
import { readExport, readExports, requestExport } from './request-export.ts'
import { serveExport } from './serve-export.ts'

export const handlers: Handlers<typeof exportRoutes> = {
  'POST /exports/aftersales': ({ body }, ctx) => requestExport(ctx, 'aftersales', body),
  'POST /exports/refunds': ({ body }, ctx) => requestExport(ctx, 'refunds', body),
  'POST /exports/orders': ({ body }, ctx) => requestExport(ctx, 'orders', body),
  'POST /exports/ratings': ({ body }, ctx) => requestExport(ctx, 'ratings', body),
  'POST /exports/unanswered': ({ body }, ctx) =>
    requestExport(ctx, 'unanswered', { ...body, filter: {} }),
  'GET /exports': ({ query }, ctx) => ctx.transact((tx) => readExports(tx, ctx, query)),
  'GET /exports/:id': ({ params }, ctx) => ctx.transact((tx) => readExport(tx, ctx, params.id)),
  'GET /exports/:id/file': ({ params, query }, ctx) => serveExport(params.id, query, ctx),
}
