// One entry for each route of the slice.
import type { faqRoutes } from '@shouhou/shared/contract/faq'
import type { Handlers } from '../../http/context.ts'
import { replaceTexts, setStatus, writeEntry } from './edit-entry.ts'
import { readArticles, readEntries, readEntry, readUnanswered, testQuestion } from './read-faq.ts'
import { resolveUnanswered } from './resolve-unanswered.ts'

export const handlers: Handlers<typeof faqRoutes> = {
  'GET /faq': ({ query }, ctx) => ctx.transact((tx) => readArticles(tx, query, ctx)),
  'GET /faq/entries': ({ query }, ctx) => ctx.transact((tx) => readEntries(tx, query, ctx)),
  'GET /faq/entries/:id': ({ params }, ctx) => ctx.transact((tx) => readEntry(tx, params.id, ctx)),
  'POST /faq/entries': ({ body }, ctx) => ctx.transact((tx) => writeEntry(tx, body, ctx)),
  'PUT /faq/entries/:id': ({ params, body }, ctx) =>
    ctx.transact((tx) => replaceTexts(tx, params.id, body, ctx)),
  'PUT /faq/entries/:id/status': ({ params, body }, ctx) =>
    ctx.transact((tx) => setStatus(tx, params.id, body, ctx)),
  'POST /faq/test': ({ body }, ctx) => ctx.transact((tx) => testQuestion(tx, body.question, ctx)),
  'GET /faq/unanswered': ({ query }, ctx) => ctx.transact((tx) => readUnanswered(tx, query, ctx)),
  'POST /faq/unanswered/:id/resolve': ({ params, body }, ctx) =>
    ctx.transact((tx) => resolveUnanswered(tx, params.id, body.entryId, ctx)),
}
