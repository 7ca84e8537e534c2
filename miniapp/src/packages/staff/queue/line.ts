// The order in which somebody works through the queue, known to the case page: which case comes next.

let line: readonly string[] = []

/** Tells which cases the list shows now, in its order. */
export const setLine = (ids: readonly string[]): void => {
  line = ids
}

interface Place {
  /** From 1. */
  readonly at: number
  readonly of: number
  readonly before: string | null
  readonly after: string | null
}

/** Where a case stands in the line; null when it is not in it. */
export function placeOf(id: string): Place | null {
  const index = line.indexOf(id)
  if (index < 0) return null
  return {
    at: index + 1,
    of: line.length,
    before: line[index - 1] ?? null,
    after: line[index + 1] ?? null,
  }
}
