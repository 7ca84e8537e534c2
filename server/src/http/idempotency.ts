// Idempotency-Key: the answer is stored in the transaction of its effect, so either both exist or
// neither does. Scope: shop, principal, route and key; a fingerprint holds the body.
// Follows draft-ietf-httpapi-idempotency-key-header-07.
import { createHash } from 'node:crypto'
import { and, eq, lt } from 'drizzle-orm'
import type { Tx } from '../db/client.ts'
import { problem, say } from './problems.ts'
import { idempotencyKeys } from './tables.ts'

export interface KeyScope {
  readonly shopId: string
  readonly principal: string
  readonly route: string
  readonly key: string
  readonly fingerprint: string
}

/** How long answers are kept, in ms; clients may retry for a week. */
export const KEYS_KEPT_MS = 8 * 24 * 3600_000

const FORMAT = /^[\x21-\x7e]{8,128}$/

/** The key of a request; throws when it is missing or unreadable. */
export function readKey(header: unknown): string {
  if (header === undefined) throw problem('idempotency-key-missing')
  if (typeof header === 'string' && FORMAT.test(header)) return header
  throw problem('invalid-input', {
    errors: [
      {
        pointer: '/headers/Idempotency-Key',
        message: say('应为 8 至 128 个可见字符', 'must be 8 to 128 visible characters'),
      },
    ],
  })
}

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, canonical(v)]),
  )
}

/** The same for equal bodies, whatever the order of their fields. */
export const fingerprintOf = (parts: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(parts) ?? null))
    .digest('base64url')

/**
 * Runs `work` once for a key and stores its result; a repeat gets the stored result. A concurrent
 * repeat waits for the first transaction by its uncommitted row. Throws `idempotency-key-reused`.
 */
export async function onceForKey<T>(
  tx: Tx,
  scope: KeyScope,
  now: Date,
  status: number,
  work: () => Promise<T>,
): Promise<T> {
  const mine = and(
    eq(idempotencyKeys.shopId, scope.shopId),
    eq(idempotencyKeys.principal, scope.principal),
    eq(idempotencyKeys.route, scope.route),
    eq(idempotencyKeys.key, scope.key),
  )
  const inserted = await tx
    .insert(idempotencyKeys)
    .values({ ...scope, createdAt: now })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })
  if (inserted.length === 0) {
    const [stored] = await tx.select().from(idempotencyKeys).where(mine)
    if (stored?.fingerprint !== scope.fingerprint) throw problem('idempotency-key-reused')
    return stored.response as T
  }
  const result = await work()
  await tx
    .update(idempotencyKeys)
    .set({ status, response: result ?? null })
    .where(mine)
  return result
}

/** Forgets answers older than {@link KEYS_KEPT_MS}; returns how many. */
export async function forgetOldKeys(tx: Tx, now: Date): Promise<number> {
  const gone = await tx
    .delete(idempotencyKeys)
    .where(lt(idempotencyKeys.createdAt, new Date(now.getTime() - KEYS_KEPT_MS)))
    .returning({ key: idempotencyKeys.key })
  return gone.length
}
