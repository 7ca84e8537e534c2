// Planned notices whose time has come: told once, unless what they would remind of is over.
import { noticeRule } from '@shouhou/shared/domain/notice-events'
import type { NoticeSource } from '@shouhou/shared/domain/notice-rule'
import type { Tx } from '../../db/client.ts'
import type { Deps } from '../../deps.ts'
import {
  type CaseForNotice,
  caseFor,
  claimPlanned,
  clockOf,
  duePlanned,
  endPlanned,
  isRated,
  type PlannedRow,
  staffIn,
} from './cause-store.ts'
import { paramsOf } from './dispatch.ts'
import { tell } from './tell.ts'

const BATCH = 100

/** Tells everything planned that is due; returns how much. One that fails blocks no other. */
export async function tellPlanned(deps: Deps): Promise<number> {
  for (let told = 0; ; ) {
    const now = deps.clock.now()
    const keys = await deps.db.transact('platform', (tx) => duePlanned(tx, now, BATCH))
    let ended = 0
    for (const key of keys) {
      try {
        const done = await deps.db.transact('platform', async (tx) => {
          const row = await claimPlanned(tx, key)
          return row
            ? endPlanned(tx, key, await remind(tx, deps, row, now)).then(() => true)
            : false
        })
        if (done) ended++
      } catch (err) {
        deps.log.error({ err, cause: key.cause }, 'a reminder could not be told')
      }
    }
    told += ended
    if (keys.length < BATCH || ended === 0) return told
  }
}

async function remind(tx: Tx, deps: Deps, row: PlannedRow, now: Date): Promise<'DONE' | 'DROPPED'> {
  const about = await caseFor(tx, row.shopId, row.aftersaleId)
  const source = about ? await standing(tx, row, about, now) : null
  if (!about || !source) return 'DROPPED'
  const { shopId, event, cause } = row
  const { staff } = noticeRule(event)
  const readers = staff === null ? [about.shopperId] : await staffIn(tx, shopId, staff)
  const subject = { subjectKind: 'aftersale' as const, subjectId: about.id }
  const { dueAt: _clock, ...params } = paramsOf(about)
  const due = row.dueAt === null ? {} : { dueAt: row.dueAt.getTime() }
  const full = { shopId, event, cause, source, ...subject, params: { ...params, ...due } }
  await tell(tx, deps, full, readers, now)
  return 'DONE'
}

/** What the reminder speaks of; null when its clock has stopped, moved or run out, or it is rated. */
async function standing(
  tx: Tx,
  row: PlannedRow,
  about: CaseForNotice,
  now: Date,
): Promise<NoticeSource | null> {
  if (row.event === 'RATING_ASKED') {
    return (await isRated(tx, row.shopId, about.id)) ? null : { kind: 'rating' }
  }
  const clock = await clockOf(tx, row.shopId, about.id)
  const isSame = clock?.id === row.timerId && clock.dueAt.getTime() === row.dueAt?.getTime()
  if (!clock || !isSame || clock.dueAt <= now) return null
  return { kind: 'timer', dueAt: clock.dueAt.getTime() }
}
