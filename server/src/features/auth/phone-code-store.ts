// SQL of one-time codes.
import { and, eq, gt, lt, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { phoneCodes } from './tables.ts'

const of = (shopId: string, phoneIndex: string) =>
  and(eq(phoneCodes.shopId, shopId), eq(phoneCodes.phoneIndex, phoneIndex))

/** Locks the code of a phone in a shop. */
export async function lockPhoneCode(tx: Tx, shopId: string, phoneIndex: string) {
  const [row] = await tx.select().from(phoneCodes).where(of(shopId, phoneIndex)).for('update')
  return row
}

/** Codes sent to a phone on a day by all shops together. */
export async function countSent(tx: Tx, phoneIndex: string, day: string): Promise<number> {
  const [row] = await tx
    .select({ sent: sql<number>`coalesce(sum(${phoneCodes.sentToday}), 0)::int` })
    .from(phoneCodes)
    .where(and(eq(phoneCodes.phoneIndex, phoneIndex), eq(phoneCodes.day, day)))
  return row?.sent ?? 0
}

/** Stores a new code over the last one; false when another request was quicker. */
export async function putPhoneCode(
  tx: Tx,
  row: typeof phoneCodes.$inferInsert,
  resendBefore: Date,
): Promise<boolean> {
  const stored = await tx
    .insert(phoneCodes)
    .values(row)
    .onConflictDoUpdate({
      target: [phoneCodes.shopId, phoneCodes.phoneIndex],
      set: row,
      setWhere: sql`${phoneCodes.sentAt} <= ${resendBefore}`,
    })
    .returning({ shopId: phoneCodes.shopId })
  return stored.length > 0
}

/** Spends one try; the hash to compare with, or undefined when the code is past its time or tries. */
export async function spendTry(tx: Tx, shopId: string, phoneIndex: string, now: Date) {
  const [row] = await tx
    .update(phoneCodes)
    .set({ triesLeft: sql`${phoneCodes.triesLeft} - 1` })
    .where(and(of(shopId, phoneIndex), gt(phoneCodes.triesLeft, 0), gt(phoneCodes.expiresAt, now)))
    .returning({ codeHash: phoneCodes.codeHash })
  return row?.codeHash
}

/** A code works once; the row stays for the count of the day and for a repeat by `usedBy`. */
export async function useUpCode(
  tx: Tx,
  shopId: string,
  phoneIndex: string,
  by: { readonly usedAt: Date; readonly usedBy: string | null },
): Promise<void> {
  await tx
    .update(phoneCodes)
    .set({ triesLeft: 0, ...by })
    .where(of(shopId, phoneIndex))
}

/** Hash of the code that this very action (`usedBy`, null for none) used after `since`. */
export async function usedCode(
  tx: Tx,
  shopId: string,
  phoneIndex: string,
  { usedBy, since }: { readonly usedBy: string | null; readonly since: Date },
): Promise<string | undefined> {
  if (usedBy === null) return undefined
  const [row] = await tx
    .select({ codeHash: phoneCodes.codeHash })
    .from(phoneCodes)
    .where(and(of(shopId, phoneIndex), eq(phoneCodes.usedBy, usedBy), gt(phoneCodes.usedAt, since)))
  return row?.codeHash
}

/** Lets another code be asked for at once, after one that was not sent. */
export async function allowResend(tx: Tx, shopId: string, phoneIndex: string): Promise<void> {
  await tx
    .update(phoneCodes)
    .set({ sentAt: new Date(0) })
    .where(of(shopId, phoneIndex))
}

/** Removes codes sent before `before`; returns how many. */
export async function deleteOldCodes(tx: Tx, before: Date): Promise<number> {
  const gone = await tx
    .delete(phoneCodes)
    .where(lt(phoneCodes.sentAt, before))
    .returning({ shopId: phoneCodes.shopId })
  return gone.length
}
