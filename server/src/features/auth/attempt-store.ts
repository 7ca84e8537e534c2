// SQL that counts password tries.
import { eq, inArray, lt, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { signInAttempts as attempts } from './tables.ts'

/** Counts one more try since `windowStart` and returns how many there are now, this one included. */
export async function countAttempt(tx: Tx, key: string, now: Date, windowStart: Date) {
  const over = sql`${attempts.since} <= ${windowStart}`
  const [row] = await tx
    .insert(attempts)
    .values({ key, count: 1, since: now })
    .onConflictDoUpdate({
      target: attempts.key,
      set: {
        count: sql`case when ${over} then 1 else ${attempts.count} + 1 end`,
        since: sql`case when ${over} then ${now} else ${attempts.since} end`,
      },
    })
    .returning({ count: attempts.count })
  return row?.count ?? 1
}

export async function forgetAttempts(tx: Tx, key: string): Promise<void> {
  await tx.delete(attempts).where(eq(attempts.key, key))
}

/** Takes one try back from each key. */
export async function takeBack(tx: Tx, keys: readonly string[]): Promise<void> {
  const less = sql`greatest(${attempts.count} - 1, 0)`
  await tx
    .update(attempts)
    .set({ count: less })
    .where(inArray(attempts.key, [...keys]))
}

/** Removes windows that began before `before`; returns how many. */
export async function deleteOldAttempts(tx: Tx, before: Date): Promise<number> {
  const gone = await tx
    .delete(attempts)
    .where(lt(attempts.since, before))
    .returning({ key: attempts.key })
  return gone.length
}
