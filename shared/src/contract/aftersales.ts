// Aftersales (售后单): quote, apply, read, and one route for each command of the transition table.
import { type TProperties, Type } from 'typebox'
import type { Command } from '../domain/aftersale-commands.ts'
import { GUARDS } from '../domain/aftersale-guards.ts'
import { rolesFor } from '../domain/aftersale-machine.ts'
import { TRANSITIONS } from '../domain/aftersale-transitions.ts'
import { AFTERSALE_TYPES, GRADES, OFFER_KINDS, RESTOCKS } from '../domain/aftersale-types.ts'
import { LIMITS } from '../domain/limits.ts'
import { INSPECTION_FAIL_REASONS, REFUSAL_REASON_CODES } from '../domain/reasons.ts'
import { STAFF_ROLES } from '../domain/roles.ts'
import { Application, Ask, MediaIds } from './aftersale-application.ts'
import {
  Aftersale,
  AftersaleSummary,
  CaseCounts,
  DeskView,
  Note,
  Quote,
  Rating,
  TimelineEntry,
} from './aftersale-views.ts'
import { code, Fen, Id, IdParams, PageQuery, PositiveFen, page, text, Version } from './common.ts'
import type { ProblemCode } from './problems.ts'
import { CaseFilter, DayFilter } from './queue.ts'
import { object, oneOf, routes } from './route.ts'

const Waybill = object({
  carrier: Type.String({ minLength: 2, maxLength: 20, pattern: '^[A-Z0-9_]+$' }),
  waybillNo: Type.String({
    minLength: LIMITS.waybillMinLength,
    maxLength: LIMITS.waybillLength,
    pattern: '^[A-Za-z0-9-]+$',
  }),
})

const READERS = ['shopper', ...STAFF_ROLES, 'integrator'] as const
const ITEM_PROBLEMS = ['not-found', 'wrong-status', 'version-conflict'] as const

/** What the machine may answer instead of doing it. */
const guardProblems = (name: Command): ProblemCode[] =>
  TRANSITIONS.filter(({ command: row }) => row === name).flatMap(({ guards }) =>
    guards.map((guard) => GUARDS[guard].code),
  )

/** One command of the transition table: its roles come from there, its answer is the case. */
const command = <
  const C extends Command,
  P extends TProperties,
  const X extends readonly ProblemCode[],
>(
  name: C,
  summary: string,
  args: P,
  problems: X,
) =>
  ({
    summary,
    allow: rolesFor(name),
    scope: 'aftersales:write',
    owner: 'shopper',
    idempotency: 'key',
    params: IdParams,
    body: object({ version: Version, ...args }),
    success: { status: 200, body: Aftersale },
    problems: [...new Set([...ITEM_PROBLEMS, ...guardProblems(name), ...problems])],
  }) as const

const because = text(LIMITS.reasonTextLength, 1)

