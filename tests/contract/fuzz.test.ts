// Thousands of requests for every route from every kind of caller: no failure, every refusal a problem
// document that the contract declares, and nothing changed by a refusal. FUZZ_SEED and FUZZ_REQUESTS
// choose other requests and more of them.
import { randomUUID } from 'node:crypto'
import { API_PREFIX, type ContractKey, contractEntries } from '@shouhou/shared/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../helpers/app.ts'
import { anAddress } from '../helpers/client.ts'
import { plainJpeg } from '../media/photo-samples.ts'
import { type Asked, complaints, type FuzzAnswer } from './fuzz-judge.ts'
import { addressRequests, type FuzzRequest, fuzzRequests } from './fuzz-requests.ts'
import { CALLERS, createTarget, type Target } from './fuzz-target.ts'
import { type Watch, watchRows } from './fuzz-watch.ts'
import { createWorld } from './world.ts'

const SEED = Number(process.env.FUZZ_SEED ?? 20_260_301)
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 20_000)
const BATCH = 250

let t: TestApp
let target: Target
let watch: Watch
beforeAll(async () => {
  t = await testApp()
  const world = await createWorld(t)
  const { login } = await world.shop.newStaff('agent')
  target = createTarget(t, { ...world, login })
  target.learn('POST /uploads', await sendPhoto(world.shop.as('shopper').token))
  watch = await watchRows(t.databaseUrl)
}, 60_000)
afterAll(async () => {
  await watch.close()
  await t.close()
})

/** A photo with bytes, so that its signed addresses lead to something. */
async function sendPhoto(token: string): Promise<unknown> {
  const head = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n'
  const type = 'content-type: image/jpeg\r\n\r\n'
  const response = await t.app.inject({
    method: 'POST',
    url: `${API_PREFIX}/uploads`,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'multipart/form-data; boundary=b',
      'idempotency-key': randomUUID(),
    },
    payload: Buffer.concat([
      Buffer.from(head + type),
      await plainJpeg(),
      Buffer.from('\r\n--b--\r\n'),
    ]),
  })
  expect(response.statusCode).toBe(201)
  return response.json()
}

/** What was asked, ready to be asked again by hand. */
interface Finding {
  readonly what: string
  times: number
  readonly example: string
}

const roleOf = new Map(CALLERS.map(({ name, role }) => [name, role]))

async function send(
  request: FuzzRequest,
): Promise<{ asked: Asked; answer: FuzzAnswer; sent: string }> {
  const { key, caller, exact } = request
  const token = target.tokenOf(caller)
  const url = target.ready(request.url, encodeURI, '')
  const about = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(url)?.[0] ?? ''
  const inJson = (value: string) => JSON.stringify(value).slice(1, -1)
  const payload =
    typeof request.payload === 'string'
      ? target.ready(request.payload, inJson, about)
      : request.payload
  const headers = Object.entries(request.headers).map(([name, value]) => [
    name,
    target.ready(value, String, ''),
  ])
  const all = {
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...Object.fromEntries(headers),
  }
  const response = await t.app.inject({
    method: key.split(' ')[0] as 'GET',
    url,
    headers: all,
    remoteAddress: anAddress(),
    ...(payload === undefined ? {} : { payload }),
  })
  const answer = {
    status: response.statusCode,
    contentType: String(response.headers['content-type'] ?? ''),
    text: response.body,
    changed: await watch.changes(),
  }
  if (answer.status < 300 && exact && answer.contentType.includes('json')) {
    target.learn(key, JSON.parse(answer.text))
  }
  const owns = token !== '' && all.authorization === `Bearer ${token}`
  const signedOut = key === 'POST /auth/sign-out' && answer.status === 204
  if (owns && (answer.status === 401 || signedOut)) {
    await target.renew(caller)
    await watch.changes()
  }
  const sent = `${caller}: ${key} as ${url.slice(0, 300)} ${JSON.stringify({ ...request.headers })} ${String(payload ?? '').slice(0, 1_500)}`
  const role = owns ? roleOf.get(caller) : undefined
  return { asked: { key, exact, role }, answer, sent }
}

