// Sends the approvals of a batch: each is a command of its own with the version that was seen and a key of
// its own, so that trying the rest again can approve nothing twice.
import type { AftersaleSummary } from '@shouhou/shared/contract/aftersale-views'
import { useRef, useState } from 'react'
import { api } from '../../../api/client.ts'
import { ApiError } from '../../../api/errors.ts'
import { invalidate } from '../../../api/query.ts'
import { randomId } from '../../../platform/random-id.ts'

/** `changed`: somebody else was faster. `unknown`: no answer, or too many at once; it may be tried again. */
export type Outcome =
  | { readonly state: 'waiting' | 'done' | 'changed' }
  | { readonly state: 'refused' | 'unknown'; readonly error: unknown }

/** Few at a time: the rest of the shop wants answers too. */
const AT_ONCE = 3

const outcomeOf = (error: unknown): Outcome => {
  if (!(error instanceof ApiError)) return { state: 'unknown', error }
  if (error.code === 'version-conflict' || error.code === 'wrong-status') {
    return { state: 'changed' }
  }
  const later = error.status === 429 || error.status >= 500
  return { state: later ? 'unknown' : 'refused', error }
}

export interface Batch {
  readonly outcomes: Readonly<Record<string, Outcome>>
  readonly isRunning: boolean
  /** Approves those that are not settled yet. */
  run(cases: readonly AftersaleSummary[]): Promise<void>
}

export function useBatch(): Batch {
  const [outcomes, setOutcomes] = useState<Readonly<Record<string, Outcome>>>({})
  const [isRunning, setRunning] = useState(false)
  const keys = useRef(new Map<string, string>())
  const running = useRef(false)
  const note = (id: string, outcome: Outcome) => setOutcomes((now) => ({ ...now, [id]: outcome }))

  async function approve({ id, version }: AftersaleSummary): Promise<void> {
    const idempotencyKey = keys.current.get(id) ?? randomId()
    keys.current.set(id, idempotencyKey)
    const input = { params: { id }, body: { version } }
    const outcome = await api('POST /aftersales/:id/approve', input, { idempotencyKey }).then(
      (): Outcome => ({ state: 'done' }),
      outcomeOf,
    )
    note(id, outcome)
  }

  async function run(cases: readonly AftersaleSummary[]): Promise<void> {
    if (running.current) return
    running.current = true
    setRunning(true)
    const left = cases.filter(({ id }) => {
      const state = outcomes[id]?.state
      return state === undefined || state === 'unknown'
    })
    for (const { id } of left) note(id, { state: 'waiting' })
    const rest = [...left]
    const work = async () => {
      for (let kase = rest.shift(); kase; kase = rest.shift()) await approve(kase)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    running.current = false
    setRunning(false)
    await invalidate('aftersales', 'orders', 'refunds', 'today')
  }

  return { outcomes, isRunning, run }
}
