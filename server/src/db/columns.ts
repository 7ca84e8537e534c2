// Columns that look the same in every table, so that no table has its own idea of an id or of money.
import { bigint, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Leads every key of a shop's table. */
export const shopId = () => uuid('shop_id').notNull()
export const id = (name = 'id') => uuid(name)
/** Integer fen. */
export const fen = (name: string) => bigint(name, { mode: 'number' })
/** UTC instant. */
export const instant = (name: string) =>
  timestamp(name, { withTimezone: true, mode: 'date', precision: 3 })
/** A closed set of words: text here, a CHECK beside it. */
export const word = <T extends string>(name: string) => text(name).$type<T>()

/** SQL list of words for a CHECK: `'A','B'`. Only for constants of ours. */
export const wordList = (words: readonly string[]) => words.map((w) => `'${w}'`).join(',')
