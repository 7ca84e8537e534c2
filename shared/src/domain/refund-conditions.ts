// What sending goods back can cost the shopper: lost discounts, lost free freight, gifts that stay.

import { type Fen, splitFen, sumFen } from './money.ts'
import type { RefundAsk, RefundDiscount, RefundLine, RefundOrder } from './refund-order.ts'
import { add, deduct, earlierFen, fenOf, portion, type Row, type Tally } from './refund-tally.ts'

/**
 * A discount whose threshold the remaining goods miss is taken off what the shopper keeps. Only
 * where sending back is the shopper's choice; what an earlier refund took off already counts, and
 * flows back when those goods are returned as well.
 */
export function settleDiscount(
  tally: Tally,
  order: RefundOrder,
  ask: RefundAsk,
  rows: readonly Row[],
  discount: RefundDiscount,
): void {
  const covered = rows.filter(({ line }) => covers(discount, line))
  const listed = sumFen(covered.map(({ line }) => line.unitPriceFen * line.quantity))
  const listedLeft = sumFen(covered.map(({ line, left }) => line.unitPriceFen * left))
  const lost = listed >= discount.thresholdFen && listedLeft < discount.thresholdFen
  const shares = discountShares(order, discount)
  const onRest = covered.map(({ line, left }) => {
    const share = shares[line.lineId] ?? 0
    return share - portion(share, line.quantity - left, line.quantity)
  })
  const due = lost ? sumFen(onRest) : 0
  const held = -earlierFen(order, ['discount-lost', 'discount-regained'], discount.ref)
  if (due > held && ask.freightPayer === 'shopper') {
    deduct(tally, 'discount-lost', due - held, discount.ref)
  }
  if (due < held) regain(tally, rows, held - due, discount.ref)
}

function regain(tally: Tally, rows: readonly Row[], fen: Fen, ref: string): void {
  const regainedSoFar = tally.parts.filter((p) => p.code === 'discount-regained').map(fenOf)
  const room = sumFen(rows.map(({ headroom }) => headroom)) - sumFen(regainedSoFar)
  const given = Math.min(fen, room)
  if (given > 0) add(tally, 'discount-regained', given, null, ref)
}

const covers = ({ lineIds }: RefundDiscount, { lineId }: RefundLine): boolean =>
  lineIds === null || lineIds.includes(lineId)

/** What a discount took off each line; never more than the line was really cheaper. */
function discountShares(order: RefundOrder, discount: RefundDiscount): Record<string, Fen> {
  const shares: Record<string, Fen> = {}
  const raw = order.discounts.map((d) => rawShares(order, d))
  const which = order.discounts.indexOf(discount)
  order.lines.forEach((line, index) => {
    const off = Math.max(0, line.unitPriceFen * line.quantity - line.paidFen)
    const parts = raw.map((ofDiscount) => ofDiscount[index] ?? 0)
    const fitted = sumFen(parts) > off ? splitFen(off, parts) : parts
    shares[line.lineId] = fitted[which] ?? 0
  })
  return shares
}

function rawShares(order: RefundOrder, discount: RefundDiscount): Fen[] {
  const weights = order.lines.map((line) =>
    covers(discount, line) ? line.unitPriceFen * line.quantity : 0,
  )
  return sumFen(weights) > 0 ? splitFen(discount.amountFen, weights) : weights
}

/** Free freight earned by goods that go back may be kept, once. */
export function settleLostFreight(
  tally: Tally,
  order: RefundOrder,
  ask: RefundAsk,
  rows: readonly Row[],
): void {
  const { paidFen, fullFen, freeFromFen } = order.freight
  if (freeFromFen === null || !ask.deductLostFreight || ask.freightPayer !== 'shopper') return
  const paid = sumFen(rows.map(({ line }) => line.paidFen))
  const kept = rows.map(
    ({ line, left }) => line.paidFen - portion(line.paidFen, line.quantity - left, line.quantity),
  )
  const lost = paid >= freeFromFen && sumFen(kept) < freeFromFen
  const taken = -earlierFen(order, ['free-freight-lost'], null)
  if (lost) deduct(tally, 'free-freight-lost', fullFen - paidFen - taken)
}

/** Gifts go back with the last unit of the goods they came with, or their price is kept. */
export function settleGifts(
  tally: Tally,
  order: RefundOrder,
  ask: RefundAsk,
  rows: readonly Row[],
): void {
  for (const gift of order.gifts) {
    const bound = rows.filter((r) => gift.forLineId === null || r.line.lineId === gift.forLineId)
    const goes = bound.some((r) => r.asked > 0) && bound.every((r) => r.left === 0)
    const settled = order.earlier.some(
      (p) => p.ref === gift.ref && (p.code === 'gift-due' || p.code === 'gift-kept'),
    )
    if (!goes || settled) continue
    if (ask.giftsKept.includes(gift.ref) && ask.freightPayer === 'shopper') {
      deduct(tally, 'gift-kept', gift.declaredFen * gift.quantity, gift.ref)
    } else {
      add(tally, 'gift-due', 0, null, gift.ref)
    }
  }
}
