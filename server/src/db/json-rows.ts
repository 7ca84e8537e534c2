// Rows that hang on another row, gathered into one JSON value by the database: a page with all its
// parts costs one statement and one round trip. The columns say how JSON becomes typed rows again.
import {
  type Column,
  type GetColumnData,
  getColumns,
  type InferSelectModel,
  type SQL,
  sql,
} from 'drizzle-orm'
import { type PgTable, PgTimestamp } from 'drizzle-orm/pg-core'

type Columns = Readonly<Record<string, Column>>
type RowOf<C extends Columns> = { -readonly [K in keyof C]: GetColumnData<C[K]> }

/** A row as JSON: the expression that makes it, and the typed row behind its value. */
interface RowJson<Row> {
  readonly sql: SQL
  read(value: unknown): Row
}

/** Instants are the only kind of value that JSON does not know. */
const reader =
  <Row>(columns: Columns, keyOf: (name: string) => string) =>
  (value: unknown): Row => {
    const raw = value as Record<string, unknown>
    const row: Record<string, unknown> = {}
    for (const [name, isInstant] of instantsOf(columns)) {
      const field = raw[keyOf(name)]
      row[name] = isInstant && typeof field === 'string' ? new Date(field) : field
    }
    return row as Row
  }

const instantsOf = (columns: Columns) => {
  const known = shapes.get(columns)
  if (known) return known
  const made = Object.entries(columns).map(
    ([name, column]) => [name, column instanceof PgTimestamp] as const,
  )
  shapes.set(columns, made)
  return made
}
const shapes = new WeakMap<Columns, (readonly [string, boolean])[]>()

/** All columns of a table; the database keeps its own names, which costs it least. */
export function wholeRow<T extends PgTable>(table: T): RowJson<InferSelectModel<T>> {
  const columns = getColumns(table) as Columns
  return {
    sql: sql`${table}`,
    read: reader(columns, (name) => columns[name]?.name ?? name),
  }
}

/** Some columns, also of several tables. */
export function picked<C extends Columns>(columns: C): RowJson<RowOf<C>> {
  const pairs = Object.entries(columns).map(
    ([name, column]) => sql`${sql.raw(`'${name}'`)}, ${column}`,
  )
  return {
    sql: sql`json_build_object(${sql.join(pairs, sql`, `)})`,
    read: reader(columns, (name) => name),
  }
}

/** Rows of one kind inside a larger answer. */
export interface JsonRows<Row> {
  /** An expression whose value is the array of rows. */
  readonly sql: SQL
  read(value: unknown): Row[]
}

const rows = <Row>(row: RowJson<Row>, expression: SQL): JsonRows<Row> => ({
  sql: expression,
  read: (value) => (value as unknown[]).map(row.read),
})

/** All rows of `rest`, which begins with `from`, in an order. */
export const manyRows = <Row>(row: RowJson<Row>, rest: SQL, order?: SQL): JsonRows<Row> =>
  rows(
    row,
    sql`(select coalesce(json_agg(${row.sql}${order ? sql` order by ${order}` : sql``}), '[]') ${rest})`,
  )

/** One row or none; `rest` begins with `from`. */
export const oneRow = <Row>(row: RowJson<Row>, rest: SQL): JsonRows<Row> =>
  rows(row, sql`coalesce((select json_build_array(${row.sql}) ${rest}), '[]')`)

/** The row that the statement is about. */
export const ownRow = <Row>(row: RowJson<Row>): JsonRows<Row> =>
  rows(row, sql`json_build_array(${row.sql})`)

type Parts = Readonly<Record<string, JsonRows<unknown>>>
type ReadParts<P extends Parts> = {
  [K in keyof P]: P[K] extends JsonRows<infer Row> ? Row[] : never
}

/** One JSON object with an array for each part. */
export function jsonParts<P extends Parts>(parts: P) {
  const entries = Object.entries(parts)
  const pairs = entries.map(([name, part]) => sql`${sql.raw(`'${name}'`)}, ${part.sql}`)
  return {
    sql: sql`json_build_object(${sql.join(pairs, sql`, `)})`,
    read: (value: unknown) => {
      const raw = value as Record<string, unknown>
      return Object.fromEntries(
        entries.map(([name, part]) => [name, part.read(raw[name])]),
      ) as ReadParts<P>
    },
  }
}
