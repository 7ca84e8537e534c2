// One entry for each route of the slice.
import type { aftersaleRoutes } from '@shouhou/shared/contract/aftersales'
import type { Ctx, Handlers } from '../../http/context.ts'
import * as goods from './acts-goods.ts'
import * as inspection from './acts-inspection.ts'
import * as money from './acts-money.ts'
import * as talk from './acts-talk.ts'
import { quoteAftersale } from './quote-aftersale.ts'
import {
  addNote,
  rate,
  readCase,
  readCounts,
  readDesk,
  readList,
  readTimeline,
} from './read-aftersales.ts'
import { type Act, runCommand } from './run-command.ts'
import { submitAftersale } from './submit-aftersale.ts'
import { viewCase } from './view.ts'

/** A command route: its act, made from the body, on the case of the path. */
const command =
  <B extends { readonly version: number }>(act: (body: B) => Act) =>
  ({ params, body }: { params: { id: string }; body: B }, ctx: Ctx) =>
    ctx.transact((tx) => runCommand(tx, ctx, params.id, body.version, act(body)))

export const handlers: Handlers<typeof aftersaleRoutes> = {
  'POST /aftersales/quote': ({ body }, ctx) => ctx.transact((tx) => quoteAftersale(tx, ctx, body)),
  'POST /aftersales': ({ body }, ctx) =>
    ctx.transact(async (tx) => viewCase(tx, ctx, (await submitAftersale(tx, ctx, body)).row)),
  'GET /aftersales': ({ query }, ctx) => readList(ctx, query),
  'GET /aftersales/counts': (_input, ctx) => readCounts(ctx),
  'GET /aftersales/:id': ({ params }, ctx) => readCase(ctx, params.id),
  'GET /aftersales/:id/timeline': ({ params, query }, ctx) =>
    ctx.transact((tx) => readTimeline(tx, ctx, params.id, query.after ?? 0)),
  'GET /aftersales/:id/desk': ({ params }, ctx) =>
    ctx.transact((tx) => readDesk(tx, ctx, params.id)),
  'POST /aftersales/:id/notes': ({ params, body }, ctx) =>
    ctx.transact((tx) => addNote(tx, ctx, params.id, body.text)),
  'POST /aftersales/:id/rating': ({ params, body }, ctx) =>
    ctx.transact((tx) => rate(tx, ctx, params.id, body)),

  'POST /aftersales/:id/request-info': command(talk.requestInfo),
  'POST /aftersales/:id/supply-info': command(talk.supplyInfo),
  'POST /aftersales/:id/approve': command(talk.approve),
  'POST /aftersales/:id/reject': command(talk.reject),
  'POST /aftersales/:id/offer': command(talk.offer),
  'POST /aftersales/:id/accept-offer': command(() => talk.acceptOffer),
  'POST /aftersales/:id/decline-offer': command(() => talk.declineOffer),
  'POST /aftersales/:id/edit': command(talk.edit),
  'POST /aftersales/:id/cancel': command(() => talk.cancel),
  'POST /aftersales/:id/ship-return': command(goods.shipReturn),
  'POST /aftersales/:id/report-delivered': command(() => goods.reportDelivered),
  'POST /aftersales/:id/waive-return': command(talk.waiveReturn),
  'POST /aftersales/:id/receive-return': command(inspection.receiveReturn),
  'POST /aftersales/:id/pass-inspection': command(inspection.passInspection),
  'POST /aftersales/:id/fail-inspection': command(inspection.failInspection),
  'POST /aftersales/:id/accept-deduction': command(() => inspection.acceptDeduction),
  'POST /aftersales/:id/ask-goods-back': command(() => inspection.askGoodsBack),
  'POST /aftersales/:id/ship-replacement': command(goods.shipReplacement),
  'POST /aftersales/:id/report-out-of-stock': command(goods.reportOutOfStock),
  'POST /aftersales/:id/confirm-receipt': command(() => goods.confirmReceipt),
  'POST /aftersales/:id/retry-refund': command(() => money.retryRefund),
  'POST /aftersales/:id/record-offline-payout': command(money.recordOfflinePayout),
  'POST /aftersales/:id/confirm-payout': command(() => money.confirmPayout),
  'POST /aftersales/:id/force-close': command(talk.forceClose),
  'POST /aftersales/:id/force-refund': command(talk.forceRefund),
}
