// Groups the phrasings found by entry: an entry counts as its best phrasing, plus what its
// other phrasings, the learnt weights and the refused questions around it say.
import { comparePhrasing, numberOf, pairFeatures } from './faq-compare.ts'
import { learntScores, softmax } from './faq-learner.ts'
import { type FaqIndex, worthOf } from './faq-postings.ts'
import { type Asked, type Hit, search } from './faq-search.ts'

/** Names of the numbers of one candidate, in order. */
export const entryFeatures = [
  ...pairFeatures,
  'vote', // the entry's share among the nearest phrasings
  'meanOfThree', // mean BM25 share of its three best phrasings
  'entryCovers', // share of the question's worth that any of its phrasings holds
  'frequency', // logarithm of its number of phrasings against the average
  'relative', // its BM25 against the best found
  'learnt', // the learnt score
  'learntShare', // softmax share of it, refusals taking part
  'learntLead', // against the best other, refusals included
] as const

/** An entry that may answer, with the phrasing that is nearest and its numbers. */
export interface Candidate {
  readonly entry: number
  readonly slot: number
  readonly features: readonly number[]
}

/** What the refused questions say: nearness, and share among the nearest phrasings. */
export interface Refused {
  readonly bm25: number
  readonly cosine: number
  readonly vote: number
  /** 1 when the nearest phrasing of all is a refused question. */
  readonly first: number
  readonly learntShare: number
}

export interface Found {
  readonly candidates: readonly Candidate[]
  readonly refused: Refused
}

const hitLimit = 80
const entryLimit = 25
const phrasingLimit = 4
const voters = 20
const voteSharpness = 6
const widestLead = 8

interface Group {
  readonly first: Hit
  readonly rows: number[][]
  best: { readonly slot: number; readonly row: number[]; readonly likeness: number }
}

/** The entries nearest to a question with their numbers, in order of BM25. */
export const candidatesFor = (index: FaqIndex, asked: Asked): Found => {
  const hits = search(index, asked.terms, hitLimit)
  const { groups, refusedRows } = groupsOf(index, asked, hits)
  const votes = votesOf(index, hits)
  const learnt = learntFeatures(index, asked, [...groups.keys()])
  const top = hits[0]?.bm25 ?? 1
  const candidates = [...groups].map(([entry, group], place) => ({
    entry,
    slot: group.best.slot,
    features: [
      ...group.best.row,
      votes.of.get(entry) ?? 0,
      group.rows.slice(0, 3).reduce((sum, row) => sum + numberOf(row, 'bm25'), 0) / 3,
      coverOf(index, asked, entry),
      frequencyOf(index, entry),
      group.first.bm25 / top,
      ...(learnt.of[place] ?? []),
    ],
  }))
  const refused = {
    bm25: Math.max(0, ...refusedRows.map((row) => numberOf(row, 'bm25'))),
    cosine: Math.max(0, ...refusedRows.map((row) => numberOf(row, 'cosine'))),
    vote: votes.refused,
    first: votes.refusedFirst,
    learntShare: learnt.refusedShare,
  }
  return { candidates, refused }
}

const groupsOf = (index: FaqIndex, asked: Asked, hits: readonly Hit[]) => {
  const groups = new Map<number, Group>()
  const refusedRows: number[][] = []
  for (const hit of hits) {
    const phrasing = index.phrasings[hit.slot]
    if (!phrasing) continue
    const refusal = index.entries[phrasing.entry]?.refusal === true
    const group = groups.get(phrasing.entry)
    const full = group ? group.rows.length >= phrasingLimit : groups.size >= entryLimit
    if (full && !refusal) continue
    const row = comparePhrasing(index, asked, phrasing, hit)
    const likeness = numberOf(row, 'bm25') + numberOf(row, 'dice') + numberOf(row, 'cosine')
    const best = { slot: hit.slot, row, likeness }
    if (refusal) refusedRows.push(row)
    else if (!group) groups.set(phrasing.entry, { first: hit, rows: [row], best })
    else {
      group.rows.push(row)
      if (likeness > group.best.likeness) group.best = best
    }
  }
  return { groups, refusedRows }
}

const coverOf = (index: FaqIndex, asked: Asked, entry: number): number => {
  let covered = 0
  for (const term of asked.terms.keys())
    if (index.entries[entry]?.terms.has(term)) covered += worthOf(index, term)
  return covered / asked.worth
}

const frequencyOf = (index: FaqIndex, entry: number): number => {
  const average = index.totals.phrasings / Math.max(1, index.totals.entries)
  return Math.log((index.entries[entry]?.slots.length ?? 1) / average + 0.1)
}

/** Each entry's share among the nearest phrasings, near ones counting more. */
const votesOf = (index: FaqIndex, hits: readonly Hit[]) => {
  const top = hits[0]?.bm25 ?? 1
  const of = new Map<number, number>()
  let all = 0
  let refused = 0
  for (const hit of hits.slice(0, voters)) {
    const entry = index.phrasings[hit.slot]?.entry ?? -1
    const vote = Math.exp(voteSharpness * (hit.bm25 / top - 1))
    all += vote
    of.set(entry, (of.get(entry) ?? 0) + vote)
    if (index.entries[entry]?.refusal) refused += vote
  }
  for (const [entry, vote] of of) of.set(entry, vote / all)
  const first = index.phrasings[hits[0]?.slot ?? -1]
  const refusedFirst = first && index.entries[first.entry]?.refusal ? 1 : 0
  return { of, refused: refused / (all || 1), refusedFirst }
}

/** Learnt score, its share and its lead over the best other, for each entry in turn. */
const learntFeatures = (index: FaqIndex, asked: Asked, entries: readonly number[]) => {
  const { of: scores, refused } = learntScores(index, asked, entries)
  const all = refused === undefined ? scores : [...scores, refused]
  const shares = softmax(all)
  const [best = 0, second = best - widestLead] = [...all].sort((one, other) => other - one)
  const of = scores.map((score, place) => {
    const lead = score - (score === best ? second : best)
    return [score, shares[place] ?? 0, Math.max(-widestLead, Math.min(widestLead, lead))]
  })
  return { of, refusedShare: refused === undefined ? 0 : (shares[scores.length] ?? 0) }
}
