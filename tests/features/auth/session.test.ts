// Sessions: refreshed, copied, ended, taken to another shop.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../helpers/app.ts'
import {
  anonymous,
  callerWith,
  createArbiter,
  createShop,
  type Person,
  type TestShop,
} from '../../helpers/client.ts'
import { hire } from '../../helpers/hire.ts'

const SECOND = 1_000
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

describe('a session', () => {
  let t: TestApp
  let shop: TestShop
  let person: Person
  beforeAll(async () => {
    t = await testApp()
    shop = await createShop(t)
  })
  afterAll(() => t.close())
  beforeEach(async () => {
    person = await shop.newShopper()
  })

  const refresh = (refreshToken: string) =>
    anonymous(t).call('POST /auth/refresh', { body: { refreshToken } })
  const reads = async (token: string) => (await callerWith(t, token).call('GET /me')).status

  test('goes on with a new pair, of which the refresh token is another one', async () => {
    t.clock.advance(15 * MINUTE)
    expect(await reads(person.token)).toBe(401)
    const { body } = await refresh(person.session.refreshToken)
    expect(body.refreshToken).not.toBe(person.session.refreshToken)
    expect(body.me).toEqual(person.session.me)
    expect(await reads(body.accessToken)).toBe(200)
  })

  test('sixteen who refresh at once with one token get the same next token', async () => {
    const all = await Promise.all(
      Array.from({ length: 16 }, () => refresh(person.session.refreshToken)),
    )
    expect(all.map(({ status }) => status)).toEqual(Array(16).fill(200))
    expect(new Set(all.map(({ body }) => body.refreshToken)).size).toBe(1)
    const next = await refresh(all[0]?.body.refreshToken ?? '')
    expect(next.status).toBe(200)
  })

  test('answers a lost answer again for a minute', async () => {
    const first = await refresh(person.session.refreshToken)
    t.clock.advance(60 * SECOND)
    const again = await refresh(person.session.refreshToken)
    expect(again.body.refreshToken).toBe(first.body.refreshToken)
  })

  test('ends altogether when a token comes back after more than a minute', async () => {
    const { body } = await refresh(person.session.refreshToken)
    t.clock.advance(60 * SECOND + 1)
    expect((await refresh(person.session.refreshToken)).problem?.code).toBe('session-ended')
    expect((await refresh(body.refreshToken)).problem?.code).toBe('session-ended')
    expect(await reads(body.accessToken)).toBe(401)
    expect(await reads(person.token)).toBe(401)
  })

  test('ends altogether when the token before the last comes back, however soon', async () => {
    const second = await refresh(person.session.refreshToken)
    const third = await refresh(second.body.refreshToken)
    expect((await refresh(person.session.refreshToken)).problem?.code).toBe('session-ended')
    expect((await refresh(third.body.refreshToken)).problem?.code).toBe('session-ended')
  })

  test('a copied token is told to the log, without the token', async () => {
    const said: unknown[] = []
    const { log } = t.deps
    Object.assign(t.deps, { log: { ...log, warn: (line: unknown) => said.push(line) } })
    const { body } = await refresh(person.session.refreshToken)
    t.clock.advance(MINUTE + 1)
    await refresh(person.session.refreshToken)
    Object.assign(t.deps, { log })
    expect(said).toMatchObject([{ security: 'refresh-token-reused' }])
    expect(JSON.stringify(said)).not.toContain(body.refreshToken.split('.')[2])
  })

  test('ends thirty days after its sign-in, however often it was refreshed', async () => {
    let token = person.session.refreshToken
    for (let day = 1; day < 30; day++) {
      t.clock.advance(DAY)
      token = (await refresh(token)).body.refreshToken
    }
    t.clock.advance(DAY - 1)
    const last = await refresh(token)
    expect(last.status).toBe(200)
    t.clock.advance(1)
    expect((await refresh(last.body.refreshToken)).problem?.code).toBe('session-ended')
    expect(await reads(last.body.accessToken)).toBe(401)
  })

  test('takes no refresh token but its own, letter by letter', async () => {
    const [id, counter, signature] = person.session.refreshToken.split('.')
    const [otherId] = (await shop.newShopper()).session.refreshToken.split('.')
    const forged = [
      'x',
      `${id}.${Number(counter) + 1}.${signature}`,
      `${otherId}.${counter}.${signature}`,
      `${id}.${counter}.`,
      `${id}.${counter}`,
      `${id}.1e0.${signature}`,
      person.token.slice(0, 400),
      t.deps.tokens.sign('live', `${id}.${counter}`),
      t.deps.tokens.sign('refresh', ''),
    ]
    const last = signature?.at(-1) ?? ''
    const alike = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=']
    for (const end of alike.filter((letter) => letter !== last)) {
      forged.push(`${id}.${counter}.${signature?.slice(0, -1)}${end}`)
    }
    for (const token of forged) {
      expect((await refresh(token)).problem?.code, token).toBe('session-ended')
    }
    expect((await refresh(person.session.refreshToken)).status).toBe(200)
  })

  test('signing out ends this session only, at once', async () => {
    const other = await shop.newShopper({ phone: '13700007777' })
    const again = await shop.newShopper({ phone: '13700007777' })
    expect(again.id).toBe(other.id)
    expect(await reads(other.token)).toBe(200)
    await other.ok('POST /auth/sign-out', { body: { everywhere: false } })
    expect(await reads(other.token)).toBe(401)
    expect((await refresh(other.session.refreshToken)).problem?.code).toBe('session-ended')
    expect(await reads(again.token)).toBe(200)
  })

  test('signing out everywhere ends all of this person’s sessions and nobody else’s', async () => {
    const one = await shop.newShopper({ phone: '13700008888' })
    const two = await shop.newShopper({ phone: '13700008888' })
    await one.ok('POST /auth/sign-out', { body: { everywhere: true } })
    expect(await reads(two.token)).toBe(401)
    expect((await refresh(two.session.refreshToken)).problem?.code).toBe('session-ended')
    expect(await reads(person.token)).toBe(200)
  })

  test('an arbiter refreshes and signs out like everybody', async () => {
    const arbiter = await createArbiter(t)
    const { body } = await refresh(arbiter.session.refreshToken)
    expect(body.me).toMatchObject({ role: 'arbiter', shop: null })
    await callerWith(t, body.accessToken).ok('POST /auth/sign-out', { body: { everywhere: true } })
    expect(await reads(body.accessToken)).toBe(401)
  })

  test('signed out in another process, it is over here within half a minute', async () => {
    expect(await reads(person.token)).toBe(200)
    await t.deps.db.pool.query(
      'begin; set local role shouhou_platform; update sessions set revoked_at = now(); commit',
    )
    t.clock.advance(30 * SECOND)
    expect(await reads(person.token)).toBe(401)
  })

  test('ended a week ago, it leaves the database', async () => {
    const count = async () => {
      const [, , rows] = (await t.deps.db.pool.query(
        'begin; set local role shouhou_platform; select count(*)::int as n from sessions; commit',
      )) as unknown as { rows: { n: number }[] }[]
      return rows?.rows[0]?.n
    }
    t.clock.advance(38 * DAY)
    await t.drain()
    expect(await count()).toBe(0)
  })
})

