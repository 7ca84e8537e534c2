// The bot's memory of one shop: published entries and their search index, kept in process. A version
// row read with every question tells when it is old, so an answer is never older than its question.
import { buildIndex, type FaqIndex } from '@shouhou/shared/domain/faq-index'
import type { Tx } from '../../db/client.ts'
import { type EntryRow, loadAnswers, versionOf } from './store.ts'

export interface Answers {
  readonly version: number
  readonly index: FaqIndex
  readonly entries: ReadonlyMap<string, EntryRow>
}

/** Shops whose memory (some 7 MB) one process keeps; the one not asked longest goes. */
const SHOPS_KEPT = 50

export interface AnswerCache {
  of(tx: Tx, shopId: string): Promise<Answers>
}

async function load(tx: Tx, shopId: string, version: number): Promise<Answers> {
  const { entries, learnt } = await loadAnswers(tx, shopId)
  const learntOf = (id: string) => learnt.filter((l) => l.entryId === id).map((l) => l.text)
  const index = buildIndex(
    entries.map((entry) => ({
      id: entry.id,
      phrasings: [
        ...entry.wordings.flatMap((w) => [w.question, ...w.phrasings]),
        ...learntOf(entry.id),
      ],
    })),
    { refusals: learnt.filter((l) => l.entryId === null).map((l) => l.text) },
  )
  return { version, index, entries: new Map(entries.map((entry) => [entry.id, entry])) }
}

export function makeAnswerCache(): AnswerCache {
  const kept = new Map<string, Answers>()
  return {
    async of(tx, shopId) {
      const version = await versionOf(tx, shopId)
      const known = kept.get(shopId)
      const answers = known?.version === version ? known : await load(tx, shopId, version)
      kept.delete(shopId)
      kept.set(shopId, answers)
      const [oldest] = kept.keys()
      if (kept.size > SHOPS_KEPT && oldest !== undefined) kept.delete(oldest)
      return answers
    },
  }
}
