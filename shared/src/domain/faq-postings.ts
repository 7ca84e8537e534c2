// What the index of one shop's FAQ is made of: which phrasing holds which term, and what a term
// is worth. The operations on it are in faq-index.ts.
import { asksFor } from './faq-concepts.ts'
import { kindOf, kindWeights, type TermKind, termsOf } from './faq-terms.ts'
import { charPairs, runsOf, tokensOf } from './faq-text.ts'

/** A text in the forms it is compared in. */
export interface ComparedText {
  readonly text: string
  /** Single Chinese characters and whole words, in order. */
  readonly tokens: readonly string[]
  readonly pairs: ReadonlyMap<string, number>
  readonly asks: ReadonlySet<string>
  /** Holds Chinese. */
  readonly han: boolean
}

/** One phrasing with its terms (numbers of the vocabulary) and how often each stands in it. */
export interface Phrasing extends ComparedText {
  /** Position of the entry in `FaqIndex.entries`. */
  readonly entry: number
  /** Position within the entry's phrasings. */
  readonly phrasing: number
  readonly terms: ReadonlyMap<number, number>
  /** Sum of the term counts, weighted by kind: what BM25 calls the length. */
  readonly length: number
}

export interface IndexedEntry {
  readonly id: string
  /** True for a question that no entry answers; it has no id and is never returned. */
  readonly refusal: boolean
  readonly slots: readonly number[]
  readonly terms: ReadonlySet<number>
}

/** Weights learnt from the phrasings and their AdaGrad sums, by hash of entry and term. */
export interface Learner {
  readonly weights: Float32Array
  readonly sums: Float32Array
}

/** The phrasings that hold a term, ascending, and how often each holds it. */
export interface Posting {
  readonly slots: number[]
  readonly times: number[]
}

/** Changed in place by the operations of faq-index.ts; otherwise read only. */
export interface FaqIndex {
  readonly vocabulary: Map<string, number>
  readonly kinds: TermKind[]
  readonly postings: Posting[]
  /** Term → number of entries that hold it. */
  readonly entryCounts: number[]
  /** Phrasings by position (slot); a removed one leaves its position empty. */
  readonly phrasings: (Phrasing | undefined)[]
  /** Slot → length of the phrasing, beside it for speed. */
  readonly lengths: number[]
  readonly entries: (IndexedEntry | undefined)[]
  readonly entryOf: Map<string, number>
  /** What the phrasings taught (faq-learner.ts). */
  learner: Learner
  totals: { entries: number; refusals: number; phrasings: number; length: number }
}

/** Takes a phrasing out of all postings. */
export const removePhrasing = (index: FaqIndex, slot: number): void => {
  const phrasing = index.phrasings[slot]
  if (!phrasing) return
  for (const term of phrasing.terms.keys()) {
    const posting = index.postings[term]
    const at = posting?.slots.indexOf(slot) ?? -1
    posting?.slots.splice(at, 1)
    posting?.times.splice(at, 1)
  }
  index.totals.phrasings--
  index.totals.length -= phrasing.length
  index.phrasings[slot] = undefined
}

/** Appends an entry with its phrasings; texts without letters or digits are left out. */
export const insert = (
  index: FaqIndex,
  id: string,
  refusal: boolean,
  texts: readonly string[],
): readonly number[] => {
  const entry = index.entries.length
  const slots: number[] = []
  const entryTerms = new Set<number>()
  texts.forEach((text, phrasing) => {
    const terms = termNumbers(index, text)
    if (terms.size === 0) return
    const slot = index.phrasings.length
    let length = 0
    for (const [term, times] of terms) {
      index.postings[term]?.slots.push(slot)
      index.postings[term]?.times.push(times)
      entryTerms.add(term)
      length += times * weightOf(index, term)
    }
    index.phrasings.push({ entry, phrasing, terms, length, ...comparedText(text) })
    index.lengths.push(length)
    index.totals.phrasings++
    index.totals.length += length
    slots.push(slot)
  })
  for (const term of entryTerms) index.entryCounts[term] = (index.entryCounts[term] ?? 0) + 1
  index.entries.push({ id, refusal, slots, terms: entryTerms })
  return slots
}

const termNumbers = (index: FaqIndex, text: string): Map<number, number> => {
  const numbers = new Map<number, number>()
  for (const [term, times] of termsOf(text)) {
    let number = index.vocabulary.get(term)
    if (number === undefined) {
      number = index.kinds.length
      index.vocabulary.set(term, number)
      index.kinds.push(kindOf(term))
      index.postings.push({ slots: [], times: [] })
      index.entryCounts.push(0)
    }
    numbers.set(number, times)
  }
  return numbers
}

/** The forms in which a question is compared with a phrasing. */
export const comparedText = (question: string): ComparedText => {
  const runs = runsOf(question)
  const tokens = tokensOf(runs)
  return {
    text: runs.map((run) => run.text).join(' '),
    tokens,
    pairs: charPairs(runs),
    asks: asksFor(runs),
    han: runs.some((run) => run.han),
  }
}

/** The weight of a term by its kind. */
export const weightOf = (index: FaqIndex, term: number): number =>
  kindWeights[index.kinds[term] ?? 'c']

/** How much a term held by `count` entries tells (inverse document frequency), never negative. */
export const rarityOf = (index: FaqIndex, count: number): number => {
  const all = index.totals.entries + index.totals.refusals
  return Math.log(1 + (all - count + 0.5) / (count + 0.5))
}

/** What a term is worth in a comparison: the weight of its kind times its rarity. */
export const worthOf = (index: FaqIndex, term: number): number =>
  weightOf(index, term) * rarityOf(index, index.entryCounts[term] ?? 0)
