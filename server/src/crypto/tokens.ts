// Short tokens of ours that need no row: `purpose.body.signature`, HMAC-SHA256, checked in constant time.
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

export interface Tokens {
  /** Signs `body` for one purpose; a token of one purpose is worthless for another. */
  sign(purpose: string, body: string): string
  /** The body, or null when the token was not made by {@link sign} for this purpose. */
  open(purpose: string, token: string): string | null
  /**
   * Keyed hash of a text that is short enough to be guessed: the same for the same text, and
   * useless to whoever has only the database.
   */
  hash(purpose: string, text: string): string
  /** Key for signing access tokens (JWT). */
  readonly accessKey: Buffer
  /** Key for signing photo addresses. */
  readonly addressKey: Buffer
}

const derive = (key: Buffer, use: string) => Buffer.from(hkdfSync('sha256', key, '', use, 32))

/** One master key, a derived key for each use. */
export function makeTokens(master: Buffer): Tokens {
  const key = derive(master, 'token')
  const signature = (purpose: string, body: string) =>
    createHmac('sha256', key).update(`${purpose}\n${body}`).digest()
  return {
    accessKey: derive(master, 'access'),
    addressKey: derive(master, 'address'),
    sign: (purpose, body) => `${body}.${signature(purpose, body).toString('base64url')}`,
    hash: (purpose, text) => signature(`hash ${purpose}`, text).toString('base64url'),
    open(purpose, token) {
      const dot = token.lastIndexOf('.')
      if (dot < 1) return null
      const body = token.slice(0, dot)
      // As text: the last character has bits that decoding drops, and a token must have one form.
      const given = Buffer.from(token.slice(dot + 1))
      const wanted = Buffer.from(signature(purpose, body).toString('base64url'))
      return given.length === wanted.length && timingSafeEqual(given, wanted) ? body : null
    },
  }
}
