// What an application says: the goods, why, and with which proof. Quote, apply and edit share it.
import { Type } from 'typebox'
import { AFTERSALE_TYPES } from '../domain/aftersale-types.ts'
import { LIMITS } from '../domain/limits.ts'
import { REASON_CODES } from '../domain/reasons.ts'
import { code, Id, PositiveFen, Quantity, text } from './common.ts'
import { object, oneOf } from './route.ts'

export const MediaIds = Type.Array(Id, { maxItems: LIMITS.filesPerCase, uniqueItems: true })

const AskedLine = object({
  lineId: Id,
  quantity: Quantity,
  /** For EXCHANGE: what the shopper wants instead; the same SKU when left out. */
  exchangeSku: Type.Optional(code(LIMITS.refLength)),
})
/** Gifts of the order that do not come back, by `ref`; their declared price is kept. */
const GiftsKept = Type.Array(text(LIMITS.giftRefLength, 1), {
  maxItems: LIMITS.giftsPerOrder,
  uniqueItems: true,
})
export const Ask = {
  type: oneOf(AFTERSALE_TYPES),
  lines: Type.Array(AskedLine, { minItems: 1, maxItems: LIMITS.linesPerCase }),
  reasonCode: oneOf(REASON_CODES),
  receivedGoods: Type.Boolean(),
  giftsKept: Type.Optional(GiftsKept),
}
export const Application = {
  ...Ask,
  description: text(LIMITS.descriptionLength),
  mediaIds: MediaIds,
  /** Less than the refundable amount, when the shopper asks for less. */
  wantFen: Type.Optional(PositiveFen),
  /** Ask people to decide although the policy says no. */
  humanReview: Type.Optional(Type.Boolean()),
}
