// The bot's memory of each shop: published entries and their search index, kept in process. A version
// row read with every question tells when it is old, so an answer is never older than its question.
// What changed is put into the index there is; all work is done in slices.
import {
  buildSteps,
  type FaqIndex,
  type FaqPhrasings,
  putSteps,
  refuseSteps,
  removeEntry,
} from '@shouhou/shared/domain/faq-index'
import type { Steps } from '@shouhou/shared/domain/steps'
import type { Db, Tx } from '../../db/client.ts'
import { inSlices } from '../../in-slices.ts'
import {
  type EntryRow,
  type LearntRow,
  listMarks,
  loadEntries,
  loadLearnt,
} from './answers-store.ts'
import { versionOf } from './store.ts'

export interface Answers {
  /** Grows with every change. */
  readonly version: number
  readonly index: FaqIndex
  /** Published entries by id. */
  readonly entries: ReadonlyMap<string, EntryRow>
  /** What was learnt, by id: questions taught to an entry, or to none. */
  readonly learnt: ReadonlyMap<string, LearntRow>
}

interface Memory extends Answers {
  version: number
  index: FaqIndex
  readonly entries: Map<string, EntryRow>
  readonly learnt: Map<string, LearntRow>
}

/** Shops whose memory (some 7 MB) one process keeps; the one not asked longest goes. */
const SHOPS_KEPT = 50

export interface AnswerCache {
  /** As the transaction sees the shop. */
  of(tx: Tx, shopId: string): Promise<Answers>
  /**
   * Loads a shop that is not in memory, in a transaction of its own: call it before opening one that
   * would otherwise stay open for as long as that takes.
   */
  warm(shopId: string): Promise<void>
}

/** An entry as the matcher sees it: its own phrasings, then what it learnt. */
export const phrasingsOf = (
  entry: Pick<EntryRow, 'id' | 'wordings'>,
  learnt: Iterable<LearntRow>,
): FaqPhrasings => ({
  id: entry.id,
  phrasings: [
    ...entry.wordings.flatMap((w) => [w.question, ...w.phrasings]),
    ...[...learnt].filter((l) => l.entryId === entry.id).map((l) => l.text),
  ],
})

/** The index of all this, built anew. */
export function* indexSteps({
  entries,
  learnt,
}: Pick<Answers, 'entries' | 'learnt'>): Steps<FaqIndex> {
  const taught = new Map<string, LearntRow[]>()
  const refusals: string[] = []
  for (const row of learnt.values()) {
    if (row.entryId === null) refusals.push(row.text)
    else taught.set(row.entryId, [...(taught.get(row.entryId) ?? []), row])
  }
  const all = [...entries.values()].map((entry) => phrasingsOf(entry, taught.get(entry.id) ?? []))
  return yield* buildSteps(all, { refusals })
}

async function load(tx: Tx, shopId: string, version: number): Promise<Memory> {
  const marks = await listMarks(tx, shopId)
  const entries = byId(await loadEntries(tx, shopId, [...marks.entries.keys()]))
  const learnt = byId(await loadLearnt(tx, shopId, marks.learnt))
  return { version, entries, learnt, index: await inSlices(indexSteps({ entries, learnt })) }
}

const byId = <T extends { readonly id: string }>(rows: readonly T[]) =>
  new Map(rows.map((row) => [row.id, row]))

/** Many slots of removed phrasings make every question slower: then it is better to begin anew. */
const isWorn = ({ phrasings, totals }: FaqIndex) => phrasings.length > 2 * totals.phrasings + 500

/** Brings a memory up to date with what is stored; what did not change is not even read. */
async function update(tx: Tx, shopId: string, memory: Memory, version: number): Promise<Memory> {
  const marks = await listMarks(tx, shopId)
  const { entries, learnt, index } = memory
  const goneEntries = [...entries.keys()].filter((id) => !marks.entries.has(id))
  const goneLearnt = [...learnt.values()].filter(({ id }) => !marks.learnt.includes(id))
  const stale = [...marks.entries].filter(([id, mark]) => entries.get(id)?.version !== mark)
  const fresh = await loadEntries(
    tx,
    shopId,
    stale.map(([id]) => id),
  )
  const taught = await loadLearnt(
    tx,
    shopId,
    marks.learnt.filter((id) => !learnt.has(id)),
  )
  // A refusal cannot be taken out of what was learnt from it.
  if (isWorn(index) || goneLearnt.some(({ entryId }) => entryId === null)) {
    return load(tx, shopId, version)
  }
  const touched = new Set([...fresh.map(({ id }) => id)])
  for (const { entryId } of [...taught, ...goneLearnt]) if (entryId) touched.add(entryId)
  for (const id of goneEntries) entries.delete(id)
  for (const { id } of goneLearnt) learnt.delete(id)
  for (const row of taught) learnt.set(row.id, row)
  for (const row of fresh) entries.set(row.id, row)
  await inSlices(changeSteps(memory, goneEntries, touched, taught))
  memory.version = version
  return memory
}

function* changeSteps(
  { index, entries, learnt }: Memory,
  gone: readonly string[],
  touched: ReadonlySet<string>,
  taught: readonly LearntRow[],
): Steps<void> {
  for (const id of gone) removeEntry(index, id)
  for (const id of touched) {
    const entry = entries.get(id)
    if (entry) yield* putSteps(index, phrasingsOf(entry, learnt.values()))
  }
  for (const { entryId, text } of taught) if (entryId === null) yield* refuseSteps(index, text)
}

export function makeAnswerCache(db: Pick<Db, 'transact'>): AnswerCache {
  const kept = new Map<string, Memory>()
  const running = new Map<string, Promise<Memory>>()

  function keep(shopId: string, memory: Memory): Memory {
    kept.delete(shopId)
    kept.set(shopId, memory)
    const [oldest] = kept.keys()
    if (kept.size > SHOPS_KEPT && oldest !== undefined) kept.delete(oldest)
    return memory
  }

  async function of(tx: Tx, shopId: string): Promise<Answers> {
    const version = await versionOf(tx, shopId)
    for (;;) {
      const known = kept.get(shopId)
      if (known && known.version >= version) return keep(shopId, known)
      // One change of an index at a time; whoever waited looks again.
      const other = running.get(shopId)
      if (other) {
        await other.catch(() => {})
        continue
      }
      const work = known ? update(tx, shopId, known, version) : load(tx, shopId, version)
      running.set(shopId, work)
      try {
        return keep(shopId, await work)
      } finally {
        running.delete(shopId)
      }
    }
  }

  return {
    of,
    async warm(shopId) {
      if (!kept.has(shopId)) await db.transact({ shopId }, (tx) => of(tx, shopId))
    },
  }
}
