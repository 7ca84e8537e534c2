// Bytes that no client library would send: odd paths, broken heads, smuggled lengths. Nothing gets in,
// nothing fails, and the server lives on. Also what happens to requests while it closes.
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../helpers/app.ts'
import { createShop } from '../helpers/client.ts'

const SEED = Number(process.env.FUZZ_SEED ?? 20_260_301)
const RUNS = Number(process.env.RAW_REQUESTS ?? 1_500)

let t: TestApp
let port: number
beforeAll(async () => {
  t = await testApp()
  await t.app.listen({ port: 0, host: '127.0.0.1' })
  port = (t.app.server.address() as { port: number }).port
})
afterAll(() => t.close())

async function open(): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  return socket
}

/** Everything that comes back until the other side closes, or falls silent after the last byte. */
async function exchange(bytes: string | Buffer): Promise<string> {
  const socket = await open()
  let text = ''
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1')
  })
  socket.on('error', () => undefined)
  const closed = once(socket, 'close')
  socket.end(bytes)
  await closed
  return text
}

const answersIn = (text: string) =>
  [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))

const head = (first: string, ...lines: string[]) =>
  [first, 'host: a', 'connection: close', ...lines].join('\r\n').concat('\r\n\r\n')

describe('a path', () => {
  test.each([
    '//v1/me',
    '/v1//me',
    '/v1/./me',
    '/v1/x/../me',
    '/v1/me/',
    '/V1/me',
    '/v1%2fme',
    '/v1/me%00',
    '/v1/%2e%2e/me',
    '/v1\\me',
    '/v1/me;a=b',
    '/%ff',
    '*',
    'http://evil.example/v1/nowhere',
  ])('written as %s leads nowhere', async (path) => {
    const text = await exchange(head(`GET ${path} HTTP/1.1`))
    expect([400, 404]).toContain(answersIn(text)[0])
    expect(text).toContain('application/problem+json')
  })

  test.each(['/v1/%6de', 'http://evil.example/v1/me', '/v1/me?x', '/v1/me#x'])(
    'written as %s is the same door with the same lock',
    async (path) => {
      expect(answersIn(await exchange(head(`GET ${path} HTTP/1.1`)))[0]).toBe(401)
    },
  )
})

