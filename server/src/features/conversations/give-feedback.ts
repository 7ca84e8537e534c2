// The shopper says whether an answer helped. The last word counts; saying it twice changes nothing.
import type { Tx } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import { problem } from '../../http/problems.ts'
import { countOpinion } from '../faq/index.ts'
import { keepQuestion } from './bot-turn.ts'
import { findConversation, findMessage, messagesAfter, setHelpful } from './store.ts'

const count = (helpful: boolean | null, n: number) => ({
  helpful: helpful === true ? n : 0,
  unhelpful: helpful === false ? n : 0,
})

/** @throws `not-found` for what is not an answer of the bot to this shopper. */
export async function giveFeedback(
  tx: Tx,
  ids: { readonly id: string; readonly messageId: string },
  helpful: boolean,
  ctx: Ctx,
): Promise<void> {
  const { shopId, id: shopperId } = ctx.user
  const conversation = await findConversation(tx, shopId, ids.id, { shopperId, lock: true })
  const answer = conversation && (await findMessage(tx, shopId, ids.id, ids.messageId))
  if (!conversation || answer?.citationId == null) throw problem('not-found')
  if (answer.helpful === helpful) return
  await setHelpful(tx, answer, helpful)
  const now = count(helpful, 1)
  const before = count(answer.helpful, -1)
  await countOpinion(tx, shopId, answer.citationId, {
    helpful: now.helpful + before.helpful,
    unhelpful: now.unhelpful + before.unhelpful,
  })
  if (helpful) return
  const [question] = await messagesAfter(tx, shopId, ids.id, answer.seq - 2)
  if (question?.sender !== 'shopper') return
  await keepQuestion(
    tx,
    question.text,
    'UNHELPFUL',
    [answer.citationId],
    conversation.language,
    ctx,
  )
}
