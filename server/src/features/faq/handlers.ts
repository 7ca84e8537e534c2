// One entry for each route of the slice.
import { faqRoutes } from '@shouhou/shared/contract/faq'
import type { Handlers } from '../../http/context.ts'
import { pending } from '../../http/pending.ts'

export const handlers: Handlers<typeof faqRoutes> = pending(faqRoutes)
