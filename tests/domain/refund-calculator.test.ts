import { applyRefund, calculateRefund } from '@shouhou/shared/domain/refund-calculator'
import {
  distinctRefs,
  type RefundAsk,
  type RefundOrder,
  type RefundPartCode,
} from '@shouhou/shared/domain/refund-order'
import { describe, expect, it } from 'vitest'

/** A for 200 and twice B for 50, 300 − 60 off, 10 freight paid: 240 + 10 paid. */
const order = (known: Partial<RefundOrder> = {}): RefundOrder => ({
  lines: [
    {
      lineId: 'A',
      unitPriceFen: 20_000,
      paidFen: 16_000,
      quantity: 1,
      refundedQuantity: 0,
      refundedFen: 0,
    },
    {
      lineId: 'B',
      unitPriceFen: 5_000,
      paidFen: 8_000,
      quantity: 2,
      refundedQuantity: 0,
      refundedFen: 0,
    },
  ],
  discounts: [],
  gifts: [],
  freight: { paidFen: 1_000, fullFen: 1_000, freeFromFen: null, refundedFen: 0 },
  payments: [{ paymentId: 'P', paidFen: 25_000, refundedFen: 0 }],
  shipped: true,
  earlier: [],
  ...known,
})
const threshold = { ref: '300-60', amountFen: 6_000, thresholdFen: 30_000, lineIds: null }

const ask = (lines: Record<string, number>, known: Partial<RefundAsk> = {}): RefundAsk => ({
  lines: Object.entries(lines).map(([lineId, quantity]) => ({ lineId, quantity })),
  freightPayer: 'shopper',
  goodsKept: false,
  giftsKept: [],
  deductLostFreight: true,
  ...known,
})
const fault = { freightPayer: 'merchant' } as const

/** Code and amount of each part, in order. */
const parts = (from: RefundOrder, wish: RefundAsk): [RefundPartCode, number][] =>
  calculateRefund(from, wish).parts.map(({ code, fen }) => [code, fen])

describe('a refund', () => {
  it('pays the share that was really paid for the units', () => {
    const quote = calculateRefund(order(), ask({ B: 1 }))
    expect(quote).toMatchObject({ totalFen: 4_000, goodsFen: 4_000, freightFen: 0 })
    expect(quote.parts).toEqual([{ code: 'paid-share', lineId: 'B', ref: null, fen: 4_000 }])
    expect(quote.lines).toEqual([{ lineId: 'B', quantity: 1, fen: 4_000 }])
    expect(quote.payments).toEqual([{ paymentId: 'P', fen: 4_000 }])
  })

  it('cuts quantities to what is left and ignores lines that are not of the order', () => {
    expect(calculateRefund(order(), ask({ B: 99, X: 1 })).totalFen).toBe(8_000)
    expect(calculateRefund(order(), ask({ B: -1, A: Number.NaN })).totalFen).toBe(0)
  })

  it('spreads a share that does not divide over the units, so that the last one gets the rest', () => {
    const line = { lineId: 'C', unitPriceFen: 40, paidFen: 100, quantity: 3 }
    let state = order({ lines: [{ ...line, refundedQuantity: 0, refundedFen: 0 }] })
    const got: number[] = []
    for (let unit = 0; unit < 3; unit++) {
      const quote = calculateRefund(state, ask({ C: 1 }))
      got.push(quote.goodsFen)
      state = applyRefund(state, quote)
    }
    expect(got).toEqual([33, 33, 34])
    expect(calculateRefund(state, ask({ C: 1 })).totalFen).toBe(0)
  })

  it('of a line never exceeds what is left of it, whatever was paid back before', () => {
    const [a, ...rest] = order().lines
    const lines = a ? [{ ...a, refundedFen: 15_500 }, ...rest] : []
    expect(calculateRefund(order({ lines }), ask({ A: 1 })).lines).toEqual([
      { lineId: 'A', quantity: 1, fen: 500 },
    ])
  })

  it('goes back over the payments pro rata', () => {
    const payments = [
      { paymentId: 'P1', paidFen: 20_000, refundedFen: 0 },
      { paymentId: 'P2', paidFen: 5_000, refundedFen: 0 },
    ]
    expect(calculateRefund(order({ payments }), ask({ B: 1 })).payments).toEqual([
      { paymentId: 'P1', fen: 3_200 },
      { paymentId: 'P2', fen: 800 },
    ])
  })

  it('stops at what is left of the payments and says so', () => {
    const payments = [{ paymentId: 'P', paidFen: 25_000, refundedFen: 22_000 }]
    expect(parts(order({ payments }), ask({ B: 1 }))).toEqual([
      ['paid-share', 4_000],
      ['paid-cap', -1_000],
    ])
  })
})

