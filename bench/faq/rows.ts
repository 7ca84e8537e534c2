// Runs the matcher over a test set, cold (entries only) and warm (five folds: the other four
// folds' questions are learnt phrasings, or refusals when no entry answers them).
import { candidatesFor, type Found } from '@shouhou/shared/domain/faq-candidates'
import { buildIndex, type FaqIndex } from '@shouhou/shared/domain/faq-index'
import { type Asked, prepare } from '@shouhou/shared/domain/faq-search'
import { type KbEntry, ownSetName, type Query, type Split } from './sets.ts'

/** One query with everything the learnt weights are applied to. */
export interface Row {
  readonly query: Query
  readonly asked: Asked
  readonly found: Found
  /** A question of ours, not of a test set. */
  readonly own: boolean
  /** Per candidate: does it answer the query? */
  readonly right: readonly boolean[]
}

const foldCount = 5

/** Index per small knowledge base of the set, with `learnt` queries added. */
export const indexesOf = (
  kb: readonly KbEntry[],
  learnt: readonly Query[],
): Map<string, FaqIndex> => {
  const phrasings = new Map<string, string[]>()
  const refusals = new Map<string, string[]>()
  for (const query of learnt) {
    const [table, key] = query.gold[0] ? [phrasings, query.gold[0]] : [refusals, query.kb ?? '']
    table.set(key, [...(table.get(key) ?? []), query.text])
  }
  const parts = new Map<string, KbEntry[]>()
  for (const entry of kb) parts.set(entry.kb ?? '', [...(parts.get(entry.kb ?? '') ?? []), entry])
  return new Map(
    [...parts].map(([name, entries]) => [
      name,
      buildIndex(
        entries.map((entry) => ({
          id: entry.id,
          phrasings: [entry.question, ...entry.similar, ...(phrasings.get(entry.id) ?? [])],
        })),
        { refusals: refusals.get(name) ?? [] },
      ),
    ]),
  )
}

/** For each query the index it is asked of: the same for all (cold), or its fold's (warm). */
export const indexChooser = (
  split: Split,
  warm: boolean,
): ((query: Query, at: number) => FaqIndex) => {
  const folds = warm
    ? Array.from({ length: foldCount }, (_, fold) =>
        indexesOf(
          split.kb,
          split.queries.filter((_query, at) => at % foldCount !== fold),
        ),
      )
    : [indexesOf(split.kb, [])]
  return (query, at) => folds[at % folds.length]?.get(query.kb ?? '') ?? buildIndex([])
}

/** All queries of a split as rows. */
export const rowsOf = (split: Split, warm: boolean): Row[] => {
  const choose = indexChooser(split, warm)
  return split.queries.map((query, at) => {
    const index = choose(query, at)
    const asked = prepare(index, query.text)
    const found = candidatesFor(index, asked)
    const right = found.candidates.map(({ entry }) =>
      query.gold.includes(index.entries[entry]?.id ?? ''),
    )
    return { query, asked, found, own: split.set === ownSetName, right }
  })
}
