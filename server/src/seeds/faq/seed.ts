// The form of a ready FAQ entry. New shops receive all of them and edit them like their own.

/** Topics the entries are grouped by. */
export const faqCategories = [
  'conditions',
  'applying',
  'sending',
  'refunds',
  'exchange-repair',
  'problems',
  'orders',
  'service',
] as const

export type FaqCategory = (typeof faqCategories)[number]

/** One language of an entry. */
export interface FaqText {
  readonly question: string
  /** Other ways to ask the same, three to six. */
  readonly phrasings: readonly string[]
  /** Plain text; states rules, never an amount or a promise of money. */
  readonly answer: string
}

export interface FaqSeed {
  /** Lasting name, kebab-case. */
  readonly id: string
  readonly category: FaqCategory
  readonly zh: FaqText
  readonly en: FaqText
}
