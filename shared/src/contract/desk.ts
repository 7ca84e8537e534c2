// The merchant's desk: policy, refunds to pay, ratings, today's figures. And the live channel.
import { type Static, Type } from 'typebox'
import { REFUND_STATUSES } from '../domain/aftersale-types.ts'
import { LIMITS } from '../domain/limits.ts'
import { PAYERS, STAFF_ROLES } from '../domain/roles.ts'
import { Rating } from './aftersale-views.ts'
import {
  code,
  Day,
  Fen,
  Id,
  IdParams,
  nullable,
  PageQuery,
  page,
  Timestamp,
  text,
  Version,
} from './common.ts'
import { PolicyDocument } from './policy-document.ts'
import { object, oneOf, routes } from './route.ts'

export const Policy = object({
  version: Version,
  document: PolicyDocument,
  createdAt: Timestamp,
  createdBy: Type.String(),
})

const Lint = Type.Array(
  object({
    pointer: Type.String(),
    code: Type.String(),
    message: Type.String(),
    clause: nullable(Type.String()),
  }),
  { maxItems: 100 },
)

/** What the policy says to a request. */
const VERDICTS = ['approve', 'review', 'refuse'] as const

export const RefundTask = object({
  id: Id,
  refundNo: Type.String(),
  aftersaleId: Id,
  aftersaleNo: Type.String(),
  orderNo: Type.String(),
  amountFen: Fen,
  status: oneOf(REFUND_STATUSES),
  splits: Type.Array(object({ paymentNo: Type.String(), method: Type.String(), amountFen: Fen })),
  requestedAt: Timestamp,
  succeededAt: nullable(Timestamp),
  reference: nullable(Type.String()),
})
export type RefundTask = Static<typeof RefundTask>

/** Which refunds a list or an export is about. */
export const RefundFilters = {
  status: Type.Optional(oneOf(REFUND_STATUSES)),
  /** The money left on this day. */
  paidOn: Type.Optional(Day),
}
/** Which ratings a list or an export is about. */
export const RatingFilters = { ratedOn: Type.Optional(Day) }

export const LedgerEntry = object({
  id: Id,
  transactionId: Id,
  refundId: Id,
  account: Type.String(),
  /** Positive is a debit, negative a credit; the entries of a transaction sum to zero. */
  amountFen: Type.Integer(),
  at: Timestamp,
})

export const Today = object({
  at: Timestamp,
  open: Type.Integer(),
  dueIn4h: Type.Integer(),
  dueIn24h: Type.Integer(),
  createdToday: Type.Integer(),
  decidedByPolicyToday: Type.Integer(),
  decidedByPeopleToday: Type.Integer(),
  refundsTodayFen: Fen,
  refundsToPay: Type.Integer(),
  conversationsWaiting: Type.Integer(),
  unansweredQuestions: Type.Integer(),
  ratingAverage: nullable(Type.Number()),
  ratingCount: Type.Integer(),
  topReasons: Type.Array(object({ reasonCode: Type.String(), count: Type.Integer() }), {
    maxItems: 5,
  }),
})
export type Today = Static<typeof Today>

