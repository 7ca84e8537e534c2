// Idempotency-Key: the answer is stored in the transaction of its effect, so either both exist or
// neither does. Scope: shop, principal, route and key; a fingerprint holds the body.
// Follows draft-ietf-httpapi-idempotency-key-header-07.
import { createHash } from 'node:crypto'
import { lt, type Placeholder, sql } from 'drizzle-orm'
import type { Tx } from '../db/client.ts'
import { prepared } from '../db/statement.ts'
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
  const { shopId, principal, route, key } = scope
  const inserted = await tx.run(remember({ ...scope, at: now }))
  if (inserted.length === 0) {
    const [stored] = await tx.run<Stored>(recall({ shopId, principal, route, key }))
    if (stored?.fingerprint !== scope.fingerprint) throw problem('idempotency-key-reused')
    return stored.response as T
  }
  const result = await work()
  const response = JSON.stringify(result ?? null)
  tx.beforeCommit(answer({ shopId, principal, route, key, status, response }))
  return result
}

interface Stored {
  readonly fingerprint: string
  readonly response: unknown
}

type KeyValues = 'shopId' | 'principal' | 'route' | 'key'
const columns = idempotencyKeys
const mine = (place: (name: KeyValues) => Placeholder) =>
  sql`${columns.shopId} = ${place('shopId')} and ${columns.principal} = ${place('principal')}
    and ${columns.route} = ${place('route')} and ${columns.key} = ${place('key')}`

const remember = prepared<KeyValues | 'fingerprint' | 'at'>(
  (place) => sql`insert into ${columns} (shop_id, principal, route, key, fingerprint, created_at)
    values (${place('shopId')}, ${place('principal')}, ${place('route')}, ${place('key')},
      ${place('fingerprint')}, ${place('at')}) on conflict do nothing returning 1`,
)
const recall = prepared<KeyValues>(
  (place) =>
    sql`select ${columns.fingerprint}, ${columns.response} from ${columns} where ${mine(place)}`,
)
const answer = prepared<KeyValues | 'status' | 'response'>(
  (
    place,
  ) => sql`update ${columns} set status = ${place('status')}, response = ${place('response')}::jsonb
    where ${mine(place)}`,
)

/** Forgets answers older than {@link KEYS_KEPT_MS}; returns how many. */
export async function forgetOldKeys(tx: Tx, now: Date): Promise<number> {
  const gone = await tx
    .delete(idempotencyKeys)
    .where(lt(idempotencyKeys.createdAt, new Date(now.getTime() - KEYS_KEPT_MS)))
    .returning({ key: idempotencyKeys.key })
  return gone.length
}
