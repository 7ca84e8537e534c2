// One step of the bot's conversation: what to do with a question, given what the matcher found
// and the shopper's own cases. Sure → answer; unsure → the nearest three as buttons; two misses,
// a wish for a human, anger, danger or an unanswered question about money → a human.
import type { FaqReply } from './faq-ask.ts'
import type { OwnCaseTopic } from './faq-intents.ts'

export interface DialogueState {
  readonly language: 'zh' | 'en'
  /** Questions in a row that no entry answered for certain. */
  readonly misses: number
}

/** One of the shopper's own aftersales, as far as the bot has to choose among them. */
export interface OwnCase {
  readonly id: string
  readonly kind: Exclude<OwnCaseTopic, 'case'>
  readonly open: boolean
  /** Epoch milliseconds of the last change. */
  readonly changedAt: number
}

export type HandoverReason =
  | 'asked'
  | 'misses'
  | 'money'
  | 'safety'
  | 'anger'
  | 'urgent'
  | 'noAnswer'

/** What the bot shows next. The caller renders texts, live case data and entries from ids. */
export type ReplyPlan =
  /** Show the entry and name it as the source. `amountByHuman`: add that a human confirms any amount. */
  | { readonly kind: 'answer'; readonly entryId: string; readonly amountByHuman: boolean }
  /** At most three entries as buttons, beside the button for a human. */
  | { readonly kind: 'suggest'; readonly entryIds: readonly string[] }
  /** Live status and deadline of one own case. */
  | { readonly kind: 'caseStatus'; readonly caseId: string }
  /** Ask which of the own cases is meant, the latest first. */
  | { readonly kind: 'chooseCase'; readonly caseIds: readonly string[] }
  | { readonly kind: 'handover'; readonly reason: HandoverReason }

export interface DialogueStep {
  readonly state: DialogueState
  readonly plan: ReplyPlan
}

/** Unanswered questions in a row after which a human takes over. */
export const missLimit = 2
const buttonLimit = 3
const caseLimit = 5

/** A conversation that has just begun. */
export const startDialogue = (language: 'zh' | 'en'): DialogueState => ({ language, misses: 0 })

/** The next step after a typed question. `cases` are the shopper's own ones, in any order. */
export const answerQuestion = (
  state: DialogueState,
  reply: FaqReply,
  cases: readonly OwnCase[],
): DialogueStep => {
  const { intents } = reply
  if (intents.human) return handOver(state, 'asked')
  if (intents.distress === 'safety' || intents.distress === 'anger')
    return handOver(state, intents.distress)
  const status = intents.ownCase && statusPlan(intents.ownCase, cases)
  if (status) return { state: { ...state, misses: 0 }, plan: status }
  if (intents.distress) return handOver(state, intents.distress)
  return fromEntries(state, reply)
}

/** The next step after the tap on a suggested entry. */
export const chooseEntry = (state: DialogueState, entryId: string): DialogueStep => ({
  state: { ...state, misses: 0 },
  plan: { kind: 'answer', entryId, amountByHuman: false },
})

/** The next step after the tap on one of the own cases. */
export const chooseCase = (state: DialogueState, caseId: string): DialogueStep => ({
  state: { ...state, misses: 0 },
  plan: { kind: 'caseStatus', caseId },
})

/** The next step after "not helpful" or "none of these". */
export const rejectAnswer = (state: DialogueState): DialogueStep => handOver(state, 'noAnswer')

const handOver = (state: DialogueState, reason: HandoverReason): DialogueStep => ({
  state: { ...state, misses: 0 },
  plan: { kind: 'handover', reason },
})

/** Open cases of the topic, else any open ones, else the last one closed; nothing without cases. */
const statusPlan = (topic: OwnCaseTopic, cases: readonly OwnCase[]): ReplyPlan | undefined => {
  const latestFirst = [...cases].sort((one, other) => other.changedAt - one.changedAt)
  // A return is over only when its money is back, so "where is my refund" may mean a return.
  const kinds: readonly OwnCaseTopic[] = topic === 'refund' ? ['refund', 'return'] : [topic]
  const open = latestFirst.filter((own) => own.open)
  const ofTopic = latestFirst.filter((own) => kinds.includes(own.kind))
  const openOfTopic = ofTopic.filter((own) => own.open)
  const meant = [
    openOfTopic,
    topic === 'case' ? open : [],
    ofTopic.slice(0, 1),
    open,
    latestFirst.slice(0, 1),
  ].find((group) => group.length > 0)
  if (!meant?.[0]) return undefined
  if (meant.length === 1) return { kind: 'caseStatus', caseId: meant[0].id }
  return { kind: 'chooseCase', caseIds: meant.slice(0, caseLimit).map((own) => own.id) }
}

const fromEntries = (state: DialogueState, reply: FaqReply): DialogueStep => {
  const first = reply.ranked[0]
  if (reply.verdict === 'answer' && first)
    return {
      state: { ...state, misses: 0 },
      plan: { kind: 'answer', entryId: first.entryId, amountByHuman: reply.intents.money },
    }
  if (reply.intents.money) return handOver(state, 'money')
  const misses = state.misses + 1
  if (misses >= missLimit) return handOver(state, 'misses')
  if (reply.verdict === 'handover') return handOver(state, 'noAnswer')
  const entryIds = reply.ranked.slice(0, buttonLimit).map(({ entryId }) => entryId)
  return { state: { ...state, misses }, plan: { kind: 'suggest', entryIds } }
}
