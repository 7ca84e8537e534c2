// Staff teach a question to an entry, or say that no entry answers it: the bot learns either.
import type { Tx } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import { problem } from '../../http/problems.ts'
import { bumpVersion, findEntry, insertLearnt } from './store.ts'
import { resolveQuestion } from './unanswered-store.ts'

/** @throws `not-found` for the question or the entry. */
export async function resolveUnanswered(
  tx: Tx,
  id: string,
  entryId: string | null,
  ctx: Ctx,
): Promise<void> {
  const { shopId } = ctx.user
  if (entryId !== null && !(await findEntry(tx, shopId, entryId))) throw problem('not-found')
  const by = { resolvedAt: ctx.now, resolvedBy: ctx.user.id }
  const question = await resolveQuestion(tx, shopId, id, by)
  if (!question) throw problem('not-found')
  await insertLearnt(tx, {
    shopId,
    id: ctx.deps.ids.id(),
    entryId,
    language: question.language,
    text: question.question,
    at: ctx.now,
  })
  await bumpVersion(tx, shopId)
}
