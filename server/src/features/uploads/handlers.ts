// One entry for each route of the slice.
import type { uploadRoutes } from '@shouhou/shared/contract/uploads'
import type { Handlers } from '../../http/context.ts'
import { pending } from '../../http/pending.ts'

export const handlers: Handlers<typeof uploadRoutes> = pending()
