// The invited person looks at an invitation and accepts it, with a new account or one that exists. A code
// that is unknown, past its day, used, taken back or somebody else's gets one and the same answer.
import type { Input, Output } from '@shouhou/shared/contract'
import type { Session } from '@shouhou/shared/contract/auth'
import type { Tx } from '../../db/client.ts'
import type { BaseCtx } from '../../http/context.ts'
import { problem, say } from '../../http/problems.ts'
import { countAttempt, takeBack } from './attempt-store.ts'
import { findInvitation, spendInvitationTry, takeInvitation } from './invitation-store.ts'
import { hashInvitationCode, type Person, personIndex } from './invite-staff.ts'
import { hashPassword } from './password.ts'
import { findAccountByLogin } from './person-store.ts'
import { openSession } from './sessions.ts'
import { proveAccount, tooManyFailures, WINDOW_MS } from './sign-in-staff.ts'
import {
  countStaff,
  findMember,
  insertAccount,
  insertMember,
  STAFF_LISTED,
  updateMember,
} from './staff-store.ts'

/** Codes that led nowhere, from one network in a window. */
const FAILURES = 30

type Found = NonNullable<Awaited<ReturnType<typeof findInvitation>>>
type Proof = Pick<Input<'POST /invitations/accept'>['body'], 'code' | 'phone' | 'login'>

const unusable = () =>
  problem('not-found', {
    detail: say(
      '这个邀请不能使用：可能已过期、已用过或已撤销，或者不是发给您的。请联系邀请您的人重新邀请。',
      'This invitation cannot be used: it is over, was used or taken back, or is for somebody else. Ask for a new one.',
    ),
  })

/** Throws `not-found`, `rate-limited`. */
export async function lookAtInvitation(
  ctx: BaseCtx,
  { code }: Input<'POST /invitations/look'>['body'],
): Promise<Output<'POST /invitations/look'>> {
  const found = await openInvitation(ctx, code, async () => true)
  const { kind, label } = found
  return {
    shop: { name: found.shopName },
    role: found.role,
    invitedBy: found.invitedBy,
    expiresAt: found.expiresAt.toISOString(),
    invited: { kind, label: kind === 'LOGIN' ? maskLogin(label) : label },
    hasAccount: kind === 'PHONE' ? null : await accountExists(ctx, label),
  }
}

/** Enough for the person to know that it is them; to accept they say it whole. */
const maskLogin = (login: string) => `${login.slice(0, 2)}***`

const accountExists = (ctx: BaseCtx, login: string): Promise<boolean> =>
  ctx.deps.db.transact(
    'platform',
    async (tx) => (await findAccountByLogin(tx, login)) !== undefined,
  )

/**
 * The open invitation of a code, when `isFor` says it is for this person. What leads nowhere counts
 * against the network, and a wrong person against the invitation as well.
 */
async function openInvitation(
  { deps, now, network }: BaseCtx,
  code: string,
  isFor: (found: Found) => Promise<boolean>,
): Promise<Found> {
  const key = deps.tokens.hash('attempts', `invitation\n${network}`)
  const result = await deps.db.transact('platform', async (tx) => {
    const count = await countAttempt(tx, key, now, new Date(now.getTime() - WINDOW_MS))
    if (count > FAILURES) return 'too-many'
    const found = await findInvitation(tx, hashInvitationCode(code), now)
    if (!found) return 'unusable'
    if (!(await isFor(found))) {
      await spendInvitationTry(tx, found)
      return 'unusable'
    }
    await takeBack(tx, [key])
    return found
  })
  if (result === 'too-many') throw tooManyFailures()
  if (result === 'unusable') throw unusable()
  return result
}

/** An invitation for this person: they name the phone number or account that the inviter named. */
const openFor = (ctx: BaseCtx, { code, phone, login }: Proof): Promise<Found> =>
  openInvitation(ctx, code, async ({ kind, personIndex: index }) => {
    const said: Person | null = kind === 'LOGIN' ? { login } : phone ? { phone } : null
    return said !== null && personIndex(ctx.deps, said) === index
  })

/** Throws `not-found`, `sign-in-failed`, `already-exists`, `limit-reached`, `rate-limited`. */
export async function acceptInvitation(
  ctx: BaseCtx,
  given: Input<'POST /invitations/accept'>['body'],
): Promise<Session> {
  const found = await openFor(ctx, given)
  const { account, forgiveTry } = await proveAccount(ctx, given)
  return ctx.deps.db.transact('platform', async (tx) => {
    await forgiveTry(tx)
    return begin(tx, ctx, found, account.id)
  })
}

/** Throws `not-found`, `already-exists` for the login, `limit-reached`, `rate-limited`. */
export async function joinByInvitation(
  ctx: BaseCtx,
  given: Input<'POST /invitations/join'>['body'],
): Promise<Session> {
  const found = await openFor(ctx, given)
  const passwordHash = await hashPassword(given.password)
  const { login, name } = given
  const id = ctx.deps.ids.id()
  return ctx.deps.db.transact('platform', async (tx) => {
    if (!(await insertAccount(tx, { id, login, name, passwordHash, createdAt: ctx.now }))) {
      const message = say('这个账号名已被使用', 'this account name is taken')
      throw problem('already-exists', { errors: [{ pointer: '/login', message }] })
    }
    return begin(tx, ctx, found, id)
  })
}

/** Uses the invitation up, gives the role, opens a session in the shop. */
async function begin(tx: Tx, ctx: BaseCtx, found: Found, accountId: string): Promise<Session> {
  const { deps, now } = ctx
  const { shopId, role } = found
  // First: whoever comes second waits here, and then finds it used.
  if (!(await takeInvitation(tx, found, accountId, now))) throw unusable()
  if ((await countStaff(tx, shopId)) >= STAFF_LISTED) throw problem('limit-reached')
  if (!(await insertMember(tx, { shopId, accountId, role, createdAt: now }))) {
    await takeBackIn(tx, shopId, accountId, role)
  }
  return openSession(deps, tx, { kind: 'staff', shopId, subjectId: accountId }, now)
}

/** Somebody whose access had ended is invited again; somebody who works here needs no invitation. */
async function takeBackIn(tx: Tx, shopId: string, accountId: string, role: Found['role']) {
  const member = await findMember(tx, shopId, accountId)
  if (member?.disabledAt == null) {
    const detail = say('您已经在这家店工作', 'You work in this shop already')
    throw problem('already-exists', { detail })
  }
  await updateMember(tx, shopId, accountId, { role, disabledAt: null })
}
