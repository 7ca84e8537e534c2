// The questions that no entry answered, with the entries that came nearest.

import type { Tx } from '../../db/client.ts'
import { toPage } from '../../db/cursor.ts'
import type { Ctx } from '../../http/context.ts'
import { listUnanswered } from './unanswered-store.ts'
import { wordingIn } from './view.ts'

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
