// The working sheet of a refund calculation: one row per order line and a running total of parts.

import { type Fen, sumFen } from './money.ts'
import type {
  RefundAsk,
  RefundLine,
  RefundOrder,
  RefundPart,
  RefundPartCode,
} from './refund-order.ts'

/** One line during a calculation. */
export interface Row {
  readonly line: RefundLine
  readonly asked: number
  /** Units that stay with the shopper after this refund. */
  readonly left: number
  /** Paid share of the asked units. */
  readonly gross: Fen
  /** Kept back from units refunded earlier: what a regained discount may return. */
  readonly headroom: Fen
}

/** Running total: deductions never take more than is there. */
export interface Tally {
  readonly parts: RefundPart[]
  total: Fen
}

/** Share of the first `units` of a line: path-independent, so that partial refunds sum exactly. */
export const portion = (fen: Fen, units: number, quantity: number): Fen =>
  Math.floor((fen * units) / quantity)

export const fenOf = ({ fen }: RefundPart): number => fen

export function toRow(line: RefundLine, ask: RefundAsk): Row {
  const wanted = ask.lines
    .filter(({ lineId, quantity }) => lineId === line.lineId && Number.isSafeInteger(quantity))
    .reduce((sum, { quantity }) => sum + Math.max(0, quantity), 0)
  const gone = Math.min(line.refundedQuantity, line.quantity)
  const asked = Math.min(wanted, line.quantity - gone)
  const before = portion(line.paidFen, gone, line.quantity)
  const after = portion(line.paidFen, gone + asked, line.quantity)
  const leftToPay = Math.max(0, line.paidFen - line.refundedFen)
  const gross = Math.min(after - before, leftToPay)
  const headroom = Math.max(0, Math.min(before - line.refundedFen, leftToPay - gross))
  return { line, asked, left: line.quantity - gone - asked, gross, headroom }
}

export function add(
  tally: Tally,
  code: RefundPartCode,
  fen: number,
  lineId: string | null = null,
  ref: string | null = null,
): void {
  tally.parts.push({ code, lineId, ref, fen })
  tally.total += fen
}

export function deduct(
  tally: Tally,
  code: RefundPartCode,
  fen: Fen,
  ref: string | null = null,
): void {
  const taken = Math.min(Math.max(0, fen), tally.total)
  if (taken > 0) add(tally, code, -taken, null, ref)
}

export const earlierFen = (
  order: RefundOrder,
  codes: readonly RefundPartCode[],
  ref: string | null,
) => sumFen(order.earlier.filter((p) => codes.includes(p.code) && p.ref === ref).map(fenOf))
