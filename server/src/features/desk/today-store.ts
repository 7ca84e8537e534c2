// Today's figures of one shop, in one statement. Days are days in China.

import { END_STATUSES } from '@shouhou/shared/domain/aftersale-types'
import { chinaDay, DAY, HOUR, startOfChinaDay } from '@shouhou/shared/domain/china-time'
import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'

type Row = Record<string, string | number | null> & {
  top_reasons: { reasonCode: string; count: number }[] | null
}

const PERIOD_DAYS = 30
const TOP_REASONS = 5

export async function todayOf(tx: Tx, shopId: string, now: Date) {
  const today = new Date(startOfChinaDay(chinaDay(now.getTime())))
  const period = new Date(now.getTime() - PERIOD_DAYS * DAY)
  const within = (hours: number) => new Date(now.getTime() + hours * HOUR)
  const ended = sql`(${sql.join(
    END_STATUSES.map((s) => sql`${s}`),
    sql`, `,
  )})`
  const count = (from: ReturnType<typeof sql>) => sql`(select count(*)::int from ${from})`
  const cases = sql`aftersales where shop_id = ${shopId}`
  const events = sql`aftersale_events where shop_id = ${shopId} and at >= ${today}`
  const { rows } = await tx.execute<Row>(sql`select
    ${count(sql`${cases} and status not in ${ended}`)} as open,
    ${count(sql`${cases} and deadline_at <= ${within(4)}`)} as due_4h,
    ${count(sql`${cases} and deadline_at <= ${within(24)}`)} as due_24h,
    ${count(sql`${cases} and created_at >= ${today}`)} as created,
    ${count(sql`${events} and command = 'autoApprove'`)} as by_policy,
    ${count(sql`${events} and command in ('approve', 'reject')`)} as by_people,
    (select coalesce(sum(amount_fen), 0)::bigint from refunds
      where shop_id = ${shopId} and status = 'SUCCEEDED' and succeeded_at >= ${today}) as refunds_fen,
    ${count(sql`refunds where shop_id = ${shopId} and status in ('PLANNED', 'SUBMITTED', 'PROCESSING')`)} as to_pay,
    ${count(sql`conversations where shop_id = ${shopId} and status = 'QUEUED'`)} as waiting,
    ${count(sql`faq_unanswered where shop_id = ${shopId} and resolved_at is null`)} as unanswered,
    (select round(avg(overall), 1)::float8 from ratings
      where shop_id = ${shopId} and at >= ${period}) as rating_average,
    ${count(sql`ratings where shop_id = ${shopId} and at >= ${period}`)} as rating_count,
    (select json_agg(t) from (
      select reason_code as "reasonCode", count(*)::int as count from ${cases} and created_at >= ${period}
      group by reason_code order by count(*) desc, reason_code limit ${TOP_REASONS}) t) as top_reasons`)
  const [row] = rows
  if (!row) throw new Error('no figures')
  const number = (name: string) => Number(row[name] ?? 0)
  return {
    at: now.toISOString(),
    open: number('open'),
    dueIn4h: number('due_4h'),
    dueIn24h: number('due_24h'),
    createdToday: number('created'),
    decidedByPolicyToday: number('by_policy'),
    decidedByPeopleToday: number('by_people'),
    refundsTodayFen: number('refunds_fen'),
    refundsToPay: number('to_pay'),
    conversationsWaiting: number('waiting'),
    unansweredQuestions: number('unanswered'),
    ratingAverage: row.rating_average === null ? null : number('rating_average'),
    ratingCount: number('rating_count'),
    topReasons: row.top_reasons ?? [],
  }
}
