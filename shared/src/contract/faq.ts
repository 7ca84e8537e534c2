// The FAQ: what shoppers read, what staff keep, and the questions nothing answered.
import { type Static, Type } from 'typebox'
import { LIMITS } from '../domain/limits.ts'
import { STAFF_ROLES } from '../domain/roles.ts'
import { LANGUAGES } from './auth.ts'
import { Id, IdParams, nullable, PageQuery, page, Timestamp, text, Version } from './common.ts'
import { object, oneOf, routes } from './route.ts'

const Slug = Type.String({
  minLength: 1,
  maxLength: LIMITS.refLength,
  pattern: '^[a-z0-9][a-z0-9-]*$',
})
const Phrasings = Type.Array(text(LIMITS.questionLength, 1), { maxItems: 40, uniqueItems: true })

const Wording = object({
  language: oneOf(LANGUAGES),
  question: text(LIMITS.questionLength, 1),
  /** Other ways shoppers ask the same. */
  phrasings: Phrasings,
  answer: text(LIMITS.bodyLength, 1),
})
const Wordings = Type.Array(Wording, { minItems: 1, maxItems: LANGUAGES.length })

export const FAQ_STATUSES = ['DRAFT', 'PUBLISHED', 'ARCHIVED'] as const

export const FaqEntry = object({
  id: Id,
  slug: Type.String(),
  category: Type.String(),
  status: oneOf(FAQ_STATUSES),
  version: Version,
  wordings: Type.Array(Wording),
  helpful: Type.Integer({ minimum: 0 }),
  unhelpful: Type.Integer({ minimum: 0 }),
  updatedAt: Timestamp,
})
export type FaqEntry = Static<typeof FaqEntry>

/** An entry as it stands in the editor, saved or not. */
const EntryDraft = object({
  /** The stored entry it would replace; null for a new one. */
  entryId: nullable(Id),
  wordings: Wordings,
})

/** An entry as shoppers see it, in one language. */
export const FaqArticle = object({
  id: Id,
  slug: Type.String(),
  category: Type.String(),
  question: Type.String(),
  answer: Type.String(),
})

export const Unanswered = object({
  id: Id,
  question: Type.String(),
  language: oneOf(LANGUAGES),
  /** How often it was asked. */
  count: Type.Integer({ minimum: 1 }),
  cause: oneOf(['MISSED', 'UNHELPFUL']),
  lastAt: Timestamp,
  /** Entries that came nearest. */
  nearest: Type.Array(object({ entryId: Id, question: Type.String() }), { maxItems: 3 }),
})

const EDITORS = ['agent', 'manager', 'owner'] as const

