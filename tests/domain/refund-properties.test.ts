// What must hold for every order and every chain of partial refunds.
import { sumFen } from '@shouhou/shared/domain/money'
import { applyRefund, calculateRefund } from '@shouhou/shared/domain/refund-calculator'
import type { RefundAsk, RefundOrder, RefundQuote } from '@shouhou/shared/domain/refund-order'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const IDS = ['A', 'B', 'C', 'D'] as const
const share = fc.double({ min: 0, max: 1, noNaN: true })
const fen = fc.nat(300_000)

const someLines = fc.option(fc.subarray([...IDS], { minLength: 1 }), { nil: null })
const discount = fc.record({
  amountFen: fc.integer({ min: 1, max: 50_000 }),
  thresholdFen: fc.oneof(fc.constant(0), fc.nat(600_000)),
  lineIds: someLines,
})
const gift = fc.record({
  quantity: fc.integer({ min: 1, max: 3 }),
  declaredFen: fc.nat(20_000),
  forLineId: fc.option(fc.constantFrom(...IDS), { nil: null }),
})
const line = fc.record({
  unitPriceFen: fc.integer({ min: 1, max: 300_000 }),
  quantity: fc.integer({ min: 1, max: 7 }),
  paid: share,
})
const freight = fc.record({
  paidFen: fc.nat(3_000),
  more: fc.nat(3_000),
  freeFromFen: fc.option(fc.nat(600_000), { nil: null }),
})

/** Orders with whatever discounts, gifts and payments, nothing refunded yet. */
const anyOrder: fc.Arbitrary<RefundOrder> = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    discounts: fc.array(discount, { maxLength: 3 }),
    gifts: fc.array(gift, { maxLength: 2 }),
    freight,
    cut: share,
    shipped: fc.boolean(),
  })
  .map(({ lines, discounts, gifts, freight: f, cut, shipped }) => {
    const rows = lines.map(({ unitPriceFen, quantity, paid }, i) => ({
      lineId: IDS[i] as string,
      unitPriceFen,
      quantity,
      paidFen: Math.floor(unitPriceFen * quantity * paid),
      refundedQuantity: 0,
      refundedFen: 0,
    }))
    const total = sumFen(rows.map(({ paidFen }) => paidFen)) + f.paidFen
    const first = Math.floor(total * cut)
    return {
      lines: rows,
      discounts: discounts.map((d, i) => ({ ref: `d${i}`, ...d })),
      gifts: gifts.map((g, i) => ({ ref: `g${i}`, ...g })),
      freight: {
        paidFen: f.paidFen,
        fullFen: f.paidFen + f.more,
        freeFromFen: f.freeFromFen,
        refundedFen: 0,
      },
      payments: [
        { paymentId: 'P1', paidFen: first, refundedFen: 0 },
        { paymentId: 'P2', paidFen: total - first, refundedFen: 0 },
      ],
      shipped,
      earlier: [],
    }
  })

const anyAsk: fc.Arbitrary<RefundAsk> = fc.record(
  {
    lines: fc.array(
      fc.record({ lineId: fc.constantFrom(...IDS), quantity: fc.integer({ min: 0, max: 4 }) }),
      { maxLength: 4 },
    ),
    freightPayer: fc.constantFrom('merchant', 'shopper'),
    goodsKept: fc.boolean(),
    giftsKept: fc.subarray(['g0', 'g1']),
    deductLostFreight: fc.boolean(),
    deductionFen: fen,
    agreedFen: fen,
  },
  { requiredKeys: ['lines', 'freightPayer', 'goodsKept', 'giftsKept', 'deductLostFreight'] },
)

const everything = (order: RefundOrder): RefundAsk => ({
  lines: order.lines.map(({ lineId, quantity }) => ({ lineId, quantity })),
  freightPayer: 'shopper',
  goodsKept: false,
  giftsKept: [],
  deductLostFreight: false,
})

