// An entry while it is being written, and whether it may be sent. Pure.
import type { FaqEntry } from '@shouhou/shared/contract/faq'
import { LIMITS } from '@shouhou/shared/domain/limits'

export type EntryLanguage = FaqEntry['wordings'][number]['language']
export const ENTRY_LANGUAGES: readonly EntryLanguage[] = ['zh-CN', 'en']

export interface WordingDraft {
  readonly question: string
  readonly phrasings: readonly string[]
  readonly answer: string
}
export interface EntryDraft {
  readonly slug: string
  readonly category: string
  readonly wordings: Readonly<Record<EntryLanguage, WordingDraft>>
}

/** As many as the contract takes for one language. */
export const MOST_PHRASINGS = 40

const BLANK: WordingDraft = { question: '', phrasings: [], answer: '' }

export function draftOf(entry: FaqEntry): EntryDraft {
  const { slug, category } = entry
  const of = (language: EntryLanguage) =>
    entry.wordings.find((wording) => wording.language === language) ?? BLANK
  return { slug, category, wordings: { 'zh-CN': of('zh-CN'), en: of('en') } }
}

/** A new entry, begun with a question that was asked. */
export const newDraft = (slug: string, question: string, asked: EntryLanguage): EntryDraft => ({
  slug,
  category: '',
  wordings: { 'zh-CN': BLANK, en: BLANK, [asked]: { ...BLANK, question } },
})

const isBlank = ({ question, answer, phrasings }: WordingDraft): boolean =>
  question.trim() === '' && answer.trim() === '' && phrasings.every((one) => one.trim() === '')

/** What the contract takes: languages with words in them, phrasings without gaps and repeats. */
export const wordingsOf = ({ wordings }: EntryDraft): FaqEntry['wordings'] =>
  ENTRY_LANGUAGES.filter((language) => !isBlank(wordings[language])).map((language) => {
    const { question, phrasings, answer } = wordings[language]
    const said = phrasings.map((one) => one.trim()).filter((one) => one !== '')
    return {
      language,
      question: question.trim(),
      phrasings: [...new Set(said)],
      answer: answer.trim(),
    }
  })

export type DraftProblem = 'slug' | 'category' | 'empty' | `half.${EntryLanguage}`

const SLUG = /^[a-z0-9][a-z0-9-]*$/

/** The first thing that is missing; null when the entry can be sent. */
export function problemOf(draft: EntryDraft): DraftProblem | null {
  if (!SLUG.test(draft.slug) || draft.slug.length > LIMITS.refLength) return 'slug'
  if (draft.category.trim() === '') return 'category'
  const wordings = wordingsOf(draft)
  if (wordings.length === 0) return 'empty'
  const half = wordings.find(({ question, answer }) => question === '' || answer === '')
  return half ? `half.${half.language}` : null
}
