// The search index of one shop's FAQ: which phrasing holds which term. Entries are added,
// replaced and removed one by one; nothing has to be rebuilt.
import { asksFor } from './faq-concepts.ts'
import { kindOf, kindWeights, type TermKind, termsOf } from './faq-terms.ts'
import { charPairs, runsOf, tokensOf } from './faq-text.ts'

/** One FAQ entry as the matcher sees it: all its phrasings, of all languages, learnt ones included. */
export interface FaqPhrasings {
  readonly id: string
  readonly phrasings: readonly string[]
}

export interface FaqIndexOptions {
  /** Questions that people marked as answered by no entry: the matcher learns to stay silent. */
  readonly refusals?: readonly string[]
}

/** A text in the forms it is compared in. */
export interface ComparedText {
  readonly text: string
  /** Single Chinese characters and whole words, in order. */
  readonly tokens: readonly string[]
  readonly pairs: ReadonlyMap<string, number>
  readonly asks: ReadonlySet<string>
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

/** Changed in place by `putEntry`, `removeEntry` and `addRefusal`; otherwise read only. */
export interface FaqIndex {
  readonly vocabulary: Map<string, number>
  readonly kinds: TermKind[]
  /** Term → positions of the phrasings that hold it, ascending. */
  readonly postings: number[][]
  /** Term → number of entries that hold it. */
  readonly entryCounts: number[]
  /** Phrasings by position; a removed one leaves its position empty. */
  readonly phrasings: (Phrasing | undefined)[]
  readonly entries: (IndexedEntry | undefined)[]
  readonly entryOf: Map<string, number>
  totals: { entries: number; refusals: number; phrasings: number; length: number }
}

/** Builds the index of one shop. */
export const buildIndex = (
  entries: readonly FaqPhrasings[],
  options: FaqIndexOptions = {},
): FaqIndex => {
  const index: FaqIndex = {
    vocabulary: new Map(),
    kinds: [],
    postings: [],
    entryCounts: [],
    phrasings: [],
    entries: [],
    entryOf: new Map(),
    totals: { entries: 0, refusals: 0, phrasings: 0, length: 0 },
  }
  for (const entry of entries) putEntry(index, entry)
  for (const text of options.refusals ?? []) addRefusal(index, text)
  return index
}

/** Adds an entry or replaces the one with the same id. */
export const putEntry = (index: FaqIndex, entry: FaqPhrasings): void => {
  removeEntry(index, entry.id)
  index.entryOf.set(entry.id, index.entries.length)
  insert(index, entry.id, false, entry.phrasings)
  index.totals.entries++
}

/** Adds a question that no entry answers. */
export const addRefusal = (index: FaqIndex, text: string): void => {
  insert(index, '', true, [text])
  index.totals.refusals++
}

/** Removes an entry; an unknown id is ignored. */
export const removeEntry = (index: FaqIndex, id: string): void => {
  const at = index.entryOf.get(id)
  const entry = at === undefined ? undefined : index.entries[at]
  if (at === undefined || !entry) return
  for (const slot of entry.slots) removePhrasing(index, slot)
  for (const term of entry.terms) index.entryCounts[term] = (index.entryCounts[term] ?? 1) - 1
  index.entries[at] = undefined
  index.entryOf.delete(id)
  index.totals.entries--
}

const removePhrasing = (index: FaqIndex, slot: number): void => {
  const phrasing = index.phrasings[slot]
  if (!phrasing) return
  for (const term of phrasing.terms.keys()) {
    const list = index.postings[term]
    list?.splice(list.indexOf(slot), 1)
  }
  index.totals.phrasings--
  index.totals.length -= phrasing.length
  index.phrasings[slot] = undefined
}

const insert = (index: FaqIndex, id: string, refusal: boolean, texts: readonly string[]): void => {
  const entry = index.entries.length
  const slots: number[] = []
  const entryTerms = new Set<number>()
  texts.forEach((text, phrasing) => {
    const terms = termNumbers(index, text)
    if (terms.size === 0) return
    const slot = index.phrasings.length
    let length = 0
    for (const [term, times] of terms) {
      index.postings[term]?.push(slot)
      entryTerms.add(term)
      length += times * weightOf(index, term)
    }
    index.phrasings.push({ entry, phrasing, terms, length, ...comparedText(text) })
    index.totals.phrasings++
    index.totals.length += length
    slots.push(slot)
  })
  for (const term of entryTerms) index.entryCounts[term] = (index.entryCounts[term] ?? 0) + 1
  index.entries.push({ id, refusal, slots, terms: entryTerms })
}

const termNumbers = (index: FaqIndex, text: string): Map<number, number> => {
  const numbers = new Map<number, number>()
  for (const [term, times] of termsOf(text)) {
    let number = index.vocabulary.get(term)
    if (number === undefined) {
      number = index.kinds.length
      index.vocabulary.set(term, number)
      index.kinds.push(kindOf(term))
      index.postings.push([])
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