function checkQuote(order: RefundOrder, quote: RefundQuote) {
  expect(sumFen(quote.parts.map((p) => p.fen))).toBe(quote.totalFen)
  expect(sumFen(quote.lines.map((l) => l.fen)) + quote.freightFen).toBe(quote.totalFen)
  expect(sumFen(quote.payments.map((p) => p.fen))).toBe(quote.totalFen)
  expect(quote.totalFen).toBeGreaterThanOrEqual(0)
  expect(quote.goodsFen + quote.freightFen).toBe(quote.totalFen)
  expect(quote.totalFen).toBeLessThanOrEqual(quote.ceilingFen)
  const amounts = [...quote.lines, ...quote.payments].map((part) => part.fen)
  expect([...amounts, quote.freightFen].every((n) => Number.isSafeInteger(n) && n >= 0)).toBe(true)
  for (const part of quote.lines) {
    const { paidFen, refundedFen } = order.lines.find((l) => l.lineId === part.lineId) ?? {}
    expect(part.fen).toBeLessThanOrEqual((paidFen ?? 0) - (refundedFen ?? 0))
  }
  for (const part of quote.payments) {
    const payment = order.payments.find((p) => p.paymentId === part.paymentId)
    expect(part.fen).toBeLessThanOrEqual((payment?.paidFen ?? 0) - (payment?.refundedFen ?? 0))
  }
}

describe('every chain of refunds', () => {
  it('splits exactly, is never negative and never exceeds what was paid', () => {
    fc.assert(
      fc.property(anyOrder, fc.array(anyAsk, { minLength: 1, maxLength: 6 }), (start, asks) => {
        let order = start
        let total = 0
        for (const ask of asks) {
          const quote = calculateRefund(order, ask)
          checkQuote(order, quote)
          order = applyRefund(order, quote)
          total += quote.totalFen
        }
        expect(total).toBeLessThanOrEqual(sumFen(start.payments.map((p) => p.paidFen)))
        expect(order.freight.refundedFen).toBeLessThanOrEqual(start.freight.paidFen)
        for (const { quantity, refundedQuantity, paidFen, refundedFen } of order.lines) {
          expect(refundedQuantity).toBeLessThanOrEqual(quantity)
          expect(refundedFen).toBeLessThanOrEqual(paidFen)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('in whatever steps ends at the same goods money as all at once, discounts included', () => {
    fc.assert(
      fc.property(anyOrder, fc.array(anyAsk, { maxLength: 5 }), (start, asks) => {
        const plain = { ...start, gifts: [] }
        const whole = calculateRefund(plain, everything(plain)).goodsFen
        let order: RefundOrder = plain
        for (const { lines, freightPayer } of [...asks, everything(plain)]) {
          const ask = { ...everything(plain), lines, freightPayer }
          order = applyRefund(order, calculateRefund(order, ask))
        }
        expect(sumFen(order.lines.map((l) => l.refundedFen))).toBe(whole)
      }),
      { numRuns: 1_000 },
    )
  })

  it('is the same calculation each time, and changes nothing it was given', () => {
    fc.assert(
      fc.property(anyOrder, anyAsk, (order, ask) => {
        const before = JSON.stringify([order, ask])
        expect(calculateRefund(order, ask)).toEqual(calculateRefund(order, ask))
        expect(JSON.stringify([order, ask])).toBe(before)
      }),
    )
  })
})

describe('more units', () => {
  it('never give less money, as long as no threshold or gift is in play', () => {
    fc.assert(
      fc.property(anyOrder, fc.nat(6), fc.constantFrom(...IDS), (start, quantity, lineId) => {
        const order = { ...start, discounts: [], gifts: [] }
        const of = (units: number) =>
          calculateRefund(order, { ...everything(order), lines: [{ lineId, quantity: units }] })
        expect(of(quantity + 1).totalFen).toBeGreaterThanOrEqual(of(quantity).totalFen)
      }),
    )
  })

  it('at the fault of the shop never give less money, whatever the order promised', () => {
    fc.assert(
      fc.property(anyOrder, fc.nat(6), fc.constantFrom(...IDS), (order, quantity, lineId) => {
        const of = (units: number) =>
          calculateRefund(order, {
            ...everything(order),
            freightPayer: 'merchant',
            lines: [{ lineId, quantity: units }],
          })
        expect(of(quantity + 1).totalFen).toBeGreaterThanOrEqual(of(quantity).totalFen)
      }),
    )
  })

  it('by the shopper’s choice never give more than at the fault of the shop', () => {
    fc.assert(
      fc.property(anyOrder, anyAsk, (order, ask) => {
        const choice = calculateRefund(order, { ...ask, freightPayer: 'shopper' })
        const fault = calculateRefund(order, { ...ask, freightPayer: 'merchant' })
        fc.pre(ask.agreedFen === undefined)
        expect(choice.totalFen).toBeLessThanOrEqual(fault.totalFen)
      }),
    )
  })
})
