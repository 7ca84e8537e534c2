// Asks an index a question: answer, offer the nearest entries, or hand over to a human.
import { type Candidate, candidatesFor } from './faq-candidates.ts'
import { numberOf } from './faq-compare.ts'
import { confidenceOf, confidenceRow, rank, tableFor } from './faq-confidence.ts'
import type { FaqIndex } from './faq-index.ts'
import { detectIntents, type FaqIntents } from './faq-intents.ts'
import { prepare } from './faq-search.ts'

/** From which confidence (0..1) the first entry is shown as the answer, or offered as a button. */
export interface FaqThresholds {
  readonly answer: number
  readonly suggest: number
}

/** Chosen for about nine right answers in ten on the development sets. */
export const defaultThresholds: FaqThresholds = { answer: 0.75, suggest: 0.05 }

export interface RankedEntry {
  readonly entryId: string
  /** Position of the nearest phrasing within the entry's phrasings. */
  readonly phrasingIndex: number
  /** Rank score; comparable within one reply only. */
  readonly score: number
  /** Share of the reply's confidence mass, 0..1; the first entry's is the reply's confidence. */
  readonly confidence: number
}

export interface FaqReply {
  readonly verdict: 'answer' | 'suggest' | 'handover'
  /** How likely the first entry answers the question, 0..1. */
  readonly confidence: number
  /** At most ten entries, best first. */
  readonly ranked: readonly RankedEntry[]
  readonly intents: FaqIntents
}

const rankedLimit = 10

/** Asks one question. Never throws; an empty or unreadable question hands over. */
export const ask = (
  index: FaqIndex,
  question: string,
  thresholds: FaqThresholds = defaultThresholds,
): FaqReply => {
  const intents = detectIntents(question)
  const asked = prepare(index, question)
  const { candidates, refused } = candidatesFor(index, asked)
  const table = tableFor(asked)
  const scored = rank(candidates, table)
  const top = scored[0]
  if (!top) return { verdict: 'handover', confidence: 0, ranked: [], intents }
  const confidence = confidenceOf(confidenceRow(scored, asked, refused), table)
  const ranked = scored.slice(0, rankedLimit).map(({ candidate, score }) => ({
    entryId: index.entries[candidate.entry]?.id ?? '',
    phrasingIndex: index.phrasings[candidate.slot]?.phrasing ?? 0,
    score,
    confidence: confidence * Math.exp(score - top.score),
  }))
  const verdict = resembles(top.candidate) ? verdictOf(confidence, thresholds) : 'handover'
  return { verdict, confidence, ranked, intents }
}

/** From which Dice coefficient letters alone count: misspelt words, not chance pieces. */
const lettersAlike = 0.3

/** Whether a candidate shares a telling word or topic with the question, or most letters. */
const resembles = ({ features }: Candidate): boolean =>
  numberOf(features, 'tokensShared') > 0 ||
  numberOf(features, 'topicsShared') > 0 ||
  numberOf(features, 'dice') >= lettersAlike

const verdictOf = (confidence: number, thresholds: FaqThresholds): FaqReply['verdict'] => {
  if (confidence >= thresholds.answer) return 'answer'
  return confidence >= thresholds.suggest ? 'suggest' : 'handover'
}
