// Ranks the candidates with learnt weights and says how sure the first one is. Chinese and
// English have tables of their own: what a missing character means is not what a missing word means.
import { type Candidate, entryFeatures, type Refused } from './faq-candidates.ts'
import type { Asked } from './faq-search.ts'
import { type LanguageWeights, weights } from './faq-weights.ts'

/** Names of the numbers the confidence is made of, in order. */
export const confidenceFeatures = [
  ...entryFeatures,
  'unknown', // share of the question that no entry knows
  'questionLength', // logarithm of the number of tokens
  'score', // rank score of the first
  'margin', // its lead over the second, at most 8
  'share', // softmax share of the first
  'entropy', // of the softmax over all candidates
  'diceMargin',
  'cosineMargin',
  'coverageMargin',
  'refusedLead', // how much nearer the nearest refused question is (BM25 share)
  'refusedCosine',
  'refusedVote',
  'refusedFirst',
  'refusedLearnt',
] as const

export interface Scored {
  readonly candidate: Candidate
  readonly score: number
}

/** Weights as rows, in the order of the features. */
export interface Table {
  readonly rank: readonly number[]
  readonly confidence: readonly number[]
  readonly bias: number
}

const tableOf = (source: LanguageWeights): Table => ({
  rank: entryFeatures.map((name) => source.rank[name] ?? 0),
  confidence: confidenceFeatures.map((name) => source.confidence[name] ?? 0),
  bias: source.bias,
})

const tables = { zh: tableOf(weights.zh), en: tableOf(weights.en) }

/** The shipped weights for a question. */
export const tableFor = (asked: Asked): Table => (asked.han ? tables.zh : tables.en)

/** The candidates by rank score, best first. */
export const rank = (candidates: readonly Candidate[], table: Table): Scored[] =>
  candidates
    .map((candidate) => ({ candidate, score: dot(candidate.features, table.rank) }))
    .sort((one, other) => other.score - one.score)

const highestMargin = 8

/** The numbers of the confidence for a ranked list with at least one candidate. */
export const confidenceRow = (
  scored: readonly Scored[],
  asked: Asked,
  refused: Refused,
): number[] => {
  const [first, second] = scored
  const top = first?.score ?? 0
  const powers = scored.map(({ score }) => Math.exp(score - top))
  const total = powers.reduce((sum, power) => sum + power, 0)
  const lead = (name: (typeof entryFeatures)[number]): number => {
    const at = entryFeatures.indexOf(name)
    return (first?.candidate.features[at] ?? 0) - (second?.candidate.features[at] ?? 0)
  }
  return [
    ...(first?.candidate.features ?? entryFeatures.map(() => 0)),
    asked.unknown,
    Math.log(1 + asked.tokens.length),
    top,
    second ? Math.min(highestMargin, top - second.score) : highestMargin,
    1 / total,
    entropyOf(powers.map((power) => power / total)),
    lead('dice'),
    lead('cosine'),
    lead('questionCovered'),
    refused.bm25 > 0 ? refused.bm25 - (first?.candidate.features[0] ?? 0) : 0,
    refused.cosine,
    refused.vote,
    refused.first,
    refused.learntShare,
  ]
}

const entropyOf = (shares: readonly number[]): number =>
  shares.reduce((sum, share) => (share > 0 ? sum - share * Math.log(share) : sum), 0)

/** How likely the first candidate is the right answer, 0..1. */
export const confidenceOf = (row: readonly number[], table: Table): number =>
  1 / (1 + Math.exp(-(dot(row, table.confidence) + table.bias)))

const dot = (values: readonly number[], factors: readonly number[]): number => {
  let sum = 0
  for (let at = 0; at < values.length; at++) sum += (values[at] ?? 0) * (factors[at] ?? 0)
  return sum
}
