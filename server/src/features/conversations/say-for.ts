// What the bot would say to a question of somebody who has no cases, at the beginning of a conversation.
import type { FaqReply } from '@shouhou/shared/domain/faq-ask'
import { answerQuestion, startDialogue } from '@shouhou/shared/domain/faq-dialogue'
import type { Answers } from '../faq/index.ts'
import { messageOf } from './bot-turn.ts'
import type { Language } from './bot-words.ts'

/** `verdict` is what the bot does, which the words of the shopper may decide instead of the entries. */
export function sayFor(
  reply: FaqReply,
  answers: Pick<Answers, 'entries'>,
  language: Language,
  now: Date,
) {
  const { plan } = answerQuestion(startDialogue(language === 'en' ? 'en' : 'zh'), reply, [])
  const { text, choices } = messageOf(plan, answers, [], language, now)
  const verdict = plan.kind === 'answer' || plan.kind === 'suggest' ? plan.kind : 'handover'
  return {
    verdict: verdict as 'answer' | 'suggest' | 'handover',
    says: { text, choices: choices.map(({ label }) => label) },
  }
}
