// SQL of uploads.
import { and, asc, count, eq, inArray, isNull, lt, type SQLWrapper, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { manyRows, wholeRow } from '../../db/json-rows.ts'
import { type UPLOAD_USES, uploads } from './tables.ts'

export type UploadRow = typeof uploads.$inferSelect
export interface Owner {
  readonly kind: 'shopper' | 'staff'
  readonly id: string
}
/** What a file is used by, and its event or message there. */
export interface Use {
  readonly usedBy: (typeof UPLOAD_USES)[number]
  readonly usedById: string
  readonly seq: number
}

const ownedBy = (shopId: string, owner: Owner) =>
  and(eq(uploads.shopId, shopId), eq(uploads.ownerKind, owner.kind), eq(uploads.ownerId, owner.id))

export async function insertUpload(tx: Tx, row: typeof uploads.$inferInsert): Promise<UploadRow> {
  const [stored] = await tx.insert(uploads).values(row).returning()
  return stored as UploadRow
}

export async function countUnused(tx: Tx, shopId: string, owner: Owner): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(uploads)
    .where(and(ownedBy(shopId, owner), isNull(uploads.usedBy)))
  return row?.n ?? 0
}

export async function findUpload(
  tx: Tx,
  shopId: string,
  id: string,
): Promise<UploadRow | undefined> {
  const [row] = await tx
    .select()
    .from(uploads)
    .where(and(eq(uploads.shopId, shopId), eq(uploads.id, id)))
  return row
}

/** Deletes an unused upload of its owner; undefined when there is none. */
export async function deleteUnused(
  tx: Tx,
  shopId: string,
  owner: Owner,
  id: string,
): Promise<UploadRow | undefined> {
  const [row] = await tx
    .delete(uploads)
    .where(and(ownedBy(shopId, owner), eq(uploads.id, id), isNull(uploads.usedBy)))
    .returning()
  return row
}

/** Marks unused uploads of an owner as used; returns how many there were. */
export async function markUsed(
  tx: Tx,
  shopId: string,
  owner: Owner,
  ids: readonly string[],
  use: Use,
): Promise<number> {
  const marked = await tx
    .update(uploads)
    .set({ usedBy: use.usedBy, usedById: use.usedById, usedSeq: use.seq })
    .where(and(ownedBy(shopId, owner), inArray(uploads.id, [...ids]), isNull(uploads.usedBy)))
    .returning({ id: uploads.id })
  return marked.length
}

export async function uploadsUsedBy(
  tx: Tx,
  shopId: string,
  usedById: string,
): Promise<UploadRow[]> {
  return tx
    .select()
    .from(uploads)
    .where(and(eq(uploads.shopId, shopId), eq(uploads.usedById, usedById)))
    .orderBy(asc(uploads.usedSeq), asc(uploads.id))
}

/** Files of a document, in order, for a larger statement. */
export const filesOf = (of: { readonly shopId: SQLWrapper; readonly usedById: SQLWrapper }) =>
  manyRows(
    wholeRow(uploads),
    sql`from ${uploads} where ${uploads.shopId} = ${of.shopId} and ${uploads.usedById} = ${of.usedById}`,
    sql`${uploads.usedSeq}, ${uploads.id}`,
  )

/** Takes up to `limit` uploads that nobody used since `before` out of the table, of all shops. */
export async function takeForgotten(tx: Tx, before: Date, limit: number): Promise<UploadRow[]> {
  const forgotten = tx
    .select({ id: uploads.id })
    .from(uploads)
    .where(and(isNull(uploads.usedBy), lt(uploads.createdAt, before)))
    .orderBy(asc(uploads.createdAt))
    .limit(limit)
    .for('update', { skipLocked: true })
  return tx.delete(uploads).where(inArray(uploads.id, forgotten)).returning()
}

/** Those of `ids` that a row refers to. */
export async function existingIds(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .select({ id: uploads.id })
    .from(uploads)
    .where(inArray(uploads.id, [...ids]))
  return new Set(rows.map((row) => row.id))
}
