// SQL of conversations and messages.
import { and, asc, eq, gt, inArray, ne } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { behind, decodeCursor } from '../../db/cursor.ts'
import { conversations, messages } from './tables.ts'

export type ConversationRow = typeof conversations.$inferSelect
export type MessageRow = typeof messages.$inferSelect
export type NewMessage = Omit<typeof messages.$inferInsert, 'shopId' | 'conversationId' | 'seq'>

const MESSAGES_AT_ONCE = 200

/** The shopper's conversation that is not ended, locked. */
export async function openConversationOf(
  tx: Tx,
  shopId: string,
  shopperId: string,
): Promise<ConversationRow | undefined> {
  const [row] = await tx
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.shopId, shopId),
        eq(conversations.shopperId, shopperId),
        ne(conversations.status, 'ENDED'),
      ),
    )
    .for('update')
  return row
}

/** Null when another request has opened one meanwhile. */
export async function insertConversation(
  tx: Tx,
  row: typeof conversations.$inferInsert,
): Promise<ConversationRow | null> {
  const [stored] = await tx.insert(conversations).values(row).onConflictDoNothing().returning()
  return stored ?? null
}

/** `shopperId` holds it to one shopper's own. */
export async function findConversation(
  tx: Tx,
  shopId: string,
  id: string,
  options: { readonly shopperId?: string | undefined; readonly lock?: boolean } = {},
): Promise<ConversationRow | undefined> {
  const query = tx
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.shopId, shopId),
        eq(conversations.id, id),
        options.shopperId === undefined
          ? undefined
          : eq(conversations.shopperId, options.shopperId),
      ),
    )
  const [row] = options.lock ? await query.for('update') : await query
  return row
}

export async function updateConversation(
  tx: Tx,
  row: ConversationRow,
  change: Partial<typeof conversations.$inferInsert>,
): Promise<ConversationRow> {
  const [stored] = await tx
    .update(conversations)
    .set(change)
    .where(and(eq(conversations.shopId, row.shopId), eq(conversations.id, row.id)))
    .returning()
  return stored as ConversationRow
}

/** Those waiting longest first. */
export async function listConversations(
  tx: Tx,
  shopId: string,
  query: {
    readonly cursor?: string
    readonly limit?: number
    readonly status?: ConversationRow['status']
  },
) {
  const limit = query.limit ?? 20
  const position = decodeCursor(query.cursor, 'instant')
  const statuses = query.status ? [query.status] : (['QUEUED', 'HUMAN', 'BOT'] as const)
  const rows = await tx
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.shopId, shopId),
        inArray(conversations.status, [...statuses]),
        behind(position, { key: conversations.lastMessageAt, id: conversations.id }, 'asc'),
      ),
    )
    .orderBy(asc(conversations.lastMessageAt), asc(conversations.id))
    .limit(limit + 1)
  return { rows, limit }
}

/** Appends messages to a locked conversation; returns them with their numbers. */
export async function appendMessages(
  tx: Tx,
  conversation: ConversationRow,
  rows: readonly NewMessage[],
): Promise<MessageRow[]> {
  return tx
    .insert(messages)
    .values(
      rows.map((row, index) => ({
        ...row,
        shopId: conversation.shopId,
        conversationId: conversation.id,
        seq: conversation.lastSeq + 1 + index,
      })),
    )
    .returning()
}

export const messagesAfter = (tx: Tx, shopId: string, conversationId: string, after: number) =>
  tx
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.shopId, shopId),
        eq(messages.conversationId, conversationId),
        gt(messages.seq, after),
      ),
    )
    .orderBy(asc(messages.seq))
    .limit(MESSAGES_AT_ONCE)

/** What the shopper said last, in order; for those who take over. */
export async function shopperWords(
  tx: Tx,
  shopId: string,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: messages.conversationId, text: messages.text })
    .from(messages)
    .where(
      and(
        eq(messages.shopId, shopId),
        inArray(messages.conversationId, [...ids]),
        eq(messages.sender, 'shopper'),
      ),
    )
    .orderBy(asc(messages.seq))
  const words = new Map<string, string[]>()
  for (const { id, text } of rows) words.set(id, [...(words.get(id) ?? []), text])
  return words
}

export async function findMessage(
  tx: Tx,
  shopId: string,
  conversationId: string,
  id: string,
): Promise<MessageRow | undefined> {
  const [row] = await tx
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.shopId, shopId),
        eq(messages.id, id),
        eq(messages.conversationId, conversationId),
      ),
    )
    .for('update')
  return row
}

export async function setHelpful(tx: Tx, row: MessageRow, helpful: boolean): Promise<void> {
  await tx
    .update(messages)
    .set({ helpful })
    .where(and(eq(messages.shopId, row.shopId), eq(messages.id, row.id)))
}
