// SQL of policies: versions are only ever added, the highest is in force.

import type { Policy } from '@shouhou/shared/domain/aftersale-policy'
import { desc, eq } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
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

/** False when somebody else has stored that version meanwhile. */
export async function insertPolicy(tx: Tx, row: typeof policies.$inferInsert): Promise<boolean> {
  const inserted = await tx
    .insert(policies)
    .values(row)
    .onConflictDoNothing()
    .returning({ version: policies.version })
  return inserted.length === 1
}
