// The handlers of all slices; a new slice adds its line.
import { handlers as aftersales } from './aftersales/handlers.ts'
import { handlers as auth } from './auth/handlers.ts'
import { handlers as conversations } from './conversations/handlers.ts'
import { handlers as desk } from './desk/handlers.ts'
import { handlers as exports } from './exports/handlers.ts'
import { handlers as faq } from './faq/handlers.ts'
import { handlers as figures } from './figures/handlers.ts'
import { handlers as notices } from './notices/handlers.ts'
import { handlers as orders } from './orders/handlers.ts'
import { handlers as queue } from './queue/handlers.ts'
import { handlers as shares } from './shares/handlers.ts'
import { handlers as uploads } from './uploads/handlers.ts'

export const handlers = {
  ...auth,
  ...orders,
  ...uploads,
  ...aftersales,
  ...shares,
  ...faq,
  ...conversations,
  ...desk,
  ...figures,
  ...exports,
  ...queue,
  ...notices,
}
