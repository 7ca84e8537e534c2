// Shoppers sign in with a phone and a one-time code.
import type { Sms } from '@shouhou/server/adapters/sms.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../helpers/app.ts'
import { anonymous, createShop, signInShopper, type TestShop } from '../../helpers/client.ts'
import { aPhone } from '../../helpers/factories.ts'

const MINUTE = 60_000

describe('signing in with a phone', () => {
  let t: TestApp
  let shop: TestShop
  beforeAll(async () => {
    t = await testApp()
    shop = await createShop(t)
  })
  afterAll(() => t.close())

  const send = (phone: string, slug = shop.slug) =>
    anonymous(t).call('POST /auth/phone-codes', { body: { shop: slug, phone } })
  const enter = (phone: string, code: string, slug = shop.slug) =>
    anonymous(t).call('POST /auth/phone', { body: { shop: slug, phone, code } })
  const wrongCode = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

  test('the code that was sent signs in, and the phone’s shopper stays the same', async () => {
    const phone = aPhone()
    const first = await signInShopper(t, shop.slug, phone)
    expect(first.session.me).toMatchObject({ role: 'shopper', name: '' })
    t.clock.advance(MINUTE)
    const again = await signInShopper(t, shop.slug, phone)
    expect(again.id).toBe(first.id)
  })

  test('the answer to asking for a code does not tell whether the phone is known', async () => {
    const phone = aPhone()
    await shop.newShopper({ phone })
    const known = await send(phone)
    const unknown = await send(aPhone())
    expect({ status: unknown.status, body: unknown.body }).toEqual({
      status: known.status,
      body: known.body,
    })
  })

  test('a code works once', async () => {
    const phone = aPhone()
    await send(phone)
    const code = t.codeFor(phone)
    expect((await enter(phone, code)).status).toBe(200)
    expect((await enter(phone, code)).problem?.code).toBe('code-wrong')
  })

  test('guarantee: a used code is answered again to the same action only, and for a minute', async () => {
    const phone = aPhone()
    await send(phone)
    const body = { shop: shop.slug, phone, code: t.codeFor(phone) }
    const enterAs = async (key: string, given = body) => {
      const headers = { 'idempotency-key': key }
      const payload = given
      const url = '/v1/auth/phone'
      return (await t.app.inject({ method: 'POST', url, headers, payload })).statusCode
    }
    expect(await enterAs('key-of-the-action')).toBe(200)
    expect(await enterAs('key-of-the-action')).toBe(200)
    expect(await enterAs('key-of-another-one')).toBe(422)
    expect(await enterAs('key-of-the-action', { ...body, code: wrongCode(body.code) })).toBe(422)
    expect((await enter(phone, body.code)).problem?.code).toBe('code-wrong')
    t.clock.advance(MINUTE)
    expect(await enterAs('key-of-the-action')).toBe(422)
  })

  test('of sixteen who enter the same code at once, one gets in', async () => {
    const phone = aPhone()
    await send(phone)
    const code = t.codeFor(phone)
    const all = await Promise.all(Array.from({ length: 16 }, () => enter(phone, code)))
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('a code ends after five minutes', async () => {
    const phone = aPhone()
    const { body } = await send(phone)
    t.clock.set(body.expiresAt)
    expect((await enter(phone, t.codeFor(phone))).problem?.code).toBe('code-wrong')
  })

  test('five wrong tries use a code up, also at once', async () => {
    const phone = aPhone()
    await send(phone)
    const code = t.codeFor(phone)
    const wrong = await Promise.all([1, 2, 3, 4, 5].map(() => enter(phone, wrongCode(code))))
    expect(wrong.map(({ problem }) => problem?.code)).toEqual(Array(5).fill('code-wrong'))
    expect((await enter(phone, code)).problem?.code).toBe('code-wrong')
  })

  test('four wrong tries leave a fifth that is right', async () => {
    const phone = aPhone()
    await send(phone)
    const code = t.codeFor(phone)
    for (let i = 0; i < 4; i++) await enter(phone, wrongCode(code))
    expect((await enter(phone, code)).status).toBe(200)
  })

  test('asking again within a minute sends nothing and says when it will', async () => {
    const phone = aPhone()
    const first = await send(phone)
    const code = t.codeFor(phone)
    t.clock.advance(MINUTE - 1)
    const second = await send(phone)
    expect(second.body).toEqual(first.body)
    expect(t.codeFor(phone)).toBe(code)
    t.clock.set(first.body.resendAt)
    const third = await send(phone)
    expect(third.body.expiresAt > first.body.expiresAt).toBe(true)
    expect((await enter(phone, t.codeFor(phone))).status).toBe(200)
  })

  test('a new code ends the one before it', async () => {
    const phone = aPhone()
    await send(phone)
    const code = t.codeFor(phone)
    let newer = code
    while (newer === code) {
      t.clock.advance(MINUTE)
      await send(phone)
      newer = t.codeFor(phone)
    }
    expect((await enter(phone, code)).problem?.code).toBe('code-wrong')
    expect((await enter(phone, newer)).status).toBe(200)
  })

  test('two who ask for the same phone at once cause one message', async () => {
    const phone = aPhone()
    const all = await Promise.all(Array.from({ length: 8 }, () => send(phone)))
    expect(new Set(all.map(({ body }) => body.resendAt)).size).toBe(1)
    expect((await enter(phone, t.codeFor(phone))).status).toBe(200)
  })

  test('a phone gets ten codes a day from all shops together, counted by the day in China', async () => {
    const other = await createShop(t)
    const phone = aPhone()
    t.clock.set('2026-04-01T04:00:00.000Z')
    for (let i = 0; i < 10; i++) {
      expect((await send(phone, i % 2 ? shop.slug : other.slug)).status).toBe(202)
      t.clock.advance(MINUTE)
    }
    expect((await send(phone)).problem).toMatchObject({ status: 429, code: 'rate-limited' })
    expect((await send(phone, other.slug)).status).toBe(429)
    expect((await send(aPhone())).status).toBe(202)
    t.clock.set('2026-04-01T15:59:59.999Z')
    expect((await send(phone)).status).toBe(429)
    t.clock.set('2026-04-01T16:00:00.000Z')
    expect((await send(phone)).status).toBe(202)
  })

  test('a code of one shop or phone is worth nothing for another', async () => {
    const other = await createShop(t)
    const [mine, yours] = [aPhone(), aPhone()]
    await send(mine)
    await send(yours)
    const code = t.codeFor(mine)
    expect((await enter(mine, code, other.slug)).problem?.code).toBe('code-wrong')
    if (t.codeFor(yours) !== code) {
      expect((await enter(yours, code)).problem?.code).toBe('code-wrong')
    }
  })

  test('an unknown shop is not found', async () => {
    expect((await send(aPhone(), 'nowhere')).problem?.code).toBe('not-found')
    expect((await enter(aPhone(), '123456', 'nowhere')).problem?.code).toBe('not-found')
  })

  test('the database holds neither the code nor the phone in the clear', async () => {
    const phone = aPhone()
    await send(phone)
    const [, rows] = (await t.deps.db.pool.query(
      "set role shouhou_platform; select string_agg(c::text, ' ') as all from phone_codes c; reset role",
    )) as unknown as { rows: { all: string }[] }[]
    expect(rows?.rows[0]?.all).toContain(t.deps.personal.blindIndex('phone', phone))
    expect(rows?.rows[0]?.all).not.toContain(phone)
    expect(rows?.rows[0]?.all).not.toContain(`,${t.codeFor(phone)},`)
  })
})

test('a sender that fails is an outside fault, and another code may be asked for at once', async () => {
  const t = await testApp()
  const shop = await createShop(t)
  const body = { shop: shop.slug, phone: aPhone() }
  const { sms } = t.deps
  const replace = (sender: Sms) => Object.assign(t.deps, { sms: sender })
  replace({ ...sms, sendCode: () => Promise.reject(new Error('no network')) })
  const problem = await anonymous(t).refused('POST /auth/phone-codes', { body })
  expect(problem.code).toBe('outside-failed')
  replace(sms)
  await anonymous(t).ok('POST /auth/phone-codes', { body })
  expect(t.codeFor(body.phone)).toMatch(/^[0-9]{6}$/)
  await t.close()
})
