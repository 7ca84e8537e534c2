// The money of a case: what may be paid back, and promising exactly that of lines, freight and payments.
// Whoever changes a promise holds the lock on the order, so calculations see each other's results.
import type { AftersaleType } from '@shouhou/shared/domain/aftersale-types'
import { type Fen, splitFen } from '@shouhou/shared/domain/money'
import { type ReasonCode, reasonRule } from '@shouhou/shared/domain/reasons'
import { calculateRefund } from '@shouhou/shared/domain/refund-calculator'
import {
  distinctRefs,
  type RefundAsk,
  type RefundOrder,
  type RefundQuote,
} from '@shouhou/shared/domain/refund-order'
import { problem } from '../../http/problems.ts'
import {
  type Claim,
  giftsOf,
  loadOrderForAftersale,
  type OrderForAftersale,
  release,
  reserve,
} from '../orders/index.ts'
import {
  type CaseRow,
  type ItemRow,
  refundsBeside,
  saveItems,
  saveShares,
  sharesOf,
} from './case-store.ts'
import type { Scene, Stage } from './scene.ts'

export interface TermsLine {
  readonly lineId: string
  readonly quantity: number
  /** What the shopper wants instead; null for the same. */
  readonly exchangeSku: string | null
}

/** What is to be paid back for, and what was agreed about it. */
export interface Terms {
  readonly type: AftersaleType
  readonly reason: ReasonCode
  readonly receivedGoods: boolean
  readonly lines: readonly TermsLine[]
  /** Gifts that do not come back, by ref. */
  readonly giftsKept: readonly string[]
  /** Agreed instead of the calculation. Money moves then whatever the type. */
  readonly agreedFen?: Fen
  /** The calculation counts, but no more than this: what had been promised before. */
  readonly atMostFen?: Fen
}

export const NO_CLAIM: Claim = { lines: [], freightFen: 0, payments: [] }

/** The order of a case, locked until the transaction ends. */
export async function orderOf(scene: Pick<Scene, 'tx' | 'row'>): Promise<OrderForAftersale> {
  const { shopId, orderNo } = scene.row
  const order = await loadOrderForAftersale(scene.tx, shopId, orderNo, { lock: true })
  if (!order) throw new Error(`Order ${orderNo} of a case is gone`)
  return order
}

/** What the case has promised of its order so far. */
export async function claimOf(scene: Pick<Scene, 'tx' | 'row' | 'items'>): Promise<Claim> {
  const { tx, row, items } = scene
  return {
    lines: items.map(({ lineId, quantity, refundFen }) => ({ lineId, quantity, fen: refundFen })),
    freightFen: row.freightFen,
    payments: await sharesOf(tx, row.shopId, row.id),
  }
}

/** The order as the calculator wants it, without what `own` has promised itself. */
export async function refundOrderOf(
  stage: Stage,
  order: OrderForAftersale,
  own: { readonly caseId: string | null; readonly claim: Claim },
): Promise<RefundOrder> {
  const beside = await refundsBeside(stage.tx, stage.shopId, order.order.id, own.caseId)
  const ownLine = (id: string) => own.claim.lines.find(({ lineId }) => lineId === id)?.fen ?? 0
  const ownShare = (id: string) =>
    own.claim.payments.find(({ paymentId }) => paymentId === id)?.fen ?? 0
  return {
    lines: order.lines.map((line) => ({
      lineId: line.id,
      unitPriceFen: line.unitPriceFen,
      paidFen: line.paidFen,
      quantity: line.quantity,
      refundedQuantity: beside.items
        .filter(({ lineId }) => lineId === line.id)
        .reduce((sum, { quantity }) => sum + quantity, 0),
      refundedFen: line.refundReservedFen - ownLine(line.id),
    })),
    ...promises(order),
    freight: {
      paidFen: order.order.freightPaidFen,
      fullFen: order.order.freightFullFen,
      freeFromFen: order.order.freightFreeFromFen,
      refundedFen: order.order.freightReservedFen - own.claim.freightFen,
    },
    payments: order.payments.map(({ id, paidFen, refundReservedFen }) => ({
      paymentId: id,
      paidFen,
      refundedFen: refundReservedFen - ownShare(id),
    })),
    shipped: isShipped(order),
    earlier: beside.parts,
  }
}

