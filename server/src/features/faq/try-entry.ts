// Staff try the bot before shoppers do: one question against what is published or would be, and an entry
// against all that is asked. All thinking is done outside of the transaction.
import type { Input } from '@shouhou/shared/contract'
import { ask, type FaqReply } from '@shouhou/shared/domain/faq-ask'
import type { FaqIndex } from '@shouhou/shared/domain/faq-index'
import type { Steps } from '@shouhou/shared/domain/steps'
import type { Ctx } from '../../http/context.ts'
import { sayFor } from '../conversations/index.ts'
import type { Answers } from './answers.ts'
import { type Draft, NEW_ENTRY } from './drafts.ts'
import { mostAsked, type UnansweredRow } from './unanswered-store.ts'
import { type Language, wordingIn } from './view.ts'

/** Questions that an entry is compared with, and that are shown. */
const COMPARED = 100
const SHOWN = 20
/** From which confidence another entry is said to answer the same. */
const CLASH = 0.75

const languageOf = (ctx: Ctx): Language => (ctx.language === 'en' ? 'en' : 'zh-CN')

const draftOf = (given: Input<'POST /faq/check'>['body']['draft']): Draft => ({
  id: given.entryId ?? NEW_ENTRY,
  wordings: given.wordings,
})

async function answersFor(ctx: Ctx): Promise<Answers> {
  const { shopId } = ctx.user
  await ctx.deps.answers.warm(shopId)
  return ctx.transact((tx) => ctx.deps.answers.of(tx, shopId))
}

/** What the bot would find for a question and say to it, without telling anybody. */
export async function testQuestion(body: Input<'POST /faq/test'>['body'], ctx: Ctx) {
  const answers = await answersFor(ctx)
  const draft = body.draft && draftOf(body.draft)
  const language = body.language ?? languageOf(ctx)
  const reply = draft
    ? await ctx.deps.drafts.run(answers, ctx.user.shopId, draft, (index) =>
        asking(index, body.question),
      )
    : ask(answers.index, body.question)
  const entries = new Map(answers.entries)
  if (draft) entries.set(draft.id, { ...draft, version: 0, wordings: [...draft.wordings] })
  return {
    ...sayFor(reply, { entries }, language, ctx.now),
    ranked: reply.ranked.flatMap(({ entryId, confidence }) => {
      const entry = entries.get(entryId)
      if (!entry) return []
      const { question } = wordingIn(entry, language)
      return [{ entryId: entryId === NEW_ENTRY ? null : entryId, question, confidence }]
    }),
  }
}

// biome-ignore lint/correctness/useYield: one question is one step.
function* asking(index: FaqIndex, question: string): Steps<FaqReply> {
  return ask(index, question)
}

/** What other entries answer already, and which unanswered questions the entry is near to. */
export async function checkEntry({ draft: given }: Input<'POST /faq/check'>['body'], ctx: Ctx) {
  const { shopId } = ctx.user
  const { drafts } = ctx.deps
  const answers = await answersFor(ctx)
  const asked = await ctx.transact((tx) => mostAsked(tx, shopId, COMPARED))
  const draft = draftOf(given)
  const clashes = await drafts.run(answers, shopId, draft, (index) => clashesOf(index, draft), {
    without: true,
  })
  const near = await drafts.run(answers, shopId, draft, (index) => nearTo(index, draft, asked))
  return {
    clashes: clashes.flatMap(({ phrasing, entryId, confidence, language }) => {
      const entry = answers.entries.get(entryId)
      if (!entry) return []
      return [{ phrasing, entryId, question: wordingIn(entry, language).question, confidence }]
    }),
    questions: near.slice(0, SHOWN).map(({ row: { id, question, language, count }, answered }) => ({
      id,
      question,
      language,
      count,
      answered,
    })),
  }
}

interface Clash {
  readonly phrasing: string
  readonly language: Language
  readonly entryId: string
  readonly confidence: number
}

function* clashesOf(index: FaqIndex, { wordings }: Draft): Steps<Clash[]> {
  const found: Clash[] = []
  for (const { language, question, phrasings } of wordings) {
    for (const phrasing of [question, ...phrasings]) {
      const { ranked, verdict } = ask(index, phrasing)
      const [first] = ranked
      if (first && verdict === 'answer' && first.confidence >= CLASH) {
        found.push({ phrasing, language, entryId: first.entryId, confidence: first.confidence })
      }
      yield
    }
  }
  return found
}

interface Near {
  readonly row: UnansweredRow
  readonly answered: boolean
}

/** Open questions that the draft answers, or is among the nearest three for. */
function* nearTo(index: FaqIndex, { id }: Draft, asked: readonly UnansweredRow[]): Steps<Near[]> {
  const near: Near[] = []
  for (const row of asked) {
    const { ranked, verdict } = ask(index, row.question)
    const answered = verdict === 'answer' && ranked[0]?.entryId === id
    const suggested =
      verdict !== 'handover' && ranked.slice(0, 3).some(({ entryId }) => entryId === id)
    if (answered || suggested) near.push({ row, answered })
    yield
  }
  return near
}
