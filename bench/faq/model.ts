// Learns the matcher's weights from rows and applies them to other rows.
import { confidenceRow, rank } from '../../shared/src/domain/faq-confidence.ts'
import { type AnswerRow, type Logistic, learnAnswer, learnRank } from './learn.ts'
import type { Outcome } from './metrics.ts'
import type { Row } from './rows.ts'

export interface Model {
  readonly rank: readonly number[]
  readonly answer: Logistic
}

const answerRow = (row: Row, weights: readonly number[]): AnswerRow | undefined => {
  const scored = rank(row.candidates, weights)
  const first = scored[0]
  if (!first) return undefined
  return {
    features: confidenceRow(scored, row.asked, row.refused),
    right: row.right[row.candidates.indexOf(first.candidate)] ?? false,
    weight: 1,
  }
}

/** Learns both tables from the same rows. */
export const learn = (rows: readonly Row[]): Model => {
  const rank = learnRank(
    rows
      .filter((row) => row.right.includes(true))
      .map((row) => ({
        candidates: row.candidates.map(({ features }) => features),
        right: row.right,
        weight: 1,
      })),
  )
  const answers = rows.map((row) => answerRow(row, rank)).filter((row) => row !== undefined)
  return { rank, answer: learnAnswer(answers) }
}

/** What a model says to a row. */
export const applyModel = (model: Model, row: Row): Outcome => {
  const scored = rank(row.candidates, model.rank)
  const place = scored
    .slice(0, 10)
    .findIndex(({ candidate }) => row.right[row.candidates.indexOf(candidate)])
  const features = scored.length > 0 ? confidenceRow(scored, row.asked, row.refused) : []
  const { bias, weights } = model.answer
  const logit = features.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), bias)
  return {
    rank: place < 0 ? undefined : place,
    inScope: row.query.gold.length > 0,
    confidence: scored.length > 0 ? 1 / (1 + Math.exp(-logit)) : 0,
    milliseconds: 0,
  }
}
