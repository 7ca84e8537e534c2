// SQL of stored decisions, for deciding them once more.
import { and, desc, eq, gte } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { aftersales, decisions } from './tables.ts'

/** Newest decisions since an instant, with everything they were made from. */
export const recentDecisions = (tx: Tx, shopId: string, since: Date, limit: number) =>
  tx
    .select({
      aftersaleId: decisions.aftersaleId,
      aftersaleNo: aftersales.no,
      facts: decisions.facts,
      at: decisions.at,
    })
    .from(decisions)
    .innerJoin(
      aftersales,
      and(eq(aftersales.shopId, decisions.shopId), eq(aftersales.id, decisions.aftersaleId)),
    )
    .where(and(eq(decisions.shopId, shopId), gte(decisions.at, since)))
    .orderBy(desc(decisions.at))
    .limit(limit)
export type RecentDecision = Awaited<ReturnType<typeof recentDecisions>>[number]