describe('a discount with a threshold', () => {
  const discounted = order({ discounts: [threshold] })

  it('is taken off what the shopper keeps when the rest misses the threshold', () => {
    // The rest, A, then costs its full 200: 240 − 200 = 40 are left of the goods money for both B.
    expect(parts(discounted, ask({ B: 2 }))).toEqual([
      ['paid-share', 8_000],
      ['discount-lost', -4_000],
    ])
  })

  it('flows back when the goods that lost it are returned as well', () => {
    const first = calculateRefund(discounted, ask({ B: 2 }))
    const second = calculateRefund(applyRefund(discounted, first), ask({ A: 1 }))
    expect(second.parts.map(({ code, fen }) => [code, fen])).toEqual([
      ['paid-share', 16_000],
      ['discount-regained', 4_000],
      ['freight-kept', 0],
    ])
    expect(first.totalFen + second.totalFen).toBe(24_000)
    expect(second.lines).toEqual([
      { lineId: 'A', quantity: 1, fen: 16_000 },
      { lineId: 'B', quantity: 0, fen: 4_000 },
    ])
  })

  it('stays with the shopper when the shop is at fault', () => {
    expect(parts(discounted, ask({ B: 2 }, fault))).toEqual([['paid-share', 8_000]])
  })

  it('stays when the rest still reaches the threshold, or when it never had one', () => {
    const low = { ...threshold, thresholdFen: 25_000 }
    expect(parts(order({ discounts: [low] }), ask({ B: 1 }))).toEqual([['paid-share', 4_000]])
    const always = { ...threshold, thresholdFen: 0 }
    expect(parts(order({ discounts: [always] }), ask({ B: 2 }))).toEqual([['paid-share', 8_000]])
  })

  it('that covers some lines looks at those lines alone', () => {
    const onB = { ref: 'b', amountFen: 2_000, thresholdFen: 10_000, lineIds: ['B'] }
    const covered = order({ discounts: [onB] })
    expect(parts(covered, ask({ A: 1 }))).toEqual([['paid-share', 16_000]])
    expect(parts(covered, ask({ B: 1 }))).toEqual([
      ['paid-share', 4_000],
      ['discount-lost', -1_000],
    ])
  })

  it('is not lost by money back for goods that the shopper keeps', () => {
    expect(parts(discounted, ask({ B: 2 }, { goodsKept: true }))).toEqual([['paid-share', 8_000]])
  })

  it('never makes a refund negative', () => {
    const steep = order({
      lines: [
        {
          lineId: 'A',
          unitPriceFen: 20_000,
          paidFen: 100,
          quantity: 1,
          refundedQuantity: 0,
          refundedFen: 0,
        },
        {
          lineId: 'B',
          unitPriceFen: 100,
          paidFen: 1,
          quantity: 1,
          refundedQuantity: 0,
          refundedFen: 0,
        },
      ],
      discounts: [{ ref: 'x', amountFen: 19_999, thresholdFen: 20_100, lineIds: null }],
    })
    expect(calculateRefund(steep, ask({ B: 1 })).totalFen).toBe(0)
  })
})

describe('freight', () => {
  it('comes back with the last unit when nothing was shipped', () => {
    const unshipped = order({ shipped: false })
    expect(calculateRefund(unshipped, ask({ A: 1 })).freightFen).toBe(0)
    expect(calculateRefund(unshipped, ask({ A: 1, B: 2 }))).toMatchObject({
      totalFen: 25_000,
      freightFen: 1_000,
    })
    const later = applyRefund(unshipped, calculateRefund(unshipped, ask({ A: 1 })))
    expect(calculateRefund(later, ask({ B: 2 })).freightFen).toBe(1_000)
  })

  it('comes back for the whole order when the shop is at fault, else it stays', () => {
    const all = { A: 1, B: 2 }
    expect(calculateRefund(order(), ask(all, fault)).totalFen).toBe(25_000)
    expect(parts(order(), ask(all))).toContainEqual(['freight-kept', 0])
    expect(calculateRefund(order(), ask({ A: 1, B: 1 }, fault)).freightFen).toBe(0)
  })

  it('that was free only because of the returned goods is kept, once, and only by choice', () => {
    const freight = { paidFen: 0, fullFen: 1_200, freeFromFen: 20_000, refundedFen: 0 }
    const free = order({ freight, payments: [{ paymentId: 'P', paidFen: 24_000, refundedFen: 0 }] })
    expect(parts(free, ask({ B: 1 }))).toEqual([['paid-share', 4_000]])
    const first = calculateRefund(free, ask({ A: 1 }))
    expect(first.parts[1]).toMatchObject({ code: 'free-freight-lost', fen: -1_200 })
    expect(parts(applyRefund(free, first), ask({ B: 1 }))).toEqual([['paid-share', 4_000]])
    expect(parts(free, ask({ A: 1 }, fault))).toEqual([['paid-share', 16_000]])
    expect(parts(free, ask({ A: 1 }, { deductLostFreight: false }))).toHaveLength(1)
    expect(parts({ ...free, shipped: false }, ask({ A: 1 }))).toHaveLength(1)
  })
})

