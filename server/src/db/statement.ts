// Statements as text with values. Building the text of a large one costs more than sending it, so the
// hottest are built once and then only get their values.
import { fillPlaceholders, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'

export interface Statement {
  readonly text: string
  readonly params: unknown[]
}

const dialect = new PgDialect()

export function compiled(query: SQL): Statement {
  const { sql: text, params } = dialect.sqlToQuery(query)
  return { text, params }
}

type Values<Name extends string> = Readonly<Record<Name, unknown>>

/** Built at its first use; `sql.placeholder(name)` marks where a value goes. */
export function prepared<Name extends string>(
  build: (place: (name: Name) => Placeholder<Name>) => SQL,
): (values: Values<Name>) => Statement {
  let known: Statement | undefined
  return (values) => {
    known ??= compiled(build((name) => sql.placeholder(name)))
    return { text: known.text, params: fillPlaceholders(known.params, values) }
  }
}
