// Lists as files. A file holds what the list with the same filter shows, nothing more: names and phones
// stay masked. Who asked for what is kept for good.
import { type Static, type TProperties, Type } from 'typebox'
import { EXPORT_FORMATS, EXPORT_LISTS, EXPORT_STATES } from '../domain/exports.ts'
import { LIMITS } from '../domain/limits.ts'
import { EXPORTERS } from '../domain/roles.ts'
import { code, Id, IdParams, nullable, PageQuery, page, Timestamp, text } from './common.ts'
import { RatingFilters, RefundFilters } from './desk.ts'
import { CaseFilter, DayFilter } from './queue.ts'
import { object, oneOf, routes } from './route.ts'

export const Export = object({
  id: Id,
  list: oneOf(EXPORT_LISTS),
  format: oneOf(EXPORT_FORMATS),
  state: oneOf(EXPORT_STATES),
  /** Written so far. */
  rows: Type.Integer({ minimum: 0 }),
  /** There were more rows than a file may have; it holds the first ones. */
  cut: Type.Boolean(),
  bytes: nullable(Type.Integer({ minimum: 0 })),
  fileName: Type.String(),
  /** Path of the file for a few minutes, for the caller alone; null while there is none. */
  url: nullable(Type.String()),
  requestedBy: Type.String(),
  createdAt: Timestamp,
  /** The file is removed then. */
  keptUntil: nullable(Timestamp),
})
export type Export = Static<typeof Export>

const { sort: _byTime, ...cases } = CaseFilter
const found = { q: Type.Optional(text(LIMITS.searchLength, 1)) }

const exporting = <F extends TProperties>(summary: string, filter: F) =>
  ({
    summary,
    allow: EXPORTERS,
    idempotency: 'key',
    perMinute: 20,
    body: object({ format: oneOf(EXPORT_FORMATS), filter: object(filter) }),
    success: { status: 201, body: Export },
    problems: ['limit-reached'],
  }) as const

export const exportRoutes = routes({
  'POST /exports/aftersales': exporting('Cases as a file; a small one is ready at once', {
    ...cases,
    ...DayFilter,
    ...found,
    orderNo: Type.Optional(code(LIMITS.refLength)),
  }),
  'POST /exports/refunds': exporting('Refunds as a file', RefundFilters),
  'POST /exports/orders': exporting('Orders as a file', found),
  'POST /exports/ratings': exporting('Ratings as a file', RatingFilters),
  'POST /exports/unanswered': exporting('Unanswered questions as a file', {}),
  'GET /exports': {
    summary: 'Exports of the shop, newest first: who took what, and the files that are still there',
    allow: EXPORTERS,
    idempotency: 'safe',
    query: object(PageQuery),
    success: { status: 200, body: page(Export) },
    problems: [],
  },
  'GET /exports/:id': {
    summary: 'How far an export is, and where its file is',
    allow: EXPORTERS,
    idempotency: 'safe',
    params: IdParams,
    success: { status: 200, body: Export },
    problems: ['not-found'],
  },
  'GET /exports/:id/file': {
    summary: 'The file, through an address signed for one viewer',
    allow: 'public',
    idempotency: 'safe',
    raw: 'bytes',
    params: IdParams,
    query: object({
      shop: Id,
      viewer: Type.String({ maxLength: 80 }),
      expires: Type.Integer({ minimum: 0 }),
      signature: Type.String({ maxLength: 100 }),
    }),
    success: { status: 200 },
    problems: ['address-expired', 'not-found', 'range-not-there'],
  },
})