describe('gifts', () => {
  const gift = { ref: 'mug', quantity: 2, declaredFen: 300, forLineId: 'B' }
  const gifted = order({ gifts: [gift] })

  it('are due with the last unit of the goods they came with', () => {
    expect(parts(gifted, ask({ B: 1 }))).toEqual([['paid-share', 4_000]])
    expect(parts(gifted, ask({ A: 1 }))).toEqual([['paid-share', 16_000]])
    expect(parts(gifted, ask({ B: 2 }))).toContainEqual(['gift-due', 0])
  })

  it('that do not come back cost their declared price', () => {
    expect(parts(gifted, ask({ B: 2 }, { giftsKept: ['mug'] }))).toContainEqual(['gift-kept', -600])
  })

  it('cost nothing when the shop is at fault, whether they come back or not', () => {
    const quote = parts(gifted, ask({ B: 2 }, { ...fault, giftsKept: ['mug'] }))
    expect(quote).toContainEqual(['gift-due', 0])
    expect(quote.map(([code]) => code)).not.toContain('gift-kept')
  })

  it('of one kind given twice are told apart', () => {
    const refs = distinctRefs(['mug', 'tea', 'mug'])
    expect(refs).toEqual(['mug', 'tea', 'mug 3'])
    const gifts = refs.map((ref) => ({ ...gift, ref, quantity: 1 }))
    const kept = ask({ B: 2 }, { giftsKept: ['mug 3'] })
    expect(parts(order({ gifts }), kept).slice(1)).toEqual([
      ['gift-due', 0],
      ['gift-due', 0],
      ['gift-kept', -300],
    ])
  })

  it('for the whole order are due with its last unit, and only once', () => {
    const whole = order({ gifts: [{ ...gift, forLineId: null }] })
    expect(parts(whole, ask({ A: 1 }))).toHaveLength(1)
    const rest = applyRefund(whole, calculateRefund(whole, ask({ A: 1 })))
    expect(parts(rest, ask({ B: 2 }))).toContainEqual(['gift-due', 0])
  })

  it('of goods not shipped are not asked back', () => {
    expect(parts({ ...gifted, shipped: false }, ask({ B: 2 }))).toEqual([['paid-share', 8_000]])
  })
})

describe('what people agree', () => {
  it('may lower the amount', () => {
    expect(parts(order(), ask({ B: 1 }, { agreedFen: 1_500 }))).toEqual([
      ['paid-share', 4_000],
      ['agreed', -2_500],
    ])
  })

  it('may waive deductions, but never goes above the share paid for the units', () => {
    const discounted = order({ discounts: [threshold] })
    const quote = calculateRefund(discounted, ask({ B: 2 }, { agreedFen: 99_999 }))
    expect(quote).toMatchObject({ totalFen: 8_000, ceilingFen: 8_000 })
    const later = applyRefund(discounted, quote)
    expect(calculateRefund(later, ask({ A: 1 })).totalFen).toBe(16_000)
  })

  it('comes after the deduction of the inspection', () => {
    const quote = calculateRefund(order(), ask({ B: 1 }, { deductionFen: 700 }))
    expect(quote.parts[1]).toMatchObject({ code: 'inspection-deduction', fen: -700 })
    expect(quote).toMatchObject({ totalFen: 3_300, ceilingFen: 4_000 })
    expect(calculateRefund(order(), ask({ B: 1 }, { deductionFen: 9_999 })).totalFen).toBe(0)
  })
})
