// One entry for each route of the slice.
import type { faqRoutes } from '@shouhou/shared/contract/faq'
import type { Handlers } from '../../http/context.ts'
import { replaceTexts, setStatus, writeEntry } from './edit-entry.ts'
import { readArticles, readCategories, readEntries, readEntry, readUses } from './read-faq.ts'
import { readUnanswered } from './read-unanswered.ts'
import { reopenUnanswered, resolveUnanswered } from './resolve-unanswered.ts'
import { checkEntry, testQuestion } from './try-entry.ts'

export const handlers: Handlers<typeof faqRoutes> = {
  'GET /faq': ({ query }, ctx) => ctx.transact((tx) => readArticles(tx, query, ctx)),
  'GET /faq/entries': ({ query }, ctx) => ctx.transact((tx) => readEntries(tx, query, ctx)),
  'GET /faq/entries/:id': ({ params }, ctx) => ctx.transact((tx) => readEntry(tx, params.id, ctx)),
  'POST /faq/entries': ({ body }, ctx) => ctx.transact((tx) => writeEntry(tx, body, ctx)),
  'PUT /faq/entries/:id': ({ params, body }, ctx) =>
    ctx.transact((tx) => replaceTexts(tx, params.id, body, ctx)),
  'PUT /faq/entries/:id/status': ({ params, body }, ctx) =>
    ctx.transact((tx) => setStatus(tx, params.id, body, ctx)),
  'GET /faq/entries/:id/uses': ({ params }, ctx) =>
    ctx.transact((tx) => readUses(tx, params.id, ctx)),
  'GET /faq/categories': (_input, ctx) => ctx.transact((tx) => readCategories(tx, ctx)),
  'POST /faq/test': ({ body }, ctx) => testQuestion(body, ctx),
  'POST /faq/check': ({ body }, ctx) => checkEntry(body, ctx),
  'GET /faq/unanswered': ({ query }, ctx) => ctx.transact((tx) => readUnanswered(tx, query, ctx)),
  'POST /faq/unanswered/:id/resolve': ({ params, body }, ctx) =>
    ctx.transact((tx) => resolveUnanswered(tx, params.id, body.entryId, ctx)),
  'POST /faq/unanswered/:id/reopen': ({ params }, ctx) =>
    ctx.transact((tx) => reopenUnanswered(tx, params.id, ctx)),
}
