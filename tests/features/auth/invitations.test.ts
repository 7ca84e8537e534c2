// Invitations: for one person, one role, one day, one use; and what others can do with a code they found.
import type { Input } from '@shouhou/shared/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../helpers/app.ts'
import {
  anonymous,
  createShop,
  PASSWORD,
  signInStaff,
  type TestShop,
} from '../../helpers/client.ts'
import { aPhone, nextNumber } from '../../helpers/factories.ts'

let t: TestApp
let shop: TestShop
beforeAll(async () => {
  t = await testApp()
})
// Anew for each: time moves on, and sessions end.
beforeEach(async () => {
  shop = await createShop(t)
})
afterAll(() => t.close())

type Given = Input<'POST /invitations'>['body']
const aLogin = () => `person-${nextNumber()}`
const HOUR = 3_600_000

const invite = (invited: Given['invited'], role: Given['role'] = 'agent', at = shop) =>
  at.as('owner').ok('POST /invitations', { body: { invited, role } })
const newcomer = { name: '王小明', password: PASSWORD }
const join = (body: Input<'POST /invitations/join'>['body']) =>
  anonymous(t).call('POST /invitations/join', { body })
const accept = (body: Input<'POST /invitations/accept'>['body']) =>
  anonymous(t).call('POST /invitations/accept', { body })

/** What a caller is told, without what differs by call. */
const told = (problem: object | undefined) => ({ ...problem, instance: '' })
const nothing = async () =>
  told((await join({ code: 'in_none', login: aLogin(), ...newcomer })).problem)

describe('an invitation', () => {
  test('by account name makes that account, with its role, and signs it in', async () => {
    const login = aLogin()
    const { invitation, code } = await invite({ login }, 'warehouse')
    expect(invitation).toMatchObject({
      role: 'warehouse',
      invited: { kind: 'LOGIN', label: login },
    })
    const seen = await anonymous(t).ok('POST /invitations/look', { body: { code } })
    expect(seen).toMatchObject({ shop: { name: '测试店' }, role: 'warehouse', hasAccount: false })
    expect(seen.invited.label).not.toBe(login)
    const { body } = await join({ code, login, ...newcomer })
    expect(body.me).toMatchObject({ role: 'warehouse', name: '王小明', shop: { id: shop.id } })
    await signInStaff(t, login, PASSWORD)
    const { items } = await shop.as('owner').ok('GET /invitations')
    expect(items.map(({ id }) => id)).not.toContain(invitation.id)
  })

  test('by phone number is accepted under a name of their own, once the number is named', async () => {
    const phone = aPhone()
    const { invitation, code } = await invite({ phone })
    expect(invitation.invited.label).toBe(`${phone.slice(0, 3)}****${phone.slice(-4)}`)
    const login = aLogin()
    expect((await join({ code, login, ...newcomer })).problem?.code).toBe('not-found')
    const { body } = await join({ code, login, phone, ...newcomer })
    expect(body.me.role).toBe('agent')
  })

  test('takes somebody of another shop in with the password they have', async () => {
    const other = await createShop(t)
    const person = await other.newStaff('agent')
    const { code } = await invite({ login: person.login }, 'manager')
    const seen = await anonymous(t).ok('POST /invitations/look', { body: { code } })
    expect(seen.hasAccount).toBe(true)
    const wrong = await accept({ code, login: person.login, password: 'not the password' })
    expect(wrong.problem?.code).toBe('sign-in-failed')
    const taken = await join({ code, login: person.login, ...newcomer })
    expect(taken.problem).toMatchObject({ code: 'already-exists', errors: [{ pointer: '/login' }] })
    const { body } = await accept({ code, login: person.login, password: PASSWORD })
    expect(body.me).toMatchObject({ role: 'manager', shop: { id: shop.id } })
    expect(body.me.shops).toHaveLength(2)
  })

  test('gives access back to somebody whose access had ended, in the role it names', async () => {
    const person = await shop.newStaff('manager')
    const ended = { params: { id: person.id }, body: { disabled: true } }
    await shop.as('owner').ok('PUT /staff/:id', ended)
    const { code } = await invite({ login: person.login }, 'agent')
    const { body } = await accept({ code, login: person.login, password: PASSWORD })
    expect(body.me.role).toBe('agent')
  })

  test('is not made for somebody who works here, nor accepted by them', async () => {
    const person = await shop.newStaff('agent')
    const body = { invited: { login: person.login }, role: 'owner' as const }
    expect(await shop.as('owner').refused('POST /invitations', { body })).toMatchObject({
      code: 'already-exists',
      errors: [{ pointer: '/invited/login' }],
    })
    const phone = aPhone()
    const { code } = await invite({ phone }, 'owner')
    const { problem } = await accept({ code, phone, login: person.login, password: PASSWORD })
    expect(problem?.code).toBe('already-exists')
    expect((await person.ok('GET /me')).role).toBe('agent')
  })

  test('repeated with the same key is the same one, with its code again', async () => {
    const given = {
      body: { invited: { login: aLogin() }, role: 'agent' as const },
      idempotencyKey: 'invite-again-1',
    }
    const first = await shop.as('owner').ok('POST /invitations', given)
    expect(await shop.as('owner').ok('POST /invitations', given)).toEqual(first)
  })

  test('replaces what the same person was invited with before', async () => {
    const login = aLogin()
    const first = await invite({ login }, 'owner')
    const second = await invite({ login }, 'agent')
    expect(told((await join({ code: first.code, login, ...newcomer })).problem)).toEqual(
      await nothing(),
    )
    expect((await join({ code: second.code, login, ...newcomer })).body.me.role).toBe('agent')
  })

  test('is one of fifty open ones at most, and of five hundred people', async () => {
    const busy = await createShop(t)
    for (let n = 0; n < 50; n++) await invite({ login: aLogin() }, 'agent', busy)
    const body = { invited: { login: aLogin() }, role: 'agent' as const }
    const refused = await busy.as('owner').refused('POST /invitations', { body })
    expect(refused.code).toBe('limit-reached')
    const { items } = await busy.as('owner').ok('GET /invitations')
    expect(items).toHaveLength(50)
  })

  test('does not let the shop grow over five hundred people while it waits', async () => {
    const big = await createShop(t)
    const login = aLogin()
    const { code } = await invite({ login }, 'agent', big)
    const person = await shop.newStaff('agent')
    const phone = aPhone()
    const other = await invite({ phone }, 'agent', big)
    await t.deps.db.pool.query(
      `begin; set local role shouhou_platform;
       insert into staff (shop_id, account_id, role, created_at)
       select '${big.id}', gen_random_uuid(), 'agent', now() from generate_series(1, 500); commit`,
    )
    expect((await join({ code, login, ...newcomer })).problem?.code).toBe('limit-reached')
    const { problem } = await accept({
      code: other.code,
      phone,
      login: person.login,
      password: PASSWORD,
    })
    expect(problem?.code).toBe('limit-reached')
  })
})

