// THE table: every route of the API. Registration, roles, the API document, the typed client and
// the authorization tests are all derived from it.
import { aftersaleRoutes } from './aftersales.ts'
import { authRoutes } from './auth.ts'
import { conversationRoutes } from './conversations.ts'
import { deskRoutes } from './desk.ts'
import { exportRoutes } from './exports.ts'
import { faqRoutes } from './faq.ts'
import { figureRoutes } from './figures.ts'
import { invitationRoutes } from './invitations.ts'
import { noticeRoutes } from './notices.ts'
import { orderRoutes } from './orders.ts'
import { queueRoutes } from './queue.ts'
import type { BodyOf, OutputOf, ParamsOf, QueryOf, Route } from './route.ts'
import { shareRoutes } from './shares.ts'
import { uploadRoutes } from './uploads.ts'

export const contract = {
  ...authRoutes,
  ...invitationRoutes,
  ...orderRoutes,
  ...uploadRoutes,
  ...aftersaleRoutes,
  ...shareRoutes,
  ...faqRoutes,
  ...conversationRoutes,
  ...deskRoutes,
  ...figureRoutes,
  ...exportRoutes,
  ...queueRoutes,
  ...noticeRoutes,
}

export type Contract = typeof contract
export type ContractKey = keyof Contract

/** Where the table is mounted. */
export const API_PREFIX = '/v1'

/** The table as plain routes, for code that walks over it. */
export const contractEntries = (): [ContractKey, Route][] =>
  Object.entries(contract) as unknown as [ContractKey, Route][]

type Part<Name extends string, T> = undefined extends T
  ? [T] extends [undefined]
    ? { [K in Name]?: undefined }
    : { [K in Name]?: T }
  : { [K in Name]: T }

/** What a caller gives: `{ params, query, body }`, each only where the route has it. */
export type Input<K extends ContractKey> = Part<'params', ParamsOf<Contract[K]>> &
  Part<'query', QueryOf<Contract[K]>> &
  Part<'body', BodyOf<Contract[K]>>

/** What a caller gets. */
export type Output<K extends ContractKey> = OutputOf<Contract[K]>
