// Access tokens: JWT, HS256 and nothing else, fifteen minutes. They say which session asks; who that
// is and what it may do is looked up, so that a change of role reaches a token already handed out.
import { createSigner, createVerifier } from 'fast-jwt'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problems.ts'

/** Life of an access token, in ms. */
export const ACCESS_MS = 15 * 60_000
/** How far the clocks of two of our processes may be apart, in ms. */
const SKEW_MS = 60_000

const AUDIENCE = 'shouhou-api'
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const CLAIMS = ['iss', 'aud', 'sub', 'sid', 'jti', 'iat', 'exp'] as const

export interface AccessClaims {
  /** Shopper or account. */
  readonly subjectId: string
  readonly sessionId: string
  /** The shop the token was made for; a switch of shops ends the token. */
  readonly shopId: string | null
}

export interface AccessTokens {
  sign(claims: AccessClaims, now: Date): { token: string; expiresAt: Date }
  /** Throws `not-signed-in` for what is no token of ours, `session-ended` for one past its time. */
  verify(token: string, now: Date): AccessClaims
}

type Needs = Pick<Deps, 'config' | 'tokens' | 'ids'>

export function makeAccessTokens({ config, tokens, ids }: Needs): AccessTokens {
  const iss = config.publicUrl
  const signer = createSigner({ key: tokens.accessKey, algorithm: 'HS256' })
  const verifier = createVerifier({
    key: tokens.accessKey,
    algorithms: ['HS256'],
    allowedIss: iss,
    requiredClaims: [...CLAIMS],
    checkTyp: 'jwt',
    cache: false,
    // The library would ask the system's clock; times are checked below against ours.
    ignoreExpiration: true,
  })
  return {
    sign({ subjectId, sessionId, shopId }, now) {
      const iat = Math.floor(now.getTime() / 1000)
      const exp = iat + ACCESS_MS / 1000
      const own = { sub: subjectId, sid: sessionId, jti: ids.id(), ...(shopId && { shop: shopId }) }
      return {
        token: signer({ iss, aud: AUDIENCE, iat, exp, ...own }),
        expiresAt: new Date(exp * 1000),
      }
    },
    verify(token, now) {
      if (!isCanonical(token)) throw problem('not-signed-in')
      const claims = readClaims(() => verifier(token))
      if (claims.exp * 1000 <= now.getTime()) throw problem('session-ended')
      if (claims.iat * 1000 > now.getTime() + SKEW_MS) throw problem('not-signed-in')
      return { subjectId: claims.sub, sessionId: claims.sid, shopId: claims.shop ?? null }
    },
  }
}

/** False for a second form of the same token: the last character of a part may carry unused bits. */
const isCanonical = (token: string) =>
  token.split('.').every((part) => Buffer.from(part, 'base64url').toString('base64url') === part)

interface Claims {
  sub: string
  sid: string
  shop?: string
  iat: number
  exp: number
}

const isId = (claim: unknown) => typeof claim === 'string' && ID.test(claim)

/** The audience is compared here: the library would also take a list that names it. */
function readClaims(verify: () => unknown): Claims {
  let claims: Record<string, unknown>
  try {
    claims = verify() as Record<string, unknown>
  } catch {
    throw problem('not-signed-in')
  }
  const { aud, sub, sid, jti, shop = sid, iat, exp } = claims
  const wellFormed =
    aud === AUDIENCE && [sub, sid, jti, shop].every(isId) && [iat, exp].every(Number.isSafeInteger)
  if (!wellFormed) throw problem('not-signed-in')
  return claims as unknown as Claims
}
