// Opening, speaking, taking over, ending: every change locks the conversation, appends messages and
// tells those who watch.
import type { Tx } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import { problem, say } from '../../http/problems.ts'
import { tellAnswer, tellWaiting } from '../notices/index.ts'
import { attachUploads } from '../uploads/index.ts'
import { type Asked, botTurn } from './bot-turn.ts'
import { type Language, word } from './bot-words.ts'
import {
  appendMessages,
  type ConversationRow,
  findConversation,
  insertConversation,
  type NewMessage,
  openConversationOf,
  updateConversation,
} from './store.ts'
import { conversationView, messageViews } from './view.ts'

const isShopper = (ctx: Ctx) => ctx.user.role === 'shopper'

/** The conversation, locked; another shopper's is like none. Throws `not-found`. */
async function locked(tx: Tx, id: string, ctx: Ctx): Promise<ConversationRow> {
  const shopperId = isShopper(ctx) ? ctx.user.id : undefined
  const row = await findConversation(tx, ctx.user.shopId, id, { shopperId, lock: true })
  if (!row) throw problem('not-found')
  return row
}

const message = (
  ctx: Ctx,
  sender: NewMessage['sender'],
  text: string,
  rest: Partial<NewMessage> = {},
): NewMessage => ({
  id: ctx.deps.ids.id(),
  sender,
  senderId: sender === 'shopper' || sender === 'staff' ? ctx.user.id : null,
  text,
  choices: [],
  at: ctx.now,
  ...rest,
})

/** Appends, moves the row on and signals; returns the new row and what was said. */
async function append(
  tx: Tx,
  row: ConversationRow,
  said: readonly NewMessage[],
  change: Partial<ConversationRow>,
  ctx: Ctx,
) {
  const stored = await appendMessages(tx, row, said)
  const lastSeq = row.lastSeq + stored.length
  const last = said.at(-1)
  const next = await updateConversation(tx, row, {
    ...change,
    lastSeq,
    lastMessageAt: ctx.now,
    ...(last ? { lastText: last.text.slice(0, 100) } : {}),
    ...(isShopper(ctx) ? { shopperReadSeq: lastSeq } : { staffReadSeq: lastSeq }),
  })
  ctx.deps.live.signal(tx, {
    shopId: row.shopId,
    shopperId: row.shopperId,
    kind: 'conversation',
    id: row.id,
    version: lastSeq,
  })
  return { row: next, stored }
}

export async function openConversation(tx: Tx, language: Language, ctx: Ctx) {
  const { shopId, id: shopperId } = ctx.user
  const existing = await openConversationOf(tx, shopId, shopperId)
  if (existing) return conversationView(tx, await spokenIn(tx, existing, language), ctx)
  const made = await insertConversation(tx, {
    shopId,
    id: ctx.deps.ids.id(),
    shopperId,
    status: 'BOT',
    language,
    createdAt: ctx.now,
    lastMessageAt: ctx.now,
  })
  const row = made ?? (await openConversationOf(tx, shopId, shopperId))
  if (!row) throw problem('unavailable')
  if (!made) return conversationView(tx, row, ctx)
  const human = { kind: 'HUMAN' as const, id: null, label: word(language, 'human') }
  const welcome = message(ctx, 'bot', word(language, 'welcome'), { choices: [human] })
  return conversationView(tx, (await append(tx, row, [welcome], {}, ctx)).row, ctx)
}

/** Whoever comes back after choosing another language is answered in that one. */
const spokenIn = async (tx: Tx, row: ConversationRow, language: Language) =>
  row.language === language ? row : updateConversation(tx, row, { language })

interface Speech {
  readonly text: string
  readonly mediaIds: readonly string[]
  readonly choice?: { readonly kind: 'ENTRY' | 'CASE' | 'HUMAN'; readonly id: string | null }
}

function askedBy({ text, choice }: Speech): Asked | null {
  if (choice?.kind === 'HUMAN') return { kind: 'HUMAN' }
  if (choice?.kind === 'ENTRY' && choice.id !== null) return { kind: 'ENTRY', id: choice.id }
  if (choice?.kind === 'CASE' && choice.id !== null) return { kind: 'CASE', id: choice.id }
  return text.trim() === '' ? null : { kind: 'QUESTION', text }
}

