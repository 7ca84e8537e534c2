// Sends orders in batches through the API, the same way any integrator does. Putting an order twice
// changes nothing, so whatever got no answer is simply sent again.
import { setTimeout as sleep } from 'node:timers/promises'
import { API_PREFIX, type Output } from '@shouhou/shared/contract'
import type { Problem } from '@shouhou/shared/contract/problems'
import type { Static } from 'typebox'
import { type Sentence, say } from '../../http/problems.ts'

export interface OrderToSend {
  readonly orderNo: string
  readonly order: Record<string, unknown>
}
export type SendResult = Output<'POST /orders/batch'>['results'][number]
type ProblemBody = Static<typeof Problem>

export interface Target {
  readonly url: string
  readonly apiKey: string
  readonly language: 'zh' | 'en'
  /** Waits before each further try, in ms. */
  readonly waits: readonly number[]
}
export const WAITS: readonly number[] = [1_000, 2_000, 4_000, 8_000, 16_000]
/** One batch may take this long, in ms. */
const PATIENCE = 60_000

/** The server cannot be reached, or does not let us in: going on makes no sense. */
export class SendingStopped extends Error {
  readonly sentence: Sentence
  constructor(sentence: Sentence) {
    super(sentence.en)
    this.sentence = sentence
  }
}

/**
 * One result for each order, in their order. Failures that may pass are tried again.
 * @throws SendingStopped
 */
export async function sendOrders(
  target: Target,
  orders: readonly OrderToSend[],
): Promise<SendResult[]> {
  const results = new Map<number, SendResult>()
  let open = orders.map((_, index) => index)
  for (let attempt = 0; ; attempt++) {
    const answer = await post(
      target,
      open.flatMap((index) => orders[index] ?? []),
    )
    if (Array.isArray(answer)) {
      for (const [at, index] of open.entries()) {
        const result = answer[at]
        if (result) results.set(index, result)
      }
      open = open.filter((index) => (results.get(index)?.problem?.status ?? 200) >= 500)
      if (open.length === 0) return orders.flatMap((_, index) => results.get(index) ?? [])
    }
    const wait = target.waits[attempt]
    if (wait === undefined) throw new SendingStopped(gaveUp(answer))
    await sleep(Array.isArray(answer) ? wait : Math.max(wait, answer.waitMs))
  }
}

/** No results this time; perhaps next time. */
interface NoAnswer {
  readonly why: string
  readonly waitMs: number
}

async function post(
  { url, apiKey, language }: Target,
  orders: readonly OrderToSend[],
): Promise<SendResult[] | NoAnswer> {
  let response: Response
  try {
    response = await fetch(`${url}${API_PREFIX}/orders/batch`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${apiKey}`,
        'content-type': 'application/json',
        'accept-language': language,
      },
      body: JSON.stringify({ orders }),
      signal: AbortSignal.timeout(PATIENCE),
    })
    const body: unknown = await response.json()
    if (response.ok) return (body as Output<'POST /orders/batch'>).results
    const problem = body as ProblemBody
    if (response.status !== 429 && response.status < 500) throw new SendingStopped(refused(problem))
    const seconds = Number(response.headers.get('retry-after') ?? 0)
    return { why: problem.title, waitMs: Number.isFinite(seconds) ? seconds * 1_000 : 0 }
  } catch (error) {
    if (error instanceof SendingStopped) throw error
    return { why: reasonOf(error as Error), waitMs: 0 }
  }
}

const reasonOf = (error: Error) =>
  error.cause instanceof Error ? error.cause.message : error.message

const refused = ({ title, detail, errors }: ProblemBody) => {
  const first = errors?.[0]
  const more = detail ?? (first ? `${first.pointer} ${first.message}` : '')
  const reason = `${title}${more === '' ? '' : `: ${more}`}`
  return say(`服务器拒绝了请求：${reason}`, `The server refused: ${reason}`)
}

const gaveUp = (answer: SendResult[] | NoAnswer) => {
  const why = Array.isArray(answer)
    ? (answer.find((r) => r.problem)?.problem?.title ?? '')
    : answer.why
  return say(`服务器没有正常响应：${why}`, `The server does not answer properly: ${why}`)
}
