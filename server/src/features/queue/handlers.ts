// One entry for each route of the slice.
import type { queueRoutes } from '@shouhou/shared/contract/queue'
import type { Handlers } from '../../http/context.ts'
import { addTemplate, changeTemplate, readTemplates, removeTemplate } from './reply-templates.ts'
import { changeFilter, readFilters, removeFilter, saveFilter } from './saved-filters.ts'

export const handlers: Handlers<typeof queueRoutes> = {
  'GET /queue-filters': (_input, ctx) => ctx.transact((tx) => readFilters(tx, ctx)),
  'POST /queue-filters': ({ body }, ctx) => ctx.transact((tx) => saveFilter(tx, body, ctx)),
  'PUT /queue-filters/:id': ({ params, body }, ctx) =>
    ctx.transact((tx) => changeFilter(tx, params.id, body, ctx)),
  'DELETE /queue-filters/:id': ({ params }, ctx) =>
    ctx.transact((tx) => removeFilter(tx, params.id, ctx)),
  'GET /reply-templates': ({ query }, ctx) =>
    ctx.transact((tx) => readTemplates(tx, query.act, ctx)),
  'POST /reply-templates': ({ body }, ctx) => ctx.transact((tx) => addTemplate(tx, body, ctx)),
  'PUT /reply-templates/:id': ({ params, body }, ctx) =>
    ctx.transact((tx) => changeTemplate(tx, params.id, body, ctx)),
  'DELETE /reply-templates/:id': ({ params }, ctx) =>
    ctx.transact((tx) => removeTemplate(tx, params.id, ctx)),
}
