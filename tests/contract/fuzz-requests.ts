// Requests for every route of the contract: right ones, right ones spoilt in one place, and wrong ones
// in path, query, headers and body. Rows are named by marks, so equal seeds make equal requests.
import { API_PREFIX, type ContractKey, contractEntries } from '@shouhou/shared/contract'
import type { Route } from '@shouhou/shared/contract/route'
import fc from 'fast-check'
import { plainJpeg } from '../media/photo-samples.ts'
import { type Envelope, envelopeFor, seldom } from './fuzz-envelope.ts'
import { spoilt } from './fuzz-mutations.ts'
import { CALLERS, type CallerName } from './fuzz-target.ts'
import { fromSchema, type Json, junk, row } from './fuzz-values.ts'
import { type Refs, sampleOf } from './samples.ts'

export interface FuzzRequest {
  readonly key: ContractKey
  readonly caller: CallerName
  readonly url: string
  /** Reaches the route of `key` and no other: its part of the contract judges the answer. */
  readonly exact: boolean
  readonly headers: Readonly<Record<string, string>>
  readonly payload: string | Buffer | undefined
}

interface Parts {
  readonly params: Json
  readonly query: Json
  readonly body: unknown
}

/** Stands for the version of the row that the path names. */
export const VERSION = '@@version@@'
/** Stands for the phone of the shopper whose rows are used. */
export const PHONE = '@@phone@@'

const refsAt = (n: number) => new Proxy({} as Refs, { get: (_refs, name) => row(String(name), n) })

/** Credentials that are good, as texts for the fields of that name. */
const CREDENTIALS: Json = {
  login: row('login', 0),
  password: row('password', 0),
  refreshToken: row('refreshToken', 0),
  ticket: row('ticket', 0),
}
const credible = (given: Json): Json =>
  Object.fromEntries(Object.entries(given).map(([k, v]) => [k, CREDENTIALS[k] ?? v]))

/** The sample of a route about the rows `n`, mostly with what makes it succeed. */
function sampleParts(key: ContractKey, n: number, plain: boolean): Parts {
  const sample = sampleOf(key, refsAt(n)).input as Partial<Parts>
  const { params = {}, body } = sample
  const query = plain ? credible(sample.query ?? {}) : (sample.query ?? {})
  if (typeof body !== 'object' || body === null) return { params, query, body }
  const given = body as Json
  return {
    params,
    query,
    body: {
      ...(plain && key.startsWith('POST /auth/') ? credible(given) : given),
      ...(given.version === 1 && !key.includes('/orders') ? { version: VERSION } : {}),
      ...(given.mediaIds && plain ? { mediaIds: [] } : {}),
      ...(given.shopper && plain ? { shopper: { phone: PHONE } } : {}),
    },
  }
}

const sampled = (key: ContractKey) =>
  fc.tuple(fc.nat(400), fc.integer({ min: 0, max: 3 })).map(([n, k]) => sampleParts(key, n, k > 0))

const schemaOf = (part: unknown): fc.Arbitrary<unknown> =>
  part === undefined ? fc.constant(undefined) : fromSchema(part as Json)

const bySchema = (key: ContractKey, route: Route): fc.Arbitrary<Parts> =>
  fc
    .tuple(sampled(key), schemaOf(route.query), schemaOf(route.body))
    .map(([sample, query, body]) => ({
      params: sample.params,
      query: (query ?? {}) as Json,
      body,
    }))

const cursors = fc.oneof(
  fc.nat(50).map((n) => row('cursor', n)),
  fc.jsonValue().map((value) => Buffer.from(JSON.stringify(value)).toString('base64url')),
  fc.tuple(junk, junk).map((pair) => Buffer.from(JSON.stringify(pair)).toString('base64url')),
)
const words = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

/** One parameter of path or query replaced. */
const spoiltParts = (key: ContractKey, route: Route): fc.Arbitrary<Parts> => {
  const wrong = fc.oneof(junk, cursors).map((value) => String(words(value)).slice(0, 3_000))
  const names = Object.keys((route.query as Json | undefined)?.properties ?? {})
  const name = fc.constantFrom('surprise', 'cursor', 'limit', '__proto__', 'q[]', ...names)
  return fc
    .tuple(sampled(key), fc.boolean(), name, wrong, spoilt(fc.constant(null)))
    .map(([sample, inPath, field, value, body]) => {
      const first = Object.keys(sample.params)[0]
      if (inPath && first) return { ...sample, params: { ...sample.params, [first]: value } }
      if (route.query) return { ...sample, query: { ...sample.query, [field]: value } }
      return { ...sample, body }
    })
}

const goodCursor = (key: ContractKey): fc.Arbitrary<Parts> =>
  fc.tuple(sampled(key), cursors).map(([sample, cursor]) => ({ ...sample, query: { cursor } }))

const spoiltBody = (key: ContractKey, route: Route): fc.Arbitrary<Parts> =>
  fc
    .tuple(sampled(key), spoilt(sampled(key).map(({ body }) => body)), spoilt(schemaOf(route.body)))
    .chain(([sample, a, b]) => fc.constantFrom({ ...sample, body: a }, { ...sample, body: b }))