export const faqRoutes = routes({
  'GET /faq': {
    summary: 'Published answers in one language',
    allow: ['shopper', ...STAFF_ROLES, 'integrator'],
    scope: 'faq:read',
    idempotency: 'safe',
    query: object({
      ...PageQuery,
      language: oneOf(LANGUAGES),
      category: Type.Optional(text(LIMITS.nameLength, 1)),
    }),
    success: { status: 200, body: page(FaqArticle) },
    problems: [],
  },
  'GET /faq/entries': {
    summary: 'All entries, for editing',
    allow: STAFF_ROLES,
    idempotency: 'safe',
    query: object({
      ...PageQuery,
      status: Type.Optional(oneOf(FAQ_STATUSES)),
      category: Type.Optional(text(LIMITS.nameLength, 1)),
      q: Type.Optional(text(LIMITS.searchLength, 1)),
    }),
    success: { status: 200, body: page(FaqEntry) },
    problems: [],
  },
  'GET /faq/entries/:id': {
    summary: 'One entry, for editing',
    allow: STAFF_ROLES,
    idempotency: 'safe',
    params: IdParams,
    success: { status: 200, body: FaqEntry },
    problems: ['not-found'],
  },
  'POST /faq/entries': {
    summary: 'Write a new entry as a draft',
    allow: EDITORS,
    idempotency: 'key',
    body: object({
      slug: Slug,
      category: text(LIMITS.nameLength, 1),
      wordings: Wordings,
      /** The unanswered question this entry answers; it leaves the list. */
      answersQuestion: Type.Optional(Id),
    }),
    success: { status: 201, body: FaqEntry },
    problems: ['already-exists', 'not-found'],
  },
  'PUT /faq/entries/:id': {
    summary: 'Replace the texts of an entry',
    allow: EDITORS,
    idempotency: 'natural',
    params: IdParams,
    body: object({ version: Version, category: text(LIMITS.nameLength, 1), wordings: Wordings }),
    success: { status: 200, body: FaqEntry },
    problems: ['not-found', 'version-conflict'],
  },
  'PUT /faq/entries/:id/status': {
    summary: 'Publish an entry, or take it back',
    allow: EDITORS,
    idempotency: 'natural',
    params: IdParams,
    body: object({ version: Version, status: oneOf(FAQ_STATUSES) }),
    success: { status: 200, body: FaqEntry },
    problems: ['not-found', 'version-conflict'],
  },
  'POST /faq/test': {
    summary: 'What the bot would find for a question, and say',
    allow: STAFF_ROLES,
    idempotency: 'safe',
    body: object({
      question: text(LIMITS.questionLength, 1),
      /** Of the bot's words; the caller's own language without it. */
      language: Type.Optional(oneOf(LANGUAGES)),
      /** Counts as if it were published. */
      draft: Type.Optional(EntryDraft),
    }),
    success: {
      status: 200,
      body: object({
        verdict: oneOf(['answer', 'suggest', 'handover']),
        ranked: Type.Array(
          object({
            /** Null for a draft that is not stored. */
            entryId: nullable(Id),
            question: Type.String(),
            confidence: Type.Number({ minimum: 0, maximum: 1 }),
          }),
          { maxItems: 10 },
        ),
        /** The bot's message, word for word. */
        says: object({
          text: Type.String(),
          /** Labels of its buttons. */
          choices: Type.Array(Type.String(), { maxItems: 10 }),
        }),
      }),
    },
    problems: [],
  },
  'POST /faq/check': {
    summary: 'What an entry would clash with, and which unanswered questions it would answer',
    allow: EDITORS,
    idempotency: 'safe',
    perMinute: 60,
    body: object({ draft: EntryDraft }),
    success: {
      status: 200,
      body: object({
        /** Words of the draft that another entry answers already. */
        clashes: Type.Array(
          object({
            phrasing: Type.String(),
            entryId: Id,
            question: Type.String(),
            confidence: Type.Number({ minimum: 0, maximum: 1 }),
          }),
          { maxItems: 100 },
        ),
        /** Unanswered questions near the draft, most asked first. */
        questions: Type.Array(
          object({
            id: Id,
            question: Type.String(),
            language: oneOf(LANGUAGES),
            count: Type.Integer({ minimum: 1 }),
            /** The draft as it is answers it already. */
            answered: Type.Boolean(),
          }),
          { maxItems: 20 },
        ),
      }),
    },
    problems: [],
  },
  'GET /faq/entries/:id/uses': {
    summary: 'Where the bot answered with an entry in the last 30 days, and whether it helped',
    allow: EDITORS,
    idempotency: 'safe',
    params: IdParams,
    success: {
      status: 200,
      body: object({
        answered: Type.Integer({ minimum: 0 }),
        helpful: Type.Integer({ minimum: 0 }),
        unhelpful: Type.Integer({ minimum: 0 }),
        recent: Type.Array(
          object({
            conversationId: Id,
            question: Type.String(),
            at: Timestamp,
            helpful: nullable(Type.Boolean()),
          }),
          { maxItems: 10 },
        ),
      }),
    },
    problems: ['not-found'],
  },
  'GET /faq/categories': {
    summary: 'Categories in use, with the number of their entries',
    allow: STAFF_ROLES,
    idempotency: 'safe',
    success: {
      status: 200,
      body: object({
        items: Type.Array(object({ category: Type.String(), count: Type.Integer() }), {
          maxItems: 100,
        }),
      }),
    },
    problems: [],
  },
  'GET /faq/unanswered': {
    summary: 'Questions that found no answer, or an unhelpful one; most asked first',
    allow: STAFF_ROLES,
    idempotency: 'safe',
    query: object(PageQuery),
    success: { status: 200, body: page(Unanswered) },
    problems: [],
  },
  'POST /faq/unanswered/:id/resolve': {
    summary: 'Teach the question to an entry, or set it aside',
    allow: EDITORS,
    idempotency: 'key',
    params: IdParams,
    body: object({ entryId: nullable(Id) }),
    success: { status: 204 },
    problems: ['not-found'],
  },
  'POST /faq/unanswered/:id/reopen': {
    summary: 'Undo: the question is open again and what was learnt from it is forgotten',
    allow: EDITORS,
    idempotency: 'natural',
    params: IdParams,
    success: { status: 204 },
    problems: ['not-found'],
  },
})
