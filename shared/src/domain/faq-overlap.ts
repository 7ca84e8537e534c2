// Measures of how much two token sequences or sets have in common.

/** Dice coefficient of two multisets, 0..1. */
export const diceOf = (
  one: ReadonlyMap<string, number>,
  other: ReadonlyMap<string, number>,
): number => {
  let common = 0
  let all = 0
  for (const [pair, times] of one) {
    common += Math.min(times, other.get(pair) ?? 0)
    all += times
  }
  for (const times of other.values()) all += times
  return (2 * common) / (all || 1)
}

/** Length of the longest common subsequence. */
export const commonInOrder = (one: readonly string[], other: readonly string[]): number => {
  const row = new Uint16Array(other.length + 1)
  for (const token of one) {
    let diagonal = 0
    for (let at = 1; at <= other.length; at++) {
      const above = row[at] ?? 0
      row[at] = token === other[at - 1] ? diagonal + 1 : Math.max(above, row[at - 1] ?? 0)
      diagonal = above
    }
  }
  return row[other.length] ?? 0
}

/** Number of tokens in common whatever their order. */
export const commonInAnyOrder = (one: readonly string[], other: readonly string[]): number => {
  const left = new Map<string, number>()
  for (const token of other) left.set(token, (left.get(token) ?? 0) + 1)
  let common = 0
  for (const token of one) {
    const times = left.get(token) ?? 0
    if (times === 0) continue
    left.set(token, times - 1)
    common++
  }
  return common
}

/** Number of members that only one of the sets has. */
export const differing = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  let count = 0
  for (const name of one) if (!other.has(name)) count++
  for (const name of other) if (!one.has(name)) count++
  return count
}

/** A share that is whole when there is nothing to share. */
export const shareOf = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)
