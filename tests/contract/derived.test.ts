// Answers that every route of a kind gives, whatever it does: bad input, missing or reused
// Idempotency-Key, too many calls. Generated from the contract.
import { randomUUID } from 'node:crypto'
import { idempotencyKeys } from '@shouhou/server/http/tables.ts'
import { API_PREFIX, type ContractKey, contractEntries } from '@shouhou/shared/contract'
import type { Route } from '@shouhou/shared/contract/route'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../helpers/app.ts'
import {
  anAddress,
  anonymous,
  type Caller,
  createShop,
  type Person,
  type TestShop,
} from '../helpers/client.ts'
import { type Refs, sampleOf } from './samples.ts'

const ID = randomUUID()
/** Ids of nothing: these answers come before any row is looked for. */
const refs = new Proxy({} as Refs, { get: (_refs, name) => (name === 'slug' ? 'nowhere' : ID) })

const inputOf = (key: ContractKey) => sampleOf(key, refs).input
const entriesWhere = (is: (route: Route) => unknown) =>
  contractEntries().filter(([, route]) => is(route))

describe('the answers that follow from the contract', () => {
  let t: TestApp
  let shop: TestShop
  beforeAll(async () => {
    t = await testApp()
    shop = await createShop(t)
  })
  afterAll(() => t.close())

  const callerFor = (route: Route): Caller =>
    route.allow === 'public' ? anonymous(t) : shop.as(route.allow[0] as 'owner')
  const send = (key: ContractKey, caller: Caller, input: object) =>
    (caller.call as (key: ContractKey, input: object) => ReturnType<Caller['call']>)(key, input)

  const refuses = async (key: ContractKey, caller: Caller, input: object, pointer?: string) => {
    const { problem } = await send(key, caller, input)
    expect(problem).toMatchObject({ status: 400, code: 'invalid-input' })
    if (pointer !== undefined) expect(problem?.errors?.[0]?.pointer).toBe(pointer)
  }

  test.each(entriesWhere((r) => r.body))(
    '%s refuses a field it does not know',
    async (key, route) => {
      const input = inputOf(key)
      const body = { ...input.body, surprise: 1 }
      await refuses(key, callerFor(route), { ...input, body }, '/surprise')
      await refuses(key, callerFor(route), { ...input, body: [] })
    },
  )

  test.each(entriesWhere((r) => r.body))('%s needs a body', async (key, route) => {
    const { body: _body, ...rest } = inputOf(key)
    const { problem } = await send(key, callerFor(route), rest)
    expect([400, 415]).toContain(problem?.status)
  })

  test.each(entriesWhere((r) => r.query))(
    '%s refuses a parameter it does not know',
    async (key, route) => {
      const input = inputOf(key)
      const query = { ...input.query, surprise: 1 }
      await refuses(key, callerFor(route), { ...input, query }, '/querystring/surprise')
    },
  )

  test.each(entriesWhere((r) => r.params))(
    '%s refuses a name that cannot be one',
    async (key, route) => {
      const input = inputOf(key)
      const params = Object.fromEntries(
        Object.keys(input.params ?? {}).map((name) => [name, '% %']),
      )
      await refuses(key, callerFor(route), { ...input, params })
    },
  )

  test.each(entriesWhere((r) => r.upload))(
    '%s refuses a form without a file',
    async (key, route) => {
      const { token } = callerFor(route)
      const [method = '', path = ''] = key.split(' ')
      const answer = await t.app.inject({
        method: method as 'POST',
        url: `${API_PREFIX}${path}`,
        headers: {
          authorization: `Bearer ${token}`,
          'idempotency-key': randomUUID(),
          'content-type': 'multipart/form-data; boundary=b',
        },
        payload: '--b--\r\n',
      })
      expect(answer.json()).toMatchObject({ status: 400, code: 'invalid-input' })
    },
  )

  test.each(entriesWhere((r) => r.idempotency === 'key'))(
    '%s needs an Idempotency-Key of the right form',
    async (key, route) => {
      const input = inputOf(key)
      const without = await send(key, callerFor(route), { ...input, idempotencyKey: null })
      expect(without.problem?.code).toBe('idempotency-key-missing')
      const short = await send(key, callerFor(route), { ...input, idempotencyKey: 'short' })
      expect(short.problem).toMatchObject({
        code: 'invalid-input',
        errors: [{ pointer: '/headers/Idempotency-Key' }],
      })
    },
  )

  test.each(entriesWhere((r) => r.idempotency === 'key' && !r.upload))(
    '%s refuses a key that was used for another request',
    async (key, route) => {
      const caller = callerFor(route) as Person
      const kind = caller.role === 'shopper' ? 'shopper' : caller.role ? 'staff' : 'key'
      const idempotencyKey = randomUUID()
      const used = {
        shopId: shop.id,
        principal: `${kind}:${caller.id}`,
        route: key,
        key: idempotencyKey,
        fingerprint: 'of another body',
        createdAt: t.clock.now(),
      }
      await t.deps.db.transact({ shopId: shop.id }, (tx) => tx.insert(idempotencyKeys).values(used))
      const { problem } = await send(key, caller, { ...inputOf(key), idempotencyKey })
      expect(problem).toMatchObject({ status: 409, code: 'idempotency-key-reused' })
    },
  )
})

describe('too many calls', () => {
  const MOST = 3
  let t: TestApp
  beforeAll(async () => {
    t = await testApp({ REQUESTS_PER_MINUTE: String(MOST) })
  })
  afterAll(() => t.close())

  test.each(contractEntries())(
    '%s stops a caller who calls too often, and nobody else',
    async (key, route) => {
      const [method = '', path = ''] = key.split(' ')
      const url = API_PREFIX + path.replace(/:[a-zA-Z]+/g, ID)
      const call = (remoteAddress: string) =>
        t.app.inject({ method: method as 'GET', url, remoteAddress })
      const eager = anAddress()
      for (let i = 0; i < (route.perMinute ?? MOST); i++) {
        expect((await call(eager)).statusCode).not.toBe(429)
      }
      const stopped = await call(eager)
      expect(stopped.json()).toMatchObject({ status: 429, code: 'rate-limited' })
      expect(stopped.json().detail).toMatch(/^请在 \d+ 秒后再试$/)
      expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0)
      expect(stopped.headers).toHaveProperty('ratelimit-reset')
      expect((await call(anAddress())).statusCode).not.toBe(429)
    },
  )
})
