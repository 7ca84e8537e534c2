// One entry for each route of the slice.
import type { deskRoutes } from '@shouhou/shared/contract/desk'
import type { Handlers } from '../../http/context.ts'
import { pending } from '../../http/pending.ts'

export const handlers: Handlers<typeof deskRoutes> = pending()
