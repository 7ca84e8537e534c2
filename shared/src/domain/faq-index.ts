// The search index of one shop's FAQ: build it, then add, replace and remove entries one by one.
import { emptyLearner, learnAll, learnFrom } from './faq-learner.ts'
import { type FaqIndex, insert, removePhrasing } from './faq-postings.ts'

export type { FaqIndex } from './faq-postings.ts'

/** One FAQ entry as the matcher sees it: all its phrasings, of all languages, learnt ones included. */
export interface FaqPhrasings {
  readonly id: string
  readonly phrasings: readonly string[]
}

export interface FaqIndexOptions {
  /** Questions that people marked as answered by no entry: the matcher learns to stay silent. */
  readonly refusals?: readonly string[]
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
    lengths: [],
    entries: [],
    entryOf: new Map(),
    learner: emptyLearner(0),
    totals: { entries: 0, refusals: 0, phrasings: 0, length: 0 },
  }
  for (const entry of entries) place(index, entry)
  for (const text of options.refusals ?? []) placeRefusal(index, text)
  index.learner = emptyLearner(index.totals.phrasings)
  learnAll(index)
  return index
}

/** Adds an entry or replaces the one with the same id. */
export const putEntry = (index: FaqIndex, entry: FaqPhrasings): void =>
  learnFrom(index, place(index, entry))

/** Adds a question that no entry answers. */
export const addRefusal = (index: FaqIndex, text: string): void =>
  learnFrom(index, placeRefusal(index, text))

const place = (index: FaqIndex, entry: FaqPhrasings): readonly number[] => {
  removeEntry(index, entry.id)
  index.entryOf.set(entry.id, index.entries.length)
  index.totals.entries++
  return insert(index, entry.id, false, entry.phrasings)
}

const placeRefusal = (index: FaqIndex, text: string): readonly number[] => {
  index.totals.refusals++
  return insert(index, '', true, [text])
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
