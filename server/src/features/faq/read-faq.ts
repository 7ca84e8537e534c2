// Lists of the FAQ, and where an entry was used.
import { DAY } from '@shouhou/shared/domain/china-time'
import type { Tx } from '../../db/client.ts'
import { toPage } from '../../db/cursor.ts'
import type { Ctx } from '../../http/context.ts'
import { problem } from '../../http/problems.ts'
import { usesOfEntry } from '../conversations/index.ts'
import { countByCategory, type EntryRow, findEntry, listEntries, listPublished } from './store.ts'
import { articleView, entryView } from './view.ts'

export async function readArticles(tx: Tx, query: Parameters<typeof listPublished>[2], ctx: Ctx) {
  const { rows, limit } = await listPublished(tx, ctx.user.shopId, query)
  const positionOf = (row: EntryRow) => ({ key: row.category, id: row.id })
  return toPage(rows, limit, positionOf, (row) => articleView(row, query.language))
}

export async function readEntries(tx: Tx, query: Parameters<typeof listEntries>[2], ctx: Ctx) {
  const { rows, limit } = await listEntries(tx, ctx.user.shopId, query)
  return toPage(rows, limit, (row) => ({ key: row.updatedAt, id: row.id }), entryView)
}

export async function readEntry(tx: Tx, id: string, ctx: Ctx) {
  const row = await findEntry(tx, ctx.user.shopId, id)
  if (!row) throw problem('not-found')
  return entryView(row)
}

/** @throws `not-found`. */
export async function readUses(tx: Tx, id: string, ctx: Ctx) {
  const { shopId } = ctx.user
  if (!(await findEntry(tx, shopId, id))) throw problem('not-found')
  return usesOfEntry(tx, shopId, id, new Date(ctx.now.getTime() - 30 * DAY))
}

export const readCategories = async (tx: Tx, ctx: Ctx) => ({
  items: await countByCategory(tx, ctx.user.shopId),
})
