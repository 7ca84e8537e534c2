// What only a real connection shows: probes, metrics, limits and their headers, other origins, bodies
// and forms, and the end of the process.
import { randomUUID } from 'node:crypto'
import { PROBLEMS } from '@shouhou/shared/contract/problems'
import pg from 'pg'
import supertest from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../helpers/app.ts'
import { createShop, type TestShop } from '../helpers/client.ts'
import { anOrder, anOrderNo } from '../helpers/factories.ts'
import { plainJpeg } from '../media/photo-samples.ts'

const PAGE = 'https://shop.example'
const PER_MINUTE = 200

let t: TestApp
let shop: TestShop
let address: string
let request: ReturnType<typeof supertest>
beforeAll(async () => {
  t = await testApp({ CORS_ORIGINS: PAGE, REQUESTS_PER_MINUTE: String(PER_MINUTE) })
  shop = await createShop(t)
  address = await t.app.listen({ port: 0, host: '127.0.0.1' })
  request = supertest(address)
})
afterAll(() => t.close())

const bearer = (token: string) => `Bearer ${token}`

describe('a probe', () => {
  test('says that the process lives and may get requests', async () => {
    await request.get('/livez').expect(200, { status: 'ok' })
    await request.get('/readyz').expect(200, { status: 'ok' })
  })

  test('says not ready while the database is away, and ready again by itself', async () => {
    const name = new URL(t.databaseUrl).pathname.slice(1)
    const away = new pg.Client(
      Object.assign(new URL(t.databaseUrl), { pathname: '/postgres' }).href,
    )
    await away.connect()
    const stop = 'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1'
    try {
      await away.query(`alter database ${name} allow_connections false`)
      await away.query(stop, [name])
      await request.get('/readyz').expect(503, { status: 'not ready' })
      await request.get('/livez').expect(200)
      const refused = await request.get('/v1/shops').expect(503)
      expect(refused.body.code).toBe('unavailable')
      expect(refused.headers['retry-after']).toBe('2')
    } finally {
      await away.query(`alter database ${name} allow_connections true`)
      await away.end()
    }
    await request.get('/readyz').expect(200)
    await request.get('/v1/shops').expect(200)
  })
})

test('metrics count requests by route, and name no row', async () => {
  const id = randomUUID()
  await request.get(`/v1/aftersales/${id}`).expect(401)
  const { text } = await request
    .get('/metrics')
    .expect(200)
    .expect('content-type', /text\/plain/)
  expect(text).toMatch(
    /http_request_duration_seconds_count\{route="GET \/aftersales\/:id",status="401"\} \d+/,
  )
  expect(text).toContain('process_resident_memory_bytes')
  expect(text).not.toContain(id)
})

describe('every answer', () => {
  test('counts down what the caller has left', async () => {
    const agent = shop.as('agent').token
    const ask = () => request.get('/v1/me').set('authorization', bearer(agent)).expect(200)
    const first = await ask()
    const second = await ask()
    expect(first.headers['ratelimit-limit']).toBe(String(PER_MINUTE))
    const left = (answer: { headers: Record<string, string> }) =>
      Number(answer.headers['ratelimit-remaining'])
    expect(left(second)).toBe(left(first) - 1)
    expect(Number(second.headers['ratelimit-reset'])).toBeLessThanOrEqual(60)
  })

  test('tells browsers to keep it in its place, and nobody what runs here', async () => {
    const { headers } = await request.get('/v1/shops').expect(200)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers).not.toHaveProperty('x-powered-by')
    expect(headers).not.toHaveProperty('server')
  })
})

describe('a page of another origin', () => {
  test('may ask when it is one of ours, also with a preflight', async () => {
    const answer = await request.get('/v1/shops').set('origin', PAGE).expect(200)
    expect(answer.headers['access-control-allow-origin']).toBe(PAGE)
    expect(answer.headers['access-control-expose-headers']).toContain('retry-after')
    const preflight = await request
      .options('/v1/me')
      .set('origin', PAGE)
      .set('access-control-request-method', 'PUT')
      .set('access-control-request-headers', 'authorization,idempotency-key')
      .expect(204)
    expect(preflight.headers['access-control-allow-methods']).toContain('PUT')
    expect(preflight.headers['access-control-allow-headers']).toContain('idempotency-key')
  })

  test('is told nothing when it is not', async () => {
    const answer = await request.get('/v1/shops').set('origin', 'https://evil.example')
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
    expect(answer.headers).not.toHaveProperty('access-control-allow-credentials')
  })
})

