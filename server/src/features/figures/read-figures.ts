// Figures of the last days: kept ones as they are, the rest counted now.
import type { Figures } from '@shouhou/shared/contract/figures'
import { chinaDay, dayText, HOUR } from '@shouhou/shared/domain/china-time'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { startOfPeriod } from '@shouhou/shared/domain/queue'
import type { Tx } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import { countDays, countReasons, type DayRow, keepDays, keptDays } from './store.ts'

/**
 * How long after midnight a day is still counted: what began before it may be written a little after, with
 * the time it began.
 */
const SETTLING = 3 * HOUR

export async function readFigures(
  tx: Tx,
  { now, user: { shopId } }: Pick<Ctx, 'now' | 'user'>,
  length: number = LIMITS.figureDays,
): Promise<Figures> {
  const today = chinaDay(now.getTime())
  const first = today - length + 1
  const settled = chinaDay(now.getTime() - SETTLING) - 1
  const kept = unbroken(await keptDays(tx, shopId, first), first)
  const counted = await countDays(tx, shopId, first + kept.length, today)
  await keepDays(
    tx,
    shopId,
    counted.filter(({ day }) => day <= settled),
  )
  const month = new Date(startOfPeriod('30d', now.getTime()))
  return {
    at: now.toISOString(),
    days: [...kept, ...counted].map(dayView),
    reasons: await countReasons(tx, shopId, month),
  }
}

/** The kept days from `first` on, up to the first gap. */
const unbroken = (kept: readonly DayRow[], first: number): DayRow[] => {
  const gap = kept.findIndex(({ day }, n) => day !== first + n)
  return gap < 0 ? [...kept] : kept.slice(0, gap)
}

const dayView = ({ day, stars, ...row }: DayRow) => ({
  day: dayText(day),
  ...row,
  ratingAverage: row.ratings === 0 ? null : Math.round((stars * 10) / row.ratings) / 10,
})
