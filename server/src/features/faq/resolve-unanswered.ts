// Staff teach a question to an entry, or say that no entry answers it: the bot learns either.
import type { Tx } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import { problem } from '../../http/problems.ts'
import { bumpVersion, deleteLearntFrom, findEntry, insertLearnt } from './store.ts'
import { reopenQuestion, resolveQuestion } from './unanswered-store.ts'

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
    questionId: question.id,
    at: ctx.now,
  })
  await bumpVersion(tx, shopId)
}

/** Undoes {@link resolveUnanswered}. @throws `not-found`. */
export async function reopenUnanswered(tx: Tx, id: string, ctx: Ctx): Promise<void> {
  const { shopId } = ctx.user
  if (!(await reopenQuestion(tx, shopId, id))) throw problem('not-found')
  await deleteLearntFrom(tx, shopId, id)
  await bumpVersion(tx, shopId)
}
