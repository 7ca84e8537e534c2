// The ready entries and our own questions in the form of a test set.
import { faqSeeds } from '@shouhou/server/seeds/faq/index.ts'
import { answeredByNone, askedOf } from './questions.ts'
import { ownSetName, type Split } from './sets.ts'

const asked = Object.entries(askedOf).flatMap(([id, texts]) =>
  texts.map((text) => ({ text, gold: [id] })),
)

/** Sixty ready entries with their phrasings of both languages, and questions about them. */
export const ownSet: Split = {
  set: ownSetName,
  split: 'dev',
  kb: faqSeeds.map(({ id, zh, en }) => ({
    id,
    question: zh.question,
    similar: [...zh.phrasings, en.question, ...en.phrasings],
  })),
  queries: [...asked, ...answeredByNone.map((text) => ({ text, gold: [] }))].map((query, at) => ({
    id: String(at),
    ...query,
  })),
}
