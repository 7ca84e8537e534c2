// A closed loop of clients, and what it took.
import { median, quantile } from './numbers.ts'

export interface Load {
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p95: number
  /** Calls that were measured or came before as warm-up. */
  readonly calls: number
}

/** One client's next request; `n` counts over all clients. */
export type Call = (n: number, client: number) => Promise<unknown>

/** `clients` callers, each with one request at a time, for `ms` milliseconds after a warm-up. */
export async function load(call: Call, clients: number, ms: number): Promise<Load> {
  let n = 0
  const took: number[] = []
  const round = async (client: number, until: number, keep: boolean) => {
    for (let start = performance.now(); start < until; ) {
      await call(n++, client)
      const end = performance.now()
      if (keep) took.push(end - start)
      start = end
    }
  }
  const all = (until: number, keep: boolean) =>
    Promise.all(Array.from({ length: clients }, (_none, client) => round(client, until, keep)))
  await all(performance.now() + ms / 5, false)
  const start = performance.now()
  await all(start + ms, true)
  const seconds = (performance.now() - start) / 1000
  return {
    perSecond: took.length / seconds,
    p50: median(took),
    p95: quantile(took, 0.95),
    calls: n,
  }
}

export interface Measured extends Load {
  /** Processor time of a call in server and database, ms. */
  readonly cpuMs: number
}

const WARM_UP_MS = 1_500

/** Several loads in turn, `rounds` times over, so that a busy machine is unfair to all alike. */
export async function interleaved<Name extends string>(
  calls: Readonly<Record<Name, Call>>,
  spent: (name: Name) => Promise<number>,
  how: { readonly clients: number; readonly ms: number; readonly rounds: number },
): Promise<Record<Name, Measured>> {
  const names = Object.keys(calls) as Name[]
  const all = new Map<Name, Measured[]>(names.map((name) => [name, []]))
  // A server that has been up: connections open, statements planned, code compiled.
  for (const name of names) await load(calls[name], how.clients, WARM_UP_MS)
  for (let i = 0; i < how.rounds; i++) {
    for (const name of names) {
      const before = await spent(name)
      const made = await load(calls[name], how.clients, how.ms)
      all.get(name)?.push({ ...made, cpuMs: ((await spent(name)) - before) / made.calls })
    }
  }
  const of = (name: Name): Measured => {
    const loads = all.get(name) ?? []
    const at = (pick: (l: Measured) => number) => median(loads.map(pick))
    return {
      perSecond: at((l) => l.perSecond),
      p50: at((l) => l.p50),
      p95: at((l) => l.p95),
      calls: at((l) => l.calls),
      cpuMs: at((l) => l.cpuMs),
    }
  }
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, Measured>
}
