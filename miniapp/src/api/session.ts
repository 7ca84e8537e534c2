// Who is signed in: tokens kept on the phone, one refresh at a time, the ways to sign in and out.
import type { Session } from '@shouhou/shared/contract/auth'
import { isStaff } from '@shouhou/shared/domain/roles'
import Taro from '@tarojs/taro'
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { textStorage } from '../platform/storage.ts'
import { actionKeys } from './action-keys.ts'
import { ApiError } from './errors.ts'
import { exchange } from './http.ts'

interface SessionState {
  /** Slug of the shop this phone deals with; set by the entry link or chosen at sign-in. */
  readonly shop: string | null
  readonly session: Session | null
}

/** The store behind every question about the signed-in person; pages read it with a selector. */
export const useSession = create<SessionState>()(
  persist((): SessionState => ({ shop: null, session: null }), {
    name: 'shouhou.session',
    version: 1,
    storage: createJSONStorage(() => textStorage),
  }),
)

export function chooseShop(slug: string): void {
  useSession.setState({ shop: slug })
}

/** The signed-in person, or null. */
export const useMe = (): Session['me'] | null => useSession((state) => state.session?.me ?? null)

/** True for the shop's own people; decides what is offered, never what is permitted. */
export const useIsStaff = (): boolean =>
  useSession((state) => (state.session ? isStaff(state.session.me.role) : false))

export const accessToken = (): string | undefined =>
  useSession.getState().session?.accessToken ?? undefined

/** Keeps name, language and consents in step after they were changed on the server. */
export function rememberMe(me: Session['me']): void {
  const { session } = useSession.getState()
  if (session) useSession.setState({ session: { ...session, me } })
}

let refreshing: Promise<boolean> | null = null

/**
 * Gets a new access token; calls at the same time share one exchange. True when there is one now.
 * False, and signed out, when the server ended the session.
 * @throws NetworkError, or ApiError of a server in trouble: the session is kept
 */
export function refreshSession(): Promise<boolean> {
  refreshing ??= refreshOnce().finally(() => {
    refreshing = null
  })
  return refreshing
}

async function refreshOnce(): Promise<boolean> {
  const before = useSession.getState().session
  // Another tab of the web page may have refreshed: a used refresh token would end both sessions.
  if (!before || (await takeFromStorage(before))) return before !== null
  try {
    const next = await exchange({
      method: 'POST',
      path: '/auth/refresh',
      body: { refreshToken: before.refreshToken },
    })
    useSession.setState({ session: next as Session })
    return true
  } catch (error) {
    if (!(error instanceof ApiError) || error.status >= 500 || error.status === 429) throw error
    if (await takeFromStorage(before)) return true
    useSession.setState({ session: null })
    return false
  }
}

/** Re-reads the stored session; true when it is a different one than the given. */
async function takeFromStorage(known: Session): Promise<boolean> {
  await useSession.persist.rehydrate()
  const stored = useSession.getState().session
  return stored !== null && stored.refreshToken !== known.refreshToken
}

/** A one-time code works once, or again for the same action: its answer may have been lost. */
const signInKeys = actionKeys()

async function signIn(path: string, body: object): Promise<Session> {
  const session = await signInKeys.during(
    { path, body },
    (idempotencyKey) =>
      exchange({ method: 'POST', path, body, idempotencyKey }) as Promise<Session>,
  )
  useSession.setState({ session, ...(session.me.shop ? { shop: session.me.shop.slug } : {}) })
  return session
}

/** Signs a shopper in with WeChat's own identity; WeChat only. */
export async function signInWithWechat(shop: string): Promise<Session> {
  const { code } = await Taro.login()
  return signIn('/auth/wechat', { shop, code })
}

/** Sends a one-time code; the answer says when it ends and when another may be asked for (UTC). */
export const sendPhoneCode = (
  shop: string,
  phone: string,
): Promise<{ expiresAt: string; resendAt: string }> =>
  exchange({ method: 'POST', path: '/auth/phone-codes', body: { shop, phone } }) as Promise<{
    expiresAt: string
    resendAt: string
  }>

export const signInWithPhone = (shop: string, phone: string, code: string): Promise<Session> =>
  signIn('/auth/phone', { shop, phone, code })

/** Signs staff or an arbiter in; `shop` only for people who serve several. */
export const signInAsStaff = (login: string, password: string, shop?: string): Promise<Session> =>
  signIn('/auth/staff', { login, password, ...(shop ? { shop } : {}) })

interface Acceptance {
  readonly code: string
  readonly phone?: string
  readonly login: string
  readonly password: string
}

/** Accepts an invitation with an account that exists, and signs in. */
export const acceptInvitation = (given: Acceptance): Promise<Session> =>
  signIn('/invitations/accept', given)

/** Accepts an invitation with a new account, and signs in. */
export const joinByInvitation = (given: Acceptance & { readonly name: string }): Promise<Session> =>
  signIn('/invitations/join', given)

/** Continues as staff of another of one's own shops. */
export async function switchShop(shop: string): Promise<Session> {
  const next = await exchange({
    method: 'POST',
    path: '/auth/switch-shop',
    body: { shop },
    token: accessToken(),
  })
  useSession.setState({ session: next as Session, shop })
  return next as Session
}

/** Signs out on this phone at once; the server is told, and an unreachable server changes nothing here. */
export async function signOut(everywhere = false): Promise<void> {
  const token = accessToken()
  useSession.setState({ session: null })
  if (!token) return
  try {
    await exchange({ method: 'POST', path: '/auth/sign-out', body: { everywhere }, token })
  } catch {
    // The tokens are gone from this phone; the server's copies end by themselves.
  }
}