const findings = new Map<string, Finding>()
const reached = new Map<ContractKey, Set<number>>()

async function ask(request: FuzzRequest): Promise<void> {
  const { asked, answer, sent } = await send(request)
  const statuses = reached.get(asked.key) ?? new Set()
  reached.set(asked.key, statuses.add(answer.status))
  for (const complaint of complaints(asked, answer)) {
    const what = `${asked.key} ${answer.status} ${complaint}`
    const example = `${sent}\n  → ${answer.text.slice(0, 500)}`
    const finding = findings.get(what) ?? { what, times: 0, example }
    finding.times += 1
    findings.set(what, finding)
  }
}

test(`${REQUESTS} requests of seed ${SEED} find nothing`, { timeout: 3_600_000 }, async () => {
  const requests = fc.oneof(
    { arbitrary: fuzzRequests, weight: 98 },
    { arbitrary: addressRequests, weight: 2 },
  )
  for (let done = 0; done < REQUESTS; done += BATCH) {
    for (const request of fc.sample(requests, { seed: SEED + done, numRuns: BATCH })) {
      await ask(request)
      t.clock.advance(50)
    }
    await t.drain()
    await watch.changes()
  }
  const list = [...findings.values()].map((f) => `${f.what} (${f.times} times)\n  ${f.example}`)
  expect(list.join('\n\n')).toBe('')
})

/** Only whoever holds a secret, or made the thing, gets past these: see their own tests. */
const PERSONAL: readonly ContractKey[] = [
  'POST /invitations/look',
  'POST /invitations/join',
  'POST /invitations/accept',
  'GET /shared/:token',
  'GET /exports/:id/file',
  'PUT /queue-filters/:id',
]

test.runIf(REQUESTS >= 20_000)(
  'every route was reached past its checks of caller and input',
  () => {
    const past = (statuses = new Set<number>()) =>
      [...statuses].some((status) => ![400, 401, 403, 404, 413, 415, 429].includes(status))
    const unreached = contractEntries().filter(
      ([key]) => !PERSONAL.includes(key) && !past(reached.get(key)),
    )
    expect(unreached.map(([key]) => `${key}: ${[...(reached.get(key) ?? [])]}`)).toEqual([])
  },
)

describe('the judge of answers', () => {
  const asked: Asked = { key: 'POST /aftersales', exact: true, role: 'shopper' }
  const body = { type: 'x', title: 'x', status: 404, code: 'not-found', instance: 'x' }
  const refusal = (change: object = {}, of: Partial<FuzzAnswer> = {}): FuzzAnswer => ({
    status: 404,
    contentType: 'application/problem+json',
    text: JSON.stringify({ ...body, ...change }),
    changed: [],
    ...of,
  })

  test('lets a declared refusal pass', () => {
    expect(complaints(asked, refusal())).toEqual([])
  })

  test.each<[string, FuzzAnswer]>([
    ['a failure', refusal({ status: 500, code: 'internal' }, { status: 500 })],
    ['a code the route does not declare', refusal({ code: 'range-not-there' })],
    ['a status that is not that of the code', refusal({}, { status: 409 })],
    ['a refusal that is no problem document', refusal({}, { contentType: 'application/json' })],
    ['a refusal that changed a row', refusal({}, { changed: ['orders'] })],
    ['a stack', refusal({ detail: 'Error\n    at run (file.ts:1:2)' }, {})],
    ['SQL', refusal({ detail: 'insert into "orders" values' }, {})],
    ['a success that is not declared', refusal({}, { status: 200 })],
  ])('notices %s', (_name, answer) => {
    expect(complaints(asked, answer)).not.toEqual([])
  })

  test('notices a reading route that writes, and somebody let in', () => {
    const read: Asked = { key: 'GET /shops', exact: true, role: undefined }
    const list = { status: 200, contentType: 'application/json', text: '{"items":[]}', changed: [] }
    expect(complaints(read, list)).toEqual([])
    expect(complaints(read, { ...list, changed: ['shops'] })).toEqual(['changes shops'])
    expect(complaints({ ...read, key: 'GET /staff' }, list)).toEqual(['lets somebody in'])
  })
})
