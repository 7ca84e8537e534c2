// SQL of refunds and of the ledger behind them.

import type { RefundStatus } from '@shouhou/shared/domain/aftersale-types'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { onDay } from '../../db/china-days.ts'
import type { Tx } from '../../db/client.ts'
import { behind, type Position } from '../../db/cursor.ts'
import { payments } from '../orders/tables.ts'
import { ledgerEntries, refundSplits, refunds } from './refund-tables.ts'
import { aftersales } from './tables.ts'

export type RefundRow = typeof refunds.$inferSelect
export type LedgerRow = typeof ledgerEntries.$inferSelect

const byId = (shopId: string, id: string) => and(eq(refunds.shopId, shopId), eq(refunds.id, id))

/** The refund of a case; a case has at most one. */
export async function refundOf(
  tx: Tx,
  shopId: string,
  aftersaleId: string,
): Promise<RefundRow | undefined> {
  const [row] = await tx
    .select()
    .from(refunds)
    .where(and(eq(refunds.shopId, shopId), eq(refunds.aftersaleId, aftersaleId)))
  return row
}

export async function findRefund(
  tx: Tx,
  shopId: string,
  id: string,
): Promise<RefundRow | undefined> {
  const [row] = await tx.select().from(refunds).where(byId(shopId, id))
  return row
}

/** Writes a refund with its shares of the payments. A second one for the case breaks a unique key. */
export async function insertRefund(
  tx: Tx,
  refund: typeof refunds.$inferInsert,
  shares: readonly { paymentId: string; fen: number }[],
): Promise<void> {
  await tx.insert(refunds).values(refund)
  if (shares.length === 0) return
  await tx.insert(refundSplits).values(
    shares.map(({ paymentId, fen }) => ({
      shopId: refund.shopId,
      refundId: refund.id,
      paymentId,
      amountFen: fen,
    })),
  )
}

/** Moves a refund on; throws when it is not in `from` any more, which the lock on its case rules out. */
export async function updateRefund(
  tx: Tx,
  refund: Pick<RefundRow, 'shopId' | 'id' | 'status'>,
  change: Partial<RefundRow>,
): Promise<void> {
  const moved = await tx
    .update(refunds)
    .set(change)
    .where(and(byId(refund.shopId, refund.id), eq(refunds.status, refund.status)))
    .returning({ id: refunds.id })
  if (moved.length !== 1) throw new Error(`Refund ${refund.id} is not ${refund.status} any more`)
}

export async function insertLedger(
  tx: Tx,
  rows: readonly (typeof ledgerEntries.$inferInsert)[],
): Promise<void> {
  await tx.insert(ledgerEntries).values([...rows])
}

export const ledgerOf = (tx: Tx, shopId: string, refundId: string): Promise<LedgerRow[]> =>
  tx
    .select()
    .from(ledgerEntries)
    .where(and(eq(ledgerEntries.shopId, shopId), eq(ledgerEntries.refundId, refundId)))
    .orderBy(asc(ledgerEntries.at), asc(ledgerEntries.id))

export const splitsOf = (tx: Tx, shopId: string, refundIds: readonly string[]) =>
  tx
    .select({
      refundId: refundSplits.refundId,
      paymentNo: payments.paymentNo,
      method: payments.method,
      amountFen: refundSplits.amountFen,
    })
    .from(refundSplits)
    .innerJoin(
      payments,
      and(eq(payments.shopId, refundSplits.shopId), eq(payments.id, refundSplits.paymentId)),
    )
    .where(and(eq(refundSplits.shopId, shopId), inArray(refundSplits.refundId, [...refundIds])))
    .orderBy(asc(payments.position), asc(payments.id))

export interface RefundFilter {
  readonly status?: RefundStatus
  /** Day in China, `2026-03-01`. */
  readonly paidOn?: string
}

/** Refunds of a shop with the numbers of their cases: those to be paid first, by waiting time. */
export const listRefunds = (
  tx: Tx,
  shopId: string,
  filter: RefundFilter,
  position: Position<number> | undefined,
  limit: number,
) =>
  tx
    .select({ refund: refunds, aftersaleNo: aftersales.no, orderNo: aftersales.orderNo })
    .from(refunds)
    .innerJoin(
      aftersales,
      and(eq(aftersales.shopId, refunds.shopId), eq(aftersales.id, refunds.aftersaleId)),
    )
    .where(
      and(
        eq(refunds.shopId, shopId),
        filter.status === undefined ? undefined : eq(refunds.status, filter.status),
        filter.paidOn === undefined ? undefined : onDay(refunds.succeededAt, filter.paidOn),
        behind(position, { key: refunds.queueKey, id: refunds.id }, 'asc'),
      ),
    )
    .orderBy(asc(refunds.queueKey), asc(refunds.id))
    .limit(limit)
