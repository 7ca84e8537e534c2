// One entry for each route of the slice.
import type { conversationRoutes } from '@shouhou/shared/contract/conversations'
import type { Handlers } from '../../http/context.ts'
import { giveFeedback } from './give-feedback.ts'
import { readConversations, readMessages } from './read-conversations.ts'
import { endConversation, openConversation, speak, takeConversation } from './talk.ts'

export const handlers: Handlers<typeof conversationRoutes> = {
  'POST /conversations': ({ body }, ctx) =>
    ctx.transact((tx) => openConversation(tx, body.language, ctx)),
  'GET /conversations': ({ query }, ctx) => ctx.transact((tx) => readConversations(tx, query, ctx)),
  'GET /conversations/:id/messages': ({ params, query }, ctx) =>
    ctx.transact((tx) => readMessages(tx, params.id, query.after ?? 0, ctx)),
  'POST /conversations/:id/messages': async ({ params, body }, ctx) => {
    // Loading a shop's index takes seconds where there are thousands of phrasings.
    await ctx.deps.answers.warm(ctx.user.shopId)
    return ctx.transact((tx) => speak(tx, params.id, body, ctx))
  },
  'POST /conversations/:id/take': ({ params }, ctx) =>
    ctx.transact((tx) => takeConversation(tx, params.id, ctx)),
  'POST /conversations/:id/end': ({ params }, ctx) =>
    ctx.transact((tx) => endConversation(tx, params.id, ctx)),
  'POST /conversations/:id/messages/:messageId/feedback': ({ params, body }, ctx) =>
    ctx.transact((tx) => giveFeedback(tx, params, body.helpful, ctx)),
}
