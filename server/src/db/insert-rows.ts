// Rows of several tables written by one statement: foreign keys are checked at its end, so rows may
// refer to each other, and the whole costs one round trip.
import { getColumns, type InferInsertModel } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import type { Statement } from './statement.ts'

/** Rows for one table; all of them give the same columns. */
export interface Inserted {
  readonly name: string
  readonly columns: readonly string[]
  readonly json: string
}

/** Columns that a row leaves out get their defaults. */
export function rowsFor<T extends PgTable>(
  table: T,
  rows: readonly InferInsertModel<T>[],
): Inserted {
  const known = getColumns(table)
  const names = Object.keys(rows[0] ?? {}).map((key) => [key, known[key]?.name ?? key] as const)
  const renamed = rows.map((row) => {
    const given = row as Readonly<Record<string, unknown>>
    return Object.fromEntries(names.map(([key, name]) => [name, given[key]]))
  })
  const columns = names.map(([, name]) => `"${name}"`)
  return { name: `"${getTableConfig(table).name}"`, columns, json: JSON.stringify(renamed) }
}

/** One statement for all of them; tables without rows are left out. */
export function insertStatement(all: readonly Inserted[]): Statement {
  const sets = all.filter(({ columns }) => columns.length > 0)
  const inserts = sets.map(({ name, columns }, index) => {
    const list = columns.join(', ')
    const rows = `json_populate_recordset(null::${name}, $${index + 1}::json)`
    return `w${index} as (insert into ${name} (${list}) select ${list} from ${rows})`
  })
  return { text: `with ${inserts.join(', ')} select 1`, params: sets.map(({ json }) => json) }
}
