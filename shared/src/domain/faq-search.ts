// First stage of the matcher: BM25 over all phrasings.
import { type ComparedText, comparedText, type FaqIndex, rarityOf, worthOf } from './faq-index.ts'
import { kindOf, kindWeights, termsOf } from './faq-terms.ts'

/** Saturation of repeated terms and strength of the length correction (the usual BM25 values). */
const k1 = 1.2
const b = 0.75

/** A question prepared for one index. */
export interface Asked extends ComparedText {
  /** Terms that some phrasing holds. */
  readonly terms: ReadonlySet<number>
  /** Sum of the worth of all terms, and of their squares. */
  readonly worth: number
  readonly squares: number
  /** Share of the worth of characters and words that no entry knows, 0..1. */
  readonly unknown: number
}

/** Cuts a question into the terms of an index. */
export const prepare = (index: FaqIndex, question: string): Asked => {
  const terms = new Set<number>()
  let worth = 0
  let squares = 0
  let content = 0
  let unknown = 0
  for (const term of termsOf(question).keys()) {
    const number = index.vocabulary.get(term)
    const count = number === undefined ? 0 : (index.entryCounts[number] ?? 0)
    const kind = kindOf(term)
    const own = kindWeights[kind] * rarityOf(index, count)
    worth += own
    squares += own * own
    if (number !== undefined && count > 0) terms.add(number)
    if (kind !== 'c' && kind !== 'w') continue
    content += own
    if (count === 0) unknown += own
  }
  return {
    ...comparedText(question),
    terms,
    worth: worth || 1,
    squares: squares || 1,
    unknown: unknown / (content || 1),
  }
}

/** A phrasing found, with its BM25 score. */
export interface Hit {
  readonly slot: number
  readonly bm25: number
}

/** The highest BM25 a question can reach, for scores that compare across questions. */
export const bestPossible = (asked: Asked): number => asked.worth * (k1 + 1)

/** The best phrasings, at most `limit`, best first. */
export const search = (index: FaqIndex, asked: Asked, limit: number): Hit[] => {
  const scores = new Float64Array(index.phrasings.length)
  const meanLength = index.totals.length / Math.max(1, index.totals.phrasings)
  for (const term of asked.terms) {
    const gain = worthOf(index, term) * (k1 + 1)
    for (const slot of index.postings[term] ?? []) {
      const phrasing = index.phrasings[slot]
      if (!phrasing) continue
      const times = phrasing.terms.get(term) ?? 0
      const norm = k1 * (1 - b + (b * phrasing.length) / meanLength)
      scores[slot] = (scores[slot] ?? 0) + (gain * times) / (times + norm)
    }
  }
  const hits: Hit[] = []
  for (let slot = 0; slot < scores.length; slot++) {
    const bm25 = scores[slot] ?? 0
    if (bm25 > 0) hits.push({ slot, bm25 })
  }
  return hits.sort((one, other) => other.bm25 - one.bm25).slice(0, limit)
}