describe('guarantee: a code that must not work', () => {
  test('answers alike whether it is unknown, past its day, used, taken back or for another', async () => {
    const missing = await nothing()
    expect(missing).toMatchObject({ status: 404, code: 'not-found' })
    const login = aLogin()
    const used = await invite({ login })
    await join({ code: used.code, login, ...newcomer })
    expect(told((await join({ code: used.code, login: aLogin(), ...newcomer })).problem)).toEqual(
      missing,
    )
    const back = await invite({ login: aLogin() })
    await shop.as('owner').ok('DELETE /invitations/:id', { params: { id: back.invitation.id } })
    await shop.as('owner').ok('DELETE /invitations/:id', { params: { id: back.invitation.id } })
    const late = await invite({ login: aLogin() })
    const others = await invite({ login: aLogin() })
    const wrong = await join({ code: others.code, login: aLogin(), ...newcomer })
    expect(told(wrong.problem)).toEqual(missing)
    const look = async (code: string) =>
      told(await anonymous(t).refused('POST /invitations/look', { body: { code } }))
    expect(await look(back.code)).toEqual(missing)
    t.clock.advance(24 * HOUR)
    expect(await look(late.code)).toEqual(missing)
    const sincere = { code: late.code, login: late.invitation.invited.label, ...newcomer }
    expect(told((await join(sincere)).problem)).toEqual(missing)
  })

  test('ends after five wrong persons, also for the right one', async () => {
    const login = aLogin()
    const { code } = await invite({ login })
    for (let n = 0; n < 5; n++) await join({ code, login: aLogin(), ...newcomer })
    expect((await join({ code, login, ...newcomer })).problem?.code).toBe('not-found')
  })

  test('cannot be searched for: one network gets thirty wrong codes in a quarter of an hour', async () => {
    const guesser = anonymous(t)
    const guess = (n: number) =>
      guesser.refused('POST /invitations/look', { body: { code: `in_${n}` } })
    for (let n = 0; n < 30; n++) {
      // Twenty a minute are let through at all.
      if (n % 15 === 0) t.clock.advance(61_000)
      await guess(n)
    }
    expect((await guess(31)).code).toBe('rate-limited')
  })

  test('is in no row of the database', async () => {
    const { code, invitation } = await invite({ phone: aPhone() })
    const { rows } = await t.deps.db.pool
      .query(
        `begin; set local role shouhou_platform;
       select count(*)::int as n from invitations i where i::text like '%${code}%';
       select i::text as row from invitations i where id = '${invitation.id}'; commit`,
      )
      .then((results) => ({
        rows: (results as unknown as { rows: { n?: number }[] }[]).flatMap((r) => r.rows),
      }))
    expect(rows[0]?.n).toBe(0)
  })

  test('accepted sixteen times at once makes one member', async () => {
    const phone = aPhone()
    const { code } = await invite({ phone })
    const logins = Array.from({ length: 16 }, aLogin)
    const answers = await Promise.all(
      logins.map((login) => join({ code, phone, login, ...newcomer })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ problem }) => problem?.code === 'not-found')).toHaveLength(15)
    const { items } = await shop.as('owner').ok('GET /staff')
    expect(items.filter(({ login }) => logins.includes(login))).toHaveLength(1)
    // The accounts of those who came too late are not left behind.
    const again = await signInStaff(
      t,
      logins[answers.findIndex(({ status }) => status === 200)] ?? '',
      PASSWORD,
    )
    expect(again.role).toBe('agent')
  })

  test('is taken back by its own shop only, and not made by managers', async () => {
    const other = await createShop(t)
    const { invitation, code } = await invite({ login: aLogin() })
    const params = { id: invitation.id }
    const foreign = await other.as('owner').refused('DELETE /invitations/:id', { params })
    expect(foreign.code).toBe('not-found')
    await anonymous(t).ok('POST /invitations/look', { body: { code } })
    const body = { invited: { login: aLogin() }, role: 'owner' as const }
    const refused = await shop.as('manager').refused('POST /invitations', { body })
    expect(refused.code).toBe('not-allowed')
  })
})
