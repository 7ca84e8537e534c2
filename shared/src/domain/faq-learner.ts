// What a shop's own phrasings teach: a linear softmax over its entries, one weight per entry and
// term, learnt in passes over the phrasings (AdaGrad). Only entries near a phrasing compete for
// it, so the cost grows with the phrasings, not with phrasings × entries. Refused questions are
// one more entry that stands for "nobody answers this".
import { type FaqIndex, type Learner, type Phrasing, worthOf } from './faq-postings.ts'
import { type Asked, search } from './faq-search.ts'
import type { Steps } from './steps.ts'

/** The entry number that stands for all refused questions. */
const refusal = -1
const passes = 8
const rate = 0.5
const competitors = 24
/** Phrasings found per lesson, from which the competitors come. */
const lessonHits = 80
/** After a change, so many phrasings near each new one are studied again. */
const revised = 20
/** Table size per phrasing; two weights in one cell are rare and do little harm. */
const cellsPerPhrasing = 400
const smallestTable = 1 << 16

/** A text as the learner reads it: hashes of its terms, and their values. */
interface Reading {
  readonly hashes: Int32Array
  readonly values: Float64Array
}

interface Lesson extends Reading {
  readonly right: number
  readonly entries: readonly number[]
}

/** A learner that knows nothing, sized for that many phrasings. */
export const emptyLearner = (phrasings: number): Learner => {
  let size = smallestTable
  while (size < phrasings * cellsPerPhrasing) size *= 2
  return { weights: new Float32Array(size), sums: new Float32Array(size).fill(1e-3) }
}

/** Learns from all phrasings. */
export const learnAll = (index: FaqIndex): Steps<void> =>
  study(
    index,
    index.phrasings.flatMap((phrasing) => (phrasing ? [phrasing] : [])),
  )

/** Learns from the phrasings just added and again from those near them. */
export function* learnFrom(index: FaqIndex, slots: readonly number[]): Steps<void> {
  const all = new Set(slots)
  for (const slot of slots) {
    const terms = index.phrasings[slot]?.terms
    if (terms) for (const hit of search(index, terms, revised)) all.add(hit.slot)
    yield
  }
  yield* study(
    index,
    [...all].flatMap((slot) => index.phrasings[slot] ?? []),
  )
}

function* study(index: FaqIndex, phrasings: readonly Phrasing[]): Steps<void> {
  const lessons: Lesson[] = []
  for (const phrasing of phrasings) {
    lessons.push(lessonOf(index, phrasing))
    yield
  }
  for (let pass = 0; pass < passes; pass++)
    for (const lesson of shuffled(lessons, pass)) {
      learn(index.learner, lesson)
      yield
    }
}

/** The same order every time, another one in each pass. */
const shuffled = (lessons: readonly Lesson[], pass: number): Lesson[] => {
  const order = [...lessons]
  let seed = pass + 7
  for (let last = order.length - 1; last > 0; last--) {
    seed = (seed * 16807) % 2147483647
    const other = seed % (last + 1)
    const moved = order[last] as Lesson
    order[last] = order[other] as Lesson
    order[other] = moved
  }
  return order
}

const ownEntry = (index: FaqIndex, entry: number): number =>
  index.entries[entry]?.refusal ? refusal : entry

const lessonOf = (index: FaqIndex, phrasing: Phrasing): Lesson => {
  const right = ownEntry(index, phrasing.entry)
  const entries = new Set([right])
  if (index.totals.refusals > 0) entries.add(refusal)
  for (const hit of search(index, phrasing.terms, lessonHits)) {
    if (entries.size > competitors) break
    entries.add(ownEntry(index, index.phrasings[hit.slot]?.entry ?? phrasing.entry))
  }
  return { ...readingOf(index, phrasing.terms), right, entries: [...entries] }
}

/** Values have unit length together with those of unknown terms (`total` = worth of all terms). */
const readingOf = (
  index: FaqIndex,
  terms: ReadonlyMap<number, number>,
  total?: number,
): Reading => {
  const known = [...terms.keys()]
  const worths = known.map((term) => worthOf(index, term))
  const all = total ?? worths.reduce((sum, worth) => sum + worth, 0)
  return {
    hashes: Int32Array.from(known, (term) => Math.imul(term + 1, 0x85ebca6b)),
    values: Float64Array.from(worths, (worth) => Math.sqrt(worth / (all || 1))),
  }
}

const entryHash = (entry: number): number => Math.imul(entry + 7, 0x9e3779b1)

const scoreOf = ({ weights }: Learner, entry: number, { hashes, values }: Reading): number => {
  const own = entryHash(entry)
  const mask = weights.length - 1
  let sum = 0
  for (let at = 0; at < hashes.length; at++)
    sum += (values[at] ?? 0) * (weights[(own ^ (hashes[at] ?? 0)) & mask] ?? 0)
  return sum
}

/** Pulls too small to matter are skipped. */
const smallestPull = 2e-3

const learn = (learner: Learner, lesson: Lesson): void => {
  const shares = softmax(lesson.entries.map((entry) => scoreOf(learner, entry, lesson)))
  lesson.entries.forEach((entry, place) => {
    const pull = (shares[place] ?? 0) - (entry === lesson.right ? 1 : 0)
    if (Math.abs(pull) > smallestPull) move(learner, entry, lesson, pull)
  })
}

/** One AdaGrad step for one entry. */
const move = (learner: Learner, entry: number, { hashes, values }: Reading, pull: number): void => {
  const { weights, sums } = learner
  const own = entryHash(entry)
  const mask = weights.length - 1
  for (let at = 0; at < hashes.length; at++) {
    const slope = pull * (values[at] ?? 0)
    const cell = (own ^ (hashes[at] ?? 0)) & mask
    const sum = (sums[cell] ?? 0) + slope * slope
    sums[cell] = sum
    weights[cell] = (weights[cell] ?? 0) - (rate * slope) / Math.sqrt(sum)
  }
}

/** Shares that sum to 1. */
export const softmax = (scores: readonly number[]): number[] => {
  const top = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - top))
  const all = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / all)
}

/** The learnt score of each entry for a question, and of "nobody answers this" where that was taught. */
export const learntScores = (
  index: FaqIndex,
  asked: Asked,
  entries: readonly number[],
): { readonly of: readonly number[]; readonly refused: number | undefined } => {
  const reading = readingOf(index, asked.terms, asked.worth)
  return {
    of: entries.map((entry) => scoreOf(index.learner, entry, reading)),
    refused: index.totals.refusals > 0 ? scoreOf(index.learner, refusal, reading) : undefined,
  }
}
