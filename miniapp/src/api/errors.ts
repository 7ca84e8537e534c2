// What can go wrong when talking to the server: it answered with a problem, or it did not answer.
import type { ProblemCode } from '@shouhou/shared/contract/problems'

export interface FieldError {
  /** JSON pointer into what was sent, `/lines/0/quantity`. */
  readonly pointer: string
  readonly message: string
}

interface ProblemBody {
  readonly code?: string
  readonly title?: string
  readonly detail?: string
  readonly errors?: readonly FieldError[]
  readonly currentVersion?: number
  readonly why?: string
}

/** The server refused or failed; `message` is its sentence for people, in the language we asked for. */
export class ApiError extends Error {
  readonly status: number
  /** A code of the contract, or `unknown` when something between us and the server answered. */
  readonly code: ProblemCode | 'unknown'
  readonly errors: readonly FieldError[]
  /** With `version-conflict`: the version to load. */
  readonly currentVersion: number | undefined
  /** A finer reason as a stable word. */
  readonly why: string | undefined

  constructor(status: number, body: unknown) {
    const problem: ProblemBody = typeof body === 'object' && body !== null ? body : {}
    super(problem.detail ?? problem.title ?? `HTTP ${status}`)
    this.name = 'ApiError'
    this.status = status
    this.code = (problem.code as ProblemCode | undefined) ?? 'unknown'
    this.errors = Array.isArray(problem.errors) ? problem.errors : []
    this.currentVersion = problem.currentVersion
    this.why = problem.why
  }
}

/** No answer came: whether the server did the work is not known. `aborted` is our own doing. */
export class NetworkError extends Error {
  readonly kind: 'unreachable' | 'timeout' | 'aborted'

  constructor(kind: NetworkError['kind']) {
    super(kind)
    this.name = 'NetworkError'
    this.kind = kind
  }
}

/**
 * Names the failure of a Taro call that we did not abort ourselves. In the web page Taro reports its
 * own timeout as an abort.
 */
export function networkErrorOf(failure: unknown): NetworkError {
  const text = String((failure as { errMsg?: unknown } | undefined)?.errMsg ?? failure)
  return new NetworkError(/time|abort/i.test(text) ? 'timeout' : 'unreachable')
}

/** True when repeating the same request may succeed and the outcome of this one is unknown. */
export const isUncertain = (error: unknown): boolean =>
  (error instanceof NetworkError && error.kind !== 'aborted') ||
  (error instanceof ApiError && error.status >= 500)
