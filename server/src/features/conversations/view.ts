// Conversations and messages as one reader sees them.
import type { Conversation, Message } from '@shouhou/shared/contract/conversations'
import type { Tx } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import { accountNames, shopperNames } from '../auth/index.ts'
import { wordingIn } from '../faq/index.ts'
import { mediaOf } from '../uploads/index.ts'
import { type ConversationRow, type MessageRow, shopperWords } from './store.ts'

const SUMMARY_LENGTH = 300

export async function conversationViews(
  tx: Tx,
  rows: readonly ConversationRow[],
  ctx: Ctx,
): Promise<Conversation[]> {
  const { shopId, role } = ctx.user
  const names = await shopperNames(
    tx,
    ctx.deps,
    shopId,
    rows.map((r) => r.shopperId),
  )
  const agents = await accountNames(
    tx,
    rows.flatMap((r) => r.agentId ?? []),
  )
  const words = await shopperWords(
    tx,
    shopId,
    rows.map((r) => r.id),
  )
  return rows.map((row) => {
    const readSeq = role === 'shopper' ? row.shopperReadSeq : row.staffReadSeq
    return {
      id: row.id,
      status: row.status,
      handoverReason: row.handoverReason,
      language: row.language,
      shopper: { id: row.shopperId, name: names.get(row.shopperId) ?? '' },
      agent: row.agentId === null ? null : { id: row.agentId, name: agents.get(row.agentId) ?? '' },
      summary: (words.get(row.id) ?? []).slice(-5).join(' / ').slice(-SUMMARY_LENGTH),
      queuedAt: row.queuedAt?.toISOString() ?? null,
      lastMessageAt: row.lastMessageAt.toISOString(),
      lastText: row.lastText,
      unread: Math.max(0, row.lastSeq - readSeq),
    }
  })
}

export async function conversationView(tx: Tx, row: ConversationRow, ctx: Ctx) {
  const [view] = await conversationViews(tx, [row], ctx)
  return view as Conversation
}

export async function messageViews(
  tx: Tx,
  conversation: ConversationRow,
  rows: readonly MessageRow[],
  ctx: Ctx,
): Promise<Message[]> {
  const media = await mediaOf(tx, conversation.id, ctx)
  const { entries } = await ctx.deps.answers.of(tx, ctx.user.shopId)
  const agents = await accountNames(
    tx,
    rows.flatMap((r) => (r.sender === 'staff' ? (r.senderId ?? []) : [])),
  )
  return rows.map((row) => {
    const entry = row.citationId === null ? undefined : entries.get(row.citationId)
    return {
      id: row.id,
      seq: row.seq,
      at: row.at.toISOString(),
      sender: row.sender,
      senderName: row.sender === 'staff' ? (agents.get(row.senderId ?? '') ?? '') : '',
      text: row.text,
      media: media.filter((m) => m.seq === row.seq).map((m) => m.media),
      citation: entry
        ? { entryId: entry.id, question: wordingIn(entry, conversation.language).question }
        : null,
      choices: row.choices,
      helpful: row.helpful,
    }
  })
}
