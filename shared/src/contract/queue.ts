// What makes the desk fast: how the queue is narrowed, filters that a person keeps, words that a shop keeps.
import { type Static, Type } from 'typebox'
import { AFTERSALE_STATUSES, AFTERSALE_TYPES } from '../domain/aftersale-types.ts'
import { LIMITS } from '../domain/limits.ts'
import { DECIDED_BY, DUE_WITHIN, PERIODS, STATUS_GROUPS, TEMPLATE_ACTS } from '../domain/queue.ts'
import { REASON_CODES } from '../domain/reasons.ts'
import { PAYERS, STAFF_ROLES } from '../domain/roles.ts'
import { Day, Fen, Id, IdParams, Timestamp, text, Version } from './common.ts'
import { object, oneOf, routes } from './route.ts'

/** Fields that narrow a list of cases. Periods are relative, so that a kept filter stays true tomorrow. */
export const CaseFilter = {
  status: Type.Optional(oneOf([...STATUS_GROUPS, ...AFTERSALE_STATUSES])),
  type: Type.Optional(oneOf(AFTERSALE_TYPES)),
  reasonCode: Type.Optional(oneOf(REASON_CODES)),
  /** The agreed refund, or the one asked for. */
  minFen: Type.Optional(Fen),
  maxFen: Type.Optional(Fen),
  due: Type.Optional(oneOf(DUE_WITHIN)),
  created: Type.Optional(oneOf(PERIODS)),
  /** Approved or refused in this period; today when only `decidedBy` is given. */
  decided: Type.Optional(oneOf(PERIODS)),
  decidedBy: Type.Optional(oneOf(DECIDED_BY)),
  /** `due`: what falls due first; only cases that wait for somebody. */
  sort: Type.Optional(oneOf(['newest', 'due'])),
}
/** The same of one day: a bar of a chart opens the cases it counts. Not kept, for days go by. */
export const DayFilter = {
  createdOn: Type.Optional(Day),
  /** Approved or refused on this day. */
  decidedOn: Type.Optional(Day),
}
const SavedContent = object(CaseFilter)
export type QueueFilter = Static<typeof SavedContent>

export const SavedFilter = object({
  id: Id,
  name: Type.String(),
  filter: SavedContent,
  createdAt: Timestamp,
})
export type SavedFilter = Static<typeof SavedFilter>

/** A sentence of the shop for one action, ready to be sent or changed. */
export const ReplyTemplate = object({
  id: Id,
  act: oneOf(TEMPLATE_ACTS),
  language: oneOf(['zh-CN', 'en']),
  title: Type.String(),
  text: Type.String(),
  version: Version,
  updatedAt: Timestamp,
})
export type ReplyTemplate = Static<typeof ReplyTemplate>

const named = { name: text(LIMITS.nameLength, 1), filter: SavedContent }
const worded = {
  title: text(LIMITS.nameLength, 1),
  text: text(LIMITS.reasonTextLength, 1),
}

export const queueRoutes = routes({
  'GET /queue-filters': {
    summary: 'My saved filters of the queue, oldest first',
    allow: STAFF_ROLES,
    idempotency: 'safe',
    success: {
      status: 200,
      body: object({ items: Type.Array(SavedFilter, { maxItems: LIMITS.savedFilters }) }),
    },
    problems: [],
  },
  'POST /queue-filters': {
    summary: 'Save a filter for myself',
    allow: STAFF_ROLES,
    idempotency: 'key',
    body: object(named),
    success: { status: 201, body: SavedFilter },
    problems: ['already-exists', 'limit-reached'],
  },
  'PUT /queue-filters/:id': {
    summary: 'Rename one of my filters, or change what it shows',
    allow: STAFF_ROLES,
    idempotency: 'natural',
    params: IdParams,
    body: object(named),
    success: { status: 200, body: SavedFilter },
    problems: ['not-found', 'already-exists'],
  },
  'DELETE /queue-filters/:id': {
    summary: 'Remove one of my filters',
    allow: STAFF_ROLES,
    idempotency: 'natural',
    params: IdParams,
    success: { status: 204 },
    problems: ['not-found'],
  },
  'GET /reply-templates': {
    summary: "The shop's ready words for actions on cases",
    allow: STAFF_ROLES,
    idempotency: 'safe',
    query: object({ act: Type.Optional(oneOf(TEMPLATE_ACTS)) }),
    success: {
      status: 200,
      body: object({ items: Type.Array(ReplyTemplate, { maxItems: LIMITS.replyTemplates }) }),
    },
    problems: [],
  },
  'POST /reply-templates': {
    summary: 'Add ready words for an action',
    allow: PAYERS,
    idempotency: 'key',
    body: object({ act: oneOf(TEMPLATE_ACTS), language: oneOf(['zh-CN', 'en']), ...worded }),
    success: { status: 201, body: ReplyTemplate },
    problems: ['limit-reached'],
  },
  'PUT /reply-templates/:id': {
    summary: 'Change ready words',
    allow: PAYERS,
    idempotency: 'natural',
    params: IdParams,
    body: object({ version: Version, ...worded }),
    success: { status: 200, body: ReplyTemplate },
    problems: ['not-found', 'version-conflict'],
  },
  'DELETE /reply-templates/:id': {
    summary: 'Remove ready words',
    allow: PAYERS,
    idempotency: 'natural',
    params: IdParams,
    success: { status: 204 },
    problems: ['not-found'],
  },
})
