// Second stage: how a question and one phrasing resemble each other, as a row of numbers
// that mean the same in every shop and language (shares and ratios, no raw scores).
import { type FaqIndex, type Phrasing, rarityOf, worthOf } from './faq-index.ts'
import { type Asked, bestPossible, type Hit } from './faq-search.ts'

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
  'tokensShared', // Jaccard index of characters and words
  'phrasingLength', // logarithm
] as const

/** Compares a question with one phrasing found for it. */
export const comparePhrasing = (
  index: FaqIndex,
  asked: Asked,
  phrasing: Phrasing,
  hit: Hit,
): number[] => {
  const shared = sharedWorth(index, asked, phrasing)
  const common = commonTokens(asked.tokens, phrasing.tokens)
  const lengths = [asked.tokens.length, phrasing.tokens.length] as const
  return [
    hit.bm25 / bestPossible(asked),
    shared.squares / Math.sqrt(asked.squares * shared.phrasingSquares || 1),
    diceOf(asked.pairs, phrasing.pairs),
    shared.worth / asked.worth,
    shared.worth / (shared.phrasingWorth || 1),
    common / Math.max(...lengths, 1),
    common / Math.max(1, Math.min(...lengths)),
    Math.abs(Math.log((lengths[0] + 1) / (lengths[1] + 1))),
    missingWorth(index, asked, phrasing),
    shared.missing / rarityOf(index, 0),
    shared.topics / Math.max(1, shared.phrasingTopics + shared.askedTopics - shared.topics),
    1 - ratio(shared.topics, shared.askedTopics),
    1 - ratio(shared.topics, shared.phrasingTopics),
    differing(asked.asks, phrasing.asks),
    shared.tokens / Math.max(1, shared.phrasingTokens + shared.askedTokens - shared.tokens),
    Math.log(1 + lengths[1]),
  ]
}

/** A share that is whole when there is nothing to share. */
const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)

const isToken = (index: FaqIndex, term: number): boolean =>
  index.kinds[term] === 'c' || index.kinds[term] === 'w'

const sharedWorth = (index: FaqIndex, asked: Asked, phrasing: Phrasing) => {
  const sum = {
    worth: 0,
    squares: 0,
    topics: 0,
    tokens: 0,
    missing: 0,
    phrasingWorth: 0,
    phrasingSquares: 0,
    phrasingTopics: 0,
    phrasingTokens: 0,
    askedTopics: 0,
    askedTokens: 0,
  }
  for (const term of phrasing.terms.keys()) {
    const worth = worthOf(index, term)
    const both = asked.terms.has(term)
    sum.phrasingWorth += worth
    sum.phrasingSquares += worth * worth
    if (both) {
      sum.worth += worth
      sum.squares += worth * worth
    }
    if (index.kinds[term] === '#') {
      sum.phrasingTopics++
      if (both) sum.topics++
    } else if (isToken(index, term)) {
      sum.phrasingTokens++
      if (both) sum.tokens++
      else sum.missing = Math.max(sum.missing, worth)
    }
  }
  for (const term of asked.terms)
    if (index.kinds[term] === '#') sum.askedTopics++
    else if (isToken(index, term)) sum.askedTokens++
  return sum
}

/** Worth of the most telling token that only the question has; 1 when no entry knows it. */
const missingWorth = (index: FaqIndex, asked: Asked, phrasing: Phrasing): number => {
  if (asked.unknown > 0) return 1
  let most = 0
  for (const term of asked.terms)
    if (isToken(index, term) && !phrasing.terms.has(term))
      most = Math.max(most, worthOf(index, term))
  return most / rarityOf(index, 0)
}

const differing = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  let count = 0
  for (const name of one) if (!other.has(name)) count++
  for (const name of other) if (!one.has(name)) count++
  return count
}

const diceOf = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number => {
  let common = 0
  let all = 0
  for (const [pair, times] of one) {
    common += Math.min(times, other.get(pair) ?? 0)
    all += times
  }
  for (const times of other.values()) all += times
  return (2 * common) / (all || 1)
}

/** Length of the longest common subsequence. */
const commonTokens = (one: readonly string[], other: readonly string[]): number => {
  const row = new Uint16Array(other.length + 1)
  for (const token of one) {
    let diagonal = 0
    for (let at = 1; at <= other.length; at++) {
      const above = row[at] ?? 0
      row[at] = token === other[at - 1] ? diagonal + 1 : Math.max(above, row[at - 1] ?? 0)
      diagonal = above
    }
  }
  return row[other.length] ?? 0
}
