// SQL about the past of a shopper, for the decision on an application and for the desk.
import { and, count, eq, gte, ne, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { orders } from '../orders/tables.ts'
import { aftersaleEvents, aftersales } from './tables.ts'

/** Aftersales and orders of a shopper since some moments; `except` is the case being decided. */
export async function pastOf(
  tx: Tx,
  who: { readonly shopId: string; readonly shopperId: string; readonly except: string | null },
  since: { readonly days30: Date; readonly days90: Date; readonly today: Date },
) {
  const { shopId, shopperId, except } = who
  const own = and(
    eq(aftersales.shopId, shopId),
    eq(aftersales.shopperId, shopperId),
    except === null ? undefined : ne(aftersales.id, except),
  )
  const [cases] = await tx
    .select({
      casesIn30Days: sql<number>`count(*) filter (where ${aftersales.createdAt} >= ${since.days30})::int`,
      casesIn90Days: sql<number>`count(*)::int`,
    })
    .from(aftersales)
    .where(and(own, gte(aftersales.createdAt, since.days90)))
  const [placed] = await tx
    .select({ n: count() })
    .from(orders)
    .where(
      and(
        eq(orders.shopId, shopId),
        eq(orders.shopperId, shopperId),
        gte(orders.placedAt, since.days90),
      ),
    )
  const [automatic] = await tx
    .select({
      n: count(),
      fen: sql<number>`coalesce(sum(${aftersales.reservedFen}), 0)::bigint`.mapWith(Number),
    })
    .from(aftersaleEvents)
    .innerJoin(
      aftersales,
      and(
        eq(aftersales.shopId, aftersaleEvents.shopId),
        eq(aftersales.id, aftersaleEvents.aftersaleId),
      ),
    )
    .where(
      and(
        own,
        gte(aftersales.updatedAt, since.today),
        gte(aftersaleEvents.at, since.today),
        eq(aftersaleEvents.command, 'autoApprove'),
      ),
    )
  return {
    casesIn30Days: cases?.casesIn30Days ?? 0,
    casesIn90Days: cases?.casesIn90Days ?? 0,
    ordersIn90Days: placed?.n ?? 0,
    autoApprovedToday: automatic?.n ?? 0,
    autoApprovedTodayFen: automatic?.fen ?? 0,
  }
}
