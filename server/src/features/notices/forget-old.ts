// Notices are kept for half a year; what they told of is in the cases themselves.
import { DAY } from '@shouhou/shared/domain/china-time'
import type { Deps } from '../../deps.ts'
import { removeOldPlanned } from './cause-store.ts'
import { removeOldNotices } from './notice-store.ts'

const KEPT_MS = 180 * DAY
const BATCH = 500

export async function forgetOldNotices(deps: Deps): Promise<number> {
  const before = new Date(deps.clock.now().getTime() - KEPT_MS)
  await deps.db.transact('platform', (tx) => removeOldPlanned(tx, before))
  for (let gone = 0; ; ) {
    const now = await deps.db.transact('platform', (tx) => removeOldNotices(tx, before, BATCH))
    gone += now
    if (now < BATCH) return gone
  }
}
