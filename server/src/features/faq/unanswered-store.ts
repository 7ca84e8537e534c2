// SQL of the questions that no entry answered, or answered badly: one row for each, counted.
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { behind, decodeCursor } from '../../db/cursor.ts'
import { faqUnanswered } from './tables.ts'

export type UnansweredRow = typeof faqUnanswered.$inferSelect

/** Counts one more asking; a question that was set aside and is asked again comes back. */
export async function countUnanswered(
  tx: Tx,
  row: Omit<typeof faqUnanswered.$inferInsert, 'count' | 'firstAt'>,
): Promise<void> {
  await tx
    .insert(faqUnanswered)
    .values({ ...row, count: 1, firstAt: row.lastAt })
    .onConflictDoUpdate({
      target: [faqUnanswered.shopId, faqUnanswered.folded],
      set: {
        count: sql`${faqUnanswered.count} + 1`,
        lastAt: row.lastAt,
        nearest: row.nearest,
        cause: row.cause,
        resolvedAt: null,
        resolvedBy: null,
      },
    })
}

export async function listUnanswered(
  tx: Tx,
  shopId: string,
  query: { readonly cursor?: string; readonly limit?: number },
) {
  const limit = query.limit ?? 20
  const position = decodeCursor(query.cursor, 'number')
  const rows = await tx
    .select()
    .from(faqUnanswered)
    .where(
      and(
        eq(faqUnanswered.shopId, shopId),
        isNull(faqUnanswered.resolvedAt),
        behind(position, { key: faqUnanswered.count, id: faqUnanswered.id }),
      ),
    )
    .orderBy(desc(faqUnanswered.count), desc(faqUnanswered.id))
    .limit(limit + 1)
  return { rows, limit }
}

/** Takes an open question off the list; undefined when there is none. */
export async function resolveQuestion(
  tx: Tx,
  shopId: string,
  id: string,
  by: { readonly resolvedAt: Date; readonly resolvedBy: string },
): Promise<UnansweredRow | undefined> {
  const [row] = await tx
    .update(faqUnanswered)
    .set(by)
    .where(
      and(
        eq(faqUnanswered.shopId, shopId),
        eq(faqUnanswered.id, id),
        isNull(faqUnanswered.resolvedAt),
      ),
    )
    .returning()
  return row
}

/** The most asked open questions, for comparing them with an entry. */
export const mostAsked = (tx: Tx, shopId: string, limit: number) =>
  tx
    .select()
    .from(faqUnanswered)
    .where(and(eq(faqUnanswered.shopId, shopId), isNull(faqUnanswered.resolvedAt)))
    .orderBy(desc(faqUnanswered.count), desc(faqUnanswered.id))
    .limit(limit)

/** Puts a question back on the list; false when there is no such question. */
export async function reopenQuestion(tx: Tx, shopId: string, id: string): Promise<boolean> {
  const reopened = await tx
    .update(faqUnanswered)
    .set({ resolvedAt: null, resolvedBy: null })
    .where(and(eq(faqUnanswered.shopId, shopId), eq(faqUnanswered.id, id)))
    .returning({ id: faqUnanswered.id })
  return reopened.length > 0
}
