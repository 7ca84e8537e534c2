// Ratings of the shop, newest first.
import { and, desc, eq } from 'drizzle-orm'
import { onDay } from '../../db/china-days.ts'
import type { Tx } from '../../db/client.ts'
import { behind, decodeCursor, toPage } from '../../db/cursor.ts'
import { aftersales, ratings } from '../aftersales/tables.ts'

export async function listRatings(
  tx: Tx,
  shopId: string,
  query: { cursor?: string; limit?: number; ratedOn?: string },
) {
  const limit = query.limit ?? 20
  const position = decodeCursor(query.cursor, 'instant')
  const rows = await tx
    .select({ rating: ratings, no: aftersales.no })
    .from(ratings)
    .innerJoin(
      aftersales,
      and(eq(aftersales.shopId, ratings.shopId), eq(aftersales.id, ratings.aftersaleId)),
    )
    .where(
      and(
        eq(ratings.shopId, shopId),
        query.ratedOn === undefined ? undefined : onDay(ratings.at, query.ratedOn),
        behind(position, { key: ratings.at, id: ratings.aftersaleId }),
      ),
    )
    .orderBy(desc(ratings.at), desc(ratings.aftersaleId))
    .limit(limit + 1)
  return toPage(
    rows,
    limit,
    ({ rating }) => ({ key: rating.at, id: rating.aftersaleId }),
    ({ rating: { aftersaleId, attitude, speed, overall, tags, comment, at }, no }) => ({
      aftersaleId,
      aftersaleNo: no,
      rating: { attitude, speed, overall, tags, comment, at: at.toISOString() },
    }),
  )
}
