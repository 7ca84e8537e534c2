// Groups the phrasings found by entry: an entry counts as its best phrasing, plus what its
// other phrasings and the refused questions around it say.
import { comparePhrasing, pairFeatures } from './faq-compare.ts'
import { type FaqIndex, worthOf } from './faq-index.ts'
import { type Asked, type Hit, search } from './faq-search.ts'

/** Names of the numbers of one candidate, in order. */
export const entryFeatures = [
  ...pairFeatures,
  'vote', // the entry's share among the nearest phrasings
  'meanOfThree', // mean BM25 share of its three best phrasings
  'entryCovers', // share of the question's worth that any of its phrasings holds
  'frequency', // logarithm of its number of phrasings against the average
  'relative', // its BM25 against the best found
] as const

/** An entry that may answer, with the phrasing that is nearest and its numbers. */
export interface Candidate {
  readonly entry: number
  readonly slot: number
  readonly features: readonly number[]
}

/** What the refused questions say: nearness and share among the nearest phrasings. */
export interface Refused {
  readonly bm25: number
  readonly cosine: number
  readonly vote: number
  readonly first: number
}

const hitLimit = 80
const entryLimit = 25
const phrasingLimit = 4
const voters = 20
const voteSharpness = 6

interface Group {
  readonly entry: number
  readonly first: Hit
  readonly rows: number[][]
  best: { readonly slot: number; readonly row: number[]; readonly likeness: number }
}

const at = (row: readonly number[], name: (typeof pairFeatures)[number]): number =>
  row[pairFeatures.indexOf(name)] ?? 0

/** The entries nearest to a question with their numbers, in order of BM25. */
export const candidatesFor = (
  index: FaqIndex,
  asked: Asked,
): { candidates: Candidate[]; refused: Refused } => {
  const hits = search(index, asked, hitLimit)
  const votes = votesOf(index, hits)
  const groups = new Map<number, Group>()
  const refused = { bm25: 0, cosine: 0, vote: votes.refused, first: votes.refusedFirst }
  for (const hit of hits) {
    const phrasing = index.phrasings[hit.slot]
    if (!phrasing) continue
    const group = groups.get(phrasing.entry)
    const refusal = index.entries[phrasing.entry]?.refusal === true
    if (!refusal && (group ? group.rows.length >= phrasingLimit : groups.size >= entryLimit))
      continue
    const row = comparePhrasing(index, asked, phrasing, hit)
    if (refusal) {
      refused.bm25 = Math.max(refused.bm25, at(row, 'bm25'))
      refused.cosine = Math.max(refused.cosine, at(row, 'cosine'))
      continue
    }
    const likeness = at(row, 'bm25') + at(row, 'dice') + at(row, 'cosine')
    const best = { slot: hit.slot, row, likeness }
    if (!group) groups.set(phrasing.entry, { entry: phrasing.entry, first: hit, rows: [row], best })
    else {
      group.rows.push(row)
      if (likeness > group.best.likeness) group.best = best
    }
  }
  const top = hits[0]?.bm25 ?? 1
  const candidates = [...groups.values()].map((group) => ({
    entry: group.entry,
    slot: group.best.slot,
    features: [...group.best.row, ...groupFeatures(index, asked, group, votes.of, top)],
  }))
  return { candidates, refused }
}

const groupFeatures = (
  index: FaqIndex,
  asked: Asked,
  group: Group,
  votes: ReadonlyMap<number, number>,
  top: number,
): number[] => {
  const entry = index.entries[group.entry]
  let covered = 0
  for (const term of asked.terms) if (entry?.terms.has(term)) covered += worthOf(index, term)
  const average = index.totals.phrasings / Math.max(1, index.totals.entries)
  return [
    votes.get(group.entry) ?? 0,
    group.rows.slice(0, 3).reduce((sum, row) => sum + at(row, 'bm25'), 0) / 3,
    covered / asked.worth,
    Math.log((entry?.slots.length ?? 1) / average + 0.1),
    group.first.bm25 / top,
  ]
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
