// SQL of FAQ entries, learnt phrasings and their version.
import { and, asc, count, desc, eq, ilike, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { behind, decodeCursor } from '../../db/cursor.ts'
import { faqEntries, faqLearnt, faqVersions } from './tables.ts'

export type EntryRow = typeof faqEntries.$inferSelect
export type NewEntry = typeof faqEntries.$inferInsert
type Language = 'zh-CN' | 'en'
interface PageOf {
  readonly cursor?: string
  readonly limit?: number
}

const PAGE = 20

export async function insertEntries(tx: Tx, rows: readonly NewEntry[]): Promise<number> {
  const inserted = await tx
    .insert(faqEntries)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ id: faqEntries.id })
  return inserted.length
}

export async function findEntry(
  tx: Tx,
  shopId: string,
  id: string,
  { lock = false } = {},
): Promise<EntryRow | undefined> {
  const query = tx
    .select()
    .from(faqEntries)
    .where(and(eq(faqEntries.shopId, shopId), eq(faqEntries.id, id)))
  const [row] = lock ? await query.for('update') : await query
  return row
}

export async function updateEntry(
  tx: Tx,
  shopId: string,
  id: string,
  change: Partial<Omit<NewEntry, 'shopId' | 'id'>>,
): Promise<EntryRow> {
  const [row] = await tx
    .update(faqEntries)
    .set(change)
    .where(and(eq(faqEntries.shopId, shopId), eq(faqEntries.id, id)))
    .returning()
  return row as EntryRow
}

/** Counts one opinion about an entry's answer; taking one back counts down. */
export async function countOpinion(
  tx: Tx,
  shopId: string,
  id: string,
  by: { readonly helpful: number; readonly unhelpful: number },
): Promise<void> {
  await tx
    .update(faqEntries)
    .set({
      helpful: sql`greatest(0, ${faqEntries.helpful} + ${by.helpful})`,
      unhelpful: sql`greatest(0, ${faqEntries.unhelpful} + ${by.unhelpful})`,
    })
    .where(and(eq(faqEntries.shopId, shopId), eq(faqEntries.id, id)))
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, (c) => `\\${c}`)

/** Entries for editing, last changed first. */
export async function listEntries(
  tx: Tx,
  shopId: string,
  query: PageOf & {
    readonly status?: EntryRow['status']
    readonly category?: string
    readonly q?: string
  },
) {
  const limit = query.limit ?? PAGE
  const conditions: (SQL | undefined)[] = [eq(faqEntries.shopId, shopId)]
  if (query.status) conditions.push(eq(faqEntries.status, query.status))
  if (query.category !== undefined) conditions.push(eq(faqEntries.category, query.category))
  if (query.q) {
    const like = `%${escapeLike(query.q)}%`
    conditions.push(
      or(ilike(faqEntries.slug, like), sql`${faqEntries.wordings}::text ilike ${like}`),
    )
  }
  const position = decodeCursor(query.cursor, 'instant')
  const rows = await tx
    .select()
    .from(faqEntries)
    .where(and(...conditions, behind(position, { key: faqEntries.updatedAt, id: faqEntries.id })))
    .orderBy(desc(faqEntries.updatedAt), desc(faqEntries.id))
    .limit(limit + 1)
  return { rows, limit }
}

/** Published entries that have words in a language, by category. */
export async function listPublished(
  tx: Tx,
  shopId: string,
  query: PageOf & { readonly language: Language; readonly category?: string },
) {
  const limit = query.limit ?? PAGE
  const position = decodeCursor(query.cursor, 'text')
  const rows = await tx
    .select()
    .from(faqEntries)
    .where(
      and(
        eq(faqEntries.shopId, shopId),
        eq(faqEntries.status, 'PUBLISHED'),
        query.category === undefined ? undefined : eq(faqEntries.category, query.category),
        sql`${faqEntries.wordings} @> ${JSON.stringify([{ language: query.language }])}::jsonb`,
        behind(position, { key: faqEntries.category, id: faqEntries.id }, 'asc'),
      ),
    )
    .orderBy(asc(faqEntries.category), asc(faqEntries.id))
    .limit(limit + 1)
  return { rows, limit }
}

export async function insertLearnt(tx: Tx, row: typeof faqLearnt.$inferInsert): Promise<void> {
  await tx.insert(faqLearnt).values(row)
}

/** Forgets what was learnt from a question. */
export async function deleteLearntFrom(tx: Tx, shopId: string, questionId: string): Promise<void> {
  await tx
    .delete(faqLearnt)
    .where(and(eq(faqLearnt.shopId, shopId), eq(faqLearnt.questionId, questionId)))
}

/** Categories with the number of entries that are not put away. */
export const countByCategory = (tx: Tx, shopId: string) =>
  tx
    .select({ category: faqEntries.category, count: count() })
    .from(faqEntries)
    .where(and(eq(faqEntries.shopId, shopId), ne(faqEntries.status, 'ARCHIVED')))
    .groupBy(faqEntries.category)
    .orderBy(asc(faqEntries.category))
    .limit(100)

export async function versionOf(tx: Tx, shopId: string): Promise<number> {
  const [row] = await tx
    .select({ version: faqVersions.version })
    .from(faqVersions)
    .where(eq(faqVersions.shopId, shopId))
  return row?.version ?? 0
}

/** Tells every process that its index is old, as soon as this transaction commits. */
export async function bumpVersion(tx: Tx, shopId: string): Promise<void> {
  await tx
    .insert(faqVersions)
    .values({ shopId, version: 1 })
    .onConflictDoUpdate({
      target: faqVersions.shopId,
      set: { version: sql`${faqVersions.version} + 1` },
    })
}
