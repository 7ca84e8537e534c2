// One entry for each route of the slice.
import type { figureRoutes } from '@shouhou/shared/contract/figures'
import type { Handlers } from '../../http/context.ts'
import { readFigures } from './read-figures.ts'

export const handlers: Handlers<typeof figureRoutes> = {
  'GET /figures': ({ query }, ctx) => ctx.transact((tx) => readFigures(tx, ctx, query.days)),
}
