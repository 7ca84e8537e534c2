// Rows that hang on another row, gathered into one JSON value by the database: a page with all its
// parts costs one statement and one round trip. The columns say how JSON becomes typed rows again.
import { type Column, type GetColumnData, type SQL, sql } from 'drizzle-orm'
import { PgTimestamp } from 'drizzle-orm/pg-core'

type Columns = Readonly<Record<string, Column>>
export type RowOf<C extends Columns> = { -readonly [K in keyof C]: GetColumnData<C[K]> }

/** Rows of one kind inside a larger answer. */
export interface JsonRows<Row> {
  /** An expression whose value is the array of rows. */
  readonly sql: SQL
  /** The typed rows behind that value. */
  read(value: unknown): Row[]
}

/** The columns under the names that our rows have. */
export const selected = (columns: Columns): SQL =>
  sql.join(
    Object.entries(columns).map(([name, column]) => sql`${column} as ${sql.identifier(name)}`),
    sql`, `,
  )

/** Turns instants, the only kind that JSON does not know, back into dates. */
export function reviver<C extends Columns>(columns: C): (value: unknown) => RowOf<C> {
  const instants = Object.keys(columns).filter((name) => columns[name] instanceof PgTimestamp)
  return (value) => {
    const row = value as Record<string, unknown>
    for (const name of instants) {
      const at = row[name]
      if (typeof at === 'string') row[name] = new Date(at)
    }
    return row as RowOf<C>
  }
}

/** `columns` of `rest`: `from … where … order by …`. */
export function jsonRows<C extends Columns>(columns: C, rest: SQL): JsonRows<RowOf<C>> {
  const revive = reviver(columns)
  return {
    sql: sql`(select coalesce(json_agg(r), '[]') from (select ${selected(columns)} ${rest}) r)`,
    read: (value) => (value as unknown[]).map(revive),
  }
}

type Parts = Readonly<Record<string, JsonRows<unknown>>>
type ReadParts<P extends Parts> = {
  [K in keyof P]: P[K] extends JsonRows<infer Row> ? Row[] : never
}

/** One JSON object with an array for each part. */
export function jsonParts<P extends Parts>(parts: P) {
  const entries = Object.entries(parts)
  return {
    sql: sql`json_build_object(${sql.join(
      entries.map(([name, part]) => sql`${sql.raw(`'${name}'`)}, ${part.sql}`),
      sql`, `,
    )})`,
    read: (value: unknown) => {
      const raw = value as Record<string, unknown>
      return Object.fromEntries(
        entries.map(([name, part]) => [name, part.read(raw[name])]),
      ) as ReadParts<P>
    },
  }
}
