// Names for statements: PostgreSQL parses and plans a named one once a connection and then only runs
// it. Names go to texts that come again, and to so many that plans stay small in memory.

/** Names handed out at most; a text beyond them is planned each time. */
const MOST_NAMES = 300
/** Texts whose uses are counted at most. */
const MOST_COUNTED = 2_000
const USES_BEFORE_NAME = 2

/** The name of a statement; undefined for one that is sent without. */
export type NameOf = (text: string) => string | undefined

/** Names that begin with `prefix`; none at all where a pooler shares connections between clients. */
export function statementNames(prefix: string, on: boolean): NameOf {
  const names = new Map<string, string>()
  const uses = new Map<string, number>()
  return (text) => {
    const known = names.get(text)
    if (known !== undefined || !on || names.size >= MOST_NAMES) return known
    const count = (uses.get(text) ?? 0) + 1
    if (count < USES_BEFORE_NAME) {
      if (uses.size >= MOST_COUNTED) uses.clear()
      uses.set(text, count)
      return undefined
    }
    uses.delete(text)
    const name = `${prefix}${names.size + 1}`
    names.set(text, name)
    return name
  }
}