export const aftersaleRoutes = routes({
  'POST /aftersales/quote': {
    summary: 'What an application, or a change of one, would give back, and who would decide',
    allow: ['shopper', 'agent', 'manager', 'owner', 'integrator'],
    scope: 'aftersales:read',
    owner: 'shopper',
    idempotency: 'safe',
    body: object({ orderNo: code(LIMITS.refLength), aftersaleId: Type.Optional(Id), ...Ask }),
    success: { status: 200, body: Quote },
    problems: ['not-found', 'not-offered', 'not-eligible', 'units-taken'],
  },
  'POST /aftersales': {
    summary: 'Apply',
    allow: rolesFor('apply'),
    scope: 'aftersales:write',
    owner: 'shopper',
    idempotency: 'key',
    perMinute: 30,
    body: object({ orderNo: code(LIMITS.refLength), ...Application }),
    success: { status: 201, body: Aftersale },
    problems: [
      'not-found',
      'not-offered',
      'not-eligible',
      'units-taken',
      'amount-exceeds-paid',
      'input-missing',
      'upload-unusable',
    ],
  },
  'GET /aftersales': {
    summary: 'My cases, or those of the shop',
    allow: READERS,
    scope: 'aftersales:read',
    owner: 'shopper',
    idempotency: 'safe',
    query: object({
      ...PageQuery,
      ...CaseFilter,
      ...DayFilter,
      orderNo: Type.Optional(code(LIMITS.refLength)),
      /**
       * Number of case, order or parcel, or the beginning of one; for the shop also a phone or its
       * last four digits.
       */
      q: Type.Optional(text(LIMITS.searchLength, 1)),
    }),
    success: { status: 200, body: page(AftersaleSummary) },
    problems: [],
  },
  'GET /aftersales/counts': {
    summary: 'Number of cases in each status, and of those that are due',
    allow: READERS,
    scope: 'aftersales:read',
    owner: 'shopper',
    idempotency: 'safe',
    success: { status: 200, body: CaseCounts },
    problems: [],
  },
  'GET /aftersales/:id': {
    summary: 'One case',
    allow: READERS,
    scope: 'aftersales:read',
    owner: 'shopper',
    idempotency: 'safe',
    params: IdParams,
    success: { status: 200, body: Aftersale },
    problems: ['not-found'],
  },
  'GET /aftersales/:id/timeline': {
    summary: 'What happened, oldest first',
    allow: READERS,
    scope: 'aftersales:read',
    owner: 'shopper',
    idempotency: 'safe',
    params: IdParams,
    query: object({ after: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })) }),
    success: { status: 200, body: object({ items: Type.Array(TimelineEntry, { maxItems: 200 }) }) },
    problems: ['not-found'],
  },
  'GET /aftersales/:id/desk': {
    summary: 'What only staff see: notes, the order with its payments, the history of the shopper',
    allow: STAFF_ROLES,
    idempotency: 'safe',
    params: IdParams,
    success: { status: 200, body: DeskView },
    problems: ['not-found'],
  },
  'POST /aftersales/:id/notes': {
    summary: 'Add a note for colleagues',
    allow: STAFF_ROLES,
    idempotency: 'key',
    params: IdParams,
    body: object({ text: text(LIMITS.noteLength, 1) }),
    success: { status: 201, body: Note },
    problems: ['not-found'],
  },
  'POST /aftersales/:id/rating': {
    summary: 'Rate a completed case',
    allow: ['shopper'],
    owner: 'shopper',
    idempotency: 'key',
    params: IdParams,
    body: object({
      attitude: Type.Integer({ minimum: LIMITS.ratingMin, maximum: LIMITS.ratingMax }),
      speed: Type.Integer({ minimum: LIMITS.ratingMin, maximum: LIMITS.ratingMax }),
      overall: Type.Integer({ minimum: LIMITS.ratingMin, maximum: LIMITS.ratingMax }),
      tags: Type.Array(text(20, 1), { maxItems: LIMITS.ratingTags, uniqueItems: true }),
      comment: text(LIMITS.ratingCommentLength),
    }),
    success: { status: 201, body: Rating },
    problems: ['not-found', 'wrong-status', 'already-exists'],
  },

  'POST /aftersales/:id/request-info': command(
    'requestInfo',
    'Ask the shopper for information',
    { text: because },
    [],
  ),
  'POST /aftersales/:id/supply-info': command(
    'supplyInfo',
    'Answer with the information asked for',
    { text: text(LIMITS.descriptionLength), mediaIds: MediaIds },
    ['upload-unusable', 'input-missing', 'limit-reached'],
  ),
  'POST /aftersales/:id/approve': command(
    'approve',
    'Approve, in full or for a smaller amount',
    { amountFen: Type.Optional(PositiveFen), text: Type.Optional(because) },
    [],
  ),
  'POST /aftersales/:id/reject': command(
    'reject',
    'Refuse, with a reason and the evidence it needs',
    { reasonCode: oneOf(REFUSAL_REASON_CODES), text: because, mediaIds: MediaIds },
    ['upload-unusable'],
  ),
  'POST /aftersales/:id/offer': command(
    'offer',
    'Offer other terms',
    {
      kind: oneOf(OFFER_KINDS),
      type: Type.Optional(oneOf(AFTERSALE_TYPES)),
      amountFen: Type.Optional(PositiveFen),
      text: because,
    },
    [],
  ),
  'POST /aftersales/:id/accept-offer': command('acceptOffer', 'Accept the offer', {}, [
    'amount-exceeds-paid',
  ]),
  'POST /aftersales/:id/decline-offer': command('declineOffer', 'Decline the offer', {}, []),
  'POST /aftersales/:id/edit': command('edit', 'Change the application', Application, [
    'not-eligible',
    'units-taken',
    'input-missing',
    'upload-unusable',
  ]),
  'POST /aftersales/:id/cancel': command('cancel', 'Withdraw the application', {}, []),
  'POST /aftersales/:id/ship-return': command(
    'shipReturn',
    'Say with which parcel the goods go back',
    Waybill.properties,
    [],
  ),
  'POST /aftersales/:id/report-delivered': command(
    'reportDelivered',
    'The carrier has delivered the parcel that is under way',
    {},
    [],
  ),
  'POST /aftersales/:id/waive-return': command(
    'waiveReturn',
    'Refund without the goods coming back',
    { text: because },
    [],
  ),
  'POST /aftersales/:id/receive-return': command(
    'receiveReturn',
    'Book the goods in as received',
    {
      lines: Type.Array(
        object({
          lineId: Id,
          quantityReceived: Type.Integer({ minimum: 0, maximum: LIMITS.quantityPerLine }),
        }),
        { minItems: 1, maxItems: LIMITS.linesPerCase },
      ),
    },
    [],
  ),
  'POST /aftersales/:id/pass-inspection': command(
    'passInspection',
    'Pass the goods, in full or in part',
    {
      lines: Type.Array(
        object({
          lineId: Id,
          quantityPassed: Type.Integer({ minimum: 0, maximum: LIMITS.quantityPerLine }),
          grade: oneOf(GRADES),
          restock: oneOf(RESTOCKS),
        }),
        { minItems: 1, maxItems: LIMITS.linesPerCase },
      ),
      text: Type.Optional(because),
      mediaIds: MediaIds,
      /** Needed when units do not pass: they become a case of their own, with this reason. */
      rest: Type.Optional(object({ reason: oneOf(INSPECTION_FAIL_REASONS), deductionFen: Fen })),
    },
    ['upload-unusable', 'amount-exceeds-paid'],
  ),
  'POST /aftersales/:id/fail-inspection': command(
    'failInspection',
    'Goods are not as they must be; the shopper sees why',
    {
      reason: oneOf(INSPECTION_FAIL_REASONS),
      text: because,
      /** What would be kept back if the shopper accepts a deduction; 0 offers none. */
      deductionFen: Fen,
      mediaIds: MediaIds,
    },
    ['upload-unusable'],
  ),
  'POST /aftersales/:id/accept-deduction': command(
    'acceptDeduction',
    'Accept the deduction',
    {},
    [],
  ),
  'POST /aftersales/:id/ask-goods-back': command(
    'askGoodsBack',
    'Ask for the goods to be sent back',
    {},
    [],
  ),
  'POST /aftersales/:id/ship-replacement': command(
    'shipReplacement',
    'Goods leave for the shopper',
    Waybill.properties,
    [],
  ),
  'POST /aftersales/:id/report-out-of-stock': command(
    'reportOutOfStock',
    'The replacement cannot be sent: offer a refund instead',
    { text: because },
    [],
  ),
  'POST /aftersales/:id/confirm-receipt': command(
    'confirmReceipt',
    'The goods have arrived',
    {},
    [],
  ),
  'POST /aftersales/:id/retry-refund': command(
    'retryRefund',
    'Try an abnormal refund again, same number',
    {},
    [],
  ),
  'POST /aftersales/:id/record-offline-payout': command(
    'recordOfflinePayout',
    'An abnormal refund was paid outside; give its reference',
    { reference: code(LIMITS.refLength), text: because },
    [],
  ),
  'POST /aftersales/:id/confirm-payout': command(
    'confirmPayout',
    'The payout made outside has arrived',
    {},
    [],
  ),
  'POST /aftersales/:id/force-close': command(
    'forceClose',
    'Close past the normal course',
    { text: because },
    [],
  ),
  'POST /aftersales/:id/force-refund': command(
    'forceRefund',
    'Refund past the normal course',
    { amountFen: PositiveFen, text: because },
    [],
  ),
})
