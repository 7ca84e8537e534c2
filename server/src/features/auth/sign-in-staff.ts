// Staff and arbiters sign in with account and password. Tries are counted before the password is
// looked at, in the same way for logins that do not exist, so neither answer nor time tells them apart.
import type { Session } from '@shouhou/shared/contract/auth'
import { isStaff } from '@shouhou/shared/domain/roles'
import type { Tx } from '../../db/client.ts'
import type { BaseCtx } from '../../http/context.ts'
import { problem, say } from '../../http/problems.ts'
import { countAttempt, forgetAttempts, takeBack } from './attempt-store.ts'
import { passwordMatches } from './password.ts'
import { findAccountByLogin, listShopsOf } from './person-store.ts'
import { openSession } from './sessions.ts'

/** Tries are counted in windows of this length, in ms. */
export const WINDOW_MS = 15 * 60_000
/** Failures in a window: of one login from one network, of one login, of one network. */
const FAILURES = { pair: 5, login: 30, network: 100 } as const

interface Given {
  readonly login: string
  readonly password: string
  readonly shop?: string
}
type Keys = Record<keyof typeof FAILURES, string>

/** Throws `sign-in-failed`, or `rate-limited` after too many failures. */
export async function signInAsStaff(ctx: BaseCtx, given: Given): Promise<Session> {
  const { account, forgiveTry } = await proveAccount(ctx, given)
  return ctx.deps.db.transact('platform', async (tx) => {
    await forgiveTry(tx)
    const place = await placeOf(tx, account, given.shop)
    return openSession(ctx.deps, tx, { ...place, subjectId: account.id }, ctx.now)
  })
}

/**
 * The account behind a login and its password. The try counts until `forgiveTry`, which belongs into
 * the transaction of what was signed in for. Throws `sign-in-failed`, `rate-limited`.
 */
export async function proveAccount(
  ctx: BaseCtx,
  { login, password }: Pick<Given, 'login' | 'password'>,
) {
  const { deps, now } = ctx
  const keys = keysOf(ctx, login)
  const { account, tooMany } = await deps.db.transact('platform', async (tx) => ({
    tooMany: await countTry(tx, keys, now),
    account: await findAccountByLogin(tx, login),
  }))
  if (tooMany) throw tooManyFailures()
  const matches = await passwordMatches(account?.passwordHash ?? null, password)
  if (!account || !matches) throw problem('sign-in-failed')
  const forgiveTry = async (tx: Tx) => {
    await forgetAttempts(tx, keys.pair)
    await takeBack(tx, [keys.login, keys.network])
  }
  return { account, forgiveTry }
}

export const tooManyFailures = () =>
  problem('rate-limited', {
    detail: say('失败次数过多，请 15 分钟后再试', 'Too many failures, try again in 15 minutes'),
  })

const keysOf = ({ deps, network }: BaseCtx, login: string): Keys => {
  const hash = (text: string) => deps.tokens.hash('attempts', text)
  return {
    pair: hash(`pair\n${login}\n${network}`),
    login: hash(`login\n${login}`),
    network: hash(`network\n${network}`),
  }
}

/** Counts a try; true when there were too many. Keys in one order, so that tries do not deadlock. */
async function countTry(tx: Tx, keys: Keys, now: Date): Promise<boolean> {
  const windowStart = new Date(now.getTime() - WINDOW_MS)
  let tooMany = false
  for (const name of ['pair', 'login', 'network'] as const) {
    const count = await countAttempt(tx, keys[name], now, windowStart)
    tooMany ||= count > FAILURES[name]
  }
  return tooMany
}

/** The shop asked for, else the first one where they work; an arbiter belongs to none. */
async function placeOf(
  tx: Tx,
  account: { id: string; arbiter: boolean },
  slug: string | undefined,
): Promise<{ kind: 'staff' | 'arbiter'; shopId: string | null }> {
  if (account.arbiter && slug === undefined) return { kind: 'arbiter', shopId: null }
  const theirs = await listShopsOf(tx, account.id)
  const shop = slug === undefined ? theirs[0] : theirs.find((s) => s.slug === slug)
  if (!shop || !isStaff(shop.role)) throw problem('sign-in-failed')
  return { kind: 'staff', shopId: shop.id }
}
