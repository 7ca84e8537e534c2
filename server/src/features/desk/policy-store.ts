// SQL of policies: versions are only ever added, the highest is in force.

import type { Policy } from '@shouhou/shared/domain/aftersale-policy'
import { and, desc, eq, lt, type SQLWrapper, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { decodeCursor } from '../../db/cursor.ts'
import { manyRows, picked } from '../../db/json-rows.ts'
import { prepared } from '../../db/statement.ts'
import { accounts } from '../auth/tables.ts'
import { policies } from './tables.ts'

export interface StoredPolicy {
  readonly version: number
  readonly document: Policy
  readonly createdAt: Date
  /** Who put it in force; empty for the policy a shop starts with. */
  readonly createdBy: string
}

export async function newestPolicy(tx: Tx, shopId: string): Promise<StoredPolicy | undefined> {
  const [row] = await tx
    .select({
      version: policies.version,
      document: policies.document,
      createdAt: policies.createdAt,
      createdBy: accounts.name,
    })
    .from(policies)
    .leftJoin(accounts, eq(accounts.id, policies.createdBy))
    .where(eq(policies.shopId, shopId))
    .orderBy(desc(policies.version))
    .limit(1)
  return row && { ...row, createdBy: row.createdBy ?? '' }
}

/** The policy in force as a part of a larger statement; no row in a shop that has set none. */
export const policyInForce = (shopId: SQLWrapper | string) =>
  manyRows(
    picked({ version: policies.version, document: policies.document }),
    sql`from (select * from ${policies} where ${policies.shopId} = ${shopId}
      order by ${policies.version} desc limit 1) ${policies}`,
  )

/** Stored versions, the newest first. */
export async function listPolicies(
  tx: Tx,
  shopId: string,
  query: { readonly cursor?: string; readonly limit?: number },
): Promise<{ rows: StoredPolicy[]; limit: number }> {
  const limit = query.limit ?? 20
  const position = decodeCursor(query.cursor, 'number')
  const rows = await tx
    .select({
      version: policies.version,
      document: policies.document,
      createdAt: policies.createdAt,
      createdBy: accounts.name,
    })
    .from(policies)
    .leftJoin(accounts, eq(accounts.id, policies.createdBy))
    .where(
      and(eq(policies.shopId, shopId), position ? lt(policies.version, position.key) : undefined),
    )
    .orderBy(desc(policies.version))
    .limit(limit + 1)
  return { rows: rows.map((row) => ({ ...row, createdBy: row.createdBy ?? '' })), limit }
}

const inForce = prepared<'shopId'>(
  (place) => sql`select ${policies.version}, ${policies.document} from ${policies}
    where ${policies.shopId} = ${place('shopId')} order by ${policies.version} desc limit 1`,
)

/** Version and document alone, for whoever only works by it. */
export async function policyNow(
  tx: Tx,
  shopId: string,
): Promise<Pick<StoredPolicy, 'version' | 'document'> | undefined> {
  const [row] = await tx.run<Pick<StoredPolicy, 'version' | 'document'>>(inForce({ shopId }))
  return row
}

/** False when somebody else has stored that version meanwhile. */
export async function insertPolicy(tx: Tx, row: typeof policies.$inferInsert): Promise<boolean> {
  const inserted = await tx
    .insert(policies)
    .values(row)
    .onConflictDoNothing()
    .returning({ version: policies.version })
  return inserted.length === 1
}
