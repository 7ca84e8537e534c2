// One order coming in from the shop's own system. Whatever arrives at the same time, the row lock puts
// it in a row: the first makes the order, the others find it.
import type { ORDER_OUTCOMES, OrderIn } from '@shouhou/shared/contract/orders'
import type { Tx } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import { fingerprintOf } from '../../http/idempotency.ts'
import { problem, say } from '../../http/problems.ts'
import { findOrCreateShopper } from '../auth/index.ts'
import { checkOrder } from './check-order.ts'
import { lockedChanges } from './locked-changes.ts'
import { contentOf, type OrderContent } from './order-content.ts'
import {
  findOrder,
  hasAftersale,
  insertOrder,
  linesOf,
  lockOrder,
  type OrderRow,
  paymentsOf,
  removeAllBut,
  saveLines,
  savePayments,
  updateOrder,
} from './store.ts'

export type OrderOutcome = (typeof ORDER_OUTCOMES)[number]
type Importer = Pick<Ctx, 'deps' | 'now' | 'user'>

/** The order as it arrived, checked and read. */
interface Incoming {
  readonly orderNo: string
  readonly order: OrderIn
  readonly content: OrderContent
  readonly fingerprint: string
}

/**
 * Stores the order, or a newer version of it.
 * @throws `order-impossible`, `order-outdated`, `order-locked`
 */
export async function putOrder(
  tx: Tx,
  ctx: Importer,
  orderNo: string,
  order: OrderIn,
): Promise<{ orderNo: string; outcome: OrderOutcome }> {
  const errors = checkOrder(order, ctx.now.getTime())
  if (errors.length > 0) throw problem('order-impossible', { errors })
  const content = contentOf(order)
  const incoming = { orderNo, order, content, fingerprint: fingerprint(ctx, order, content) }
  const { shopId } = ctx.user
  const stored = await lockOrder(tx, shopId, orderNo)
  if (stored) return { orderNo, outcome: await change(tx, ctx, stored, incoming) }
  if (await create(tx, ctx, incoming)) return { orderNo, outcome: 'created' }
  const other = await lockOrder(tx, shopId, orderNo)
  if (!other) throw problem('unavailable')
  return { orderNo, outcome: await change(tx, ctx, other, incoming) }
}

/** Keyed, because a plain hash of a phone number can be undone by trying them all. */
function fingerprint({ deps }: Importer, order: OrderIn, content: OrderContent): string {
  const { version, shopper, recipient } = order
  const plain: unknown = JSON.parse(JSON.stringify({ version, shopper, recipient, content }))
  return deps.personal.blindIndex('order', fingerprintOf(plain))
}

/** The columns that follow from the body. */
function columns({ deps, now }: Importer, { order, content, fingerprint }: Incoming) {
  const { lines: _lines, payments, ...own } = content
  return {
    ...own,
    version: order.version,
    fingerprint,
    recipientSealed: order.recipient ? deps.personal.seal(JSON.stringify(order.recipient)) : null,
    paidFen: payments.reduce((sum, payment) => sum + payment.paidFen, 0),
    updatedAt: now,
  }
}

const shopperOf = (tx: Tx, ctx: Importer, { order }: Incoming): Promise<string> =>
  findOrCreateShopper(ctx.deps, tx, ctx.user.shopId, order.shopper)

async function create(tx: Tx, ctx: Importer, incoming: Incoming): Promise<boolean> {
  const { deps, now, user } = ctx
  const { shopId } = user
  const shopperId = await shopperOf(tx, ctx, incoming)
  const row = {
    ...columns(ctx, incoming),
    shopId,
    id: deps.ids.id(),
    orderNo: incoming.orderNo,
    shopperId,
    createdAt: now,
  }
  if (!(await insertOrder(tx, row))) return false
  await saveLines(tx, row, incoming.content, deps.ids.id)
  await savePayments(tx, row, incoming.content, deps.ids.id)
  return true
}

async function change(
  tx: Tx,
  ctx: Importer,
  stored: OrderRow,
  incoming: Incoming,
): Promise<OrderOutcome> {
  if (incoming.fingerprint === stored.fingerprint) return 'unchanged'
  if (incoming.order.version <= stored.version) throw outdated(stored.version, incoming)
  const { shopId, id } = stored
  const shopperId = await shopperOf(tx, ctx, incoming)
  if (await hasAftersale(tx, shopId, id)) {
    await demandUnlocked(tx, stored, shopperId, incoming.content)
  }
  await updateOrder(tx, shopId, id, { ...columns(ctx, incoming), shopperId })
  await removeAllBut(tx, stored, incoming.content)
  await saveLines(tx, stored, incoming.content, ctx.deps.ids.id)
  await savePayments(tx, stored, incoming.content, ctx.deps.ids.id)
  return 'updated'
}

function outdated(version: number, { order }: Incoming) {
  const same = order.version === version
  return problem('order-outdated', {
    currentVersion: version,
    why: same ? 'same-version' : 'older-version',
    detail: same
      ? say(
          `版本 ${version} 已存有不同内容，修改后请使用更大的版本号`,
          `Version ${version} is stored with other content; send changes with a higher version`,
        )
      : say(`已存有更新的版本 ${version}`, `Version ${version} is stored already`),
  })
}

/** @throws `order-locked` with everything that may not change any more. */
async function demandUnlocked(tx: Tx, stored: OrderRow, shopperId: string, next: OrderContent) {
  const lines = await linesOf(tx, stored.shopId, stored.id)
  const payments = await paymentsOf(tx, stored.shopId, stored.id)
  // Finding the shopper may just have joined the one of this order with another.
  const owner = (await findOrder(tx, stored.shopId, stored.orderNo))?.shopperId
  const before = {
    ...stored,
    lines,
    payments: payments.map(({ paymentNo, method, paidFen }) => ({ paymentNo, method, paidFen })),
  }
  const errors = lockedChanges(before, next)
  if (shopperId !== owner) {
    const message = say('已有售后，不能再换顾客', 'cannot change once an aftersale exists')
    errors.push({ pointer: '/shopper', message })
  }
  if (errors.length > 0) throw problem('order-locked', { errors: errors.slice(0, 100) })
}
