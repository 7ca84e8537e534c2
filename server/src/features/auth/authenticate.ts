// Finds the caller behind an Authorization header: an access token or an API key.
import type { Deps } from '../../deps.ts'
import type { Authenticate } from '../../http/auth.ts'
import type { Principal } from '../../http/context.ts'
import { problem } from '../../http/problems.ts'
import { makeAccessTokens } from './access-token.ts'
import { API_KEY, callerOfKey, hashSecret } from './api-keys.ts'
import { rememberCaller } from './known-callers.ts'
import { callerOf, findLiveSession } from './session-store.ts'

/** Throws `not-signed-in` for what is no credential of ours, `session-ended` for one that was. */
export function authenticator(deps: Deps): Authenticate {
  const tokens = makeAccessTokens(deps)

  async function bySession(token: string, now: Date): Promise<Principal> {
    const claims = tokens.verify(token, now)
    const caller = await rememberCaller(deps, claims.sessionId, now, () =>
      deps.db.transact('platform', async (tx) => {
        const session = await findLiveSession(tx, claims.sessionId, now)
        return session ? callerOf(tx, session) : null
      }),
    )
    if (!caller || caller.shopId !== claims.shopId) throw problem('session-ended')
    return caller
  }

  async function byKey(secret: string, now: Date): Promise<Principal> {
    const caller = await rememberCaller(deps, hashSecret(secret), now, () =>
      deps.db.transact('platform', (tx) => callerOfKey(tx, secret, now)),
    )
    if (!caller) throw problem('not-signed-in')
    return caller
  }

  return async (authorization, now) => {
    const credential = /^Bearer ([\x21-\x7e]{1,2000})$/i.exec(authorization)?.[1]
    if (credential === undefined) throw problem('not-signed-in')
    return API_KEY.test(credential) ? byKey(credential, now) : bySession(credential, now)
  }
}
