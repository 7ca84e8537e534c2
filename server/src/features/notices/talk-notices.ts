// Notices of conversations, told in the transaction of the message itself.
import { noticeRule } from '@shouhou/shared/domain/notice-events'
import type { Tx } from '../../db/client.ts'
import type { Deps } from '../../deps.ts'
import { staffIn } from './cause-store.ts'
import { tell } from './tell.ts'

interface Talk {
  readonly shopId: string
  readonly id: string
  readonly shopperId: string
  readonly shopperReadSeq: number
}

/** Staff answered. However many answers wait unread, they are one notice. */
export async function tellAnswer(
  tx: Tx,
  deps: Deps,
  talk: Talk,
  seq: number,
  now: Date,
): Promise<void> {
  const cause = {
    shopId: talk.shopId,
    event: 'STAFF_ANSWERED' as const,
    cause: `STAFF_ANSWERED:${talk.id}:${talk.shopperReadSeq}`,
    source: { kind: 'answer' as const, seq },
    subjectKind: 'conversation' as const,
    subjectId: talk.id,
    params: {},
  }
  await tell(tx, deps, cause, [talk.shopperId], now)
}

/** A shopper waits for a person. */
export async function tellWaiting(tx: Tx, deps: Deps, talk: Talk, now: Date): Promise<void> {
  const cause = {
    shopId: talk.shopId,
    event: 'SHOPPER_WAITS' as const,
    cause: `SHOPPER_WAITS:${talk.id}:${now.getTime()}`,
    source: { kind: 'queue' as const },
    subjectKind: 'conversation' as const,
    subjectId: talk.id,
    params: {},
  }
  const people = await staffIn(tx, talk.shopId, noticeRule('SHOPPER_WAITS').staff ?? [])
  await tell(tx, deps, cause, people, now)
}
