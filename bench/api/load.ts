// A closed loop of clients against one address, and what it took.

export interface Load {
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p95: number
}

/** `clients` callers, each with one request at a time, for `ms` milliseconds after a warm-up. */
export async function load(
  call: (n: number) => Promise<void>,
  { clients, ms }: { readonly clients: number; readonly ms: number },
): Promise<Load> {
  let n = 0
  const took: number[] = []
  const round = async (until: number, keep: boolean) => {
    while (performance.now() < until) {
      const start = performance.now()
      await call(n++)
      if (keep) took.push(performance.now() - start)
    }
  }
  const all = (until: number, keep: boolean) =>
    Promise.all(Array.from({ length: clients }, () => round(until, keep)))
  await all(performance.now() + ms / 4, false)
  const start = performance.now()
  await all(start + ms, true)
  const seconds = (performance.now() - start) / 1000
  took.sort((a, b) => a - b)
  const at = (share: number) =>
    took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
  return { perSecond: took.length / seconds, p50: at(0.5), p95: at(0.95) }
}
