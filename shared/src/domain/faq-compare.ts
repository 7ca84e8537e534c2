// Second stage: how a question and one phrasing resemble each other, as a row of numbers
// that mean the same in every shop and language (shares and ratios, no raw scores).
import { commonInAnyOrder, commonInOrder, diceOf, differing, shareOf } from './faq-overlap.ts'
import { type FaqIndex, type Phrasing, rarityOf, worthOf } from './faq-postings.ts'
import { type Asked, bestPossible, type Hit } from './faq-search.ts'
import { isNegated } from './faq-terms.ts'

/** Names of the numbers in `comparePhrasing`, in order. */
export const pairFeatures = [
  'bm25', // BM25 as a share of the highest possible
  'cosine', // of the term vectors
  'dice', // of the character pairs
  'questionCovered', // share of the question's worth that the phrasing holds
  'phrasingCovered', // and the other way round
  'commonOfLonger', // longest common subsequence of tokens / longer text
  'commonOfShorter',
  'lengthRatio', // absolute logarithm
  'missingQuestion', // the most telling character or word that only the question has
  'missingPhrasing', // … that only the phrasing has
  'topicsShared', // Jaccard index of the topics
  'topicsMissingQuestion', // share of the question's topics the phrasing lacks
  'topicsMissingPhrasing',
  'asksDiffer', // how, when, where, …: asked for in one text only
  'tokensShared', // Jaccard index of telling characters and words
  'phrasingLength', // logarithm
  'unmatchedQuestion', // telling characters and words that only the question has, logarithm
  'unmatchedPhrasing',
  'substituted', // the smaller of the two: something else is asked about
  'unmatchedWorthQuestion', // their worth, in units of the rarest, at most 4
  'unmatchedWorthPhrasing',
  'swapped', // share of tokens in common but in another order
  'negationDiffers',
] as const

/** One number of a row that `comparePhrasing` made. */
export const numberOf = (row: readonly number[], name: (typeof pairFeatures)[number]): number =>
  row[pairFeatures.indexOf(name)] ?? 0

const worthLimit = 4

/** Compares a question with one phrasing found for it. */
export const comparePhrasing = (
  index: FaqIndex,
  asked: Asked,
  phrasing: Phrasing,
  hit: Hit,
): number[] => {
  const shared = sharedBy(index, asked, phrasing)
  const { topics, telling, question, other } = shared
  const common = commonInOrder(asked.tokens, phrasing.tokens)
  const longer = Math.max(asked.tokens.length, phrasing.tokens.length, 1)
  const shorter = Math.max(1, Math.min(asked.tokens.length, phrasing.tokens.length))
  const rarest = rarityOf(index, 0)
  return [
    hit.bm25 / bestPossible(asked),
    shared.squares / Math.sqrt(asked.squares * other.squares || 1),
    diceOf(asked.pairs, phrasing.pairs),
    shared.worth / asked.worth,
    shared.worth / (other.worth || 1),
    common / longer,
    common / shorter,
    Math.abs(Math.log((asked.tokens.length + 1) / (phrasing.tokens.length + 1))),
    question.most / rarest,
    other.most / rarest,
    topics / Math.max(1, question.topics + other.topics - topics),
    1 - shareOf(topics, question.topics),
    1 - shareOf(topics, other.topics),
    differing(asked.asks, phrasing.asks),
    telling / Math.max(1, question.known + other.known - telling),
    Math.log(1 + phrasing.tokens.length),
    Math.log(1 + question.unmatched),
    Math.log(1 + other.unmatched),
    Math.log(1 + Math.min(question.unmatched, other.unmatched)),
    Math.min(worthLimit, question.unmatchedWorth / rarest),
    Math.min(worthLimit, other.unmatchedWorth / rarest),
    (commonInAnyOrder(asked.tokens, phrasing.tokens) - common) / longer,
    isNegated(asked.tokens) === isNegated(phrasing.tokens) ? 0 : 1,
  ]
}

/** Sums over the terms of one side. */
interface Side {
  worth: number
  squares: number
  topics: number
  /** Telling characters and words: known ones, and what the other side lacks. */
  known: number
  unmatched: number
  unmatchedWorth: number
  most: number
}

/** Sums over what both sides have, and over each side. */
const sharedBy = (index: FaqIndex, asked: Asked, phrasing: Phrasing) => {
  const both = { worth: 0, squares: 0, topics: 0, telling: 0 }
  for (const term of phrasing.terms.keys()) {
    if (!asked.terms.has(term)) continue
    const worth = worthOf(index, term)
    both.worth += worth
    both.squares += worth * worth
    if (index.kinds[term] === '#') both.topics++
    else if (isTelling(index, term)) both.telling++
  }
  const question = sideOf(index, asked.terms, phrasing.terms)
  const rarest = rarityOf(index, 0)
  if (asked.unknownCount > 0) question.most = rarest
  question.unmatched += asked.unknownCount
  question.unmatchedWorth += asked.unknownCount * rarest
  return { ...both, question, other: sideOf(index, phrasing.terms, asked.terms) }
}

const isTelling = (index: FaqIndex, term: number): boolean =>
  index.kinds[term] === 'c' || index.kinds[term] === 'w'

const sideOf = (
  index: FaqIndex,
  own: ReadonlyMap<number, number>,
  opposite: ReadonlyMap<number, number>,
): Side => {
  const side: Side = {
    worth: 0,
    squares: 0,
    topics: 0,
    known: 0,
    unmatched: 0,
    unmatchedWorth: 0,
    most: 0,
  }
  for (const term of own.keys()) {
    const worth = worthOf(index, term)
    side.worth += worth
    side.squares += worth * worth
    if (index.kinds[term] === '#') side.topics++
    if (!isTelling(index, term)) continue
    side.known++
    if (opposite.has(term)) continue
    side.unmatched++
    side.unmatchedWorth += worth
    side.most = Math.max(side.most, worth)
  }
  return side
}
