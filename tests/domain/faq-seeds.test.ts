import { faqCategories, faqSeeds } from '@shouhou/server/seeds/faq/index.ts'
import { ask } from '@shouhou/shared/domain/faq-ask'
import { buildIndex } from '@shouhou/shared/domain/faq-index'
import { foldText } from '@shouhou/shared/domain/faq-text'
import { describe, expect, it } from 'vitest'

const languages = ['zh', 'en'] as const
const askable = faqSeeds.flatMap((seed) =>
  languages.flatMap((language) => {
    const { question, phrasings } = seed[language]
    return [question, ...phrasings].map((text) => ({ id: seed.id, language, text }))
  }),
)
const index = buildIndex(
  faqSeeds.map((seed) => ({
    id: seed.id,
    phrasings: askable.filter(({ id }) => id === seed.id).map(({ text }) => text),
  })),
)

describe('the ready FAQ entries', () => {
  it('are sixty, with lasting names of their own and every category in use', () => {
    expect(faqSeeds).toHaveLength(60)
    const ids = faqSeeds.map(({ id }) => id)
    expect(new Set(ids).size).toBe(60)
    for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(new Set(faqSeeds.map(({ category }) => category))).toEqual(new Set(faqCategories))
  })

  it.each(languages)('are complete and short enough to read on a phone: %s', (language) => {
    for (const seed of faqSeeds) {
      const { question, phrasings, answer } = seed[language]
      expect(phrasings.length, seed.id).toBeGreaterThanOrEqual(3)
      expect(phrasings.length, seed.id).toBeLessThanOrEqual(6)
      expect(question.length, seed.id).toBeLessThanOrEqual(80)
      expect(answer.length, seed.id).toBeGreaterThanOrEqual(40)
      expect(answer.length, seed.id).toBeLessThanOrEqual(600)
      for (const text of [question, ...phrasings, answer])
        expect(/[㐀-鿿]/.test(text), text).toBe(language === 'zh')
    }
  })

  it('never ask the same in two entries', () => {
    const folded = askable.map(({ text }) => foldText(text))
    expect(folded.filter((text, at) => folded.indexOf(text) !== at)).toEqual([])
  })

  it('name no amount of money', () => {
    for (const seed of faqSeeds)
      for (const language of languages)
        expect(seed[language].answer, seed.id).not.toMatch(/[¥￥$€]|\d\s*元|\d\s*(yuan|rmb)/i)
  })

  it('are found first by each of their own phrasings', () => {
    const missed = askable.filter(({ id, text }) => ask(index, text).ranked[0]?.entryId !== id)
    expect(missed).toEqual([])
  })
})
