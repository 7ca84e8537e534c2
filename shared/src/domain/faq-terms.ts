// The terms of a text and how often each stands in it. The first letter of a term is its kind.
import { topicsIn } from './faq-concepts.ts'
import { type Run, runsOf, stem } from './faq-text.ts'
import { softHan, softWords } from './faq-vocabulary.ts'

/**
 * Kinds of terms: `c`haracter, `p`air of characters, `w`ord, `s`oft character, pair or word (says
 * little about the topic), `b`oth of two neighbouring words, `t`hree letters of a word, topic `#`.
 */
export type TermKind = 'c' | 'p' | 'w' | 's' | 'b' | 't' | '#'

/** How much a term of each kind counts, found by trial on customer questions in both languages. */
export const kindWeights: Readonly<Record<TermKind, number>> = {
  c: 1,
  p: 1,
  w: 1,
  s: 0.4,
  b: 0.3,
  t: 0.4,
  '#': 0.6,
}

/** The kind of a term. */
export const kindOf = (term: string): TermKind => term.charAt(0) as TermKind

const soft = new Set([...softHan.split(' '), ...softWords.split(' ')])

const count = (terms: Map<string, number>, term: string): void => {
  terms.set(term, (terms.get(term) ?? 0) + 1)
}

const addHan = (terms: Map<string, number>, text: string): void => {
  let previous = ''
  for (const character of text) {
    count(terms, `${soft.has(character) ? 's' : 'c'}${character}`)
    const pair = `${previous}${character}`
    if (previous) count(terms, `${soft.has(pair) ? 's' : 'p'}${pair}`)
    previous = character
  }
}

const addWord = (terms: Map<string, number>, word: string): void => {
  const framed = `^${word}$`
  for (let at = 0; at + 3 <= framed.length; at++) count(terms, `t${framed.slice(at, at + 3)}`)
}

/** Numbers of five and more digits (order, waybill, phone) say nothing about the topic. */
const isLongNumber = (word: string): boolean => /^\d{5,}$/.test(word)

/** Counts the terms of a question or phrasing. */
export const termsOf = (text: string): Map<string, number> => {
  const terms = new Map<string, number>()
  const runs: Run[] = runsOf(text)
  let previous = ''
  for (const run of runs) {
    if (run.han) {
      addHan(terms, run.text)
      previous = ''
    } else if (!isLongNumber(run.text)) {
      const word = stem(run.text)
      const isSoft = soft.has(run.text)
      count(terms, `${isSoft ? 's' : 'w'}${word}`)
      if (previous) count(terms, `b${previous} ${word}`)
      if (!isSoft) addWord(terms, run.text)
      previous = word
    }
  }
  for (const topic of topicsIn(runs)) count(terms, `#${topic}`)
  return terms
}

const negations = new Set(
  '不 没 无 未 别 非 not no never without cannot cant dont didnt doesnt wont isnt havent hasnt couldnt wasnt unable'.split(
    ' ',
  ),
)

/** Whether a text says the opposite of itself without its negations (an odd number of them). */
export const isNegated = (tokens: readonly string[]): boolean =>
  tokens.filter((token) => negations.has(token)).length % 2 === 1