/** @throws `not-found`, `wrong-status` when it is ended, `input-missing` when nothing was said. */
export async function speak(tx: Tx, id: string, speech: Speech, ctx: Ctx) {
  const row = await locked(tx, id, ctx)
  if (row.status === 'ENDED') throw problem('wrong-status', { why: 'ended' })
  if (speech.text.trim() === '' && speech.mediaIds.length === 0 && !speech.choice) {
    throw problem('input-missing', {
      errors: [{ pointer: '/text', message: say('请输入内容', 'write something') }],
    })
  }
  const text =
    speech.text.trim() === '' && speech.mediaIds.length > 0
      ? word(row.language, 'photoOnly')
      : speech.text
  const use = { usedBy: 'message' as const, usedById: row.id, seq: row.lastSeq + 1 }
  await attachUploads(tx, ctx.user, speech.mediaIds, use)
  const spoken = message(ctx, isShopper(ctx) ? 'shopper' : 'staff', text)
  const outcome = isShopper(ctx)
    ? await shopperSpeaks(tx, row, spoken, askedBy(speech), ctx)
    : await staffSpeaks(tx, row, spoken, ctx)
  return {
    conversation: await conversationView(tx, outcome.row, ctx),
    items: await messageViews(tx, outcome.row, outcome.stored, ctx),
  }
}

async function staffSpeaks(tx: Tx, row: ConversationRow, spoken: NewMessage, ctx: Ctx) {
  const outcome = await append(tx, row, [spoken], takenOver(row, ctx), ctx)
  await tellAnswer(tx, ctx.deps, row, outcome.row.lastSeq, ctx.now)
  return outcome
}

/** Staff who answer have taken the conversation over. */
const takenOver = (row: ConversationRow, ctx: Ctx): Partial<ConversationRow> => ({
  status: 'HUMAN',
  agentId: ctx.user.id,
  handoverReason: row.handoverReason ?? 'STAFF_TOOK_OVER',
})

async function shopperSpeaks(
  tx: Tx,
  row: ConversationRow,
  spoken: NewMessage,
  asked: Asked | null,
  ctx: Ctx,
) {
  if (row.status !== 'BOT' || !asked) return append(tx, row, [spoken], {}, ctx)
  const turn = await botTurn(tx, row, asked, ctx)
  const answers = turn.messages.map((m) =>
    message(ctx, turn.handover ? 'system' : 'bot', m.text, {
      choices: m.choices,
      citationId: m.citationId,
    }),
  )
  const change: Partial<ConversationRow> = {
    misses: turn.misses,
    ...(turn.handover
      ? { status: 'QUEUED', handoverReason: turn.handover, queuedAt: ctx.now }
      : {}),
  }
  const outcome = await append(tx, row, [spoken, ...answers], change, ctx)
  if (turn.handover) await tellWaiting(tx, ctx.deps, row, ctx.now)
  return outcome
}

/** @throws `not-found`, `wrong-status` when it is ended. */
export async function takeConversation(tx: Tx, id: string, ctx: Ctx) {
  const row = await locked(tx, id, ctx)
  if (row.status === 'ENDED') throw problem('wrong-status', { why: 'ended' })
  if (row.status === 'HUMAN' && row.agentId === ctx.user.id) return conversationView(tx, row, ctx)
  const joined = message(ctx, 'system', word(row.language, 'joined'))
  const { row: next } = await append(tx, row, [joined], takenOver(row, ctx), ctx)
  return conversationView(tx, next, ctx)
}

/** @throws `not-found`. Ending twice changes nothing. */
export async function endConversation(tx: Tx, id: string, ctx: Ctx) {
  const row = await locked(tx, id, ctx)
  if (row.status === 'ENDED') return conversationView(tx, row, ctx)
  const ended = message(ctx, 'system', word(row.language, 'ended'))
  const { row: next } = await append(tx, row, [ended], { status: 'ENDED', endedAt: ctx.now }, ctx)
  return conversationView(tx, next, ctx)
}
