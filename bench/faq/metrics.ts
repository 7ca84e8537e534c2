// The metrics of the FAQ benchmark, as its README defines them.

/** What the matcher said to one query. */
export interface Outcome {
  /** Position of the first right entry in the ranking, from 0; undefined = not in the first ten. */
  readonly rank: number | undefined
  readonly inScope: boolean
  readonly confidence: number
  readonly milliseconds: number
}

export interface Score {
  readonly queries: number
  readonly inShare: number
  readonly top1: number
  readonly top3: number
  readonly mrr10: number
  readonly aucAnswer: number
  readonly aucScope: number
  readonly cov85: number
  readonly cov90: number
  readonly cov95: number
  readonly net9: number
  readonly always: number
  readonly p50: number
  readonly p99: number
}

const isRight = (outcome: Outcome): boolean => outcome.inScope && outcome.rank === 0

/** Area under the ROC curve with ties counted half. */
export const auc = (
  outcomes: readonly Outcome[],
  positive: (outcome: Outcome) => boolean,
): number => {
  const sorted = [...outcomes].sort((a, b) => a.confidence - b.confidence)
  let below = 0
  let wins = 0
  let positives = 0
  for (let from = 0; from < sorted.length; ) {
    let to = from
    let here = 0
    while (to < sorted.length && sorted[to]?.confidence === sorted[from]?.confidence) {
      const outcome = sorted[to++]
      if (outcome && positive(outcome)) here++
    }
    const others = to - from - here
    wins += here * (below + others / 2)
    below += others
    positives += here
    from = to
  }
  return positives === 0 || below === 0 ? Number.NaN : wins / (positives * below)
}

/** Answered and right counts at every threshold, the strictest first. */
const curve = (
  outcomes: readonly Outcome[],
): { threshold: number; answered: number; right: number }[] => {
  const sorted = [...outcomes].sort((a, b) => b.confidence - a.confidence)
  const points: { threshold: number; answered: number; right: number }[] = []
  let right = 0
  sorted.forEach((outcome, at) => {
    if (isRight(outcome)) right++
    if (sorted[at + 1]?.confidence !== outcome.confidence)
      points.push({ threshold: outcome.confidence, answered: at + 1, right })
  })
  return points
}

/** Largest coverage with at least that precision and 20 answers, and its threshold. */
export const coverageAt = (
  outcomes: readonly Outcome[],
  precision: number,
): { coverage: number; threshold: number } => {
  let best = { coverage: 0, threshold: Number.POSITIVE_INFINITY }
  for (const point of curve(outcomes))
    if (point.answered >= 20 && point.right / point.answered >= precision)
      best = { coverage: point.answered / outcomes.length, threshold: point.threshold }
  return best
}

/** Coverage and precision when answering from `threshold` on. */
export const measuredAt = (
  outcomes: readonly Outcome[],
  threshold: number,
): { coverage: number; precision: number } => {
  const answered = outcomes.filter((outcome) => outcome.confidence >= threshold)
  return {
    coverage: answered.length / outcomes.length,
    precision:
      answered.length === 0 ? Number.NaN : answered.filter(isRight).length / answered.length,
  }
}

const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** All figures of one run. */
export const score = (outcomes: readonly Outcome[]): Score => {
  const asked = outcomes.filter((outcome) => outcome.inScope)
  const within = (places: number) =>
    asked.filter((outcome) => outcome.rank !== undefined && outcome.rank < places).length /
    asked.length
  const times = outcomes.map((outcome) => outcome.milliseconds)
  return {
    queries: outcomes.length,
    inShare: asked.length / outcomes.length,
    top1: within(1),
    top3: within(3),
    mrr10:
      asked.reduce((sum, { rank }) => sum + (rank === undefined ? 0 : 1 / (rank + 1)), 0) /
      asked.length,
    aucAnswer: auc(outcomes, isRight),
    aucScope: auc(outcomes, (outcome) => outcome.inScope),
    cov85: coverageAt(outcomes, 0.85).coverage,
    cov90: coverageAt(outcomes, 0.9).coverage,
    cov95: coverageAt(outcomes, 0.95).coverage,
    net9: Math.max(
      0,
      ...curve(outcomes).map((p) => (p.right - 9 * (p.answered - p.right)) / outcomes.length),
    ),
    always: outcomes.filter(isRight).length / outcomes.length,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  }
}
