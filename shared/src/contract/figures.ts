// The shop's figures by day, for charts. Days are days in China.
import { type Static, Type } from 'typebox'
import { LIMITS } from '../domain/limits.ts'
import { REASON_CODES } from '../domain/reasons.ts'
import { STAFF_ROLES } from '../domain/roles.ts'
import { Day, Fen, nullable, Timestamp } from './common.ts'
import { object, oneOf, routes } from './route.ts'

const Count = Type.Integer({ minimum: 0 })

export const DayFigures = object({
  day: Day,
  /** Cases applied for. */
  created: Count,
  /** Cases approved or refused by the rules of the shop, and by its people. */
  byPolicy: Count,
  byPeople: Count,
  /** Refunds whose money has left. */
  refunds: Count,
  refundedFen: Fen,
  ratings: Count,
  /** Overall stars; null on a day without ratings. */
  ratingAverage: nullable(Type.Number({ minimum: 1, maximum: 5 })),
})
export type DayFigures = Static<typeof DayFigures>

export const Figures = object({
  at: Timestamp,
  /** The oldest first, today last. */
  days: Type.Array(DayFigures, { maxItems: LIMITS.figureDays }),
  /** Of the cases applied for in the last 30 days, most frequent first. */
  reasons: Type.Array(object({ reasonCode: oneOf(REASON_CODES), count: Count })),
})
export type Figures = Static<typeof Figures>

export const figureRoutes = routes({
  'GET /figures': {
    summary: 'Figures of the last days, for charts',
    allow: STAFF_ROLES,
    idempotency: 'safe',
    query: object({
      days: Type.Optional(
        Type.Integer({ minimum: 1, maximum: LIMITS.figureDays, default: LIMITS.figureDays }),
      ),
    }),
    success: { status: 200, body: Figures },
    problems: [],
  },
})
