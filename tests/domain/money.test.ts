import { formatFen, isFen, parseYuan, splitFen, sumFen } from '@shouhou/shared/domain/money'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const weights = fc.array(fc.nat(1_000_000_000), { minLength: 1, maxLength: 12 })
const total = fc.nat(1_000_000_000)

describe('splitting an amount', () => {
  it('sums exactly to the total and has no negative part', () => {
    fc.assert(
      fc.property(total, weights, (fen, w) => {
        const parts = splitFen(fen, w)
        expect(sumFen(parts)).toBe(fen)
        expect(parts.every(isFen)).toBe(true)
      }),
    )
  })

  it('gives every part its exact share, rounded down or up by less than a fen', () => {
    fc.assert(
      fc.property(total, weights, (fen, w) => {
        const sum = w.reduce((a, b) => a + b, 0)
        fc.pre(sum > 0)
        splitFen(fen, w).forEach((part, i) => {
          const floor = Number((BigInt(fen) * BigInt(w[i] ?? 0)) / BigInt(sum))
          expect(part === floor || part === floor + 1).toBe(true)
        })
      }),
    )
  })

  it('never gives a part more than its weight when the weights are what is left to give', () => {
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (left, share) => {
        const fen = Math.floor(sumFen(left) * share)
        splitFen(fen, left).forEach((part, i) => {
          expect(part).toBeLessThanOrEqual(left[i] ?? 0)
        })
      }),
    )
  })

  it('gives a left-over fen to the part that lost most by rounding down', () => {
    expect(splitFen(10, [1, 2])).toEqual([3, 7])
    expect(splitFen(100, [5, 6, 4])).toEqual([33, 40, 27])
  })

  it('gives equal remainders to the earlier part', () => {
    expect(splitFen(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(splitFen(2, [1, 1, 1])).toEqual([1, 1, 0])
  })

  it('shares evenly when no weight counts, and has no parts without weights', () => {
    expect(splitFen(5, [0, 0])).toEqual([3, 2])
    expect(splitFen(5, [])).toEqual([])
  })
})

describe('amounts as people read and write them', () => {
  it('formats fen as yuan with two decimals and thousands', () => {
    expect(formatFen(0)).toBe('0.00')
    expect(formatFen(5)).toBe('0.05')
    expect(formatFen(123_456_789)).toBe('1,234,567.89')
    expect(formatFen(-1_050)).toBe('-10.50')
  })

  it('reads back what it has written', () => {
    fc.assert(fc.property(total, (fen) => parseYuan(formatFen(fen)) === fen))
  })

  it.each([
    ['12', 1_200],
    ['￥12.5', 1_250],
    [' 1,234.56 ', 123_456],
    ['0.1', 10],
  ])('reads %s', (text, fen) => expect(parseYuan(text)).toBe(fen))

  it.each(['', '-1', '1.234', 'abc', '1e3', '.5', '12.', '１２'])('refuses "%s"', (text) =>
    expect(parseYuan(text)).toBeNull(),
  )
})
