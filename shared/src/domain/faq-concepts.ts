// Finds the topics a text names ("钱怎么还没到账" and "退款多久到" share no pair of characters but
// the topic refund) and what it asks for (how, when, where, …).
import type { Run } from './faq-text.ts'
import { askWords, topicWords } from './faq-vocabulary.ts'

interface WordTable {
  readonly han: ReadonlyMap<string, readonly string[]>
  readonly words: ReadonlyMap<string, readonly string[]>
}

const tableOf = (groups: Readonly<Record<string, string>>): WordTable => {
  const han = new Map<string, string[]>()
  const words = new Map<string, string[]>()
  for (const [name, members] of Object.entries(groups))
    for (const member of members.split('|')) {
      const table = /[㐀-鿿]/.test(member) ? han : words
      table.set(member, [...(table.get(member) ?? []), name])
    }
  return { han, words }
}

const topicTable = tableOf(topicWords)
const askTable = tableOf(askWords)

/** Longest entries of the tables, in characters and in words. */
const longestHan = 6
const longestPhrase = 4

const namesIn = (runs: readonly Run[], table: WordTable): Set<string> => {
  const names = new Set<string>()
  const take = (found: readonly string[] | undefined) => {
    for (const name of found ?? []) names.add(name)
  }
  runs.forEach((run, at) => {
    if (run.han) for (const part of partsOf(run.text)) take(table.han.get(part))
    else for (const phrase of phrasesFrom(runs, at)) take(table.words.get(phrase))
  })
  return names
}

/** All parts of a Chinese run up to the longest entry. */
const partsOf = (text: string): string[] => {
  const parts: string[] = []
  for (let from = 0; from < text.length; from++)
    for (let size = 1; size <= longestHan && from + size <= text.length; size++)
      parts.push(text.slice(from, from + size))
  return parts
}

/** The word at a position, it and the next, and so on up to the longest entry. */
const phrasesFrom = (runs: readonly Run[], start: number): string[] => {
  const phrases: string[] = []
  for (const run of runs.slice(start, start + longestPhrase)) {
    if (run.han) break
    phrases.push(phrases.length > 0 ? `${phrases[phrases.length - 1]} ${run.text}` : run.text)
  }
  return phrases
}

/** The after-sales topics named in a text. */
export const topicsIn = (runs: readonly Run[]): Set<string> => namesIn(runs, topicTable)

/** What the text asks for; empty when it does not say. */
export const asksFor = (runs: readonly Run[]): Set<string> => namesIn(runs, askTable)