/** Something of the order has left the shop. */
const isShipped = ({ lines }: OrderForAftersale): boolean =>
  lines.some(({ shippedAt }) => shippedAt !== null)

/** Discounts and gifts. A line number becomes the line's id. */
function promises({ order, lines }: OrderForAftersale): Pick<RefundOrder, 'discounts' | 'gifts'> {
  const lineIdOf = (lineNo: string) => lines.find((line) => line.lineNo === lineNo)?.id
  const refs = distinctRefs(order.discounts.map(({ name }) => name))
  return {
    discounts: order.discounts.map(({ amountFen, thresholdFen, lineNos }, index) => ({
      ref: refs[index] ?? '',
      amountFen,
      thresholdFen,
      lineIds: lineNos?.map(lineIdOf).filter((id) => id !== undefined) ?? null,
    })),
    gifts: giftsOf(order, lines),
  }
}

/** What the terms give back; pure once the order is known. */
export function quoteFor(order: RefundOrder, terms: Terms, { policy }: Stage): RefundQuote {
  const ask: RefundAsk = {
    lines: terms.lines,
    freightPayer: reasonRule(terms.reason).freightPayer,
    goodsKept: terms.type === 'REFUND_ONLY' && terms.receivedGoods,
    giftsKept: terms.giftsKept,
    deductLostFreight: policy.document.freight.deductLostFreeFreight,
    ...(terms.agreedFen === undefined ? {} : { agreedFen: terms.agreedFen }),
  }
  const quote = calculateRefund(order, ask)
  const { atMostFen = quote.totalFen } = terms
  return quote.totalFen > atMostFen
    ? calculateRefund(order, { ...ask, agreedFen: atMostFen })
    : quote
}

/** An exchange moves goods only, unless people agreed on money after all. */
export const movesMoney = (terms: Pick<Terms, 'type' | 'agreedFen'>): boolean =>
  terms.type !== 'EXCHANGE' || terms.agreedFen !== undefined

/** Terms as they stand for a case, to be changed by whoever agrees on others. */
export const termsOf = (scene: Pick<Scene, 'row' | 'items'>): Terms => ({
  type: scene.row.type,
  reason: scene.row.reasonCode,
  receivedGoods: scene.row.receivedGoods,
  giftsKept: scene.row.giftsKept,
  lines: scene.items.map(({ lineId, quantity, exchangeSku }) => ({
    lineId,
    quantity,
    exchangeSku,
  })),
})

/** What the goods of a case are worth now, as `type`: the calculation and its ceiling. */
export async function quoteNow(scene: Scene, type: AftersaleType): Promise<RefundQuote> {
  const own = { caseId: scene.row.id, claim: await claimOf(scene) }
  const order = await refundOrderOf(scene, await orderOf(scene), own)
  return quoteFor(order, { ...termsOf(scene), type }, scene)
}

export type Promised = Pick<CaseRow, 'reservedFen' | 'freightFen' | 'freightPayer' | 'parts'>

/**
 * Promises what the terms give back instead of what was promised before: units, money of lines,
 * freight and payments. Returns the columns of the case.
 * @throws `amount-exceeds-paid` when people agreed on more than is left.
 */
export async function promise(scene: Scene, terms: Terms): Promise<Promised> {
  const order = await orderOf(scene)
  const before = await claimOf(scene)
  const own = { caseId: scene.row.id, claim: before }
  const quote = movesMoney(terms)
    ? quoteFor(await refundOrderOf(scene, order, own), terms, scene)
    : null
  const agreedTooMuch = (terms.agreedFen ?? 0) > (quote?.ceilingFen ?? 0)
  if (agreedTooMuch && scene.by.role !== 'system') throw problem('amount-exceeds-paid')
  const after = claimFor(terms, quote)
  await release(scene.tx, scene.shopId, order.order.id, before)
  await reserve(scene.tx, scene.shopId, order.order.id, after)
  await saveShares(scene.tx, scene.row, after.payments)
  await saveItems(scene.tx, scene.row, itemsFor(scene.items, after, terms))
  return promisedColumns(quote, terms)
}