export const deskRoutes = routes({
  'GET /policy': {
    summary: 'The policy in force',
    allow: [...STAFF_ROLES, 'integrator'],
    scope: 'aftersales:read',
    idempotency: 'safe',
    success: { status: 200, body: Policy },
    problems: [],
  },
  'PUT /policy': {
    summary: 'Put a new version of the policy in force; what the law forbids is refused',
    allow: ['manager', 'owner'],
    idempotency: 'natural',
    body: object({ version: Version, document: PolicyDocument }),
    success: { status: 200, body: Policy },
    problems: ['version-conflict', 'policy-unlawful'],
  },
  'GET /policy/versions': {
    summary: 'Versions of the policy, newest first',
    allow: ['manager', 'owner'],
    idempotency: 'safe',
    query: object(PageQuery),
    success: { status: 200, body: page(Policy) },
    problems: [],
  },
  'POST /policy/preview': {
    summary: 'Which requests of the last 30 days a policy would have decided otherwise; a dry run',
    allow: ['manager', 'owner'],
    idempotency: 'safe',
    perMinute: 30,
    body: object({ document: PolicyDocument }),
    success: {
      status: 200,
      body: object({
        problems: Lint,
        days: Type.Integer(),
        /** Requests decided once more; the newest ones where there are too many. */
        looked: Type.Integer({ minimum: 0 }),
        /** Those are all there were. */
        all: Type.Boolean(),
        changed: Type.Integer({ minimum: 0 }),
        moves: Type.Array(
          object({
            from: oneOf(VERDICTS),
            to: oneOf(VERDICTS),
            count: Type.Integer({ minimum: 1 }),
          }),
          { maxItems: 6 },
        ),
        examples: Type.Array(
          object({
            aftersaleId: Id,
            aftersaleNo: Type.String(),
            at: Timestamp,
            before: oneOf(VERDICTS),
            after: oneOf(VERDICTS),
            rules: Type.Array(Type.String(), { maxItems: 40 }),
          }),
          { maxItems: 10 },
        ),
      }),
    },
    problems: [],
  },
  'POST /policy/check': {
    summary: 'What is wrong with a policy before it is saved',
    allow: ['manager', 'owner'],
    idempotency: 'safe',
    body: object({ document: PolicyDocument }),
    success: { status: 200, body: object({ problems: Lint }) },
    problems: [],
  },
  'GET /refunds': {
    summary: 'Refunds, those to be paid first',
    allow: PAYERS,
    idempotency: 'safe',
    query: object({ ...PageQuery, ...RefundFilters }),
    success: { status: 200, body: page(RefundTask) },
    problems: [],
  },
  'GET /refunds/:id': {
    summary: 'One refund with its ledger',
    allow: PAYERS,
    idempotency: 'safe',
    params: IdParams,
    success: { status: 200, body: object({ refund: RefundTask, ledger: Type.Array(LedgerEntry) }) },
    problems: ['not-found'],
  },
  'POST /refunds/:id/confirm': {
    summary: 'The money was paid out by hand; give the reference of the payout',
    allow: PAYERS,
    idempotency: 'key',
    params: IdParams,
    body: object({ reference: code(LIMITS.refLength) }),
    success: { status: 200, body: RefundTask },
    problems: ['not-found', 'wrong-status'],
  },
  'POST /refunds/:id/fail': {
    summary: 'The payout did not work',
    allow: PAYERS,
    idempotency: 'key',
    params: IdParams,
    body: object({ text: text(LIMITS.reasonTextLength, 1) }),
    success: { status: 200, body: RefundTask },
    problems: ['not-found', 'wrong-status'],
  },
  'GET /ratings': {
    summary: 'Ratings, newest first',
    allow: STAFF_ROLES,
    idempotency: 'safe',
    query: object({ ...PageQuery, ...RatingFilters }),
    success: {
      status: 200,
      body: page(object({ aftersaleId: Id, aftersaleNo: Type.String(), rating: Rating })),
    },
    problems: [],
  },
  'GET /today': {
    summary: "Today's figures",
    allow: STAFF_ROLES,
    idempotency: 'safe',
    success: { status: 200, body: Today },
    problems: [],
  },
  'POST /live/tickets': {
    summary: 'A short-lived ticket for the live channel; programs hear of cases',
    allow: ['shopper', ...STAFF_ROLES, 'integrator'],
    scope: 'aftersales:read',
    idempotency: 'natural',
    success: { status: 201, body: object({ ticket: Type.String(), expiresAt: Timestamp }) },
    // It takes no body, but one that is not JSON is refused all the same.
    problems: ['invalid-input'],
  },
  'GET /live': {
    summary: 'WebSocket: tells which cases and conversations of mine changed',
    allow: 'public',
    idempotency: 'safe',
    raw: 'websocket',
    query: object({ ticket: Type.String({ minLength: 1, maxLength: 600 }) }),
    success: { status: 101 },
    problems: ['session-ended', 'upgrade-needed'],
  },
})
