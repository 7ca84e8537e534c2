// Timer rows: carrying out what the machine says about clocks, and finding those that are due.
import { ALARM_AGAIN_AFTER, type ClockPlan } from '@shouhou/shared/domain/aftersale-machine'
import {
  resumeTimer,
  startTimer,
  type TimerDurations,
  type TimerKind,
} from '@shouhou/shared/domain/timers'
import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { behind } from '../../db/cursor.ts'
import { timers } from './tables.ts'

export type TimerRow = typeof timers.$inferSelect

/** What starting and stopping clocks of one case needs to know. */
export interface ClockScene {
  readonly tx: Tx
  readonly now: Date
  readonly shopId: string
  readonly aftersaleId: string
  readonly newId: () => string
  readonly durations: TimerDurations
  /** Something has been shipped: decides how long the merchant may think. */
  readonly shipped: boolean
  /** The command behind the change. */
  readonly reason: string
}

const live = ({ shopId, aftersaleId }: ClockScene) =>
  and(
    eq(timers.shopId, shopId),
    eq(timers.aftersaleId, aftersaleId),
    inArray(timers.state, ['RUNNING', 'PAUSED']),
  )

/** Carries the plan out; returns when the running clock falls due, null when none runs. */
export async function runClocks(scene: ClockScene, plan: ClockPlan): Promise<Date | null> {
  const { now, reason } = scene
  const running = and(live(scene), eq(timers.state, 'RUNNING'))
  if (plan.act === 'keep') return dueOfRunning(scene)
  if (plan.act === 'park') {
    await scene.tx.update(timers).set({ state: 'PAUSED', pausedAt: now, reason }).where(running)
    return start(scene, plan.kind)
  }
  if (plan.act === 'resume') {
    await stop(scene, running)
    return resume(scene, plan.kind)
  }
  await stop(scene, live(scene))
  if (plan.kind === null) return null
  return plan.act === 'again' ? start(scene, plan.kind, ALARM_AGAIN_AFTER) : start(scene, plan.kind)
}

async function dueOfRunning(scene: ClockScene): Promise<Date | null> {
  const rows = await scene.tx.select().from(timers).where(live(scene))
  return rows.find(({ state }) => state === 'RUNNING')?.dueAt ?? null
}

const stop = ({ tx, reason }: ClockScene, which: ReturnType<typeof live>) =>
  tx.update(timers).set({ state: 'STOPPED', pausedAt: null, reason }).where(which)

async function start(scene: ClockScene, kind: TimerKind, forMs?: number): Promise<Date> {
  const timer = newTimer(scene, kind, forMs)
  await scene.tx.insert(timers).values(timer)
  return timer.dueAt
}

/** A clock that begins now. */
export function newTimer(scene: Omit<ClockScene, 'tx'>, kind: TimerKind, forMs?: number) {
  const { now, shopId, aftersaleId, reason, shipped } = scene
  const timer = startTimer(kind, scene.durations, now.getTime(), { shipped })
  return {
    shopId,
    id: scene.newId(),
    aftersaleId,
    kind,
    state: 'RUNNING' as const,
    startedAt: now,
    dueAt: new Date(forMs === undefined ? timer.dueAt : now.getTime() + forMs),
    reason,
  }
}

async function resume(scene: ClockScene, kind: TimerKind): Promise<Date> {
  const [parked] = await scene.tx
    .select()
    .from(timers)
    .where(and(live(scene), eq(timers.state, 'PAUSED')))
  if (parked?.kind !== kind || !parked.pausedAt) return start(scene, kind)
  const resumed = resumeTimer(
    {
      kind,
      startedAt: parked.startedAt.getTime(),
      dueAt: parked.dueAt.getTime(),
      pausedAt: parked.pausedAt.getTime(),
    },
    scene.now.getTime(),
  )
  const dueAt = new Date(resumed.dueAt)
  await scene.tx
    .update(timers)
    .set({ state: 'RUNNING', pausedAt: null, retryAt: null, dueAt, reason: scene.reason })
    .where(and(eq(timers.shopId, parked.shopId), eq(timers.id, parked.id)))
  return dueAt
}

export async function runningTimer(
  tx: Tx,
  shopId: string,
  aftersaleId: string,
): Promise<TimerRow | undefined> {
  const [row] = await tx
    .select()
    .from(timers)
    .where(
      and(
        eq(timers.shopId, shopId),
        eq(timers.aftersaleId, aftersaleId),
        eq(timers.state, 'RUNNING'),
      ),
    )
  return row
}

/** Running clocks of many cases at once, for lists. */
export const runningTimers = (
  tx: Tx,
  shopId: string,
  ids: readonly string[],
): Promise<TimerRow[]> =>
  tx
    .select()
    .from(timers)
    .where(
      and(
        eq(timers.shopId, shopId),
        inArray(timers.aftersaleId, [...ids]),
        eq(timers.state, 'RUNNING'),
      ),
    )

/** Up to `limit` clocks of all shops that are due, the longest overdue first, behind `last`. */
export const dueTimers = (
  tx: Tx,
  now: Date,
  limit: number,
  last: Pick<TimerRow, 'dueAt' | 'id'> | undefined,
) =>
  tx
    .select({
      shopId: timers.shopId,
      id: timers.id,
      aftersaleId: timers.aftersaleId,
      dueAt: timers.dueAt,
    })
    .from(timers)
    .where(
      and(
        eq(timers.state, 'RUNNING'),
        lte(timers.dueAt, now),
        or(isNull(timers.retryAt), lte(timers.retryAt, now)),
        behind(
          last && { key: last.dueAt, id: last.id },
          { key: timers.dueAt, id: timers.id },
          'asc',
        ),
      ),
    )
    .orderBy(asc(timers.dueAt), asc(timers.id))
    .limit(limit)

/** Notes that a clock has fired, after its plan was carried out; a parked one stays parked. */
export async function markFired(tx: Tx, timer: TimerRow, now: Date): Promise<void> {
  await tx
    .update(timers)
    .set({
      state: sql`case when ${timers.state} = 'STOPPED' then 'FIRED' else ${timers.state} end`,
      firedAt: now,
    })
    .where(and(eq(timers.shopId, timer.shopId), eq(timers.id, timer.id)))
}

/** After a failed try: the next one waits `delayMs(tries so far)`. */
export async function putOff(
  tx: Tx,
  timer: Pick<TimerRow, 'shopId' | 'id'>,
  now: Date,
  delayMs: (attempts: number) => number,
): Promise<number> {
  const own = and(eq(timers.shopId, timer.shopId), eq(timers.id, timer.id))
  const [row] = await tx
    .update(timers)
    .set({ attempts: sql`${timers.attempts} + 1` })
    .where(own)
    .returning({ attempts: timers.attempts })
  const attempts = row?.attempts ?? 1
  await tx
    .update(timers)
    .set({ retryAt: new Date(now.getTime() + delayMs(attempts)) })
    .where(own)
  return attempts
}
