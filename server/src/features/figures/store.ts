// SQL of figures. Days that are over come from their rows; the others are counted from indexes that hold
// the instants of one shop in order, so the cost follows the cases of those days, not of the shop.
import { startOfChinaDay } from '@shouhou/shared/domain/china-time'
import { DECIDING_COMMANDS } from '@shouhou/shared/domain/queue'
import { REASON_CODES, type ReasonCode } from '@shouhou/shared/domain/reasons'
import { and, asc, eq, getColumns, gte, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { wordList } from '../../db/columns.ts'
import { dailyFigures } from './tables.ts'

export type DayRow = Omit<typeof dailyFigures.$inferSelect, 'shopId'>

/** Kept days from `first` on, in order. */
export const keptDays = (tx: Tx, shopId: string, first: number): Promise<DayRow[]> => {
  const { shopId: shop, ...columns } = getColumns(dailyFigures)
  return tx
    .select(columns)
    .from(dailyFigures)
    .where(and(eq(shop, shopId), gte(dailyFigures.day, first)))
    .orderBy(asc(dailyFigures.day))
}

/** Keeps days that are over; whoever did so first has written the same. */
export async function keepDays(tx: Tx, shopId: string, days: readonly DayRow[]): Promise<void> {
  if (days.length === 0) return
  await tx
    .insert(dailyFigures)
    .values(days.map((day) => ({ ...day, shopId })))
    .onConflictDoNothing()
}

type Counted = { what: string; day: number; n: number; sum: string | number }
type Column = Exclude<keyof DayRow, 'day'>
/** Where the count and the sum of a kind of rows go. */
const GOES_TO: Readonly<Record<string, readonly [Column, Column?]>> = {
  created: ['created'],
  policy: ['byPolicy'],
  people: ['byPeople'],
  refund: ['refunds', 'refundedFen'],
  rating: ['ratings', 'stars'],
}

/** Number of the day in China that a column's instant falls on. */
const dayOf = (column: string): SQL =>
  sql.raw(`floor((extract(epoch from ${column}) + 28800) / 86400)::int`)

/** Counts the days from `first` to `last`, both included; days without anything are zero. */
export async function countDays(
  tx: Tx,
  shopId: string,
  first: number,
  last: number,
): Promise<DayRow[]> {
  const from = new Date(startOfChinaDay(first)).toISOString()
  const to = new Date(startOfChinaDay(last + 1)).toISOString()
  const part = (what: SQL, table: string, at: string, totals: SQL, only = '') =>
    sql`select ${what} as what, ${dayOf(at)} as day, ${totals} from ${sql.raw(table)}
      where shop_id = ${shopId} and ${sql.raw(at)} >= ${from}::timestamptz and ${sql.raw(at)} < ${to}::timestamptz ${sql.raw(only)}
      group by 1, 2`
  const commands = wordList(Object.values(DECIDING_COMMANDS).flat())
  const who = sql.raw(
    `case when command in (${wordList(DECIDING_COMMANDS.policy)}) then 'policy' else 'people' end`,
  )
  const { rows } = await tx.execute<Counted>(sql`
    ${part(sql`'created'`, 'aftersales', 'created_at', sql`count(*)::int as n, 0::bigint as sum`)}
    union all
    ${part(who, 'aftersale_events', 'at', sql`count(distinct aftersale_id)::int, 0`, `and command in (${commands})`)}
    union all
    ${part(sql`'refund'`, 'refunds', 'succeeded_at', sql`count(*)::int, sum(amount_fen)::bigint`)}
    union all
    ${part(sql`'rating'`, 'ratings', 'at', sql`count(*)::int, sum(overall)::bigint`)}`)
  const days = Array.from({ length: last - first + 1 }, (_, n) => emptyDay(first + n))
  for (const { what, day, n, sum } of rows) {
    const row = days[day - first]
    const [count, total] = GOES_TO[what] ?? []
    if (row && count) row[count] = n
    if (row && total) row[total] = Number(sum)
  }
  return days
}

const emptyDay = (day: number): DayRow => ({
  day,
  created: 0,
  byPolicy: 0,
  byPeople: 0,
  refunds: 0,
  refundedFen: 0,
  ratings: 0,
  stars: 0,
})

/**
 * Reasons of the cases applied for since an instant, most frequent first. Not kept by day: a shopper may
 * change the reason. Each reason is a range of the index of reasons, read without the table.
 */
export async function countReasons(
  tx: Tx,
  shopId: string,
  since: Date,
): Promise<{ reasonCode: ReasonCode; count: number }[]> {
  const { rows } = await tx.execute<{ reasonCode: ReasonCode; count: number }>(sql`
    select * from (
      select code as "reasonCode", (
        select count(*)::int from aftersales
        where shop_id = ${shopId} and reason_code = code and created_at >= ${since.toISOString()}::timestamptz
      ) as count
      from unnest(array[${sql.raw(wordList(REASON_CODES))}]) code
    ) counted where count > 0 order by count desc, "reasonCode"`)
  return rows
}
