// One entry for each route of the slice.
import type { authRoutes } from '@shouhou/shared/contract/auth'
import type { Handlers } from '../../http/context.ts'
import { pending } from '../../http/pending.ts'

export const handlers: Handlers<typeof authRoutes> = pending()
