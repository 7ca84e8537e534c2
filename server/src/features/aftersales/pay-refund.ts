// Refunds that people pay: the list of what is to be paid, and how a payout ended.
import type { deskRoutes, LedgerEntry, RefundTask } from '@shouhou/shared/contract/desk'
import { LIMITS } from '@shouhou/shared/domain/limits'
import type { Static } from 'typebox'
import type { Tx } from '../../db/client.ts'
import { decodeCursor, toPage } from '../../db/cursor.ts'
import type { Ctx, Handlers } from '../../http/context.ts'
import { problem } from '../../http/problems.ts'
import { findCase } from './read-store.ts'
import { providerOf } from './refund-provider.ts'
import {
  findRefund,
  ledgerOf,
  listRefunds,
  type RefundFilter,
  type RefundRow,
  splitsOf,
  updateRefund,
} from './refund-store.ts'
import { lockedScene } from './run-command.ts'
import type { Scene } from './scene.ts'
import { type Move, take } from './step.ts'
import { iso, isoOrNull } from './view-parts.ts'

type Task = RefundTask
type Numbers = { readonly aftersaleNo: string; readonly orderNo: string }
type Splits = Awaited<ReturnType<typeof splitsOf>>

const taskView = (refund: RefundRow, numbers: Numbers, splits: Splits): Task => ({
  id: refund.id,
  refundNo: refund.refundNo,
  aftersaleId: refund.aftersaleId,
  aftersaleNo: numbers.aftersaleNo,
  orderNo: numbers.orderNo,
  amountFen: refund.amountFen,
  status: refund.status,
  splits: splits.map(({ paymentNo, method, amountFen }) => ({ paymentNo, method, amountFen })),
  requestedAt: iso(refund.requestedAt),
  succeededAt: isoOrNull(refund.succeededAt),
  reference: refund.reference,
})

export async function readRefunds(
  tx: Tx,
  shopId: string,
  query: RefundFilter & { cursor?: string; limit?: number },
) {
  const limit = query.limit ?? LIMITS.pageSize
  const position = decodeCursor(query.cursor, 'number')
  const rows = await listRefunds(tx, shopId, query, position, limit + 1)
  const splits = await splitsOf(
    tx,
    shopId,
    rows.map(({ refund }) => refund.id),
  )
  return toPage(
    rows,
    limit,
    ({ refund }) => ({ key: refund.queueKey, id: refund.id }),
    ({ refund, aftersaleNo, orderNo }) =>
      taskView(
        refund,
        { aftersaleNo, orderNo },
        splits.filter(({ refundId }) => refundId === refund.id),
      ),
  )
}

/** @throws `not-found` */
async function refundIn(tx: Tx, shopId: string, id: string): Promise<RefundRow> {
  const refund = await findRefund(tx, shopId, id)
  if (!refund) throw problem('not-found')
  return refund
}

async function readRefund(tx: Tx, { user }: Ctx, id: string) {
  const refund = await refundIn(tx, user.shopId, id)
  const numbers = await numbersOf(tx, refund)
  const splits = await splitsOf(tx, user.shopId, [id])
  const ledger: Static<typeof LedgerEntry>[] = (await ledgerOf(tx, user.shopId, id)).map(
    ({ id: entryId, transactionId, refundId, account, amountFen, at }) => ({
      id: entryId,
      transactionId,
      refundId,
      account,
      amountFen,
      at: iso(at),
    }),
  )
  return { refund: taskView(refund, numbers, splits), ledger }
}

async function numbersOf(tx: Tx, refund: RefundRow): Promise<Numbers> {
  const row = await findCase(tx, { shopId: refund.shopId, shopperId: null }, refund.aftersaleId)
  return { aftersaleNo: row?.no ?? '', orderNo: row?.orderNo ?? '' }
}

/** Takes the case of a refund on; the same lock as every other command. */
async function moveRefund(
  tx: Tx,
  ctx: Ctx,
  id: string,
  made: (refund: RefundRow) => Move,
): Promise<Task> {
  const { aftersaleId } = await refundIn(tx, ctx.user.shopId, id)
  const scene = await lockedScene(tx, ctx, aftersaleId)
  const refund = payable(scene)
  await take(scene, made(refund))
  return (await readRefund(tx, ctx, id)).refund
}

/** The refund, when people may say how its payout ended. @throws `wrong-status` */
function payable({ refund }: Scene): RefundRow {
  if (refund && providerOf(refund.provider).confirmedByStaff) return refund
  throw problem('wrong-status')
}

const confirmed = (tx: Tx, ctx: Ctx, id: string, reference: string): Promise<Task> =>
  moveRefund(tx, ctx, id, (refund) => ({
    command: 'refundSucceeded',
    input: { reference },
    effect: async () => {
      await updateRefund(tx, refund, { reference, confirmedBy: ctx.user.id })
      return { details: { reference } }
    },
  }))

const failed = (tx: Tx, ctx: Ctx, id: string, text: string): Promise<Task> =>
  moveRefund(tx, ctx, id, (refund) => ({
    command: 'refundFailed',
    input: { text, reference: refund.refundNo },
    effect: async () => {
      await updateRefund(tx, refund, { failText: text })
      return { note: { code: null, text }, details: { text } }
    },
  }))

type RefundKeys =
  | 'GET /refunds'
  | 'GET /refunds/:id'
  | 'POST /refunds/:id/confirm'
  | 'POST /refunds/:id/fail'

/** Spread into the handlers of the desk. */
export const refundHandlers: Handlers<Pick<typeof deskRoutes, RefundKeys>> = {
  'GET /refunds': ({ query }, ctx) => ctx.transact((tx) => readRefunds(tx, ctx.user.shopId, query)),
  'GET /refunds/:id': ({ params }, ctx) => ctx.transact((tx) => readRefund(tx, ctx, params.id)),
  'POST /refunds/:id/confirm': ({ params, body }, ctx) =>
    ctx.transact((tx) => confirmed(tx, ctx, params.id, body.reference)),
  'POST /refunds/:id/fail': ({ params, body }, ctx) =>
    ctx.transact((tx) => failed(tx, ctx, params.id, body.text)),
}
