// SQL about the past of a shopper, for the decision on an application and for the desk.
import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { prepared } from '../../db/statement.ts'
import { orders } from '../orders/tables.ts'
import { aftersaleEvents, aftersales } from './tables.ts'

/** Aftersales and orders of a shopper since some moments; `except` is the case being decided. */
export async function pastOf(
  tx: Tx,
  who: { readonly shopId: string; readonly shopperId: string; readonly except: string | null },
  since: { readonly days30: Date; readonly days90: Date; readonly today: Date },
) {
  const [found] = await tx.run<Past>(
    past({ ...who, days30: since.days30, days90: since.days90, today: since.today }),
  )
  if (!found) throw new Error('an aggregate always has a row')
  return {
    ...found,
    ordersIn90Days: Number(found.ordersIn90Days),
    autoApprovedTodayFen: Number(found.autoApprovedTodayFen),
  }
}

interface Past {
  readonly casesIn30Days: number
  readonly casesIn90Days: number
  readonly ordersIn90Days: number
  readonly autoApprovedToday: number
  readonly autoApprovedTodayFen: number
}

const past = prepared<'shopId' | 'shopperId' | 'except' | 'days30' | 'days90' | 'today'>(
  (place) => {
    const own = sql`${aftersales.shopId} = ${place('shopId')}
    and ${aftersales.shopperId} = ${place('shopperId')}
    and ${aftersales.id} is distinct from ${place('except')}::uuid`
    return sql`select cases.*, placed.*, automatic.* from
    (select count(*) filter (where ${aftersales.createdAt} >= ${place('days30')})::int as "casesIn30Days",
        count(*)::int as "casesIn90Days"
      from ${aftersales} where ${own} and ${aftersales.createdAt} >= ${place('days90')}) cases,
    (select count(*)::int as "ordersIn90Days" from ${orders}
      where ${orders.shopId} = ${place('shopId')} and ${orders.shopperId} = ${place('shopperId')}
      and ${orders.placedAt} >= ${place('days90')}) placed,
    (select count(*)::int as "autoApprovedToday",
        coalesce(sum(${aftersales.reservedFen}), 0)::bigint as "autoApprovedTodayFen"
      from ${aftersaleEvents} join ${aftersales}
        on ${aftersales.shopId} = ${aftersaleEvents.shopId}
        and ${aftersales.id} = ${aftersaleEvents.aftersaleId}
      where ${own} and ${aftersales.updatedAt} >= ${place('today')}
        and ${aftersaleEvents.at} >= ${place('today')}
        and ${aftersaleEvents.command} = 'autoApprove') automatic`
  },
)
