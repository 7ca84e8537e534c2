// An owner's people: added, promoted, sent away.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../helpers/app.ts'
import { anonymous, createShop, signInStaff, type TestShop } from '../../helpers/client.ts'
import { hire } from '../../helpers/hire.ts'

const member = (login: string) => ({
  login,
  name: '小陈',
  role: 'agent' as const,
  password: 'a long enough password',
})

describe('the staff of a shop', () => {
  let t: TestApp
  let shop: TestShop
  beforeAll(async () => {
    t = await testApp()
    shop = await createShop(t)
  })
  afterAll(() => t.close())

  const change = (id: string, body: { role?: 'agent' | 'owner'; disabled?: boolean }) =>
    shop.as('owner').call('PUT /staff/:id', { params: { id }, body })

  test('grows by a member who signs in with the given password', async () => {
    const body = member('chen')
    const made = await shop.as('owner').ok('POST /staff', { body })
    expect(made).toMatchObject({ login: 'chen', role: 'agent', disabled: false })
    expect((await signInStaff(t, 'chen', body.password)).id).toBe(made.id)
    const { items } = await shop.as('manager').ok('GET /staff')
    expect(items.find((m) => m.id === made.id)).toEqual(made)
    expect(JSON.stringify(items)).not.toContain('argon2')
  })

  test('a repeated request adds nobody twice and answers the same', async () => {
    const given = { body: member('twice'), idempotencyKey: 'add-twice-1' }
    const first = await shop.as('owner').ok('POST /staff', given)
    expect(await shop.as('owner').ok('POST /staff', given)).toEqual(first)
    const other = { ...given, body: { ...given.body, password: 'another good password' } }
    expect((await shop.as('owner').refused('POST /staff', other)).code).toBe(
      'idempotency-key-reused',
    )
  })

  test('what is kept of the request lets nobody guess the password', async () => {
    const { idempotencyKey } = { idempotencyKey: 'keeps-no-password' }
    await shop.as('owner').ok('POST /staff', { body: member('kept'), idempotencyKey })
    const [, rows] = (await t.deps.db.pool.query(
      `set role shouhou_platform;
       select k::text as row, fingerprint from idempotency_keys k where key = 'keeps-no-password';
       reset role`,
    )) as unknown as { rows: { row: string; fingerprint: string }[] }[]
    const { fingerprintOf } = await import('@shouhou/server/http/idempotency.ts')
    expect(rows?.rows).toHaveLength(1)
    expect(rows?.rows[0]?.row).not.toContain(member('kept').password)
    expect(rows?.rows[0]?.fingerprint).not.toContain(fingerprintOf([{}, {}, member('kept')]))
  })

  test('a login is taken once in the whole installation', async () => {
    const other = await createShop(t)
    await shop.as('owner').ok('POST /staff', { body: member('unique') })
    const problem = await other.as('owner').refused('POST /staff', { body: member('unique') })
    expect(problem).toMatchObject({ code: 'already-exists', errors: [{ pointer: '/login' }] })
  })

  test('of eight who take one login at once, one gets it', async () => {
    const all = await Promise.all(
      Array.from({ length: 8 }, () =>
        shop.as('owner').call('POST /staff', { body: member('one') }),
      ),
    )
    expect(all.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(all.filter(({ problem }) => problem?.code === 'already-exists')).toHaveLength(7)
  })

  test('a new role holds for the next call, with the token handed out before', async () => {
    const person = await shop.newStaff('agent')
    expect((await person.refused('GET /staff')).code).toBe('not-allowed')
    await change(person.id, { role: 'owner' })
    await person.ok('GET /staff')
    await change(person.id, { role: 'agent' })
    expect((await person.refused('GET /staff')).code).toBe('not-allowed')
  })

  test('ended access holds for the next call, refresh and sign-in, until it is given back', async () => {
    const person = await shop.newStaff('agent')
    await person.ok('GET /me')
    expect((await change(person.id, { disabled: true })).body).toMatchObject({ disabled: true })
    expect((await person.refused('GET /me')).code).toBe('session-ended')
    const { refreshToken } = person.session
    const refused = await anonymous(t).refused('POST /auth/refresh', { body: { refreshToken } })
    expect(refused.code).toBe('session-ended')
    await change(person.id, { disabled: false })
    const back = await signInStaff(t, person.login, 'correct horse battery staple')
    await back.ok('GET /me')
  })

  test('changed in another process, a role holds here within half a minute', async () => {
    const person = await shop.newStaff('manager')
    await person.ok('GET /staff')
    await t.deps.db.pool.query(
      `begin; set local role shouhou_platform;
       update staff set role = 'agent' where account_id = '${person.id}'; commit`,
    )
    t.clock.advance(30_000)
    expect((await person.refused('GET /staff')).code).toBe('not-allowed')
  })

  test('ended in one shop, access goes on in the other', async () => {
    const other = await createShop(t)
    const person = await shop.newStaff('agent')
    await hire(t, other, person.login, 'agent')
    await change(person.id, { disabled: true })
    const there = await signInStaff(t, person.login, 'correct horse battery staple')
    expect(there.session.me.shop?.id).toBe(other.id)
    expect(there.session.me.shops).toHaveLength(1)
  })

  test('always keeps an owner: the last one is neither demoted nor sent away', async () => {
    const alone = await createShop(t)
    const { id } = alone.as('owner')
    for (const body of [{ role: 'agent' as const }, { disabled: true }]) {
      const problem = await alone.as('owner').refused('PUT /staff/:id', { params: { id }, body })
      expect(problem).toMatchObject({ status: 409, code: 'limit-reached', why: 'last-owner' })
    }
    const second = await alone.newStaff('owner')
    const body = { disabled: true }
    await second.ok('PUT /staff/:id', { params: { id }, body })
    const last = await second.refused('PUT /staff/:id', { params: { id: second.id }, body })
    expect(last.why).toBe('last-owner')
    const owner = { disabled: false, role: 'owner' as const }
    await second.ok('PUT /staff/:id', { params: { id: second.id }, body: owner })
  })

  test('of two owners who send each other away at once, one stays', async () => {
    for (let round = 0; round < 10; round++) {
      const pair = await createShop(t)
      const [one, two] = [pair.as('owner'), await pair.newStaff('owner')]
      const body = { role: 'agent' as const }
      await Promise.all([
        one.call('PUT /staff/:id', { params: { id: two.id }, body }),
        two.call('PUT /staff/:id', { params: { id: one.id }, body }),
      ])
      const { items } = await pair.as('manager').ok('GET /staff')
      expect(items.filter((m) => m.role === 'owner' && !m.disabled)).toHaveLength(1)
    }
  })

  test('is five hundred people at most', async () => {
    const big = await createShop(t)
    await t.deps.db.pool.query(
      `begin; set local role shouhou_platform;
       insert into staff (shop_id, account_id, role, created_at)
       select '${big.id}', gen_random_uuid(), 'agent', now() from generate_series(1, 500); commit`,
    )
    const problem = await big.as('owner').refused('POST /staff', { body: member('too-many') })
    expect(problem.code).toBe('limit-reached')
  })

  test('somebody of another shop is not found, as nobody would be', async () => {
    const other = await createShop(t)
    const { problem } = await change(other.as('agent').id, { disabled: true })
    expect(problem?.code).toBe('not-found')
    await other.as('agent').ok('GET /me')
  })
})
