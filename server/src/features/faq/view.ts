// FAQ rows as contract objects.
import type { FaqEntry } from '@shouhou/shared/contract/faq'
import type { EntryRow } from './store.ts'
import type { StoredWording } from './tables.ts'

export type Language = StoredWording['language']

/** The words of an entry in a language, or in whichever it has. */
export const wordingIn = (row: Pick<EntryRow, 'wordings'>, language: Language): StoredWording =>
  row.wordings.find((w) => w.language === language) ?? (row.wordings[0] as StoredWording)

export const entryView = (row: EntryRow): FaqEntry => ({
  id: row.id,
  slug: row.slug,
  category: row.category,
  status: row.status,
  version: row.version,
  wordings: row.wordings.map((w) => ({ ...w, phrasings: [...w.phrasings] })),
  helpful: row.helpful,
  unhelpful: row.unhelpful,
  updatedAt: row.updatedAt.toISOString(),
})

export const articleView = (row: EntryRow, language: Language) => {
  const { question, answer } = wordingIn(row, language)
  return { id: row.id, slug: row.slug, category: row.category, question, answer }
}