describe('switching shops', () => {
  let t: TestApp
  let here: TestShop
  let there: TestShop
  beforeAll(async () => {
    t = await testApp()
    here = await createShop(t)
    there = await createShop(t)
  })
  afterAll(() => t.close())

  test('takes the session along, and ends the access token of the first shop', async () => {
    const person = await here.newStaff('manager')
    await hire(t, there, person.login, 'agent')
    const body = { shop: there.slug }
    const next = await person.ok('POST /auth/switch-shop', { body })
    expect(next.me).toMatchObject({ role: 'agent', shop: { id: there.id } })
    expect(next.me.shops.map((s) => s.id)).toEqual([here.id, there.id])
    expect((await callerWith(t, next.accessToken).ok('GET /me')).shop?.id).toBe(there.id)
    expect((await person.refused('GET /me')).code).toBe('session-ended')
    const { refreshToken } = person.session
    const carried = await anonymous(t).ok('POST /auth/refresh', { body: { refreshToken } })
    expect(carried.me.shop?.id).toBe(there.id)
  })

  test('to a shop where one does not work is like to a shop there is not', async () => {
    const person = await here.newStaff('owner')
    const foreign = await person.refused('POST /auth/switch-shop', { body: { shop: there.slug } })
    const missing = await person.refused('POST /auth/switch-shop', { body: { shop: 'nowhere' } })
    expect({ ...foreign, instance: '' }).toEqual({ ...missing, instance: '' })
    expect(foreign.code).toBe('not-found')
    await person.ok('GET /me')
  })
})
