// SQL of exports. A worker holds a job by its fence: every write of it names the fence it was given.
import { and, desc, eq, inArray, lte, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { behind, type Position } from '../../db/cursor.ts'
import { accounts } from '../auth/tables.ts'
import { exports } from './tables.ts'

export type ExportRow = typeof exports.$inferSelect
export interface NamedExport {
  readonly row: ExportRow
  readonly by: string | null
}

const unfinished = inArray(exports.state, ['WAITING', 'RUNNING'])

export async function insertExport(tx: Tx, row: typeof exports.$inferInsert): Promise<void> {
  await tx.insert(exports).values(row)
}

/** Number of exports of the shop that are not finished; waits for others who count at this moment. */
export async function countUnfinished(tx: Tx, shopId: string): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`exports:${shopId}`}, 0))`)
  return tx.$count(exports, and(eq(exports.shopId, shopId), unfinished))
}

const named = (tx: Tx) =>
  tx
    .select({ row: exports, by: accounts.name })
    .from(exports)
    .leftJoin(accounts, eq(accounts.id, exports.requestedBy))

export async function findExport(
  tx: Tx,
  shopId: string,
  id: string,
): Promise<NamedExport | undefined> {
  const [found] = await named(tx).where(and(eq(exports.shopId, shopId), eq(exports.id, id)))
  return found
}

/** Newest first. */
export const listExports = (
  tx: Tx,
  shopId: string,
  position: Position | undefined,
  limit: number,
): Promise<NamedExport[]> =>
  named(tx)
    .where(
      and(eq(exports.shopId, shopId), behind(position, { key: exports.createdAt, id: exports.id })),
    )
    .orderBy(desc(exports.createdAt), desc(exports.id))
    .limit(limit)

/** Takes the job that waits longest, or the one with this id; undefined when there is none to take. */
export async function claim(
  tx: Tx,
  now: Date,
  leaseUntil: Date,
  id?: string,
): Promise<ExportRow | undefined> {
  const [free] = await tx
    .select({ shopId: exports.shopId, id: exports.id })
    .from(exports)
    .where(and(unfinished, lte(exports.leaseUntil, now), id ? eq(exports.id, id) : undefined))
    .orderBy(exports.leaseUntil)
    .limit(1)
    .for('update', { skipLocked: true })
  if (!free) return undefined
  const [taken] = await tx
    .update(exports)
    .set({ state: 'RUNNING', fence: sql`${exports.fence} + 1`, leaseUntil, rows: 0 })
    .where(and(eq(exports.shopId, free.shopId), eq(exports.id, free.id)))
    .returning()
  return taken
}

/** Writes to a job that is still ours; false when its lease ran out and somebody else has it. */
export async function updateHeld(
  tx: Tx,
  { shopId, id, fence }: ExportRow,
  change: Partial<ExportRow>,
): Promise<boolean> {
  const written = await tx
    .update(exports)
    .set(change)
    .where(
      and(
        eq(exports.shopId, shopId),
        eq(exports.id, id),
        eq(exports.fence, fence),
        eq(exports.state, 'RUNNING'),
      ),
    )
    .returning({ id: exports.id })
  return written.length === 1
}

/** Marks files from before `before` as removed; returns their keys. */
export async function takeOld(tx: Tx, before: Date, limit: number): Promise<string[]> {
  const old = await tx
    .select({ shopId: exports.shopId, id: exports.id, fileKey: exports.fileKey })
    .from(exports)
    .where(and(eq(exports.state, 'READY'), lte(exports.finishedAt, before)))
    .orderBy(exports.finishedAt)
    .limit(limit)
    .for('update', { skipLocked: true })
  for (const { shopId, id } of old) {
    await tx
      .update(exports)
      .set({ state: 'REMOVED', fileKey: null })
      .where(and(eq(exports.shopId, shopId), eq(exports.id, id)))
  }
  return old.flatMap(({ fileKey }) => fileKey ?? [])
}
