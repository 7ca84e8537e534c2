// One entry for each route of the slice.
import type { orderRoutes } from '@shouhou/shared/contract/orders'
import type { Handlers } from '../../http/context.ts'
import { pending } from '../../http/pending.ts'

export const handlers: Handlers<typeof orderRoutes> = pending()
