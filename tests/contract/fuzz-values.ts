// Values to send: as a schema wants them, almost so, and nothing like it. What JSON text can say and
// JavaScript values cannot (1e400, a field twice) is written as a mark that becomes text when sent.
import fc from 'fast-check'

export type Json = Readonly<Record<string, unknown>>

/** Stands for this text, unquoted, in JSON; as it is anywhere else. */
export const raw = (text: string) => `@@raw:${Buffer.from(text).toString('base64url')}@@`
/** Stands for the name or id of a stored row; equal `n` mean rows that belong together. */
export const row = (name: string, n: number) => `@@row:${name}:${n}@@`

const nested = (depth: number, open: string, close: string) =>
  raw(`${open.repeat(depth)}1${close.repeat(depth)}`)

const NUMBERS = [
  ...[0, -1, 1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e21, Number.MIN_VALUE],
  ...['1e400', '-1e400', '1e-400', '-0', '1.0', '10E1', '9007199254740993', '1e2'].map(raw),
]
const TEXTS = [
  ...[
    '',
    ' ',
    '0',
    'true',
    'null',
    'NaN',
    '１２３',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\udfff\ud800',
  ],
  ...[
    '\u202egnp.exe',
    '\ufeffx',
    '\u200b',
    'e\u0301'.repeat(30),
    '👨‍👩‍👧‍👦',
    '\uffff',
    '\r\nX-Y: z',
    '\u001b[2J',
  ],
  ...["' or 1=1 --", "'; drop table orders; --", '%', '_', '\\', '%00', '../../etc/passwd'],
  ...['__proto__', 'constructor', 'toString', '{{7*7}}', '<script>alert(1)</script>', '=cmd()'],
  ...['a'.repeat(65), '很'.repeat(501), 'x'.repeat(10_000), 'a'.repeat(70_000)],
  ...['ffffffff-ffff-ffff-ffff-ffffffffffff', '00000000-0000-0000-0000-000000000000'],
  'FFFFFFFF-FFFF-7FFF-8FFF-FFFFFFFFFFFF',
  ...['urn:uuid:00000000-0000-7000-8000-000000000000', '{00000000-0000-7000-8000-000000000000}'],
]
const INSTANTS = [
  ...['2026-02-28T04:00:00Z', '2026-03-01T04:00:00.123456789Z', '2026-03-01 04:00:00z'],
  ...['2026-06-30T23:59:60Z', '0000-01-01T00:00:00Z', '0001-01-01T00:00:00Z'],
  ...['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59-23:59', '2026-02-28T04:00:00+23:59'],
]
const STRANGE = [
  ...[null, true, false, [], {}, [[]], [null], { a: {} }],
  ...[nested(200, '[', ']'), nested(20_000, '[', ']'), nested(5_000, '{"a":', '}')],
  ...['{"__proto__":{"role":"owner"}}', '{"constructor":{"prototype":{"a":1}}}', '{"":0}'].map(raw),
]

/** A value that no field asks for, or that looks like one and is not. */
export const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...NUMBERS),
  fc.constantFrom<unknown>(...TEXTS),
  fc.constantFrom<unknown>(...INSTANTS, ...STRANGE),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.double(),
  fc.jsonValue({ maxDepth: 3 }),
)

export const aRow = fc.nat(400).map((n) => row('any', n))

const WORDS = [
  'A',
  '9',
  '退货运费谁出',
  'SF1234567890123',
  'CUP-BLUE',
  '1',
  'é½٣',
  'x'.repeat(20),
  '人工',
  '我的订单 退款到哪了？',
]

function textFor(schema: Json): fc.Arbitrary<unknown> {
  const {
    format,
    pattern,
    minLength = 0,
    maxLength = 80,
  } = schema as {
    format?: string
    pattern?: string
    minLength?: number
    maxLength?: number
  }
  if (format === 'uuid') return aRow
  if (format === 'date-time') return fc.constantFrom(...INSTANTS)
  const fits = new RegExp(pattern ?? '', 'u')
  const fitting = (text: string) =>
    fits.test(text) && text.length >= minLength && text.length <= maxLength
  const edges = [minLength, maxLength].flatMap((n) => ['a', '7', '字'].map((c) => c.repeat(n)))
  const known = [...WORDS, ...TEXTS, ...edges].filter(fitting)
  const some = known.length > 0 ? [fc.constantFrom(...known)] : []
  if (pattern !== undefined && /^\^\[?[01a-z]/.test(pattern)) {
    some.push(fc.stringMatching(new RegExp(pattern)) as fc.Arbitrary<string>)
  }
  if (pattern === undefined)
    some.push(fc.string({ minLength, maxLength: Math.min(maxLength, 300) }))
  return some.length === 0 ? fc.constant('A'.repeat(Math.max(minLength, 1))) : fc.oneof(...some)
}

function numberFor(schema: Json): fc.Arbitrary<number> {
  const { minimum = 0, maximum = 2 ** 53 - 1 } = schema as { minimum?: number; maximum?: number }
  const small = fc.integer({ min: minimum, max: Math.min(maximum, minimum + 10) })
  return fc.oneof(
    small,
    fc.integer({ min: minimum, max: maximum }),
    fc.constantFrom(minimum, maximum),
  )
}

function objectFor(schema: Json): fc.Arbitrary<unknown> {
  const { properties = {}, required = [] } = schema as {
    properties?: Record<string, Json>
    required?: string[]
  }
  const fields = Object.fromEntries(Object.entries(properties).map(([k, s]) => [k, fromSchema(s)]))
  return fc.record(fields, { requiredKeys: required })
}

/** Values that fit the schema, often at its edges; ids are those of stored rows. */
export function fromSchema(schema: Json): fc.Arbitrary<unknown> {
  if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]))
  if ('const' in schema) return fc.constant(schema.const)
  if (Array.isArray(schema.anyOf)) return fc.oneof(...(schema.anyOf as Json[]).map(fromSchema))
  if (schema.type === 'object') return objectFor(schema)
  if (schema.type === 'string') return textFor(schema)
  if (schema.type === 'integer' || schema.type === 'number') return numberFor(schema)
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'null') return fc.constant(null)
  if (Object.keys(schema).length === 0) return junk
  if (schema.type !== 'array') throw new Error(`No values for ${JSON.stringify(schema)}`)
  const {
    items,
    minItems = 0,
    maxItems = 5,
  } = schema as {
    items: Json
    minItems?: number
    maxItems?: number
  }
  return fc.array(fromSchema(items), {
    minLength: minItems,
    maxLength: Math.min(maxItems, minItems + 4),
  })
}
