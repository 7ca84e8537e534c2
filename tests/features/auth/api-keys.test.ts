// API keys: made, used, revoked, and never readable again.
import { SCOPES } from '@shouhou/shared/contract/route'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../helpers/app.ts'
import { callerWith, createShop, type TestShop } from '../../helpers/client.ts'
import { anOrder, anOrderNo } from '../../helpers/factories.ts'

const MINUTE = 60_000
const all = { name: 'ERP', scopes: [...SCOPES] }

describe('an API key', () => {
  let t: TestApp
  let shop: TestShop
  beforeAll(async () => {
    t = await testApp()
    shop = await createShop(t)
  })
  afterAll(() => t.close())

  const list = async (of = shop) => (await of.as('owner').ok('GET /api-keys')).items
  const dump = async (table: string) => {
    const [, rows] = (await t.deps.db.pool.query(
      `set role shouhou_platform; select string_agg(x::text, ' ') as all from ${table} x; reset role`,
    )) as unknown as { rows: { all: string }[] }[]
    return rows?.rows[0]?.all ?? ''
  }

  test('is shown once, with its secret, and listed without it', async () => {
    const { key, secret } = await shop.as('owner').ok('POST /api-keys', { body: all })
    expect(secret).toMatch(/^shk_[0-9a-f]{8}_[A-Za-z0-9_-]{43}$/)
    expect(secret.startsWith(`${key.prefix}_`)).toBe(true)
    expect((await list()).find((k) => k.id === key.id)).toEqual(key)
    expect(JSON.stringify(await list())).not.toContain(secret.slice(-43))
    await callerWith(t, secret).ok('GET /orders')
  })

  test('is not in the database in a form that opens anything, neither in stored answers', async () => {
    const { secret } = await shop.as('owner').ok('POST /api-keys', { body: all })
    expect(await dump('api_keys')).not.toContain(secret.slice(-43))
    expect(await dump('idempotency_keys')).not.toContain(secret.slice(-43))
  })

  test('a repeated request gets the same secret again and makes no second key', async () => {
    const before = (await list()).length
    const given = { body: all, idempotencyKey: 'make-key-once' }
    const first = await shop.as('owner').ok('POST /api-keys', given)
    expect(await shop.as('owner').ok('POST /api-keys', given)).toEqual(first)
    expect(await list()).toHaveLength(before + 1)
  })

  test('opens what its scopes name and nothing else', async () => {
    const reader = await shop.newKey(['orders:read'])
    await reader.ok('GET /orders')
    const write = { params: { orderNo: anOrderNo() }, body: anOrder() }
    expect(await reader.refused('PUT /orders/:orderNo', write)).toMatchObject({
      code: 'not-allowed',
      why: 'scope',
    })
    expect((await reader.refused('GET /me')).code).toBe('not-allowed')
  })

  test('revoked, it opens nothing from the next call on; revoking again changes nothing', async () => {
    const key = await shop.newKey(['orders:read'])
    await key.ok('GET /orders')
    const params = { id: key.id }
    await shop.as('owner').ok('DELETE /api-keys/:id', { params })
    expect((await key.refused('GET /orders')).code).toBe('not-signed-in')
    const revokedAt = (await list()).find((k) => k.id === key.id)?.revokedAt
    t.clock.advance(MINUTE)
    await shop.as('owner').ok('DELETE /api-keys/:id', { params })
    expect((await list()).find((k) => k.id === key.id)?.revokedAt).toBe(revokedAt)
  })

  test('revoked in another process, it opens nothing here after half a minute', async () => {
    const key = await shop.newKey(['orders:read'])
    await key.ok('GET /orders')
    await t.deps.db.pool.query(
      `begin; set local role shouhou_platform;
       update api_keys set revoked_at = now() where id = '${key.id}'; commit`,
    )
    t.clock.advance(30_000)
    expect((await key.refused('GET /orders')).code).toBe('not-signed-in')
  })

  test('says when it was last used, to the minute', async () => {
    const key = await shop.newKey(['orders:read'])
    const lastUsedAt = async () => (await list()).find((k) => k.id === key.id)?.lastUsedAt
    expect(await lastUsedAt()).toBeNull()
    const first = t.clock.now().toISOString()
    await key.ok('GET /orders')
    t.clock.advance(MINUTE - 1)
    await key.ok('GET /orders')
    expect(await lastUsedAt()).toBe(first)
    t.clock.advance(MINUTE)
    const second = t.clock.now().toISOString()
    await key.ok('GET /orders')
    expect(await lastUsedAt()).toBe(second)
  })

  test('with a character changed it is none', async () => {
    const { token } = await shop.newKey(['orders:read'])
    for (const at of [4, 12, 13, 30, token.length - 2]) {
      const changed = token.slice(0, at) + (token[at] === 'a' ? 'b' : 'a') + token.slice(at + 1)
      expect((await callerWith(t, changed).refused('GET /orders')).status).toBe(401)
    }
  })

  test('there are twenty working ones at most', async () => {
    const busy = await createShop(t)
    for (let i = 1; i < 20; i++) await busy.newKey(['faq:read'])
    const problem = await busy.as('owner').refused('POST /api-keys', { body: all })
    expect(problem.code).toBe('limit-reached')
    const [key] = await list(busy)
    await busy.as('owner').ok('DELETE /api-keys/:id', { params: { id: key?.id ?? '' } })
    await busy.as('owner').ok('POST /api-keys', { body: all })
  })

  test('of another shop it is not found', async () => {
    const other = await createShop(t)
    const key = await other.newKey(['orders:read'])
    const params = { id: key.id }
    const foreign = await shop.as('owner').refused('DELETE /api-keys/:id', { params })
    expect(foreign.code).toBe('not-found')
    await key.ok('GET /orders')
  })
})