function partsFor(key: ContractKey, route: Route): fc.Arbitrary<Parts> {
  const paged = (route.query as { properties?: Json } | undefined)?.properties?.cursor
  return fc.oneof(
    { arbitrary: sampled(key), weight: 4 },
    { arbitrary: bySchema(key, route), weight: 3 },
    { arbitrary: spoiltParts(key, route), weight: route.params || route.query ? 2 : 0 },
    { arbitrary: goodCursor(key), weight: paged ? 2 : 0 },
    { arbitrary: spoiltBody(key, route), weight: route.body ? 5 : 0 },
  )
}

/** Marks stay as they are until they are sent; all else is put as a URL wants it. */
const inUrl = (value: unknown) =>
  String(words(value)).replace(/@@[^@]*@@|./gsu, (part) =>
    part.startsWith('@@') ? part : encodeURIComponent(Buffer.from(part).toString()),
  )

function urlOf(key: ContractKey, { params, query }: Parts): string {
  const path = (key.split(' ')[1] ?? '').replace(/:([a-zA-Z]+)/g, (_all, name) =>
    inUrl(params[name]),
  )
  const fields = Object.entries(query).filter(([, value]) => value !== undefined)
  const text = fields.map(([name, value]) => `${inUrl(name)}=${inUrl(value)}`).join('&')
  return `${API_PREFIX}${path}${text === '' ? '' : `?${text}`}`
}

function assemble(key: ContractKey, route: Route, parts: Parts, around: Envelope): FuzzRequest {
  const plain = urlOf(key, parts)
  const url = around.path(plain)
  const payload = around.text ?? (parts.body === undefined ? undefined : JSON.stringify(parts.body))
  return {
    key,
    caller: around.caller,
    url,
    exact: url === plain,
    headers: {
      ...(route.idempotency === 'key' && around.idempotencyKey !== null
        ? { 'idempotency-key': around.idempotencyKey }
        : {}),
      ...(payload === undefined
        ? {}
        : { 'content-type': around.contentType ?? 'application/json' }),
      ...around.header,
    },
    payload,
  }
}

const PHOTO = await plainJpeg()

/** A form with one file: a photo, nearly one, or none; whole or cut off. */
const forms: fc.Arbitrary<Buffer> = fc
  .record({
    name: fc.constantFrom('file', 'file', 'other', '', '__proto__'),
    fileName: fc.constantFrom('a.jpg', '../../a.jpg', 'a\u0000.png', '照片.mp4', ''),
    type: fc.constantFrom(
      'image/jpeg',
      'image/jpeg',
      'image/svg+xml',
      'video/mp4',
      'text/html',
      'x',
    ),
    bytes: fc.uint8Array({ maxLength: 500 }),
    ofPhoto: fc.constantFrom(0, 20, 600, PHOTO.length),
    end: fc.constantFrom('\r\n--b--\r\n', '\r\n--b--\r\n', '', '\r\n--b\r\n'),
  })
  .map(({ name, fileName, type, bytes, ofPhoto, end }) => {
    const disposition = `form-data; name="${name}"; filename="${fileName}"`
    const head = `--b\r\ncontent-disposition: ${disposition}\r\ncontent-type: ${type}\r\n\r\n`
    return Buffer.concat([Buffer.from(head), PHOTO.subarray(0, ofPhoto), bytes, Buffer.from(end)])
  })

function requestsFor(key: ContractKey, route: Route): fc.Arbitrary<FuzzRequest> {
  const made = fc
    .tuple(partsFor(key, route), envelopeFor(route))
    .map(([parts, around]) => assemble(key, route, parts, around))
  if (!route.upload) return made
  return fc.tuple(made, forms, fc.boolean()).map(([request, payload, asForm]) => {
    if (!asForm) return request
    const headers = { ...request.headers, 'content-type': 'multipart/form-data; boundary=b' }
    return { ...request, headers, payload }
  })
}

/** These keep a processor busy for long on purpose: a hash of a password, a process for a photo. */
const SLOW: readonly ContractKey[] = ['POST /auth/staff', 'POST /staff', 'POST /uploads']

/** One request for any route. */
export const fuzzRequests: fc.Arbitrary<FuzzRequest> = fc.oneof(
  ...contractEntries().map(([key, route]) => ({
    arbitrary: requestsFor(key, route),
    weight: SLOW.includes(key) ? 2 : 4,
  })),
)

/** Signed addresses of stored files, as they are and changed in one character. */
export const addressRequests: fc.Arbitrary<FuzzRequest> = fc
  .tuple(fc.nat(50), seldom<number | null>(null, fc.nat(400), 70), fc.constantFrom(...CALLERS))
  .map(([n, at, { name }]) => ({
    key: 'GET /media/:id',
    caller: name,
    url: row(at === null ? 'address' : `address-${at}`, n),
    exact: false,
    headers: {},
    payload: undefined,
  }))