describe('a head', () => {
  const body = '{"shop":"x","phone":"13800138000"}'
  const post = (...lines: string[]) => head('POST /v1/auth/phone-codes HTTP/1.1', ...lines)

  test.each<[string, string]>([
    ['with two lengths', post('content-length: 3', `content-length: ${body.length}`) + body],
    [
      'with a length and chunks',
      `${post('content-length: 3', 'transfer-encoding: chunked')}0\r\n\r\n`,
    ],
    ['with a length below zero', post('content-length: -1') + body],
    ['with chunks that are none', `${post('transfer-encoding: chunked')}zz\r\n{}\r\n`],
    ['with an unknown encoding', post('transfer-encoding: cow') + body],
    ['with a folded line', head('GET /v1/me HTTP/1.1', 'x-a: b', ' folded: c\u0000')],
    ['without a host', 'GET /v1/me HTTP/1.1\r\nconnection: close\r\n\r\n'],
    ['of 100 KiB', head('GET /v1/me HTTP/1.1', `x-a: ${'b'.repeat(100_000)}`)],
    ['with a byte that is none', head('GET /v1/me HTTP/1.1', 'x-a: b\u0000c')],
    ['of no version', 'GET /v1/me HTTP/9.9\r\nhost: a\r\n\r\n'],
    ['of no language', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n'],
  ])('%s is refused and the connection closed', async (_what, bytes) => {
    const text = await exchange(bytes)
    expect(answersIn(text)).toEqual([400])
    expect(text.toLowerCase()).toContain('connection: close')
  })

  test('that is no HTTP is refused as a problem document', async () => {
    const text = await exchange('hello\r\n\r\n')
    const [, json = ''] = text.split('\r\n\r\n')
    expect(JSON.parse(json)).toMatchObject({ status: 400, code: 'invalid-input' })
  })
})

describe('bytes of any kind', () => {
  const token = fc.stringMatching(/^[A-Za-z-]{1,12}$/)
  const text = fc.string({ unit: 'binary', maxLength: 60 })
  const method = fc.oneof(
    fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'TRACE', 'CONNECT'),
    token,
  )
  const path = fc.oneof(
    fc.constantFrom('/v1/me', '/v1/aftersales', '/v1/live', '/', '*', '/v1/media/x'),
    fc.webPath().map((p) => `/v1${p}`),
    text,
  )
  const header = fc.oneof(
    fc.tuple(token, text).map(([name, value]) => `${name}: ${value}`),
    fc.constantFrom(
      ...[
        'content-length: 5',
        'transfer-encoding: chunked',
        'upgrade: websocket',
        'expect: 100-continue',
      ],
      ...[
        'connection: upgrade',
        'content-type: application/json',
        'authorization: Bearer x',
        ':',
        '',
      ],
    ),
    text,
  )
  const requests = fc
    .tuple(
      method,
      path,
      fc.constantFrom('1.1', '1.0', '2.0', ''),
      fc.array(header, { maxLength: 6 }),
      text,
    )
    .map(([m, p, version, headers, rest]) =>
      Buffer.from(
        [`${m} ${p} HTTP/${version}`, 'host: a', ...headers, '', rest].join('\r\n'),
        'utf8',
      ),
    )

  test(`${RUNS} times with seed ${SEED} get nobody in and stop nothing`, {
    timeout: 600_000,
  }, async () => {
    const bad: string[] = []
    for (const bytes of fc.sample(requests, { seed: SEED, numRuns: RUNS })) {
      const answer = await exchange(bytes)
      const allowed = [400, 401, 404, 405, 413, 415, 417, 426, 431]
      const wrong = answersIn(answer).filter((status) => !allowed.includes(status))
      const anyPage = wrong.every((status) => status === 100)
      if (!anyPage) bad.push(`${JSON.stringify(bytes.toString())} → ${answer.slice(0, 300)}`)
    }
    expect(bad).toEqual([])
    expect((await fetch(`http://127.0.0.1:${port}/livez`)).status).toBe(200)
  })
})

describe('a server that closes', () => {
  test('finishes what it has begun, refuses what comes after, and takes no new caller', async () => {
    const closing = await testApp()
    const { as, id: shopId } = await createShop(closing)
    await closing.app.listen({ port: 0, host: '127.0.0.1' })
    const at = (closing.app.server.address() as { port: number }).port
    const shopper = as('shopper')
    const ask = (first: string, body: string) =>
      [
        `${first} HTTP/1.1`,
        'host: a',
        `authorization: Bearer ${shopper.token}`,
        'content-type: application/json',
        `content-length: ${body.length}`,
        '',
        body,
      ].join('\r\n')

    const holder = new pg.Client(closing.databaseUrl)
    await holder.connect()
    await holder.query('begin; set local role shouhou_platform')
    await holder.query('select 1 from shoppers where shop_id = $1 for update', [shopId])
    const socket = connect(at, '127.0.0.1')
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk.toString()
    })
    const gone = once(socket, 'close')
    socket.write(ask('PUT /v1/me', '{"language":"en"}'))
    await waitsForLock(closing.databaseUrl)
    const closed = closing.close()
    socket.write(ask('GET /v1/me', ''))
    await holder.query('commit')
    await holder.end()
    await gone
    await closed
    expect(answersIn(text)).toEqual([200, 503])
    expect(text).toContain('"code":"unavailable"')
    await expect(fetch(`http://127.0.0.1:${at}/livez`)).rejects.toThrow()
  })
})

/** Until somebody waits for a row that is held. */
async function waitsForLock(url: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  const waiting = `select 1 from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`
  while ((await client.query(waiting)).rowCount === 0) await delay(5)
  await client.end()
}
