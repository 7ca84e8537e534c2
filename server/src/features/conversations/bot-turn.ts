// One turn of the bot: the shopper's words or a tapped button in, messages and a next state out.

import type { HANDOVER_REASONS } from '@shouhou/shared/contract/conversations'
import type { AftersaleType } from '@shouhou/shared/domain/aftersale-types'
import { isEnd } from '@shouhou/shared/domain/aftersale-types'
import { ask } from '@shouhou/shared/domain/faq-ask'
import {
  answerQuestion,
  chooseCase,
  chooseEntry,
  type DialogueStep,
  type HandoverReason as DomainReason,
  type OwnCase,
  type ReplyPlan,
} from '@shouhou/shared/domain/faq-dialogue'
import { sameQuestionKey } from '@shouhou/shared/domain/faq-same'
import type { Tx } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import { casesOfShopper } from '../aftersales/index.ts'
import { type Answers, countUnanswered, wordingIn } from '../faq/index.ts'
import { caseLabel, caseStatus, type Language, word } from './bot-words.ts'
import type { ConversationRow } from './store.ts'
import type { StoredChoice } from './tables.ts'

export type HandoverReason = (typeof HANDOVER_REASONS)[number]

export interface BotMessage {
  readonly text: string
  readonly citationId: string | null
  readonly choices: StoredChoice[]
}
export interface BotTurn {
  readonly misses: number
  readonly handover: HandoverReason | null
  readonly messages: readonly BotMessage[]
}
/** What the shopper did: typed, or tapped one of the bot's buttons. */
export type Asked =
  | { readonly kind: 'QUESTION'; readonly text: string }
  | { readonly kind: 'ENTRY'; readonly id: string }
  | { readonly kind: 'CASE'; readonly id: string }
  | { readonly kind: 'HUMAN' }

type Cases = Awaited<ReturnType<typeof casesOfShopper>>

const KIND_OF_TYPE: Record<AftersaleType, OwnCase['kind']> = {
  REFUND_ONLY: 'refund',
  RETURN_REFUND: 'return',
  EXCHANGE: 'exchange',
  REPAIR: 'repair',
  RESEND: 'exchange',
  PRICE_PROTECT: 'refund',
  COMPENSATION: 'refund',
}
const REASONS: Record<DomainReason, HandoverReason> = {
  asked: 'ASKED',
  misses: 'MISSED_TWICE',
  money: 'MONEY',
  safety: 'SAFETY',
  anger: 'ANGER',
  urgent: 'URGENT',
  noAnswer: 'NO_MATCH',
}
/** Words of the shopper that tell the merchant nothing when kept as an unanswered question. */
const NO_QUESTION: readonly DomainReason[] = ['asked', 'safety', 'anger', 'urgent']

const ownCase = (c: Cases[number]): OwnCase => ({
  id: c.id,
  kind: KIND_OF_TYPE[c.type],
  open: !isEnd(c.status),
  changedAt: c.updatedAt.getTime(),
})

export async function botTurn(
  tx: Tx,
  conversation: ConversationRow,
  asked: Asked,
  ctx: Ctx,
): Promise<BotTurn> {
  const language = conversation.language
  const answers = await ctx.deps.answers.of(tx, ctx.user.shopId)
  const cases = await casesOfShopper(tx, ctx.user.shopId, conversation.shopperId)
  const state = { language: language === 'en' ? 'en' : 'zh', misses: conversation.misses } as const
  let step: DialogueStep
  if (asked.kind === 'HUMAN') {
    step = { state: { ...state, misses: 0 }, plan: { kind: 'handover', reason: 'asked' } }
  } else if (asked.kind === 'ENTRY') step = chooseEntry(state, asked.id)
  else if (asked.kind === 'CASE') step = chooseCase(state, asked.id)
  else {
    const reply = ask(answers.index, asked.text)
    step = answerQuestion(state, reply, cases.map(ownCase))
    if (missed(step.plan)) {
      const nearest = reply.ranked.slice(0, 3).map((r) => r.entryId)
      await keepQuestion(tx, asked.text, 'MISSED', nearest, language, ctx)
    }
  }
  const reason = step.plan.kind === 'handover' ? REASONS[step.plan.reason] : null
  return {
    misses: step.state.misses,
    handover: reason,
    messages: [messageOf(step.plan, answers, cases, language, ctx.now)],
  }
}

const missed = (plan: ReplyPlan) =>
  plan.kind === 'suggest' || (plan.kind === 'handover' && !NO_QUESTION.includes(plan.reason))

/** Counts a question that the merchant should look at. */
export async function keepQuestion(
  tx: Tx,
  question: string,
  cause: 'MISSED' | 'UNHELPFUL',
  nearest: string[],
  language: Language,
  ctx: Ctx,
): Promise<void> {
  const key = sameQuestionKey(question).slice(0, 200)
  if (key === '') return
  await countUnanswered(tx, {
    shopId: ctx.user.shopId,
    id: ctx.deps.ids.id(),
    folded: key,
    question: question.slice(0, 200),
    language,
    cause,
    nearest,
    lastAt: ctx.now,
  })
}

/** What a plan sounds like. Entries that are gone meanwhile are said to be so. */
export function messageOf(
  plan: ReplyPlan,
  answers: Pick<Answers, 'entries'>,
  cases: Cases,
  language: Language,
  now: Date,
): BotMessage {
  const human: StoredChoice = { kind: 'HUMAN', id: null, label: word(language, 'human') }
  const said = (text: string, choices: StoredChoice[] = [], citationId: string | null = null) => ({
    text,
    choices,
    citationId,
  })
  switch (plan.kind) {
    case 'answer': {
      const entry = answers.entries.get(plan.entryId)
      if (!entry) return said(word(language, 'gone'), [human])
      const { answer } = wordingIn(entry, language)
      const note = plan.amountByHuman ? `\n\n${word(language, 'amountByHuman')}` : ''
      return said(answer + note, [], plan.entryId)
    }
    case 'suggest': {
      const buttons = plan.entryIds.flatMap((id): StoredChoice[] => {
        const entry = answers.entries.get(id)
        return entry ? [{ kind: 'ENTRY', id, label: wordingIn(entry, language).question }] : []
      })
      return said(word(language, 'suggest'), [...buttons, human])
    }
    case 'caseStatus': {
      const found = cases.find((c) => c.id === plan.caseId)
      if (!found) return said(word(language, 'gone'), [human])
      const open: StoredChoice = {
        kind: 'OPEN_CASE',
        id: found.id,
        label: word(language, 'openCase'),
      }
      return said(caseStatus(language, found, now), [open])
    }
    case 'chooseCase': {
      const buttons = cases
        .filter((c) => plan.caseIds.includes(c.id))
        .map((c): StoredChoice => ({ kind: 'CASE', id: c.id, label: caseLabel(language, c) }))
      return said(word(language, 'chooseCase'), buttons)
    }
    case 'handover':
      return said(word(language, 'queued'))
  }
}
