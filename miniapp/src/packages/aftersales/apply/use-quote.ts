// The calculation and decision that the application would get now, asked for when the form stands still.
import type { Input } from '@shouhou/shared/contract'
import type { Quote } from '@shouhou/shared/contract/aftersale-views'
import { useRef } from 'react'
import { useApi } from '../../../hooks/use-api.ts'
import { useDebounced } from '../../../hooks/use-debounced.ts'
import { type Application, askOf, type Subject } from './application.ts'

export interface QuoteAnswer {
  /** Undefined before the first answer and while something is missing. */
  readonly data: Quote | undefined
  /** A newer answer is on its way. */
  readonly isOld: boolean
  /** Everything it needs is chosen. */
  readonly isAsked: boolean
  readonly error: unknown
  readonly refetch: () => unknown
}

export function useQuote(subject: Subject, application: Application): QuoteAnswer {
  const { order, original } = subject
  const now = askOf(subject, application)
  const ask = useDebounced(now)
  const body = {
    orderNo: order.orderNo,
    ...(ask ?? NOTHING),
    ...(original ? { aftersaleId: original.id } : {}),
  }
  const answer = useApi('POST /aftersales/quote', { body }, { enabled: ask !== null })
  // The last answer stays in sight until the next one is there.
  const last = useRef<Quote>()
  if (answer.data) last.current = answer.data
  const settled = JSON.stringify(now) === JSON.stringify(ask) && !answer.isFetching
  const data = now === null || answer.error ? undefined : (answer.data ?? last.current)
  const { error, refetch } = answer
  return {
    data,
    isOld: !settled,
    isAsked: now !== null,
    error: settled ? error : null,
    refetch,
  }
}

/** Stands for an application without its answers; never sent. */
const NOTHING: Omit<Input<'POST /aftersales/quote'>['body'], 'orderNo'> = {
  type: 'REFUND_ONLY',
  lines: [],
  reasonCode: 'OTHER',
  receivedGoods: false,
}
