// Work without a request: timers that fall due, uploads nobody used, answers kept long enough.
// Every round is safe to run in several processes at once.
import type { Deps } from './deps.ts'
import { fireTimers } from './features/aftersales/index.ts'
import { forgetOldSignIns } from './features/auth/index.ts'
import { removeOldExports, writeExports } from './features/exports/write-exports.ts'
import {
  dispatchSteps,
  forgetOldNotices,
  sendNotices,
  tellPlanned,
} from './features/notices/index.ts'
import { forgetOldShares } from './features/shares/share-links.ts'
import { sweepLostBytes, sweepUnusedUploads } from './features/uploads/sweep-uploads.ts'
import { forgetOldKeys } from './http/idempotency.ts'

interface Chore {
  readonly name: string
  readonly everyMs: number
  /**
   * Does what is due now; returns how much it did. Works on until nothing is due; a long one looks at
   * `stopping` and puts its work down.
   */
  readonly run: (deps: Deps, stopping: AbortSignal) => Promise<number>
}

const MINUTE = 60_000

/** All chores; a feature with background work adds a line. */
export const CHORES: readonly Chore[] = [
  { name: 'fire-timers', everyMs: 5_000, run: fireTimers },
  { name: 'dispatch-steps', everyMs: 1_000, run: dispatchSteps },
  { name: 'tell-planned', everyMs: 15_000, run: tellPlanned },
  { name: 'send-notices', everyMs: 2_000, run: sendNotices },
  { name: 'write-exports', everyMs: 2_000, run: writeExports },
  { name: 'remove-old-exports', everyMs: 10 * MINUTE, run: removeOldExports },
  { name: 'forget-old-notices', everyMs: 60 * MINUTE, run: forgetOldNotices },
  {
    name: 'forget-idempotency-keys',
    everyMs: 60 * MINUTE,
    run: (deps) => deps.db.transact('platform', (tx) => forgetOldKeys(tx, deps.clock.now())),
  },
  { name: 'forget-old-sign-ins', everyMs: 60 * MINUTE, run: forgetOldSignIns },
  { name: 'forget-old-shares', everyMs: 60 * MINUTE, run: forgetOldShares },
  { name: 'sweep-unused-uploads', everyMs: 10 * MINUTE, run: sweepUnusedUploads },
  { name: 'sweep-lost-bytes', everyMs: 24 * 60 * MINUTE, run: sweepLostBytes },
]

/** Runs every chore once; tests call it instead of waiting. */
export async function runChores(deps: Deps): Promise<void> {
  const { signal } = new AbortController()
  for (const chore of CHORES) await chore.run(deps, signal)
}

export interface Worker {
  /** Waits for the rounds that are running. */
  stop(): Promise<void>
  /** When a round last went well, epoch ms; of the start as long as none has. */
  lastRound(): number
}

/** Starts the rounds. */
export function startWorker(deps: Deps): Worker {
  const stopping = new AbortController()
  let last = deps.clock.now().getTime()
  const running = CHORES.map((chore) => {
    let timer: NodeJS.Timeout | undefined
    let round = Promise.resolve()
    const next = (delay: number) => {
      if (stopping.signal.aborted) return
      timer = setTimeout(() => {
        round = chore
          .run(deps, stopping.signal)
          .then(() => {
            last = deps.clock.now().getTime()
          })
          .catch((err: unknown) => deps.log.error({ err, chore: chore.name }, 'chore failed'))
          .then(() => next(chore.everyMs))
      }, delay)
    }
    next(0)
    return {
      stop: () => {
        clearTimeout(timer)
        return round
      },
    }
  })
  return {
    lastRound: () => last,
    async stop() {
      stopping.abort()
      await Promise.all(running.map((r) => r.stop()))
    },
  }
}
