// Staff sign in with account and password, and others try to.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../helpers/app.ts'
import {
  anAddress,
  anonymous,
  createShop,
  PASSWORD,
  signInStaff,
  type TestShop,
} from '../../helpers/client.ts'
import { hire } from '../../helpers/hire.ts'

const MINUTE = 60_000

describe('signing in with a password', () => {
  let t: TestApp
  let shop: TestShop
  beforeAll(async () => {
    t = await testApp()
    shop = await createShop(t)
  })
  afterAll(() => t.close())

  /** One try; from a network of its own unless given. Route limits are those of one network. */
  const attempt = (login: string, password: string, address = anAddress(), slug?: string) =>
    anonymous(t, address).call('POST /auth/staff', {
      body: { login, password, ...(slug === undefined ? {} : { shop: slug }) },
    })

  test('lets staff in with their role', async () => {
    const { login, id } = await shop.newStaff('warehouse')
    const person = await signInStaff(t, login, PASSWORD)
    expect(person).toMatchObject({ id, role: 'warehouse' })
    expect(await person.ok('GET /me')).toEqual(person.session.me)
  })

  test('without a shop named, lets staff into the first one where they still work', async () => {
    const other = await createShop(t)
    const { login, id } = await shop.newStaff('agent')
    t.clock.advance(1)
    await hire(t, other, login, 'manager')
    expect((await signInStaff(t, login, PASSWORD)).session.me.shop?.id).toBe(shop.id)
    expect((await signInStaff(t, login, PASSWORD, other.slug)).role).toBe('manager')
    await shop.as('owner').ok('PUT /staff/:id', { params: { id }, body: { disabled: true } })
    expect((await signInStaff(t, login, PASSWORD)).session.me.shop?.id).toBe(other.id)
  })

  test('answers a wrong password, an unknown login, a foreign shop and a disabled person alike', async () => {
    const other = await createShop(t)
    const { login } = await shop.newStaff('agent')
    const gone = await shop.newStaff('agent')
    const params = { id: gone.id }
    await shop.as('owner').ok('PUT /staff/:id', { params, body: { disabled: true } })
    const answers = [
      await attempt(login, 'not the password'),
      await attempt('nobody-at-all', 'not the password'),
      await attempt(login, PASSWORD, anAddress(), other.slug),
      await attempt(login, PASSWORD, anAddress(), 'nowhere'),
      await attempt(gone.login, PASSWORD),
    ]
    const [first, ...others] = answers.map(({ problem }) => ({ ...problem, instance: '' }))
    expect(first).toMatchObject({ status: 401, code: 'sign-in-failed' })
    for (const answer of others) expect(answer).toEqual(first)
  })

  test('stops listening to one network after five failures, even to the right password', async () => {
    const { login } = await shop.newStaff('agent')
    const address = anAddress()
    for (let i = 0; i < 5; i++) {
      expect((await attempt(login, 'wrong password', address)).status).toBe(401)
    }
    expect((await attempt(login, PASSWORD, address)).problem).toMatchObject({
      status: 429,
      code: 'rate-limited',
    })
    expect((await attempt(login, PASSWORD, anAddress())).status).toBe(200)
    t.clock.advance(15 * MINUTE)
    expect((await attempt(login, PASSWORD, address)).status).toBe(200)
  })

  test('counts tries at a login that does not exist in the same way', async () => {
    const address = anAddress()
    const statuses = []
    for (let i = 0; i < 6; i++) statuses.push((await attempt('ghost', 'guess', address)).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
  })

  test('lets at most five of sixteen guesses at once be tried', async () => {
    const { login } = await shop.newStaff('agent')
    const address = anAddress()
    const all = await Promise.all(
      Array.from({ length: 16 }, () => attempt(login, 'wrong password', address)),
    )
    expect(all.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(all.filter(({ status }) => status === 429)).toHaveLength(11)
  })

  test('stops thirty failures at one login, from however many networks', async () => {
    const { login } = await shop.newStaff('agent')
    for (let i = 0; i < 30; i++) {
      expect((await attempt(login, 'wrong password')).status).toBe(401)
    }
    expect((await attempt(login, PASSWORD)).status).toBe(429)
  })

  test('a success clears the failures before it, and does not count itself', async () => {
    const { login } = await shop.newStaff('agent')
    const address = anAddress()
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 4; i++) await attempt(login, 'wrong password', address)
      expect((await attempt(login, PASSWORD, address)).status).toBe(200)
    }
  })

  test('stores passwords as argon2id with a salt of their own', async () => {
    const [, rows] = (await t.deps.db.pool.query(
      'set role shouhou_platform; select password_hash as hash from accounts; reset role',
    )) as unknown as { rows: { hash: string }[] }[]
    const hashes = rows?.rows.map((row) => row.hash) ?? []
    expect(hashes.length).toBeGreaterThan(5)
    expect(new Set(hashes).size).toBe(hashes.length)
    for (const hash of hashes) expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })
})
