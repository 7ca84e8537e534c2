// What a refund is calculated from (the order, what it has given back so far, what is asked) and the result.

import type { Fen } from './money.ts'
import type { FreightPayer } from './reasons.ts'

/** One order line with what other open or completed aftersales have taken of it. */
export interface RefundLine {
  readonly lineId: string
  /** Price of one unit before discounts. */
  readonly unitPriceFen: Fen
  /** Really paid for the whole line, after its share of all discounts. */
  readonly paidFen: Fen
  readonly quantity: number
  /** Units given back, or promised back, for money; exchanged units do not count. */
  readonly refundedQuantity: number
  readonly refundedFen: Fen
}

/** A discount (满减) that holds as long as the covered goods reach `thresholdFen` at list price. */
export interface RefundDiscount {
  readonly ref: string
  readonly amountFen: Fen
  /** 0: holds always. */
  readonly thresholdFen: Fen
  /** Null: covers every line. */
  readonly lineIds: readonly string[] | null
}

export interface RefundGift {
  readonly ref: string
  readonly quantity: number
  /** Declared price of one. */
  readonly declaredFen: Fen
  /** The line it came with; null: the whole order. */
  readonly forLineId: string | null
}

export interface RefundFreight {
  readonly paidFen: Fen
  /** What it would have cost without free freight. */
  readonly fullFen: Fen
  /** Paid goods total from which freight is free; null: no such promise. */
  readonly freeFromFen: Fen | null
  readonly refundedFen: Fen
}

export interface RefundPayment {
  readonly paymentId: string
  readonly paidFen: Fen
  readonly refundedFen: Fen
}

export interface RefundOrder {
  readonly lines: readonly RefundLine[]
  readonly discounts: readonly RefundDiscount[]
  readonly gifts: readonly RefundGift[]
  readonly freight: RefundFreight
  readonly payments: readonly RefundPayment[]
  /** Something of the order has left the shop. */
  readonly shipped: boolean
  /** Parts of all other open or completed refunds of the order, in any order. */
  readonly earlier: readonly RefundPart[]
}

/**
 * Names by which parts, discounts and gifts of one order are told apart: a name that comes again gets its
 * place in the list.
 */
export const distinctRefs = (names: readonly string[]): string[] =>
  names.map((name, index) => (names.indexOf(name) === index ? name : `${name} ${index + 1}`))

export interface RefundAsk {
  /** Units to be paid back; cut to what is left of a line, unknown lines are ignored. */
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[]
  /** From the reason. Where the shopper pays carriage, lost discounts and gifts count as well. */
  readonly freightPayer: FreightPayer
  /** The shopper keeps the goods: nothing is lost by sending them back. */
  readonly goodsKept: boolean
  /** Gifts that do not come back, by ref. Their declared price is kept. */
  readonly giftsKept: readonly string[]
  /** Shop policy: keep the freight that was free only because of goods that now go back. */
  readonly deductLostFreight: boolean
  /** Kept for a lower state of the goods, agreed at inspection. */
  readonly deductionFen?: Fen
  /** What both sides agreed instead of the calculation; cut to `ceilingFen`. */
  readonly agreedFen?: Fen
}

/**
 * Why a part of the amount is there.
 * `paid-share` paid for the units · `discount-lost` the rest no longer reaches the threshold
 * (art. 17) · `discount-regained` an earlier deduction ends because its goods go back too ·
 * `free-freight-lost` (art. 18) · `gift-due` must come back, nothing kept · `gift-kept` declared price
 * (art. 12) · `inspection-deduction` · `freight-unshipped`, `freight-fault` freight paid back ·
 * `freight-kept` freight not paid back (art. 18) · `agreed` both sides agreed otherwise ·
 * `paid-cap` no more is left of the payments. Articles: 七日无理由退货暂行办法.
 */
export const REFUND_PART_CODES = [
  'paid-share',
  'discount-lost',
  'discount-regained',
  'free-freight-lost',
  'gift-due',
  'gift-kept',
  'inspection-deduction',
  'freight-unshipped',
  'freight-fault',
  'freight-kept',
  'agreed',
  'paid-cap',
] as const
export type RefundPartCode = (typeof REFUND_PART_CODES)[number]

/** One amount of the calculation. All parts sum to the total. */
export interface RefundPart {
  readonly code: RefundPartCode
  readonly lineId: string | null
  /** Discount or gift it is about. */
  readonly ref: string | null
  /** Negative for a deduction; zero where the part only tells something. */
  readonly fen: number
}

export interface RefundQuote {
  /** Zero or more, never above what is left of the payments. */
  readonly totalFen: Fen
  readonly goodsFen: Fen
  readonly freightFen: Fen
  /**
   * `goodsFen` over the lines; never above what is left of a line. A line that was not asked for
   * (quantity 0) appears when an earlier deduction on it ends.
   */
  readonly lines: readonly { lineId: string; quantity: number; fen: Fen }[]
  readonly parts: readonly RefundPart[]
  /** `totalFen` over the payments, pro rata to what is left of each (art. 14). */
  readonly payments: readonly { paymentId: string; fen: Fen }[]
  readonly freightPayer: FreightPayer
  /** Most that both sides may agree on for these units. */
  readonly ceilingFen: Fen
}
