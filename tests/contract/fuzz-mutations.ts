// Spoils a value in one place: what a careless or hostile client sends instead of the right thing.
import fc from 'fast-check'
import { junk, raw } from './fuzz-values.ts'

type Path = readonly (string | number)[]
interface Spoil {
  /** Which of the places, counted modulo their number. */
  readonly at: number
  readonly how: 'replace' | 'remove' | 'add' | 'wrap' | 'twice' | 'as text' | 'bigger'
  readonly junk: unknown
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function places(value: unknown, path: Path = []): Path[] {
  const inner = Array.isArray(value)
    ? value.flatMap((v, i) => places(v, [...path, i]))
    : isObject(value)
      ? Object.entries(value).flatMap(([k, v]) => places(v, [...path, k]))
      : []
  return [path, ...inner]
}

const GONE = Symbol('removed')

/** A copy with the value at `path` changed. */
function changed(value: unknown, path: Path, change: (old: unknown) => unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return change(value)
  if (Array.isArray(value)) {
    const next = value.map((v, i) => (i === step ? changed(v, rest, change) : v))
    return next.filter((v) => v !== GONE)
  }
  const entries = Object.entries(value as object).map(([k, v]) => [
    k,
    k === step ? changed(v, rest, change) : v,
  ])
  return Object.fromEntries(entries.filter(([, v]) => v !== GONE))
}

/** An object whose first field stands in the text twice. */
function twice(value: unknown, other: unknown): unknown {
  if (!isObject(value)) return [value, value]
  const fields = Object.entries(value).map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`)
  const [first] = Object.keys(value)
  return raw(
    `{${JSON.stringify(first ?? 'a')}:${JSON.stringify(other) ?? 'null'},${fields.join(',')}}`,
  )
}

const HOW: Readonly<Record<Spoil['how'], (old: unknown, other: unknown) => unknown>> = {
  replace: (_old, other) => other,
  remove: () => GONE,
  add: (old, other) =>
    isObject(old) ? { ...old, surprise: other } : Array.isArray(old) ? [...old, other] : other,
  wrap: (old) => [old],
  twice,
  'as text': (old) => JSON.stringify(old) ?? '',
  bigger: (old) => {
    if (typeof old === 'number') return old * 1_000 + 1
    if (typeof old === 'string') return old.repeat(40)
    return Array.isArray(old) && old.length > 0 ? Array<unknown>(300).fill(old[0]) : old
  },
}

function spoil(value: unknown, { at, how, junk: other }: Spoil): unknown {
  const all = places(value)
  const result = changed(value, all[at % all.length] ?? [], (old) => HOW[how](old, other))
  return result === GONE ? null : result
}

const spoils: fc.Arbitrary<Spoil> = fc.record({
  at: fc.nat(10_000),
  how: fc.constantFrom(...(Object.keys(HOW) as Spoil['how'][])),
  junk,
})

/** The same values with one or two places spoilt. */
export const spoilt = (values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(values, fc.array(spoils, { minLength: 1, maxLength: 2 }))
    .map(([value, list]) => list.reduce(spoil, value))
