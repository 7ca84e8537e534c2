// SQL of saved filters and ready words.
import type { TemplateAct } from '@shouhou/shared/domain/queue'
import { and, asc, count, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { replyTemplates, savedFilters } from './tables.ts'

/** Whose filters. */
export interface Keeper {
  readonly shopId: string
  readonly id: string
}
export type FilterRow = typeof savedFilters.$inferSelect
export type TemplateRow = typeof replyTemplates.$inferSelect

const kept = ({ shopId, id }: Keeper) =>
  and(eq(savedFilters.shopId, shopId), eq(savedFilters.accountId, id))

export const listFilters = (tx: Tx, keeper: Keeper, limit: number): Promise<FilterRow[]> =>
  tx
    .select()
    .from(savedFilters)
    .where(kept(keeper))
    .orderBy(asc(savedFilters.createdAt), asc(savedFilters.id))
    .limit(limit)

/** Lets one transaction at a time add to a list of limited length. */
export async function lockList(tx: Tx, name: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`)
}

export async function countFilters(tx: Tx, keeper: Keeper): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(savedFilters).where(kept(keeper))
  return row?.n ?? 0
}

/** False when the person has a filter of that name. */
export async function insertFilter(tx: Tx, row: FilterRow): Promise<boolean> {
  const made = await tx
    .insert(savedFilters)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: savedFilters.id })
  return made.length > 0
}

export async function findFilterNamed(tx: Tx, keeper: Keeper, name: string) {
  const [row] = await tx
    .select({ id: savedFilters.id })
    .from(savedFilters)
    .where(and(kept(keeper), eq(savedFilters.name, name)))
  return row
}

export async function updateFilter(
  tx: Tx,
  keeper: Keeper,
  id: string,
  change: Pick<FilterRow, 'name' | 'filter'>,
): Promise<FilterRow | undefined> {
  const [row] = await tx
    .update(savedFilters)
    .set(change)
    .where(and(kept(keeper), eq(savedFilters.id, id)))
    .returning()
  return row
}

export async function deleteFilter(tx: Tx, keeper: Keeper, id: string): Promise<boolean> {
  const gone = await tx
    .delete(savedFilters)
    .where(and(kept(keeper), eq(savedFilters.id, id)))
    .returning({ id: savedFilters.id })
  return gone.length > 0
}

export const listTemplates = (
  tx: Tx,
  shopId: string,
  act: TemplateAct | undefined,
  limit: number,
): Promise<TemplateRow[]> =>
  tx
    .select()
    .from(replyTemplates)
    .where(
      and(
        eq(replyTemplates.shopId, shopId),
        act === undefined ? undefined : eq(replyTemplates.act, act),
      ),
    )
    .orderBy(asc(replyTemplates.act), asc(replyTemplates.createdAt), asc(replyTemplates.id))
    .limit(limit)

export async function countTemplates(tx: Tx, shopId: string): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(replyTemplates)
    .where(eq(replyTemplates.shopId, shopId))
  return row?.n ?? 0
}

export async function insertTemplates(tx: Tx, rows: TemplateRow[]): Promise<void> {
  await tx.insert(replyTemplates).values(rows)
}

const template = (shopId: string, id: string) =>
  and(eq(replyTemplates.shopId, shopId), eq(replyTemplates.id, id))

export async function lockTemplate(
  tx: Tx,
  shopId: string,
  id: string,
): Promise<TemplateRow | undefined> {
  const [row] = await tx.select().from(replyTemplates).where(template(shopId, id)).for('update')
  return row
}

export async function updateTemplate(
  tx: Tx,
  { shopId, id }: TemplateRow,
  change: Partial<TemplateRow>,
): Promise<TemplateRow> {
  const [row] = await tx.update(replyTemplates).set(change).where(template(shopId, id)).returning()
  if (!row) throw new Error('The template went away under its lock')
  return row
}

export async function deleteTemplate(tx: Tx, shopId: string, id: string): Promise<boolean> {
  const gone = await tx
    .delete(replyTemplates)
    .where(template(shopId, id))
    .returning({ id: replyTemplates.id })
  return gone.length > 0
}
