// Sessions: opened at sign-in, carried on by refresh tokens, ended by sign-out. A refresh token is
// the session's id and a counter, signed; none is stored.
import type { Session } from '@shouhou/shared/contract/auth'
import { DAY } from '@shouhou/shared/domain/china-time'
import type { Tx } from '../../db/client.ts'
import type { Deps } from '../../deps.ts'
import type { BaseCtx, Principal } from '../../http/context.ts'
import { problem } from '../../http/problems.ts'
import { makeAccessTokens } from './access-token.ts'
import { forgetCallers } from './known-callers.ts'
import {
  callerOf,
  findLiveSession,
  insertSession,
  moveSession,
  revokeSession,
  revokeSessionsOf,
  rotateSession,
  type SessionRow,
} from './session-store.ts'
import { viewMe } from './view-me.ts'

/** A session ends this long after its sign-in, in ms. */
const SESSION_MS = 30 * DAY
/**
 * A lost answer may be asked for again within this time, in ms; later it is a theft. Longer than a
 * client waits for an answer (15 s) before it asks again.
 */
export const GRACE_MS = 60_000

type Who = Pick<SessionRow, 'kind' | 'shopId' | 'subjectId'>

/** Opens a session for somebody who has proved who they are. */
export async function openSession(deps: Deps, tx: Tx, who: Who, now: Date): Promise<Session> {
  const session = await insertSession(tx, {
    id: deps.ids.id(),
    ...who,
    counter: 1,
    createdAt: now,
    rotatedAt: now,
    expiresAt: new Date(now.getTime() + SESSION_MS),
  })
  const caller = await callerOf(tx, session)
  if (!caller) throw problem('sign-in-failed')
  return sessionAnswer(deps, tx, session, caller, now)
}

async function sessionAnswer(
  deps: Deps,
  tx: Tx,
  session: SessionRow,
  caller: Principal,
  now: Date,
): Promise<Session> {
  const { id: sessionId, subjectId, shopId } = session
  const access = makeAccessTokens(deps).sign({ sessionId, subjectId, shopId }, now)
  return {
    accessToken: access.token,
    accessExpiresAt: access.expiresAt.toISOString(),
    refreshToken: deps.tokens.sign('refresh', `${sessionId}.${session.counter}`),
    me: await viewMe(deps, tx, caller),
  }
}

function readRefreshToken(deps: Deps, token: string) {
  const [id, counter] = deps.tokens.open('refresh', token)?.split('.') ?? []
  if (id === undefined || counter === undefined) throw problem('session-ended')
  return { id, counter: Number(counter) }
}

/**
 * The next pair for a refresh token. The token before it gets the same successor for a minute;
 * an older one ends the session: it was copied. Throws `session-ended`.
 */
export async function refreshSession(
  { deps, now }: BaseCtx,
  body: { refreshToken: string },
): Promise<Session> {
  const { id, counter } = readRefreshToken(deps, body.refreshToken)
  const answer = await deps.db.transact('platform', async (tx) => {
    const session =
      (await rotateSession(tx, id, counter, now)) ?? (await findLiveSession(tx, id, now))
    if (!session) return 'ended'
    const lateBy = now.getTime() - session.rotatedAt.getTime()
    const isSuccessor = session.counter === counter + 1 && lateBy <= GRACE_MS
    const caller = isSuccessor ? await callerOf(tx, session) : null
    if (caller) return sessionAnswer(deps, tx, session, caller, now)
    await revokeSession(tx, id, now)
    return isSuccessor ? 'ended' : 'reused'
  })
  if (typeof answer === 'object') return answer
  if (answer === 'reused') {
    deps.log.warn({ security: 'refresh-token-reused', sessionId: id }, 'session revoked')
  }
  forgetCallers(deps, (caller) => caller.sessionId === id)
  throw problem('session-ended')
}

/** Ends this session, or all of the person's. */
export async function signOut(
  { deps, now }: BaseCtx,
  user: Principal,
  everywhere: boolean,
): Promise<void> {
  const { id, sessionId } = user
  await deps.db.transact('platform', (tx) =>
    everywhere ? revokeSessionsOf(tx, id, now) : revokeSession(tx, sessionId ?? '', now),
  )
  forgetCallers(deps, (caller) => (everywhere ? caller.id === id : caller.sessionId === sessionId))
}

/** Takes the session to another shop where this person works; tokens for the first one end. */
export async function switchShop(
  { deps, now }: BaseCtx,
  user: Principal,
  slug: string,
): Promise<Session> {
  const answer = await deps.db.transact('platform', async (tx) => {
    const { shops } = await viewMe(deps, tx, user)
    const shop = shops.find((s) => s.slug === slug)
    const session = shop && (await moveSession(tx, user.sessionId ?? '', shop.id, now))
    const caller = session && (await callerOf(tx, session))
    if (!caller) throw problem('not-found')
    return sessionAnswer(deps, tx, session, caller, now)
  })
  forgetCallers(deps, (caller) => caller.sessionId === user.sessionId)
  return answer
}
