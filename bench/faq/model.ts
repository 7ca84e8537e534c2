// Learns the matcher's weights from rows and applies them to other rows.
import {
  confidenceOf,
  confidenceRow,
  rank,
  type Scored,
  type Table,
} from '@shouhou/shared/domain/faq-confidence'
import { learnAnswer, learnRank } from './learn.ts'
import type { Outcome } from './metrics.ts'
import type { Row } from './rows.ts'

/** The two tables the matcher needs. */
export type Model = Readonly<Record<'zh' | 'en', Table>>

/** How much a row of the other language counts: enough for what is rare in one's own. */
const foreignWeight = 0.02

/** How much the rows of our own questions count: they are few, and written rather than overheard. */
const ownWeight = 0.3

/** Learns both tables; each run (one set, cold or warm) counts by the root of its size. */
export const learn = (runs: readonly (readonly Row[])[]): Model => {
  const zh = learnTable(runs, true)
  const en = learnTable(runs, false)
  return { zh, en }
}

const learnTable = (runs: readonly (readonly Row[])[], han: boolean): Table => {
  const weighted = runs.flatMap((rows) =>
    rows.map((row) => ({
      row,
      weight:
        ((row.asked.han === han ? 1 : foreignWeight) * (row.own ? ownWeight : 1)) /
        Math.sqrt(rows.length),
    })),
  )
  const rankWeights = learnRank(
    weighted
      .filter(({ row }) => row.right.includes(true))
      .map(({ row, weight }) => ({
        candidates: row.found.candidates.map(({ features }) => features),
        right: row.right,
        weight,
      })),
  )
  const table = { rank: rankWeights, confidence: [], bias: 0 }
  const answers = weighted.flatMap(({ row, weight }) => {
    const scored = rank(row.found.candidates, table)
    if (scored.length === 0) return []
    const features = confidenceRow(scored, row.asked, row.found.refused)
    return [{ features, right: isRight(row, scored[0]), weight }]
  })
  const { weights, bias } = learnAnswer(answers)
  return { rank: rankWeights, confidence: weights, bias }
}

const isRight = (row: Row, scored: Scored | undefined): boolean =>
  scored !== undefined && row.right[row.found.candidates.indexOf(scored.candidate)] === true

/** What a model says to a row. */
export const applyModel = (model: Model, row: Row): Outcome => {
  const table = row.asked.han ? model.zh : model.en
  const scored = rank(row.found.candidates, table)
  const place = scored.slice(0, 10).findIndex((one) => isRight(row, one))
  const features = confidenceRow(scored, row.asked, row.found.refused)
  return {
    rank: place < 0 ? undefined : place,
    inScope: row.query.gold.length > 0,
    confidence: scored.length > 0 ? confidenceOf(features, table) : 0,
    milliseconds: 0,
  }
}
