// Lists of the FAQ, and where an entry was used.
import { DAY } from '@shouhou/shared/domain/china-time'
import type { Tx } from '../../db/client.ts'
import { toPage } from '../../db/cursor.ts'
import type { Ctx } from '../../http/context.ts'
import { problem } from '../../http/problems.ts'
import { usesOfEntry } from '../conversations/index.ts'
import { countByCategory, type EntryRow, findEntry, listEntries, listPublished } from './store.ts'
import { listUnanswered } from './unanswered-store.ts'
import { articleView, entryView, wordingIn } from './view.ts'

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

export async function readUnanswered(
  tx: Tx,
  query: Parameters<typeof listUnanswered>[2],
  ctx: Pick<Ctx, 'deps' | 'user'>,
) {
  const { rows, limit } = await listUnanswered(tx, ctx.user.shopId, query)
  const { entries } = await ctx.deps.answers.of(tx, ctx.user.shopId)
  return toPage(
    rows,
    limit,
    (row) => ({ key: row.count, id: row.id }),
    (row) => ({
      id: row.id,
      question: row.question,
      language: row.language,
      count: row.count,
      cause: row.cause,
      lastAt: row.lastAt.toISOString(),
      nearest: row.nearest.flatMap((entryId) => {
        const entry = entries.get(entryId)
        return entry ? [{ entryId, question: wordingIn(entry, row.language).question }] : []
      }),
    }),
  )
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
