import { describe, expect, it } from 'vitest'
import { coverageAt, measuredAt, type Outcome, score } from '../../bench/faq/metrics.ts'

const outcome = (confidence: number, rank: number | undefined, inScope = true): Outcome => ({
  confidence,
  rank,
  inScope,
  milliseconds: 1,
})

/** `right` sure right answers, then one wrong answer to a question out of scope, then misses. */
const run = (right: number, wrong: number, missed: number): Outcome[] => [
  ...Array.from({ length: right }, () => outcome(0.9, 0)),
  ...Array.from({ length: wrong }, () => outcome(0.8, undefined, false)),
  ...Array.from({ length: missed }, () => outcome(0.1, 1)),
]

describe('the benchmark figures', () => {
  it('count ranks over questions in scope only', () => {
    const figures = score([outcome(1, 0), outcome(1, 2), outcome(1, undefined), ...run(0, 3, 0)])
    expect(figures).toMatchObject({ inShare: 0.5, top1: 1 / 3, top3: 2 / 3, always: 1 / 6 })
    expect(figures.mrr10).toBeCloseTo((1 + 1 / 3) / 3)
  })

  it('measure how confidence separates right answers from all else, ties counting half', () => {
    expect(score(run(2, 2, 0)).aucAnswer).toBe(1)
    expect(score([outcome(0.5, 0), outcome(0.5, 1)]).aucAnswer).toBe(0.5)
    expect(score([outcome(0.4, 0), outcome(0.5, 1)]).aucAnswer).toBe(0)
  })

  it('take the largest coverage that keeps the precision, with at least 20 answers', () => {
    expect(coverageAt(run(19, 0, 5), 0.9).coverage).toBe(0)
    expect(coverageAt(run(20, 2, 18), 0.9)).toEqual({ coverage: 22 / 40, threshold: 0.8 })
    expect(coverageAt(run(20, 2, 18), 0.95)).toEqual({ coverage: 20 / 40, threshold: 0.9 })
  })

  it('move equal confidences together', () => {
    const tied = [...run(30, 0, 0), ...Array.from({ length: 30 }, () => outcome(0.9, 1))]
    expect(coverageAt(tied, 0.9).coverage).toBe(0)
  })

  it('weigh a wrong answer nine times in net9, and never below silence', () => {
    expect(score(run(20, 1, 19)).net9).toBe(20 / 40)
    expect(score([outcome(0.9, 1), outcome(0.8, 0)]).net9).toBe(0)
  })

  it('measure a threshold that was chosen elsewhere', () => {
    expect(measuredAt(run(3, 1, 4), 0.8)).toEqual({ coverage: 0.5, precision: 0.75 })
    expect(measuredAt(run(3, 1, 4), 2).precision).toBeNaN()
  })
})
