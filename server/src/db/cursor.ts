// Pages of a list by keyset: a cursor holds the sort key and id of the last row seen, so a page costs
// the same anywhere in the list and rows that arrive meanwhile shift nothing.
import { type Column, type SQL, sql } from 'drizzle-orm'
import { problem, say } from '../http/problems.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Kinds of sort keys: an instant, a whole number, or text. */
interface Keys {
  instant: Date
  number: number
  text: string
}
type Kind = keyof Keys

/** Where a list stands. The id decides between equal keys. */
export interface Position<Key = Date> {
  readonly key: Key
  readonly id: string
}

/** The cursor behind a row: base64url of JSON `[key, id]`. */
export const encodeCursor = ({ key, id }: Position<Date | number | string>): string =>
  Buffer.from(JSON.stringify([key, id])).toString('base64url')

const INSTANT = /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

const READERS: { readonly [K in Kind]: (raw: unknown) => Keys[K] | null } = {
  instant: (raw) => {
    const at = typeof raw === 'string' && INSTANT.test(raw) ? new Date(raw) : null
    return at !== null && !Number.isNaN(at.getTime()) ? at : null
  },
  number: (raw) => (Number.isSafeInteger(raw) ? (raw as number) : null),
  text: (raw) => (typeof raw === 'string' && !raw.includes('\u0000') ? raw : null),
}

function parse(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

/**
 * Reads the `cursor` of a query; undefined on the first page.
 * @throws `invalid-input` for anything that {@link encodeCursor} did not make.
 */
export function decodeCursor<K extends Kind>(
  cursor: string | undefined,
  kind: K,
): Position<Keys[K]> | undefined {
  if (cursor === undefined) return undefined
  const [rawKey, id, ...more] = parse(cursor)
  const key = READERS[kind](rawKey)
  if (key === null || typeof id !== 'string' || !UUID.test(id) || more.length > 0) {
    throw problem('invalid-input', {
      errors: [
        {
          pointer: '/querystring/cursor',
          message: say('分页游标无效，请从第一页开始', 'not a cursor of this list'),
        },
      ],
    })
  }
  return { key, id }
}

/**
 * Condition for the rows behind `position`; undefined (no condition) on the first page. The list must
 * be ordered by both columns in `direction`, and neither may be null.
 */
export function behind(
  position: Position<Date | number | string> | undefined,
  columns: { readonly key: Column; readonly id: Column },
  direction: 'asc' | 'desc' = 'desc',
): SQL | undefined {
  if (!position) return undefined
  const is = sql.raw(direction === 'asc' ? '>' : '<')
  const key = sql.param(position.key, columns.key)
  return sql`(${columns.key}, ${columns.id}) ${is} (${key}, ${sql.param(position.id, columns.id)})`
}

/** One page from up to `limit + 1` rows in order: the extra row only tells that there are more. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  positionOf: (row: Row) => Position<Date | number | string>,
  itemOf: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const more = rows.length > limit && last !== undefined
  return { items: shown.map(itemOf), nextCursor: more ? encodeCursor(positionOf(last)) : null }
}
