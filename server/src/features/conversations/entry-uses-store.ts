// SQL of where the bot answered with an entry.
import { and, count, desc, eq, gte, lt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '../../db/client.ts'
import { messages } from './tables.ts'

const RECENT = 10

export interface EntryUses {
  readonly answered: number
  readonly helpful: number
  readonly unhelpful: number
  readonly recent: readonly {
    readonly conversationId: string
    readonly question: string
    readonly at: string
    readonly helpful: boolean | null
  }[]
}

/** Answers since an instant, and the last of them with what the shopper had said before. */
export async function usesOfEntry(
  tx: Tx,
  shopId: string,
  entryId: string,
  since: Date,
): Promise<EntryUses> {
  const cited = and(
    eq(messages.shopId, shopId),
    eq(messages.citationId, entryId),
    gte(messages.at, since),
  )
  const [sums] = await tx
    .select({
      answered: count(),
      helpful: sql<number>`count(*) filter (where ${messages.helpful})::int`,
      unhelpful: sql<number>`count(*) filter (where not ${messages.helpful})::int`,
    })
    .from(messages)
    .where(cited)
  const asked = alias(messages, 'asked')
  const question = tx
    .select({ text: asked.text })
    .from(asked)
    .where(
      and(
        eq(asked.shopId, shopId),
        eq(asked.conversationId, messages.conversationId),
        lt(asked.seq, messages.seq),
        eq(asked.sender, 'shopper'),
      ),
    )
    .orderBy(desc(asked.seq))
    .limit(1)
  const recent = await tx
    .select({
      conversationId: messages.conversationId,
      question: sql<string>`coalesce((${question}), '')`,
      at: messages.at,
      helpful: messages.helpful,
    })
    .from(messages)
    .where(cited)
    .orderBy(desc(messages.at), desc(messages.id))
    .limit(RECENT)
  return {
    answered: sums?.answered ?? 0,
    helpful: sums?.helpful ?? 0,
    unhelpful: sums?.unhelpful ?? 0,
    recent: recent.map((row) => ({ ...row, at: row.at.toISOString() })),
  }
}
