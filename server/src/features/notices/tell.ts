// Telling: one cause becomes a row in every reader's inbox and, where the rule says so, messages to send.
// All in the caller's transaction; the same cause told again changes nothing.
import { audienceOf } from '@shouhou/shared/domain/notice-events'
import { planChannels, type SilentWhy } from '@shouhou/shared/domain/notice-rule'
import type { Tx } from '../../db/client.ts'
import type { Deps } from '../../deps.ts'
import { insertDeliveries, type NewDelivery } from './delivery-store.ts'
import { type Cause, insertNotices, type NoticeRow } from './notice-store.ts'
import { type Reachable, receiversOf } from './receiver.ts'

/** Silence that its reader can change is kept, so that staff can say why no message came. */
const WORTH_KEEPING: readonly SilentWhy[] = ['no-consent', 'no-template', 'no-grant']

function deliveriesOf(
  deps: Deps,
  notice: NoticeRow,
  receiver: Reachable,
  now: Date,
): NewDelivery[] {
  const plan = { event: notice.event, dueAt: notice.params.dueAt ?? null }
  const common = { shopId: notice.shopId, noticeId: notice.id, createdAt: now }
  return planChannels(plan, receiver, now.getTime()).flatMap((channel): NewDelivery[] => {
    const row = { ...common, id: deps.ids.id(), channel: channel.channel }
    if (channel.send) {
      return [{ ...row, state: 'QUEUED', sendAfter: new Date(channel.sendAfter) }]
    }
    if (!WORTH_KEEPING.includes(channel.why)) return []
    return [{ ...row, state: 'DROPPED', why: channel.why, sendAfter: now, endedAt: now }]
  })
}

/** Tells readers, each once; returns how many were new. */
export async function tell(
  tx: Tx,
  deps: Deps,
  cause: Cause,
  readerIds: readonly string[],
  now: Date,
): Promise<number> {
  const readers = readerIds.map((readerId) => ({ readerId, id: deps.ids.id() }))
  const told = await insertNotices(tx, cause, readers, now)
  if (told.length === 0) return 0
  const { shopId, event, subjectId } = cause
  const ids = told.map(({ readerId }) => readerId)
  const receivers = await receiversOf(tx, deps, shopId, event, ids)
  const deliveries = told.flatMap((notice) => {
    const receiver = receivers.get(notice.readerId)
    return receiver ? deliveriesOf(deps, notice, receiver, now) : []
  })
  await insertDeliveries(tx, deliveries)
  const shopperId = audienceOf(event) === 'shopper' ? (ids[0] ?? null) : null
  deps.live.signal(tx, { shopId, shopperId, kind: 'notice', id: subjectId, version: 0 })
  return told.length
}
