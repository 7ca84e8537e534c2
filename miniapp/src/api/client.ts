// The typed client: `api('POST /aftersales', { body })`. Paths, inputs and outputs come from the
// contract as types only, so nothing of its schemas reaches the phone.
import type { ContractKey, Input, Output } from '@shouhou/shared/contract'
import { randomId } from '../platform/random-id.ts'
import { ApiError } from './errors.ts'
import { type Exchange, exchange, type Signal } from './http.ts'
import { addressOf } from './paths.ts'
import { accessToken, refreshSession } from './session.ts'

export interface CallOptions {
  /** Ends the call; the answer is then a NetworkError of kind `aborted`. */
  readonly signal?: Signal | undefined
  /** Name of the user's action; the same for every repeat of it. Made here when left out. */
  readonly idempotencyKey?: string | undefined
}

/** A route without required input may be called with the key alone. */
type Args<K extends ContractKey> =
  Record<string, never> extends Input<K>
    ? [input?: Input<K>, options?: CallOptions]
    : [input: Input<K>, options?: CallOptions]

/**
 * Calls a route of the contract.
 * @throws ApiError with the problem's code and sentence, NetworkError when no answer came
 */
export async function api<K extends ContractKey>(
  key: K,
  ...[input, options]: Args<K>
): Promise<Output<K>> {
  const { params, query, body } = (input ?? {}) as {
    params?: Record<string, unknown>
    query?: Record<string, unknown>
    body?: unknown
  }
  const address = addressOf(key, { params, query })
  const answer = await withSession({
    ...address,
    body,
    signal: options?.signal,
    ...(address.method === 'GET' ? {} : { idempotencyKey: options?.idempotencyKey ?? randomId() }),
  })
  return answer as Output<K>
}

/** Sends with the token; when the server says it has ended, refreshes it once and sends again. */
async function withSession(call: Exchange): Promise<unknown> {
  const token = accessToken()
  try {
    return await exchange({ ...call, token })
  } catch (error) {
    const ended = error instanceof ApiError && error.status === 401 && token !== undefined
    if (!ended || !(await refreshSession())) throw error
    return exchange({ ...call, token: accessToken() })
  }
}
