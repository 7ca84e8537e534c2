// SQL of what the bot keeps in memory: which entries and learnt phrasings there are, and those that changed.
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { faqEntries, faqLearnt } from './tables.ts'

const entryColumns = {
  id: faqEntries.id,
  version: faqEntries.version,
  wordings: faqEntries.wordings,
}
const learntColumns = { id: faqLearnt.id, entryId: faqLearnt.entryId, text: faqLearnt.text }

/** Rows read at a time, so that reading them does not hold up others. */
const BATCH = 200

const published = (shopId: string) =>
  and(eq(faqEntries.shopId, shopId), eq(faqEntries.status, 'PUBLISHED'))

/** Published entries with their versions, in a lasting order, and the ids of what was learnt. */
export async function listMarks(tx: Tx, shopId: string) {
  const entries = await tx
    .select({ id: faqEntries.id, version: faqEntries.version })
    .from(faqEntries)
    .where(published(shopId))
    .orderBy(asc(faqEntries.category), asc(faqEntries.id))
  const learnt = await tx
    .select({ id: faqLearnt.id })
    .from(faqLearnt)
    .where(eq(faqLearnt.shopId, shopId))
    .orderBy(asc(faqLearnt.id))
  return {
    entries: new Map(entries.map(({ id, version }) => [id, version])),
    learnt: learnt.map(({ id }) => id),
  }
}

async function inBatches<T extends { readonly id: string }>(
  ids: readonly string[],
  read: (batch: string[]) => Promise<T[]>,
): Promise<T[]> {
  const found = new Map<string, T>()
  for (let at = 0; at < ids.length; at += BATCH) {
    for (const row of await read(ids.slice(at, at + BATCH))) found.set(row.id, row)
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** Published ones among these, in the order of the ids. */
export const loadEntries = (tx: Tx, shopId: string, ids: readonly string[]) =>
  inBatches(ids, (batch) =>
    tx
      .select(entryColumns)
      .from(faqEntries)
      .where(and(published(shopId), inArray(faqEntries.id, batch))),
  )
export type EntryRow = Awaited<ReturnType<typeof loadEntries>>[number]

export const loadLearnt = (tx: Tx, shopId: string, ids: readonly string[]) =>
  inBatches(ids, (batch) =>
    tx
      .select(learntColumns)
      .from(faqLearnt)
      .where(and(eq(faqLearnt.shopId, shopId), inArray(faqLearnt.id, batch))),
  )
export type LearntRow = Awaited<ReturnType<typeof loadLearnt>>[number]