describe('a body', () => {
  const send = (path: string, type = 'application/json') =>
    request
      .post(path)
      .set('authorization', bearer(shop.apiKey))
      .set('idempotency-key', randomUUID())
      .set('content-type', type)

  test('may have 256 KiB, and more where the contract says so', async () => {
    const big = JSON.stringify({ text: 'x'.repeat(256 * 1024) })
    const refused = await send('/v1/aftersales').send(big).expect(413)
    expect(refused.body).toMatchObject({ status: 413, code: 'file-too-large' })
    expect(refused.headers['content-type']).toContain('application/problem+json')
    const name = 'x'.repeat(100)
    const lines = Array.from({ length: 200 }, (_none, i) => ({
      ...anOrder().lines[0],
      lineNo: String(i + 1),
      name,
      quantity: 1,
      unitPriceFen: 100,
      paidFen: 100,
    }))
    const order = anOrder({ lines: lines as never })
    const orders = Array.from({ length: 8 }, () => ({ orderNo: anOrderNo(), order }))
    const batch = JSON.stringify({ orders })
    expect(batch.length).toBeGreaterThan(256 * 1024)
    await send('/v1/orders/batch').send(batch).expect(200)
  })

  test.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded'])(
    'of type %s is not taken',
    async (type) => {
      const { body } = await send('/v1/aftersales', type).send('a=1').expect(415)
      expect(body.code).toBe('media-type')
    },
  )

  test('that is not JSON is refused, also where none is needed', async () => {
    const { body } = await request
      .post('/v1/live/tickets')
      .set('authorization', bearer(shop.as('shopper').token))
      .set('content-type', 'application/json')
      .send('{"a":')
      .expect(400)
    expect(body.code).toBe('invalid-input')
  })

  test('with a file comes in over the wire, and a form cut off does not', async () => {
    const upload = () =>
      request
        .post('/v1/uploads')
        .set('authorization', bearer(shop.as('shopper').token))
        .set('idempotency-key', randomUUID())
    const { body } = await upload()
      .attach('file', await plainJpeg(), 'cup.jpg')
      .expect(201)
    expect(body).toMatchObject({ kind: 'photo', width: 400, height: 300 })
    const photo = await request.get(
      new URL(body.url, address).pathname + new URL(body.url, address).search,
    )
    expect(photo.headers['content-type']).toBe('image/jpeg')
    const cut = '--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc'
    const refused = await upload().set('content-type', 'multipart/form-data; boundary=b').send(cut)
    expect(refused.status).toBe(400)
    expect(refused.body.code).toBe('invalid-input')
  })
})

describe('a method', () => {
  test('HEAD asks for the same rights as GET', async () => {
    await request.head('/v1/me').expect(401)
    await request
      .head('/v1/me')
      .set('authorization', bearer(shop.as('agent').token))
      .expect(200)
  })

  test.each(['patch', 'trace', 'delete'] as const)('%s is not there by itself', async (method) => {
    const answer = await request[method]('/v1/me')
    expect(answer.status).toBe(PROBLEMS['not-found'][0])
    expect(answer.body.code).toBe('not-found')
  })
})

test('slow callers are let go in the end', () => {
  const { requestTimeout, headersTimeout, keepAliveTimeout, timeout } = t.app.server
  expect(requestTimeout, 'time for a video over a slow network').toBe(180_000)
  expect(headersTimeout).toBe(15_000)
  expect(timeout).toBe(60_000)
  // Longer than proxies keep theirs, so that never they send into a connection we just closed.
  expect(keepAliveTimeout).toBe(65_000)
})
