// Ranks the candidates with learnt weights and says how sure the first one is.
import { type Candidate, entryFeatures, type Refused } from './faq-candidates.ts'
import type { Asked } from './faq-search.ts'
import { confidenceBias, confidenceWeights, rankWeights } from './faq-weights.ts'

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
] as const

export interface Scored {
  readonly candidate: Candidate
  readonly score: number
}

/** The candidates by rank score, best first. */
export const rank = (
  candidates: readonly Candidate[],
  weights: readonly number[] = rankTable,
): Scored[] =>
  candidates
    .map((candidate) => ({ candidate, score: dot(candidate.features, weights) }))
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
  const shares = scored.map(({ score }) => Math.exp(score - top))
  const total = shares.reduce((sum, share) => sum + share, 0)
  const entropy = shares.reduce((sum, share) => sum - (share / total) * Math.log(share / total), 0)
  const lead = (name: (typeof entryFeatures)[number]): number => {
    const at = entryFeatures.indexOf(name)
    return (first?.candidate.features[at] ?? 0) - (second?.candidate.features[at] ?? 0)
  }
  const bm25 = first?.candidate.features[0] ?? 0
  return [
    ...(first?.candidate.features ?? entryFeatures.map(() => 0)),
    asked.unknown,
    Math.log(1 + asked.tokens.length),
    top,
    second ? Math.min(highestMargin, top - second.score) : highestMargin,
    1 / total,
    entropy,
    lead('dice'),
    lead('cosine'),
    lead('questionCovered'),
    refused.bm25 > 0 ? refused.bm25 - bm25 : 0,
    refused.cosine,
    refused.vote,
    refused.first,
  ]
}

/** How likely the first candidate is the right answer, 0..1. */
export const confidenceOf = (row: readonly number[]): number =>
  1 / (1 + Math.exp(-(dot(row, confidenceTable) + confidenceBias)))

const dot = (values: readonly number[], weights: readonly number[]): number =>
  values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)

const rankTable = entryFeatures.map((name) => rankWeights[name] ?? 0)
const confidenceTable = confidenceFeatures.map((name) => confidenceWeights[name] ?? 0)
