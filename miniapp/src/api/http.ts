// One exchange with the server over Taro.request: address, headers, timeout, retries when no answer
// came. Knows no session and no route types; client.ts and session.ts build on it.
import Taro from '@tarojs/taro'
import { language } from '../i18n/language.ts'
import { learnServerTime } from '../platform/server-clock.ts'
import { ApiError, NetworkError, networkErrorOf } from './errors.ts'

const TIMEOUT_MS = 15_000
/** Waiting times before the second and the third try; a call that timed out gets the second only. */
const RETRY_AFTER_MS = [400, 1_200]

/** The version every path of the contract starts with. */
export const API_PREFIX = `${API_BASE}/v1`

/** The part of AbortSignal that WeChat's stand-in has too. */
export interface Signal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

export interface Exchange {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Path and query behind the version prefix. */
  readonly path: string
  readonly body?: unknown
  readonly token?: string | undefined
  readonly idempotencyKey?: string | undefined
  readonly signal?: Signal | undefined
}

/** Headers every call carries, an upload included. */
export function headersOf(
  call: Pick<Exchange, 'token' | 'idempotencyKey'>,
): Record<string, string> {
  const headers: Record<string, string> = { 'Accept-Language': language.get() }
  if (call.token) headers.Authorization = `Bearer ${call.token}`
  if (call.idempotencyKey) headers['Idempotency-Key'] = call.idempotencyKey
  return headers
}

/**
 * Sends a call and gives the parsed body. When no answer comes it is sent again with the same
 * Idempotency-Key, so the work cannot be done twice.
 * @throws ApiError when the server answers with a problem, NetworkError when it does not answer
 */
export async function exchange(call: Exchange): Promise<unknown> {
  for (let tried = 1; ; tried++) {
    try {
      return await sendOnce(call)
    } catch (error) {
      const delay = RETRY_AFTER_MS[tried - 1]
      if (!(error instanceof NetworkError) || delay === undefined) throw error
      if (error.kind === 'aborted' || (error.kind === 'timeout' && tried > 1)) throw error
      await new Promise((resolve) => setTimeout(resolve, delay))
    }
  }
}

async function sendOnce(call: Exchange): Promise<unknown> {
  if (call.signal?.aborted) throw new NetworkError('aborted')
  const hasBody = call.body !== undefined
  const task = Taro.request<string>({
    url: `${API_PREFIX}${call.path}`,
    method: call.method,
    header: { ...headersOf(call), ...(hasBody ? { 'Content-Type': 'application/json' } : {}) },
    ...(hasBody ? { data: JSON.stringify(call.body) } : {}),
    dataType: 'text',
    timeout: TIMEOUT_MS,
  })
  const stop = () => task.abort?.()
  call.signal?.addEventListener('abort', stop)
  try {
    const answer = await task
    const headers: Record<string, string> = answer.header ?? {}
    learnServerTime(headers.Date ?? headers.date)
    return readAnswer(answer.statusCode, answer.data)
  } catch (failure) {
    if (failure instanceof ApiError) throw failure
    throw call.signal?.aborted ? new NetworkError('aborted') : networkErrorOf(failure)
  } finally {
    call.signal?.removeEventListener('abort', stop)
  }
}

/** The body of an answer; a status outside 2xx becomes an ApiError. */
export function readAnswer(status: number, data: unknown): unknown {
  let body: unknown = data
  if (typeof data === 'string') {
    try {
      body = data === '' ? undefined : JSON.parse(data)
    } catch {
      body = undefined
    }
  }
  if (status < 200 || status > 299) throw new ApiError(status, body)
  return body
}

/** A signed address of a file as this platform can load it; the server gives paths of its own as `/v1/…`. */
export const mediaAddress = (url: string): string => (url.startsWith('/') ? API_BASE + url : url)
