// How what a notice speaks of stands now.
import type { SourceNow } from '@shouhou/shared/domain/notice-rule'
import type { Tx } from '../../db/client.ts'
import { clockOf, isRated, lastMoveSeq, talkFor } from './cause-store.ts'
import type { NoticeRow } from './notice-store.ts'

const NOTHING: SourceNow = {
  lastMoveSeq: 0,
  timerDueAt: null,
  rated: false,
  shopperReadSeq: 0,
  queued: false,
}

/** Reads only what this kind of notice depends on. */
export async function sourceNow(
  tx: Tx,
  { shopId, subjectId, source }: Pick<NoticeRow, 'shopId' | 'subjectId' | 'source'>,
): Promise<SourceNow> {
  switch (source.kind) {
    case 'case':
      return { ...NOTHING, lastMoveSeq: await lastMoveSeq(tx, shopId, subjectId) }
    case 'timer': {
      const clock = await clockOf(tx, shopId, subjectId)
      return { ...NOTHING, timerDueAt: clock?.dueAt.getTime() ?? null }
    }
    case 'rating':
      return { ...NOTHING, rated: await isRated(tx, shopId, subjectId) }
    case 'answer':
    case 'queue': {
      const talk = await talkFor(tx, shopId, subjectId)
      const { shopperReadSeq = 0, status } = talk ?? {}
      return { ...NOTHING, shopperReadSeq, queued: status === 'QUEUED' }
    }
  }
}
