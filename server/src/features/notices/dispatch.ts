// From the log of cases to notices: each step is taken once, in one transaction with all it leads to.
import { DAY } from '@shouhou/shared/domain/china-time'
import { type NoticeEvent, noticeRule } from '@shouhou/shared/domain/notice-events'
import { TOO_LATE } from '@shouhou/shared/domain/notice-rule'
import { noticesOfStep, reminderOf } from '@shouhou/shared/domain/notice-steps'
import { reminderTimes } from '@shouhou/shared/domain/timers'
import type { Tx } from '../../db/client.ts'
import type { Deps } from '../../deps.ts'
import {
  type CaseForNotice,
  caseFor,
  claimStep,
  clockOf,
  insertPlanned,
  lastMoveSeq,
  type StepKey,
  staffIn,
  unpublishedSteps,
} from './cause-store.ts'
import { tell } from './tell.ts'

const BATCH = 100
type Step = NonNullable<Awaited<ReturnType<typeof claimStep>>>

/** Passes on every step nobody was told about yet; returns how many. One that fails blocks no other. */
export async function dispatchSteps(deps: Deps): Promise<number> {
  for (let passed = 0; ; ) {
    const keys = await deps.db.transact('platform', (tx) => unpublishedSteps(tx, BATCH))
    let went = 0
    for (const key of keys) if (await dispatchOne(deps, key)) went++
    passed += went
    if (keys.length < BATCH || went === 0) return passed
  }
}

async function dispatchOne(deps: Deps, key: StepKey): Promise<boolean> {
  try {
    return await deps.db.transact('platform', async (tx) => {
      const now = deps.clock.now()
      const step = await claimStep(tx, key, now)
      if (!step) return false
      // What happened long before this worker ran is no news.
      if (now.getTime() - step.at.getTime() <= TOO_LATE) await passOn(tx, deps, step, now)
      return true
    })
  } catch (err) {
    deps.log.error({ err, ...key }, 'a step could not be passed on')
    return false
  }
}

async function passOn(tx: Tx, deps: Deps, step: Step, now: Date): Promise<void> {
  const row = await caseFor(tx, step.shopId, step.aftersaleId)
  if (!row) return
  const isOver = (await lastMoveSeq(tx, step.shopId, row.id)) > step.seq
  const events = noticesOfStep({
    command: step.command,
    actor: step.actorRole,
    from: step.fromStatus,
    to: step.toStatus,
    refunds: row.reservedFen > 0,
  })
  for (const event of events) {
    // Nobody is called to what has been done meanwhile.
    if (isOver && noticeRule(event).calls) continue
    await tell(tx, deps, causeOf(step, row, event), await readersOf(tx, step, row, event), now)
  }
  if (!isOver) await planReminders(tx, step, row, now)
  if (step.toStatus === 'COMPLETED') await planRating(tx, step, now)
}

const causeOf = (step: Step, row: CaseForNotice, event: NoticeEvent) => ({
  shopId: step.shopId,
  event,
  cause: `${event}:${row.id}:${step.seq}`,
  source: { kind: 'case' as const, seq: step.seq },
  subjectKind: 'aftersale' as const,
  subjectId: row.id,
  params: paramsOf(row),
})

export const paramsOf = (row: CaseForNotice) => ({
  no: row.no,
  amountFen: row.reservedFen,
  ...(row.deadlineAt ? { dueAt: row.deadlineAt.getTime() } : {}),
})

/** The shopper, or everybody of the shop whom the event concerns but the one who made it happen. */
async function readersOf(tx: Tx, step: Step, row: CaseForNotice, event: NoticeEvent) {
  const { staff } = noticeRule(event)
  if (staff === null) return [row.shopperId]
  const people = await staffIn(tx, step.shopId, staff)
  return people.filter((id) => id !== step.actorId)
}

async function planReminders(tx: Tx, step: Step, row: CaseForNotice, now: Date): Promise<void> {
  const timer = await clockOf(tx, step.shopId, row.id)
  const event = timer ? reminderOf(timer.kind) : null
  if (!timer || !event) return
  const running = {
    kind: timer.kind,
    startedAt: timer.startedAt.getTime(),
    dueAt: timer.dueAt.getTime(),
    pausedAt: null,
  }
  await insertPlanned(
    tx,
    reminderTimes(running, now.getTime()).map((at) => ({
      shopId: step.shopId,
      cause: `${event}:${timer.id}:${at}`,
      event,
      aftersaleId: row.id,
      timerId: timer.id,
      dueAt: timer.dueAt,
      at: new Date(at),
      state: 'PLANNED',
    })),
  )
}

/** A day to get used to it first. */
const planRating = (tx: Tx, step: Step, now: Date): Promise<void> =>
  insertPlanned(tx, [
    {
      shopId: step.shopId,
      cause: `RATING_ASKED:${step.aftersaleId}`,
      event: 'RATING_ASKED',
      aftersaleId: step.aftersaleId,
      at: new Date(now.getTime() + DAY),
      state: 'PLANNED',
    },
  ])
