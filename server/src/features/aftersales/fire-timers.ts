// Deadlines that have run out. Each fires once, never early, in a transaction of its own, under the
// same guards as a person; whoever locks the case first wins. One that fails waits and blocks nobody.
import { type Allowed, fireTimer } from '@shouhou/shared/domain/aftersale-machine'
import type { Tx } from '../../db/client.ts'
import type { Deps } from '../../deps.ts'
import { lockCaseIfFree, saveItems } from './case-store.ts'
import { dueTimers, markFired, putOff, runningTimer } from './clock-store.ts'
import { openStage, type Scene, SYSTEM, sceneOf } from './scene.ts'
import { carryOut, type Effect } from './step.ts'

const BATCH = 200
/** Deadlines carried out side by side: of different cases, since a case has one running clock. */
const AT_ONCE = 4
const FIRST_RETRY_MS = 10_000
const LONGEST_RETRY_MS = 3_600_000

type Due = Awaited<ReturnType<typeof dueTimers>>[number]

/**
 * Fires everything that is due now, about the longest overdue first; returns how many fired. A round
 * goes through them once, by a cursor: one that could not be fired is left to the next round.
 */
export async function fireTimers(deps: Deps): Promise<number> {
  const now = deps.clock.now()
  let fired = 0
  for (let last: Due | undefined; ; ) {
    const due = await deps.db.transact('platform', (tx) => dueTimers(tx, now, BATCH, last))
    last = due.at(-1)
    if (!last) return fired
    const waiting = due.values()
    const hand = async () => {
      for (const timer of waiting) if (await fireOne(deps, timer)) fired++
    }
    await Promise.all(Array.from({ length: AT_ONCE }, hand))
  }
}

/** False when somebody else acts on the case, or did already, and when firing failed. */
async function fireOne(deps: Deps, due: Due): Promise<boolean> {
  // A round may take long: what it does is dated when it does it.
  const now = deps.clock.now()
  try {
    return await deps.db.transact({ shopId: due.shopId }, (tx) => fire(tx, deps, due, now), 'once')
  } catch (err) {
    const delay = (attempts: number) =>
      Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LONGEST_RETRY_MS)
    const attempts = await deps.db.transact({ shopId: due.shopId }, (tx) =>
      putOff(tx, due, now, delay),
    )
    deps.log.error({ err, timer: due.id, attempts }, 'a deadline could not be carried out')
    return false
  }
}

async function fire(tx: Tx, deps: Deps, due: Due, now: Date): Promise<boolean> {
  const row = await lockCaseIfFree(tx, due.shopId, due.aftersaleId)
  if (!row) return false
  const timer = await runningTimer(tx, due.shopId, due.aftersaleId)
  if (timer?.id !== due.id || timer.dueAt > now) return false
  const stage = await openStage({ tx, deps, now, shopId: due.shopId, by: SYSTEM })
  const scene = await sceneOf(stage, row)
  const allowed = fireTimer(scene.facts, timer.kind)
  if (!allowed.ok) throw new Error(`${timer.kind} runs in ${row.status}: ${allowed.why}`)
  await carryOut(scene, allowed, await effectOf(scene, allowed))
  await markFired(tx, timer, now)
  return true
}

/** Silence at inspection passes what has arrived. */
async function effectOf(scene: Scene, { command }: Allowed): Promise<Effect> {
  if (command !== 'timeoutInspection') return {}
  const items = scene.items.map((item) => {
    const received = item.quantityReceived ?? item.quantity
    return { ...item, quantityReceived: received, quantityPassed: received }
  })
  await saveItems(scene.tx, scene.row, items)
  return {}
}
