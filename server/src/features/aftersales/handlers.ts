// One entry for each route of the slice.
import { aftersaleRoutes } from '@shouhou/shared/contract/aftersales'
import type { Handlers } from '../../http/context.ts'
import { pending } from '../../http/pending.ts'

export const handlers: Handlers<typeof aftersaleRoutes> = pending(aftersaleRoutes)
