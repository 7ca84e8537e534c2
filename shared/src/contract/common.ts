// Schemas that look the same everywhere.
import { type TSchema, Type } from 'typebox'
import { LIMITS } from '../domain/limits.ts'
import { object } from './route.ts'

const MAX_FEN = LIMITS.amountFen

export const Id = Type.String({ format: 'uuid', description: 'UUID' })
/** Integer fen; 100 fen are one yuan. */
export const Fen = Type.Integer({ minimum: 0, maximum: MAX_FEN, description: 'Fen (CNY cents)' })
export const PositiveFen = Type.Integer({ minimum: 1, maximum: MAX_FEN })
/** UTC instant, RFC 3339. */
export const Timestamp = Type.String({ format: 'date-time', maxLength: 40 })
/** A calendar day in China, `2026-03-01`. */
export const Day = Type.String({ format: 'date', pattern: '^20', maxLength: 10 })
export const Quantity = Type.Integer({ minimum: 1, maximum: LIMITS.quantityPerLine })
/** Version of a row; a command says which one it saw. */
export const Version = Type.Integer({ minimum: 1, maximum: 1_000_000 })

/** Text typed by a person: no control characters but line breaks, no halves of characters. */
export const text = (maxLength: number, minLength = 0) =>
  Type.String({
    maxLength,
    minLength,
    pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f\\ud800-\\udfff]*$',
  })
/** An integrator's own code: order number, SKU, reference. */
export const code = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, pattern: '^[\\p{L}\\p{N}._:/#+-]+$' })

export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export const Cursor = Type.String({
  minLength: 1,
  maxLength: 300,
  description: 'From `nextCursor`',
})
export const PageQuery = {
  cursor: Type.Optional(Cursor),
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: LIMITS.pageSizeMax, default: LIMITS.pageSize }),
  ),
}
/** One page of a list; `nextCursor` is null on the last one. */
export const page = <T extends TSchema>(item: T) =>
  object({
    items: Type.Array(item, { maxItems: LIMITS.pageSizeMax }),
    nextCursor: nullable(Cursor),
  })

export const IdParams = object({ id: Id })
