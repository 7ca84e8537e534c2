// The policy of a shop as it travels: `Policy` of the domain, field by field.
import { type Static, Type } from 'typebox'
import { EXCLUSION_GROUNDS, type Policy } from '../domain/aftersale-policy.ts'
import { OFFERED_TYPES } from '../domain/aftersale-types.ts'
import { LIMITS } from '../domain/limits.ts'
import { DEFAULT_DURATIONS } from '../domain/timers.ts'
import { Fen, nullable, text } from './common.ts'
import { object, oneOf } from './route.ts'

const Days = Type.Integer({ minimum: 0, maximum: 3_650 })
const Count = Type.Integer({ minimum: 0, maximum: 100_000 })
/** Milliseconds, up to a year. */
const Duration = Type.Integer({ minimum: 0, maximum: 366 * 24 * 3_600_000 })
type TimerName = keyof typeof DEFAULT_DURATIONS
const timers = Object.fromEntries(
  Object.keys(DEFAULT_DURATIONS).map((name) => [name, Duration]),
) as Record<TimerName, typeof Duration>

export const PolicyDocument = object({
  windows: object({ noReason: Days, REFUND_ONLY: Days, RETURN_REFUND: Days, EXCHANGE: Days }),
  exclusions: Type.Array(
    object({ category: text(LIMITS.nameLength, 1), ground: oneOf(EXCLUSION_GROUNDS) }),
    { maxItems: 200 },
  ),
  autoApprove: object({
    types: Type.Array(oneOf(OFFERED_TYPES), { maxItems: OFFERED_TYPES.length, uniqueItems: true }),
    limitFen: Fen,
    keepItemFen: Fen,
    unshipped: Type.Boolean(),
    perDay: Count,
    perDayFen: Fen,
  }),
  risk: object({ casesIn30Days: Count, ratePercent: Count }),
  freight: object({ deductLostFreeFreight: Type.Boolean() }),
  timers: object(timers),
  returnAddress: nullable(
    object({
      name: text(LIMITS.nameLength, 1),
      phone: Type.String({ minLength: 5, maxLength: 20, pattern: '^[0-9+ -]+$' }),
      address: text(LIMITS.addressLength, 1),
    }),
  ),
})
export type PolicyDocument = Static<typeof PolicyDocument>

/** The rules take the document as it is; this stops compiling when the two shapes part. */
export const policyOfDocument = (document: PolicyDocument): Policy => document
