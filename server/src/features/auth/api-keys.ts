// API keys of integrators: `shk_<prefix>_<secret>`. The secret is made from the key's id and the
// installation's key, so a repeated request can show it again although only its hash is stored.
import { createHash } from 'node:crypto'
import type { Input, Output } from '@shouhou/shared/contract'
import type { Scope } from '@shouhou/shared/contract/route'
import type { Tx } from '../../db/client.ts'
import type { Deps } from '../../deps.ts'
import type { Ctx, Principal } from '../../http/context.ts'
import { problem, say } from '../../http/problems.ts'
import {
  type ApiKeyRow,
  countActiveKeys,
  findKeyByHash,
  insertApiKey,
  listApiKeys,
  markKeyUsed,
  revokeApiKey,
} from './api-key-store.ts'
import { forgetCallers } from './known-callers.ts'

const MOST_ACTIVE = 20
/** `lastUsedAt` is written at most this often, in ms. */
const USE_NOTED_MS = 60_000

export const API_KEY = /^shk_[0-9a-f]{8}_[A-Za-z0-9_-]{43}$/

type ApiKey = Output<'POST /api-keys'>['key']

const view = (row: ApiKeyRow): ApiKey => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  scopes: row.scopes,
  createdAt: row.createdAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  revokedAt: row.revokedAt?.toISOString() ?? null,
})

/** The last digits of a UUIDv7 are random. */
const prefixOf = (id: string) => `shk_${id.slice(-8)}`
const secretOf = (deps: Deps, id: string) => `${prefixOf(id)}_${deps.tokens.hash('api-key', id)}`
export const hashSecret = (secret: string) =>
  createHash('sha256').update(secret).digest('base64url')

export const readApiKeys = (ctx: Ctx): Promise<Output<'GET /api-keys'>> =>
  ctx.transact(async (tx) => ({ items: (await listApiKeys(tx, ctx.user.shopId)).map(view) }))

interface NewKey {
  readonly shopId: string
  readonly createdBy: string | null
  readonly name: string
  readonly scopes: readonly Scope[]
}

/** Stores a new key. Throws `limit-reached`. Show the secret of the result once: {@link showKey}. */
export async function createApiKey(deps: Deps, tx: Tx, given: NewKey): Promise<ApiKey> {
  if ((await countActiveKeys(tx, given.shopId)) >= MOST_ACTIVE) {
    const detail = say(
      `最多 ${MOST_ACTIVE} 个有效密钥，请先作废不用的`,
      `At most ${MOST_ACTIVE} working keys, revoke one first`,
    )
    throw problem('limit-reached', { detail })
  }
  const id = deps.ids.id()
  const row = await insertApiKey(tx, {
    ...given,
    id,
    scopes: [...given.scopes],
    prefix: prefixOf(id),
    secretHash: hashSecret(secretOf(deps, id)),
    createdAt: deps.clock.now(),
  })
  return view(row)
}

/** The key with its secret. */
export const showKey = (deps: Deps, key: ApiKey): Output<'POST /api-keys'> => ({
  key,
  secret: secretOf(deps, key.id),
})

/** What is stored for a repeat is the key without its secret. */
export async function addApiKey(
  ctx: Ctx,
  given: Input<'POST /api-keys'>['body'],
): Promise<Output<'POST /api-keys'>> {
  const { shopId, id: createdBy } = ctx.user
  const key = await ctx.transact((tx) =>
    createApiKey(ctx.deps, tx, { shopId, createdBy, ...given }),
  )
  return showKey(ctx.deps, key)
}

/** Throws `not-found`. */
export async function endApiKey(ctx: Ctx, id: string): Promise<void> {
  const { shopId } = ctx.user
  const known = await ctx.transact((tx) => revokeApiKey(tx, shopId, id, ctx.now))
  if (!known) throw problem('not-found')
  forgetCallers(ctx.deps, (caller) => caller.id === id)
}

/** Who a secret belongs to; null when to nobody. Platform scope. */
export async function callerOfKey(tx: Tx, secret: string, now: Date): Promise<Principal | null> {
  const key = await findKeyByHash(tx, hashSecret(secret))
  if (!key) return null
  if (now.getTime() - (key.lastUsedAt?.getTime() ?? 0) >= USE_NOTED_MS) {
    await markKeyUsed(tx, key, now)
  }
  const { id, shopId, scopes } = key
  return { role: 'integrator', id, shopId, scopes, sessionId: null }
}
