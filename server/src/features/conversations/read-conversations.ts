// Reading conversations; reading marks what was read.
import type { Tx } from '../../db/client.ts'
import { toPage } from '../../db/cursor.ts'
import type { Ctx } from '../../http/context.ts'
import { problem } from '../../http/problems.ts'
import { findConversation, listConversations, messagesAfter, updateConversation } from './store.ts'
import { conversationView, conversationViews, messageViews } from './view.ts'

export async function readConversations(
  tx: Tx,
  query: Parameters<typeof listConversations>[2],
  ctx: Ctx,
) {
  const { rows, limit } = await listConversations(tx, ctx.user.shopId, query)
  const page = toPage(
    rows,
    limit,
    (row) => ({ key: row.lastMessageAt, id: row.id }),
    (row) => row,
  )
  return { ...page, items: await conversationViews(tx, page.items, ctx) }
}

/** @throws `not-found`. */
export async function readMessages(tx: Tx, id: string, after: number, ctx: Ctx) {
  const { shopId, role } = ctx.user
  const shopperId = role === 'shopper' ? ctx.user.id : undefined
  const found = await findConversation(tx, shopId, id, { shopperId })
  if (!found) throw problem('not-found')
  const rows = await messagesAfter(tx, shopId, id, after)
  const seen = rows.at(-1)?.seq ?? after
  const known = role === 'shopper' ? found.shopperReadSeq : found.staffReadSeq
  const row =
    seen > known && seen <= found.lastSeq
      ? await updateConversation(
          tx,
          found,
          role === 'shopper' ? { shopperReadSeq: seen } : { staffReadSeq: seen },
        )
      : found
  return {
    conversation: await conversationView(tx, row, ctx),
    items: await messageViews(tx, row, rows, ctx),
  }
}
