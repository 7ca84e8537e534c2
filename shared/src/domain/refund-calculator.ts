// What a shopper gets back, yuan by yuan and each with its reason. Page and server call the same function.

import { type Fen, splitFen, sumFen } from './money.ts'
import { settleDiscount, settleGifts, settleLostFreight } from './refund-conditions.ts'
import type { RefundAsk, RefundOrder, RefundPartCode, RefundQuote } from './refund-order.ts'
import { add, deduct, fenOf, type Row, type Tally, toRow } from './refund-tally.ts'

/**
 * The refund for `ask`. Pure and total: impossible quantities are cut, every amount is whole fen,
 * parts sum to the total, lines and payments sum to it too, and repeated partial refunds together
 * never exceed what was paid.
 */
export function calculateRefund(order: RefundOrder, ask: RefundAsk): RefundQuote {
  const rows = order.lines.map((line) => toRow(line, ask))
  const tally: Tally = { parts: [], total: 0 }
  for (const { line, asked, gross } of rows) {
    if (asked > 0) add(tally, 'paid-share', gross, line.lineId)
  }
  const grossFen = tally.total
  if (!ask.goodsKept) {
    for (const discount of order.discounts) settleDiscount(tally, order, ask, rows, discount)
    if (order.shipped) {
      settleLostFreight(tally, order, ask, rows)
      settleGifts(tally, order, ask, rows)
    }
  }
  deduct(tally, 'inspection-deduction', ask.deductionFen ?? 0)
  const freight = freightBack(order, ask, rows)
  if (freight) add(tally, freight.code, freight.fen)
  const regained = sumFen(tally.parts.filter((p) => p.code === 'discount-regained').map(fenOf))
  const available = sumFen(order.payments.map(leftOfPayment))
  const ceilingFen = Math.min(grossFen + regained + (freight?.fen ?? 0), available)
  agree(tally, ask, ceilingFen)
  if (tally.total > available) add(tally, 'paid-cap', available - tally.total)
  const freightFen = Math.min(freight?.fen ?? 0, tally.total)
  return {
    totalFen: tally.total,
    goodsFen: tally.total - freightFen,
    freightFen,
    lines: overLines(rows, tally.total - freightFen),
    parts: tally.parts,
    payments: overPayments(order, tally.total),
    freightPayer: ask.freightPayer,
    ceilingFen,
  }
}

const leftOfPayment = (p: { paidFen: Fen; refundedFen: Fen }): Fen =>
  Math.max(0, p.paidFen - p.refundedFen)

/** Freight the shopper paid comes back with the last unit: nothing shipped yet, or the shop's fault. */
function freightBack(
  order: RefundOrder,
  ask: RefundAsk,
  rows: readonly Row[],
): { code: RefundPartCode; fen: Fen } | null {
  const fen = Math.max(0, order.freight.paidFen - order.freight.refundedFen)
  const whole = rows.some((r) => r.asked > 0) && rows.every((r) => r.left === 0)
  if (fen === 0 || !whole || ask.goodsKept) return null
  if (!order.shipped) return { code: 'freight-unshipped', fen }
  if (ask.freightPayer === 'merchant') return { code: 'freight-fault', fen }
  return { code: 'freight-kept', fen: 0 }
}

function agree(tally: Tally, { agreedFen }: RefundAsk, ceilingFen: Fen): void {
  if (agreedFen === undefined) return
  const target = Math.max(0, Math.min(agreedFen, ceilingFen))
  if (target !== tally.total) add(tally, 'agreed', target - tally.total)
}

/** Asked lines first, up to their paid share; the rest ends deductions on lines refunded earlier. */
function overLines(rows: readonly Row[], goodsFen: Fen): RefundQuote['lines'] {
  const gross = rows.map((row) => row.gross)
  const onAsked = Math.min(goodsFen, sumFen(gross))
  const asked = splitFen(onAsked, gross)
  const earlier = splitFen(
    goodsFen - onAsked,
    rows.map((row) => row.headroom),
  )
  return rows
    .map(({ line, asked: quantity }, index) => ({
      lineId: line.lineId,
      quantity,
      fen: (asked[index] ?? 0) + (earlier[index] ?? 0),
    }))
    .filter(({ quantity, fen }) => quantity > 0 || fen > 0)
}

function overPayments({ payments }: RefundOrder, totalFen: Fen): RefundQuote['payments'] {
  const parts = splitFen(totalFen, payments.map(leftOfPayment))
  return payments
    .map(({ paymentId }, index) => ({ paymentId, fen: parts[index] ?? 0 }))
    .filter(({ fen }) => fen > 0)
}

/** The order after a refund was booked: what the next calculation starts from. */
export function applyRefund(order: RefundOrder, quote: RefundQuote): RefundOrder {
  return {
    ...order,
    lines: order.lines.map((line) => {
      const done = quote.lines.find(({ lineId }) => lineId === line.lineId)
      return {
        ...line,
        refundedQuantity: line.refundedQuantity + (done?.quantity ?? 0),
        refundedFen: line.refundedFen + (done?.fen ?? 0),
      }
    }),
    freight: { ...order.freight, refundedFen: order.freight.refundedFen + quote.freightFen },
    payments: order.payments.map((payment) => {
      const done = quote.payments.find(({ paymentId }) => paymentId === payment.paymentId)
      return { ...payment, refundedFen: payment.refundedFen + (done?.fen ?? 0) }
    }),
    earlier: [...order.earlier, ...quote.parts],
  }
}
