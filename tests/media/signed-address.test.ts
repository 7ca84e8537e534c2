// Addresses of photos: one viewer, a few minutes, nothing in them can be changed.
import {
  ADDRESS_LIFE_MS,
  addressExpiry,
  createSignedAddresses,
} from '@shouhou/server/adapters/signed-address.ts'
import { resolveRange } from '@shouhou/server/adapters/storage.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const now = new Date('2026-11-22T08:00:30Z')
const later = (ms: number) => new Date(now.getTime() + ms)
const addresses = createSignedAddresses([Buffer.alloc(32, 1)])
const what = { key: 'shop/photo/full', viewer: 'shopper-1', expiresAt: later(300_000) }
const signed = addresses.sign(what, now)
const params = { key: what.key, ...signed }

describe('a signed address', () => {
  test('is good until its last second and not after', () => {
    expect(addresses.verify(params, now)).toMatchObject({ ok: true, viewer: 'shopper-1' })
    expect(addresses.verify(params, later(299_999)).ok).toBe(true)
    expect(addresses.verify(params, later(300_000))).toEqual({ ok: false, why: 'expired' })
  })

  test('is refused to anybody else who says who they are', () => {
    expect(addresses.verify(params, now, 'shopper-1').ok).toBe(true)
    expect(addresses.verify(params, now, 'shopper-2')).toEqual({ ok: false, why: 'other-viewer' })
  })

  test.each([
    ['key', { key: 'shop/photo/thumb' }],
    ['viewer', { viewer: 'shopper-2' }],
    ['end', { expires: signed.expires + 1 }],
    ['end (not a number)', { expires: Number.NaN }],
    ['signature', { signature: signed.signature.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')) }],
    ['signature (cut)', { signature: signed.signature.slice(0, -1) }],
    ['signature (none)', { signature: '' }],
    ['signature (wide)', { signature: '签'.repeat(43) }],
  ])('is refused with another %s', (_, change) => {
    expect(addresses.verify({ ...params, ...change }, now)).toEqual({ ok: false, why: 'forged' })
  })

  test('cannot be made to last longer than ten minutes', () => {
    const sign = (ms: number) => addresses.sign({ ...what, expiresAt: later(ms) }, now)
    expect(() => sign(ADDRESS_LIFE_MS)).not.toThrow()
    expect(() => sign(ADDRESS_LIFE_MS + 1)).toThrow(RangeError)
  })

  test('no two different requests share a signature, wherever their fields are split', () => {
    const sign = (text: string, at: number) =>
      addresses.sign({ ...what, key: text.slice(0, at), viewer: text.slice(at) }, now).signature
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 8 }), (text) => {
        const signatures = Array.from({ length: text.length + 1 }, (_, at) => sign(text, at))
        return new Set(signatures).size === signatures.length
      }),
    )
  })

  test('survives a change of the key while the old one is still accepted', () => {
    const [old, fresh] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)] as const
    expect(createSignedAddresses([fresh, old]).verify(params, now).ok).toBe(true)
    expect(createSignedAddresses([fresh]).verify(params, now).ok).toBe(false)
  })

  test('ends five to ten minutes ahead, and stays the same while a page is drawn again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (ms) => {
        const left = addressExpiry(new Date(ms)).getTime() - ms
        return left > ADDRESS_LIFE_MS / 2 - 1 && left <= ADDRESS_LIFE_MS
      }),
    )
    expect(addressExpiry(now)).toEqual(addressExpiry(later(60_000)))
  })
})

test.each([
  [undefined, 'whole'],
  ['bytes=0-', { start: 0, end: 99 }],
  ['bytes=10-19', { start: 10, end: 19 }],
  ['bytes=90-500', { start: 90, end: 99 }],
  ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=-500', { start: 0, end: 99 }],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=5-4', 'whole'],
  ['bytes=0-1,5-6', 'whole'],
  ['bytes=-', 'whole'],
  ['items=0-1', 'whole'],
  [`bytes=${'9'.repeat(400)}-`, 'whole'],
])('a Range header of %s of 100 bytes means %o', (header, expected) => {
  expect(resolveRange(header, 100)).toEqual(expected)
})
