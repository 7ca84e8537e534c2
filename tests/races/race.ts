// Letting requests go at the same moment, many rounds, each judged like one serial order of them.
import type { Answer } from '../helpers/client.ts'

export const ROUNDS = 20

interface Outcome {
  readonly status: number
  readonly code: string
}

/** Starts all at once; the answers as `ok` or the code of the problem, in the order they were given. */
export async function race(
  ...starts: readonly (() => Promise<Answer<never> | { status: number; problem?: unknown }>)[]
): Promise<Outcome[]> {
  const answers = await Promise.all(starts.map((start) => start()))
  return answers.map(({ status, problem }) => ({
    status,
    code: (problem as { code?: string } | undefined)?.code ?? 'ok',
  }))
}

export const codes = (outcomes: readonly Outcome[]): string[] => outcomes.map(({ code }) => code)
/** How many ended with this word. */
export const count = (outcomes: readonly Outcome[], code: string): number =>
  codes(outcomes).filter((c) => c === code).length
