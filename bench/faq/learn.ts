// The two small learners behind the matcher's weights: a softmax over candidates (which entry is
// right?) and a logistic regression (is the first one right?). Full batch, Adam, L2.

export interface RankRow {
  readonly candidates: readonly (readonly number[])[]
  readonly right: readonly boolean[]
  readonly weight: number
}

export interface AnswerRow {
  readonly features: readonly number[]
  readonly right: boolean
  readonly weight: number
}

export interface Logistic {
  readonly weights: readonly number[]
  readonly bias: number
}

const adam = (
  size: number,
  rate: number,
  steps: number,
  gradient: (weights: readonly number[], into: number[]) => void,
): number[] => {
  const weights = new Array<number>(size).fill(0)
  const first = new Array<number>(size).fill(0)
  const second = new Array<number>(size).fill(0)
  for (let step = 1; step <= steps; step++) {
    const slope = new Array<number>(size).fill(0)
    gradient(weights, slope)
    for (let at = 0; at < size; at++) {
      const value = slope[at] ?? 0
      const mean = 0.9 * (first[at] ?? 0) + 0.1 * value
      const square = 0.999 * (second[at] ?? 0) + 0.001 * value * value
      first[at] = mean
      second[at] = square
      const move = mean / (1 - 0.9 ** step) / (Math.sqrt(square / (1 - 0.999 ** step)) + 1e-8)
      weights[at] = (weights[at] ?? 0) - rate * move
    }
  }
  return weights
}

const dot = (values: readonly number[], weights: readonly number[]): number => {
  let sum = 0
  for (let at = 0; at < values.length; at++) sum += (values[at] ?? 0) * (weights[at] ?? 0)
  return sum
}

/** Mean and deviation of every column. */
const moments = (rows: readonly (readonly number[])[], size: number) => {
  const mean = new Array<number>(size).fill(0)
  const deviation = new Array<number>(size).fill(0)
  for (const row of rows)
    row.forEach((value, at) => {
      mean[at] = (mean[at] ?? 0) + value / rows.length
    })
  for (const row of rows)
    row.forEach((value, at) => {
      deviation[at] = (deviation[at] ?? 0) + (value - (mean[at] ?? 0)) ** 2 / rows.length
    })
  return { mean, deviation: deviation.map((square) => Math.sqrt(square) || 1) }
}

/** Weights that put a right candidate first. */
export const learnRank = (rows: readonly RankRow[], ridge = 0.003, steps = 150): number[] => {
  const size = rows[0]?.candidates[0]?.length ?? 0
  const { deviation } = moments(
    rows.flatMap((row) => row.candidates),
    size,
  )
  const scaled = rows.map((row) => ({
    ...row,
    candidates: row.candidates.map((values) =>
      values.map((value, at) => value / (deviation[at] ?? 1)),
    ),
  }))
  const total = rows.reduce((sum, row) => sum + row.weight, 0)
  const weights = adam(size, 0.05, steps, (now, into) => {
    for (const row of scaled) {
      const scores = row.candidates.map((values) => dot(values, now))
      const top = Math.max(...scores)
      const shares = scores.map((score) => Math.exp(score - top))
      const all = shares.reduce((sum, share) => sum + share, 0)
      const good = shares.reduce((sum, share, at) => sum + (row.right[at] ? share : 0), 0)
      row.candidates.forEach((values, at) => {
        const share = shares[at] ?? 0
        const pull = (row.weight / total) * (share / all - (row.right[at] ? share / good : 0))
        for (let column = 0; column < size; column++)
          into[column] = (into[column] ?? 0) + pull * (values[column] ?? 0)
      })
    }
    for (let column = 0; column < size; column++)
      into[column] = (into[column] ?? 0) + ridge * (now[column] ?? 0)
  })
  return weights.map((weight, at) => weight / (deviation[at] ?? 1))
}

/** Weights and bias of the probability that the first candidate is right. */
export const learnAnswer = (rows: readonly AnswerRow[], ridge = 0.003, steps = 250): Logistic => {
  const size = rows[0]?.features.length ?? 0
  const { mean, deviation } = moments(
    rows.map((row) => row.features),
    size,
  )
  const scaled = rows.map((row) =>
    row.features.map((value, at) => (value - (mean[at] ?? 0)) / (deviation[at] ?? 1)),
  )
  const total = rows.reduce((sum, row) => sum + row.weight, 0)
  const weights = adam(size + 1, 0.05, steps, (now, into) => {
    scaled.forEach((values, at) => {
      const row = rows[at]
      if (!row) return
      const guess = 1 / (1 + Math.exp(-(dot(values, now) + (now[size] ?? 0))))
      const pull = (row.weight / total) * (guess - (row.right ? 1 : 0))
      for (let column = 0; column < size; column++)
        into[column] = (into[column] ?? 0) + pull * (values[column] ?? 0)
      into[size] = (into[size] ?? 0) + pull
    })
    for (let column = 0; column < size; column++)
      into[column] = (into[column] ?? 0) + ridge * (now[column] ?? 0)
  })
  const plain = weights.slice(0, size).map((weight, at) => weight / (deviation[at] ?? 1))
  return { weights: plain, bias: (weights[size] ?? 0) - dot(mean, plain) }
}