/** Units and money that the terms take of the order. */
export const claimFor = (terms: Pick<Terms, 'lines'>, quote: RefundQuote | null): Claim => {
  const fenOf = (id: string) => quote?.lines.find(({ lineId }) => lineId === id)?.fen ?? 0
  const asked = terms.lines.map(({ lineId, quantity }) => ({
    lineId,
    quantity,
    fen: fenOf(lineId),
  }))
  if (!quote) return { ...NO_CLAIM, lines: asked }
  const regained = quote.lines.filter(
    ({ lineId }) => !terms.lines.some((line) => line.lineId === lineId),
  )
  return {
    lines: [...asked, ...regained].filter(({ quantity, fen }) => quantity > 0 || fen > 0),
    freightFen: quote.freightFen,
    payments: [...quote.payments],
  }
}

export const promisedColumns = (
  quote: RefundQuote | null,
  terms: Pick<Terms, 'reason'>,
): Promised => ({
  reservedFen: quote?.totalFen ?? 0,
  freightFen: quote?.freightFen ?? 0,
  freightPayer: reasonRule(terms.reason).freightPayer,
  parts: quote?.parts ?? [],
})

/** Promises `toFen` of what was promised so far, each share lowered in proportion. */
export async function lower(scene: Scene, toFen: Fen): Promise<Promised> {
  const order = await orderOf(scene)
  const before = await claimOf(scene)
  const goods = before.lines.map(({ fen }) => fen)
  const [freightFen = 0, ...ofLines] = splitFen(toFen, [before.freightFen, ...goods])
  const ofPayments = splitFen(
    toFen,
    before.payments.map(({ fen }) => fen),
  )
  const after: Claim = {
    lines: before.lines.map((line, index) => ({ ...line, fen: ofLines[index] ?? 0 })),
    freightFen,
    payments: before.payments
      .map(({ paymentId }, index) => ({ paymentId, fen: ofPayments[index] ?? 0 }))
      .filter(({ fen }) => fen > 0),
  }
  await release(scene.tx, scene.shopId, order.order.id, before)
  await reserve(scene.tx, scene.shopId, order.order.id, after)
  await saveShares(scene.tx, scene.row, after.payments)
  await saveItems(scene.tx, scene.row, itemsFor(scene.items, after, termsOf(scene)))
  const { freightPayer, parts, reservedFen } = scene.row
  const part = { code: 'inspection-deduction' as const, lineId: null, ref: null }
  return {
    reservedFen: toFen,
    freightFen,
    freightPayer,
    parts: [...parts, { ...part, fen: toFen - reservedFen }],
  }
}

/** Items of a case for what it claims; counts of receipt and inspection stay. */
export function itemsFor(before: readonly ItemRow[], claim: Claim, terms: Pick<Terms, 'lines'>) {
  return claim.lines.map((line, position) => {
    const known = before.find(({ lineId }) => lineId === line.lineId)
    return {
      lineId: line.lineId,
      position: known?.position ?? before.length + position,
      quantity: line.quantity,
      quantityReceived: known?.quantityReceived ?? null,
      quantityPassed: known?.quantityPassed ?? null,
      refundFen: line.fen,
      exchangeSku: terms.lines.find(({ lineId }) => lineId === line.lineId)?.exchangeSku ?? null,
    }
  })
}

/** Gives everything back that a closed case had promised; its items stay as a record of what was asked. */
export async function freeAll(scene: Scene): Promise<Promised> {
  const order = await orderOf(scene)
  await release(scene.tx, scene.shopId, order.order.id, await claimOf(scene))
  await saveShares(scene.tx, scene.row, [])
  return {
    reservedFen: 0,
    freightFen: 0,
    freightPayer: scene.row.freightPayer,
    parts: scene.row.parts,
  }
}
