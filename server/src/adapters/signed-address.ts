// Addresses of stored files that work for one viewer and a few minutes. The signature covers what
// is shown, to whom and until when; whoever holds only the address of another viewer gets nothing.
import { createHmac, timingSafeEqual } from 'node:crypto'

/** Longest life of an address. */
export const ADDRESS_LIFE_MS = 10 * 60 * 1000

/** The query of an address. `expires` is in seconds since 1970. */
export type AddressParams = { viewer: string; expires: number; signature: string }

export type AddressVerdict =
  | { ok: true; viewer: string; expiresAt: Date }
  | { ok: false; why: 'forged' | 'expired' | 'other-viewer' }

export type SignedAddresses = {
  /** `key` is whatever the route makes of its path and query, the same for `sign` and `verify`. */
  sign: (what: { key: string; viewer: string; expiresAt: Date }, now: Date) => AddressParams
  /**
   * `viewer`, when the request tells who is asking, must be the one the address was made for; an
   * image element of a page cannot send a token, then only the address speaks.
   */
  verify: (
    params: AddressParams & { key: string },
    now: Date,
    viewer?: string | undefined,
  ) => AddressVerdict
}

/**
 * Signs with the first of `keys` and accepts all of them, so that a key can be changed without
 * breaking the addresses on open pages. `sign` throws a RangeError for a life above ten minutes.
 */
export function createSignedAddresses(keys: readonly [Buffer, ...Buffer[]]): SignedAddresses {
  return {
    sign: ({ key, viewer, expiresAt }, now) => {
      if (expiresAt.getTime() - now.getTime() > ADDRESS_LIFE_MS) {
        throw new RangeError('An address may live for ten minutes at most')
      }
      const expires = Math.floor(expiresAt.getTime() / 1000)
      return { viewer, expires, signature: mac(keys[0], { key, viewer, expires }) }
    },
    verify: ({ key, viewer, expires, signature }, now, asking) => {
      const genuine = keys.some((secret) => equal(mac(secret, { key, viewer, expires }), signature))
      if (!genuine) return { ok: false, why: 'forged' }
      if (expires * 1000 <= now.getTime()) return { ok: false, why: 'expired' }
      if (asking !== undefined && asking !== viewer) return { ok: false, why: 'other-viewer' }
      return { ok: true, viewer, expiresAt: new Date(expires * 1000) }
    },
  }
}

/**
 * When an address made now should end: five to ten minutes ahead, in steps of five. Pages drawn
 * again within a step get the same address, so the photo comes from the browser's cache.
 */
export function addressExpiry(now: Date): Date {
  const step = ADDRESS_LIFE_MS / 2
  return new Date((Math.floor(now.getTime() / step) + 2) * step)
}

const mac = (secret: Buffer, fields: { key: string; viewer: string; expires: number }) =>
  // JSON keeps the fields apart, the first one keeps this signature apart from others of the key.
  createHmac('sha256', secret)
    .update(JSON.stringify(['media-address-1', fields.key, fields.viewer, fields.expires]))
    .digest('base64url')

const equal = (a: string, b: string) => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
