// Conversations: the bot first, then people. One open conversation for each shopper.
import { type Static, Type } from 'typebox'
import { LIMITS } from '../domain/limits.ts'
import { STAFF_ROLES } from '../domain/roles.ts'
import { LANGUAGES } from './auth.ts'
import { Id, IdParams, nullable, PageQuery, page, Timestamp, text } from './common.ts'
import { object, oneOf, routes } from './route.ts'
import { Media } from './uploads.ts'

export const CONVERSATION_STATUSES = ['BOT', 'QUEUED', 'HUMAN', 'ENDED'] as const
export const HANDOVER_REASONS = [
  'ASKED',
  'MISSED_TWICE',
  'NO_MATCH',
  'MONEY',
  'SAFETY',
  'ANGER',
  'URGENT',
  'STAFF_TOOK_OVER',
] as const

export const Message = object({
  id: Id,
  seq: Type.Integer({ minimum: 1 }),
  at: Timestamp,
  sender: oneOf(['shopper', 'bot', 'staff', 'system']),
  senderName: Type.String(),
  text: Type.String(),
  media: Type.Array(Media),
  /** The entry a bot's answer stands on. */
  citation: nullable(object({ entryId: Id, question: Type.String() })),
  /** Buttons: entries to choose from, own cases to choose from, a person, or a page to open. */
  choices: Type.Array(
    object({
      kind: oneOf(['ENTRY', 'CASE', 'HUMAN', 'OPEN_CASE']),
      id: nullable(Id),
      label: Type.String(),
    }),
    { maxItems: 10 },
  ),
  helpful: nullable(Type.Boolean()),
})
export type Message = Static<typeof Message>

export const Conversation = object({
  id: Id,
  status: oneOf(CONVERSATION_STATUSES),
  handoverReason: nullable(oneOf(HANDOVER_REASONS)),
  language: oneOf(LANGUAGES),
  shopper: object({ id: Id, name: Type.String() }),
  agent: nullable(object({ id: Id, name: Type.String() })),
  /** The shopper's words when the conversation was handed over, so that nobody asks again. */
  summary: Type.String(),
  queuedAt: nullable(Timestamp),
  lastMessageAt: Timestamp,
  lastText: Type.String(),
  unread: Type.Integer({ minimum: 0 }),
})
export type Conversation = Static<typeof Conversation>

const TALKERS = ['shopper', 'agent', 'manager', 'owner'] as const
const MessagePage = object({
  conversation: Conversation,
  items: Type.Array(Message, { maxItems: 200 }),
})

export const conversationRoutes = routes({
  'POST /conversations': {
    summary: 'Open my conversation, or come back to it',
    allow: ['shopper'],
    idempotency: 'natural',
    body: object({ language: oneOf(LANGUAGES) }),
    success: { status: 200, body: Conversation },
    problems: [],
  },
  'GET /conversations': {
    summary: 'Conversations of the shop, those waiting longest first',
    allow: STAFF_ROLES,
    idempotency: 'safe',
    query: object({ ...PageQuery, status: Type.Optional(oneOf(CONVERSATION_STATUSES)) }),
    success: { status: 200, body: page(Conversation) },
    problems: [],
  },
  'GET /conversations/:id/messages': {
    summary: 'Messages, oldest first',
    allow: ['shopper', ...STAFF_ROLES],
    owner: 'shopper',
    idempotency: 'safe',
    params: IdParams,
    query: object({ after: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })) }),
    success: { status: 200, body: MessagePage },
    problems: ['not-found'],
  },
  'POST /conversations/:id/messages': {
    summary: 'Say something; the bot answers while no person has taken over',
    allow: TALKERS,
    owner: 'shopper',
    idempotency: 'key',
    params: IdParams,
    body: object({
      text: text(LIMITS.messageLength),
      mediaIds: Type.Array(Id, { maxItems: LIMITS.filesPerCase, uniqueItems: true }),
      /** A button that was tapped instead of typing. */
      choice: Type.Optional(object({ kind: oneOf(['ENTRY', 'CASE', 'HUMAN']), id: nullable(Id) })),
    }),
    success: { status: 201, body: MessagePage },
    problems: ['not-found', 'wrong-status', 'input-missing', 'upload-unusable'],
  },
  'POST /conversations/:id/take': {
    summary: 'Take a conversation over',
    allow: ['agent', 'manager', 'owner'],
    idempotency: 'natural',
    params: IdParams,
    success: { status: 200, body: Conversation },
    problems: ['not-found', 'wrong-status'],
  },
  'POST /conversations/:id/end': {
    summary: 'End the conversation',
    allow: TALKERS,
    owner: 'shopper',
    idempotency: 'natural',
    params: IdParams,
    success: { status: 200, body: Conversation },
    problems: ['not-found'],
  },
  'POST /conversations/:id/messages/:messageId/feedback': {
    summary: 'Say whether an answer of the bot helped',
    allow: ['shopper'],
    owner: 'shopper',
    idempotency: 'natural',
    params: object({ id: Id, messageId: Id }),
    body: object({ helpful: Type.Boolean() }),
    success: { status: 204 },
    problems: ['not-found'],
  },
})
