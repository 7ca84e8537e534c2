// Sending: claim with a lease, look once more whether there is still something to say, hand over, mark.
// The inbox has every notice exactly once. Outside, a message leaves at least once: when a process dies
// between handing over and marking, the next one sends again after the lease, so at most one message
// more for each such death (WeChat takes none beyond its subscriptions; mails keep their Message-ID).
import { audienceOf } from '@shouhou/shared/domain/notice-events'
import {
  checkBeforeSending,
  type LastCheck,
  retryDelay,
  SEND_ATTEMPTS,
} from '@shouhou/shared/domain/notice-rule'
import type { Delivered } from '../../adapters/delivery.ts'
import type { Tx } from '../../db/client.ts'
import type { Deps } from '../../deps.ts'
import {
  claimDeliveries,
  type DeliveryRow,
  endTry,
  forgetGrants,
  noticeOf,
  returnGrant,
  takeGrant,
} from './delivery-store.ts'
import { handOver, type Message } from './hand-over.ts'
import type { NoticeRow } from './notice-store.ts'
import { type Reachable, receiversOf, staffLanguage } from './receiver.ts'
import { shopName } from './receiver-store.ts'
import { sourceNow } from './source-now.ts'

const BATCH = 10
/** Longer than any hand-over may take, shorter than anybody's patience after a crash. */
const LEASE_MS = 60_000

/** Sends everything that is due; returns how many messages were taken in hand. */
export async function sendNotices(deps: Deps): Promise<number> {
  for (let taken = 0; ; ) {
    const now = deps.clock.now()
    const lease = { token: deps.ids.id(), until: new Date(now.getTime() + LEASE_MS) }
    const claimed = await deps.db.transact('platform', (tx) =>
      claimDeliveries(tx, now, lease, BATCH),
    )
    if (claimed.length === 0) return taken
    await Promise.all(claimed.map((delivery) => sendOne(deps, delivery)))
    taken += claimed.length
  }
}

async function sendOne(deps: Deps, delivery: DeliveryRow): Promise<void> {
  try {
    const scope = { shopId: delivery.shopId }
    const message = await deps.db.transact(scope, (tx) => prepare(tx, deps, delivery))
    if (!message) return
    const result = await handOver(deps, message)
    await deps.db.transact(scope, (tx) => mark(tx, deps, message, result))
  } catch (err) {
    // The lease runs out by itself, and then it is tried again.
    deps.log.error({ err, delivery: delivery.id }, 'a message could not be sent')
  }
}

/** The last look; undefined when there is nothing to send now, which is written down. */
async function prepare(tx: Tx, deps: Deps, delivery: DeliveryRow): Promise<Message | undefined> {
  const now = deps.clock.now()
  const notice = await noticeOf(tx, delivery)
  const receiver = notice && (await receiverOf(tx, deps, delivery, notice))
  if (!notice || !receiver) {
    await endTry(tx, delivery, { state: 'DROPPED', why: 'reader-gone', endedAt: now })
    return undefined
  }
  const check = await look(tx, delivery, notice, receiver, now)
  if (check.act === 'wait') {
    const sendAfter = new Date(check.until)
    await endTry(tx, delivery, { sendAfter, attempts: delivery.attempts - 1 })
    return undefined
  }
  const template = delivery.channel === 'WECHAT' ? receiver.template?.wechatTemplateId : null
  if (check.act === 'send' && (!template || (await takeGrant(tx, delivery, notice, template)))) {
    return { delivery, notice, receiver, shop: await shopName(tx, delivery.shopId) }
  }
  const why = check.act === 'drop' ? check.why : 'no-grant'
  if (await endTry(tx, delivery, { state: 'DROPPED', why, endedAt: now })) {
    await returnGrant(tx, notice, delivery.grantTemplateId)
  }
  return undefined
}

async function receiverOf(
  tx: Tx,
  deps: Deps,
  { shopId }: DeliveryRow,
  { event, readerId }: NoticeRow,
): Promise<Reachable | undefined> {
  const found = (await receiversOf(tx, deps, shopId, event, [readerId])).get(readerId)
  if (!found || audienceOf(event) === 'shopper') return found
  return { ...found, language: await staffLanguage(tx, readerId) }
}

async function look(
  tx: Tx,
  { channel, grantTemplateId }: DeliveryRow,
  notice: NoticeRow,
  receiver: Reachable,
  now: Date,
): Promise<LastCheck> {
  const outgoing = {
    event: notice.event,
    dueAt: notice.params.dueAt ?? null,
    channel,
    source: notice.source,
    createdAt: notice.createdAt.getTime(),
    isRead: notice.readAt !== null,
  }
  // A subscription taken by an earlier try of this message is still its own.
  const taken = grantTemplateId === null ? {} : { WECHAT: 'ok' as const }
  const reachable = { ...receiver, reach: { ...receiver.reach, ...taken } }
  return checkBeforeSending(outgoing, await sourceNow(tx, notice), reachable, now.getTime())
}

/** Writes down how it ended, unless the lease was lost: then somebody else is sending. */
async function mark(
  tx: Tx,
  deps: Deps,
  { delivery, notice, receiver }: Message,
  result: Delivered,
): Promise<void> {
  const now = deps.clock.now()
  if (result.outcome === 'sent') {
    const { reference } = result
    await endTry(tx, delivery, { state: 'SENT', why: null, reference, endedAt: now })
    return
  }
  const { why, outcome } = result
  if (outcome === 'later' && delivery.attempts < SEND_ATTEMPTS) {
    const pause = retryDelay(delivery.attempts, deps.ids.random(1).readUInt8() / 255)
    await endTry(tx, delivery, { why, sendAfter: new Date(now.getTime() + pause) })
    return
  }
  const state = outcome === 'later' ? 'DEAD' : 'DROPPED'
  if (!(await endTry(tx, delivery, { state, why, endedAt: now }))) return
  const template = delivery.channel === 'WECHAT' ? receiver.template?.wechatTemplateId : null
  if (!template) return
  // WeChat's own word about subscriptions is above our count; any other refusal has used none.
  if (why === 'no-subscription') await forgetGrants(tx, notice, template)
  else await returnGrant(tx, notice, template)
}
