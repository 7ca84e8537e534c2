// Access tokens that somebody made, changed or kept too long.
import { createHmac } from 'node:crypto'
import { readConfig } from '@shouhou/server/config.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TEST_KEYS, type TestApp, testApp } from '../../helpers/app.ts'
import { callerWith, createShop, type Person } from '../../helpers/client.ts'

type Json = Record<string, unknown>

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const decode = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString()) as Json

describe('an access token', () => {
  let t: TestApp
  let person: Person
  let header: Json
  let claims: Json
  beforeAll(async () => {
    t = await testApp()
    person = (await createShop(t)).as('shopper')
    const [first, second] = person.token.split('.')
    header = decode(first)
    claims = decode(second)
  })
  afterAll(() => t.close())

  const use = async (token: string) => {
    const { status, problem } = await callerWith(t, token).call('GET /me')
    return status === 200 ? 'let in' : problem?.code
  }

  /** Signs with the server's own key, as somebody would who found a way to. */
  function forge(claims: Json, changed: Json = {}, hash = 'sha256', key = t.deps.tokens.accessKey) {
    const input = `${encode({ ...header, ...changed })}.${encode(claims)}`
    return `${input}.${createHmac(hash, key).update(input).digest('base64url')}`
  }

  test('made in the right way is let in, so that the attacks below fail for their own reason', async () => {
    expect(await use(forge(claims))).toBe('let in')
  })

  test('lives fifteen minutes by the clock of the server', () => {
    expect(Number(claims.exp) - Number(claims.iat)).toBe(15 * 60)
    expect(person.session.accessExpiresAt).toBe(new Date(Number(claims.exp) * 1000).toISOString())
    expect(Object.keys(claims).sort()).toEqual(
      ['aud', 'exp', 'iat', 'iss', 'jti', 'shop', 'sid', 'sub'].sort(),
    )
  })

  test.each(['none', 'None', 'NONE', 'nOnE', ''])(
    'without a signature, alg %j, is refused',
    async (alg) => {
      const input = `${encode({ ...header, alg })}.${encode(claims)}`
      expect(await use(`${input}.`)).toBe('not-signed-in')
      expect(await use(input)).toBe('not-signed-in')
      expect(await use(forge(claims, { alg }))).toBe('not-signed-in')
    },
  )

  test.each([
    ['HS512', 'sha512'],
    ['HS384', 'sha384'],
    ['hs256', 'sha256'],
    ['RS256', 'sha256'],
    ['ES256', 'sha256'],
    ['EdDSA', 'sha512'],
  ])('signed with the right key but as %s is refused', async (alg, hash) => {
    expect(await use(forge(claims, { alg }, hash))).toBe('not-signed-in')
  })

  test.each([
    ['crit', { crit: ['exp'] }],
    ['an unknown crit', { crit: ['b64'], b64: false }],
    ['another typ', { typ: 'refresh+jwt' }],
    ['no typ', { typ: undefined }],
  ])('with %s in its header is refused', async (_what, changed) => {
    expect(await use(forge(claims, changed))).toBe('not-signed-in')
  })

  test.each(['iss', 'aud', 'sub', 'sid', 'jti', 'iat', 'exp'])(
    'without %s is refused',
    async (claim) => {
      const { [claim]: _gone, ...rest } = claims
      expect(await use(forge(rest))).toBe('not-signed-in')
      for (const empty of [null, '', [], {}, [claims[claim]], true]) {
        expect(await use(forge({ ...claims, [claim]: empty }))).not.toBe('let in')
      }
    },
  )

  test.each([
    ['another issuer', { iss: 'https://shop.example' }],
    ['another audience', { aud: 'another-api' }],
    ['issuers as a list', { iss: ['http://127.0.0.1:8080', 'https://evil.example'] }],
    ['a far future exp as text', { exp: '9999999999' }],
    ['an infinite exp', { exp: 1e308 }],
    ['an iat of tomorrow', { iat: 4_000_000_000, exp: 4_000_000_900 }],
    ['another shop', { shop: '0190a000-0000-7000-8000-000000000000' }],
    ['no shop', { shop: undefined }],
    ['another session', { sid: '0190a000-0000-7000-8000-000000000000' }],
    ['a session that is no id', { sid: "x' or true --" }],
  ])('with %s is refused', async (_what, changed) => {
    const answer = await use(forge({ ...claims, ...changed }))
    expect(['not-signed-in', 'session-ended']).toContain(answer)
  })

  test('names its session; another subject in it changes nothing', async () => {
    const other = forge({ ...claims, sub: '0190a000-0000-7000-8000-000000000000' })
    const me = await callerWith(t, other).call('GET /me')
    expect(me.status === 200 ? me.body.id : person.id).toBe(person.id)
  })

  test('with any one character changed is refused', async () => {
    const { token } = person
    const places = [...Array(token.length).keys()].filter((at) => at % 7 === 0)
    for (const at of [...places, token.length - 1]) {
      for (const other of ['A', 'B', '_', '=']) {
        if (token[at] === other) continue
        const changed = token.slice(0, at) + other + token.slice(at + 1)
        expect(await use(changed), changed).not.toBe('let in')
      }
    }
  })

  test('has one form: other last characters that decode alike are refused', async () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const end = person.token.length - 1
    const accepted = []
    for (const last of alphabet) {
      if ((await use(person.token.slice(0, end) + last)) === 'let in') accepted.push(last)
    }
    expect(accepted).toEqual([person.token[end]])
    for (const more of ['=', '.', ' ', 'A', '\n']) {
      expect(await use(person.token + more).catch(() => 'refused'), more).not.toBe('let in')
    }
  })

  test('signed with another key, an empty one or a short one is refused', async () => {
    for (const key of [
      Buffer.alloc(32),
      Buffer.alloc(0),
      Buffer.from('a'),
      t.deps.tokens.addressKey,
    ]) {
      expect(await use(forge(claims, {}, 'sha256', key))).toBe('not-signed-in')
    }
  })

  test.each([
    '',
    ' ',
    'Bearer',
    'Bearer ',
    'Basic dXNlcjpwYXNz',
    'Bearer a.b.c',
    'Bearer ..',
    'Bearer null',
    `Bearer ${'a'.repeat(3_000)}`,
    'Bearer shk_00000000_short',
    `Bearer shk_00000000_${'a'.repeat(43)}`,
  ])('that is %j instead is refused', async (authorization) => {
    const answer = await t.app.inject({ url: '/v1/me', headers: { authorization } })
    expect(answer.statusCode).toBe(401)
    expect(answer.headers['www-authenticate']).toBe('Bearer')
  })

  test('a refresh token, a live ticket or a photo address is no access token', async () => {
    expect(await use(person.session.refreshToken)).toBe('not-signed-in')
    const { ticket } = await person.ok('POST /live/tickets')
    expect(await use(ticket)).toBe('not-signed-in')
  })

  test('ends at its exp, not a millisecond later', async () => {
    const exp = Number(claims.exp) * 1000
    t.clock.set(new Date(exp - 1))
    expect(await use(person.token)).toBe('let in')
    t.clock.set(new Date(exp))
    expect(await use(person.token)).toBe('session-ended')
  })
})

test.each(['', 'short', '0'.repeat(64), 'abc'.repeat(22)])(
  'a server whose key is %j does not start',
  (TOKEN_KEY) => {
    expect(() => readConfig({ ...TEST_KEYS, DATABASE_URL: 'postgresql://x/y', TOKEN_KEY })).toThrow(
      /TOKEN_KEY must be 64 random hexadecimal digits/,
    )
  },
)
