// First stage of the matcher: BM25 over all phrasings.
import {
  type ComparedText,
  comparedText,
  type FaqIndex,
  type Posting,
  rarityOf,
  worthOf,
} from './faq-postings.ts'
import { kindOf, kindWeights, termsOf } from './faq-terms.ts'

/** Saturation of repeated terms and strength of the length correction (the usual BM25 values). */
const k1 = 1.2
const b = 0.75

/** A question prepared for one index. */
export interface Asked extends ComparedText {
  /** Terms that some phrasing holds, with their counts. */
  readonly terms: ReadonlyMap<number, number>
  /** Sum of the worth of all terms, and of their squares. */
  readonly worth: number
  readonly squares: number
  /** Characters and words that no entry knows: their share of the worth (0..1) and number. */
  readonly unknown: number
  readonly unknownCount: number
}

/** Cuts a question into the terms of an index. */
export const prepare = (index: FaqIndex, question: string): Asked => {
  const terms = new Map<number, number>()
  const sum = { worth: 0, squares: 0, telling: 0, unknown: 0, unknownCount: 0 }
  for (const [term, times] of termsOf(question)) {
    const number = index.vocabulary.get(term)
    const count = number === undefined ? 0 : (index.entryCounts[number] ?? 0)
    const kind = kindOf(term)
    const worth = kindWeights[kind] * rarityOf(index, count)
    sum.worth += worth
    sum.squares += worth * worth
    if (number !== undefined && count > 0) terms.set(number, times)
    if (kind !== 'c' && kind !== 'w') continue
    sum.telling += worth
    if (count > 0) continue
    sum.unknown += worth
    sum.unknownCount++
  }
  return {
    ...comparedText(question),
    terms,
    worth: sum.worth || 1,
    squares: sum.squares || 1,
    unknown: sum.unknown / (sum.telling || 1),
    unknownCount: sum.unknownCount,
  }
}

/** A phrasing found, with its BM25 score. */
export interface Hit {
  readonly slot: number
  readonly bm25: number
}

/** The highest BM25 a question can reach, for scores that compare across questions. */
export const bestPossible = (asked: Asked): number => asked.worth * (k1 + 1)

const none: Posting = { slots: [], times: [] }

/** The best phrasings for a set of terms, at most `limit`, best first. */
export const search = (
  index: FaqIndex,
  terms: ReadonlyMap<number, number>,
  limit: number,
): Hit[] => {
  const scores = new Float64Array(index.phrasings.length)
  const meanLength = index.totals.length / Math.max(1, index.totals.phrasings)
  const shortest = k1 * (1 - b)
  const perLength = (k1 * b) / (meanLength || 1)
  for (const term of terms.keys()) {
    const gain = worthOf(index, term) * (k1 + 1)
    const { slots, times } = index.postings[term] ?? none
    for (let at = 0; at < slots.length; at++) {
      const slot = slots[at] ?? 0
      const count = times[at] ?? 0
      const norm = shortest + perLength * (index.lengths[slot] ?? 0)
      scores[slot] = (scores[slot] ?? 0) + (gain * count) / (count + norm)
    }
  }
  return bestOf(scores, limit)
}

/** The highest scores without sorting all: most phrasings share only a common character. */
const bestOf = (scores: Float64Array, limit: number): Hit[] => {
  let hits: Hit[] = []
  let least = 0
  for (let slot = 0; slot < scores.length; slot++) {
    const bm25 = scores[slot] ?? 0
    if (bm25 <= least) continue
    hits.push({ slot, bm25 })
    if (hits.length < limit * 4) continue
    hits = sorted(hits).slice(0, limit)
    least = hits[limit - 1]?.bm25 ?? 0
  }
  return sorted(hits).slice(0, limit)
}

const sorted = (hits: Hit[]): Hit[] =>
  hits.sort((one, other) => other.bm25 - one.bm25 || one.slot - other.slot)
