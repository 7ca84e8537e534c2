// One entry for each route of the slice.
import type { noticeRoutes } from '@shouhou/shared/contract/notices'
import type { Handlers } from '../../http/context.ts'
import { readCount, readInbox, readNotices, readThread } from './inbox.ts'
import { changeSettings, confirmEmail, nameEmail, readSettings, removeEmail } from './settings.ts'
import {
  changeTemplate,
  countGrants,
  listTemplates,
  previewTemplate,
  templatesToAsk,
} from './templates.ts'

export const handlers: Handlers<typeof noticeRoutes> = {
  'GET /me/notices': ({ query }, ctx) => ctx.transact((tx) => readInbox(tx, ctx, query)),
  'GET /me/notices/:subjectId': ({ params, query }, ctx) =>
    ctx.transact((tx) => readThread(tx, ctx, params.subjectId, query)),
  'GET /me/notice-count': (_input, ctx) => ctx.transact((tx) => readCount(tx, ctx)),
  'POST /me/notices/read': ({ body }, ctx) => ctx.transact((tx) => readNotices(tx, ctx, body)),
  'GET /me/notice-templates': (_input, ctx) => ctx.transact((tx) => templatesToAsk(tx, ctx)),
  'POST /me/notice-grants': ({ body }, ctx) =>
    ctx.transact((tx) => countGrants(tx, ctx, body.results)),
  'GET /me/notice-settings': (_input, ctx) => ctx.transact((tx) => readSettings(tx, ctx)),
  'PUT /me/notice-settings': ({ body }, ctx) => ctx.transact((tx) => changeSettings(tx, ctx, body)),
  'PUT /me/notice-email': ({ body }, ctx) => nameEmail(ctx, body.email),
  'POST /me/notice-email/confirm': ({ body }, ctx) => confirmEmail(ctx, body.code),
  'DELETE /me/notice-email': (_input, ctx) => ctx.transact((tx) => removeEmail(tx, ctx)),
  'GET /notice-templates': (_input, ctx) => ctx.transact((tx) => listTemplates(tx, ctx)),
  'PUT /notice-templates/:event': ({ params, body }, ctx) =>
    ctx.transact((tx) => changeTemplate(tx, ctx, params.event, body)),
  'POST /notice-templates/:event/preview': ({ params, body }, ctx) =>
    ctx.transact((tx) => previewTemplate(tx, ctx, params.event, body)),
}
