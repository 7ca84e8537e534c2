// One entry for each route of the slice.
import { conversationRoutes } from '@shouhou/shared/contract/conversations'
import type { Handlers } from '../../http/context.ts'
import { pending } from '../../http/pending.ts'

export const handlers: Handlers<typeof conversationRoutes> = pending(conversationRoutes)
