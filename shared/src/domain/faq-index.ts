// The search index of one shop's FAQ: build it, then add, replace and remove entries one by one.
import { emptyLearner, learnAll, learnFrom } from './faq-learner.ts'
import { type FaqIndex, insert, removePhrasing } from './faq-postings.ts'
import { finish, type Steps } from './steps.ts'

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

/** Builds the index of one shop, in pieces of a few milliseconds at most. */
export function* buildSteps(
  entries: readonly FaqPhrasings[],
  options: FaqIndexOptions = {},
): Steps<FaqIndex> {
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
  for (const entry of entries) {
    place(index, entry)
    yield
  }
  for (const text of options.refusals ?? []) {
    placeRefusal(index, text)
    yield
  }
  index.learner = emptyLearner(index.totals.phrasings)
  yield* learnAll(index)
  return index
}

/** Adds an entry or replaces the one with the same id; it can be found after the first step. */
export function* putSteps(index: FaqIndex, entry: FaqPhrasings): Steps<void> {
  yield* learnFrom(index, place(index, entry))
}

/** Adds a question that no entry answers. */
export function* refuseSteps(index: FaqIndex, text: string): Steps<void> {
  yield* learnFrom(index, placeRefusal(index, text))
}

/** {@link buildSteps} at once. */
export const buildIndex = (
  entries: readonly FaqPhrasings[],
  options: FaqIndexOptions = {},
): FaqIndex => finish(buildSteps(entries, options))

/** {@link putSteps} at once. */
export const putEntry = (index: FaqIndex, entry: FaqPhrasings): void =>
  finish(putSteps(index, entry))

/** {@link refuseSteps} at once. */
export const addRefusal = (index: FaqIndex, text: string): void => finish(refuseSteps(index, text))

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
