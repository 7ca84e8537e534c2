// Around a request: who sends it, and what is seldom wrong with its path, headers and body text.
import type { Route } from '@shouhou/shared/contract/route'
import fc from 'fast-check'
import { CALLERS, type CallerName } from './fuzz-target.ts'
import { row } from './fuzz-values.ts'

const PATHS: readonly ((path: string) => string)[] = [
  (path) => `${path}/`,
  (path) => path.replace('/v1/', '//v1//'),
  (path) => path.replace('/v1/', '/v1%2f'),
  (path) => path.replace('/v1', '/V1'),
  (path) => path.replace('/v1/', '/v1/x/../'),
  (path) => path.replace('/v1/', '/v1/./'),
  (path) => path.replace('/v1/', '/v1\\'),
  (path) => path.replace('/v1/', '/v2/'),
  (path) => `${path};a=b`,
  (path) => `${path}%00`,
  (path) => `${path}%ff`,
  (path) => `${path}%zz`,
  (path) => `${path}/${'x'.repeat(5_000)}`,
  (path) => `${path}?a=%`,
  (path) => `${path}?__proto__[a]=1&constructor=2`,
  (path) => path.replace(/[a-z](?=[^a-z]*$)/, (c) => `%${c.charCodeAt(0).toString(16)}`),
]

const BODY_TYPES = [
  ...['text/plain', 'application/json; charset=utf-16', 'application/x-www-form-urlencoded', ''],
  ...['multipart/form-data', 'multipart/form-data; boundary=b', 'APPLICATION/JSON', 'a/b; =;;'],
  ...['application/json, text/html', 'application/jsonp', 'application/vnd.api+json', '\u0000'],
]
const BROKEN = [
  ...['', '{', '{"a":1,}', '[1', 'nul', "{'a':1}", '\ufeff{}', '{"a":1}{"b":2}', '0x10', '01'],
  ...['{"a":"\u0001"}', '"\\ud800"', '--b\r\n\r\n', '--b--\r\n', 'a=1&b=2', '\u0000'.repeat(50)],
]
const KEYS = [
  '',
  'short',
  'x'.repeat(129),
  'with space in it',
  'ключ-ключ',
  'key-used-again',
  '"quoted-key"',
]
const HEADERS: readonly Readonly<Record<string, string>>[] = [
  { authorization: 'Bearer' },
  { authorization: 'Bearer a.b.c' },
  { authorization: 'Bearer shk_0000000000000000_0000000000000000' },
  { authorization: `Bearer ${'a'.repeat(3_000)}` },
  { authorization: `Bearer ${row('spoiltToken', 0)}` },
  { authorization: `bearer  ${row('spoiltToken', 1)}` },
  { authorization: 'Basic b3duZXI6b3duZXI=' },
  { 'accept-language': `en-${'x'.repeat(5_000)}` },
  { accept: 'image/*' },
  { range: 'bytes=0-,5-9' },
  { range: 'bytes=-1' },
  { range: 'bytes=999999999999999999999-' },
  { 'if-none-match': '*' },
  { host: 'evil.example' },
  { 'x-forwarded-for': "127.0.0.1, ' or 1=1" },
  { 'x-http-method-override': 'DELETE' },
  { 'content-encoding': 'gzip' },
  { origin: 'null' },
  { cookie: 'a=b; __proto__=c' },
  { upgrade: 'websocket', connection: 'upgrade' },
]

/** What is around the parts of a request. */
export interface Envelope {
  readonly caller: CallerName
  readonly header: Readonly<Record<string, string>>
  readonly idempotencyKey: string | null
  readonly path: (path: string) => string
  readonly text: string | undefined
  readonly contentType: string | undefined
}

/** The usual value, or in `weight` of a hundred cases another. */
export const seldom = <T>(usual: T, others: fc.Arbitrary<T>, weight: number): fc.Arbitrary<T> =>
  fc.oneof({ arbitrary: fc.constant(usual), weight: 100 - weight }, { arbitrary: others, weight })

const same = (path: string) => path

/** Anybody, more often somebody whom the route lets in, with a few things wrong. */
export function envelopeFor(route: Route): fc.Arbitrary<Envelope> {
  const allowed = CALLERS.filter(
    ({ role }) => route.allow !== 'public' && role && route.allow.includes(role),
  )
  const nameOf = (list: typeof CALLERS) => fc.constantFrom(...list.map(({ name }) => name))
  const anybody = nameOf(CALLERS)
  return fc.record({
    caller:
      allowed.length === 0 ? anybody : fc.oneof({ arbitrary: nameOf(allowed), weight: 3 }, anybody),
    header: seldom({}, fc.constantFrom(...HEADERS), 8),
    idempotencyKey: seldom<string | null>(row('newKey', 0), fc.constantFrom(null, ...KEYS), 10),
    path: seldom(same, fc.constantFrom(...PATHS), 5),
    text: seldom<string | undefined>(undefined, fc.constantFrom(...BROKEN, ' '.repeat(300_000)), 4),
    contentType: seldom<string | undefined>(undefined, fc.constantFrom(...BODY_TYPES), 4),
  })
}
