// An owner invites a person to work in the shop, sees what is open, takes it back. The code is made from
// the invitation's id and the installation's key, so that a repeated request can show it again although
// only its hash is stored.
import { createHash } from 'node:crypto'
import type { Input, Output } from '@shouhou/shared/contract'
import type { Invitation } from '@shouhou/shared/contract/invitations'
import { DAY } from '@shouhou/shared/domain/china-time'
import { maskPhone } from '../../crypto/personal-data.ts'
import type { Tx } from '../../db/client.ts'
import type { Deps } from '../../deps.ts'
import type { Ctx } from '../../http/context.ts'
import { problem, say } from '../../http/problems.ts'
import {
  countInvitations,
  endInvitation,
  endInvitationsOf,
  insertInvitation,
  type ListedInvitation,
  listInvitations,
} from './invitation-store.ts'
import { accountNames } from './name-store.ts'
import { countStaff, findMemberByLogin, STAFF_LISTED } from './staff-store.ts'

const VALID_MS = DAY
/** Wrong persons that may try before an invitation ends. */
const TRIES = 5
const MOST_OPEN = 50

type Given = Input<'POST /invitations'>['body']
export type Person = Given['invited']

/** What is stored of a code. */
export const hashInvitationCode = (code: string) =>
  createHash('sha256').update(code).digest('base64url')

const codeOf = (deps: Deps, id: string) => `in_${deps.tokens.hash('invitation', id)}`

/** What is stored of the person: enough to recognise them when they say who they are. */
export const personIndex = (deps: Deps, person: Person): string =>
  'phone' in person
    ? deps.personal.blindIndex('phone', person.phone)
    : deps.tokens.hash('invited-login', person.login)

const view = ({ id, role, kind, label, invitedBy, ...row }: ListedInvitation): Invitation => ({
  id,
  role,
  invited: { kind, label },
  invitedBy,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
})

export const readInvitations = (ctx: Ctx): Promise<Output<'GET /invitations'>> =>
  ctx.transact(async (tx) => ({
    items: (await listInvitations(tx, ctx.user.shopId, ctx.now)).map(view),
  }))

/**
 * Invites; an earlier invitation of the same person ends. What is stored for a repeat has no code.
 * Throws `already-exists` for somebody who works here, `limit-reached`.
 */
export async function inviteStaff(ctx: Ctx, given: Given): Promise<Output<'POST /invitations'>> {
  const invitation = await ctx.transact((tx) => invite(tx, ctx, given))
  return { invitation, code: codeOf(ctx.deps, invitation.id) }
}

async function invite(tx: Tx, ctx: Ctx, { invited, role }: Given): Promise<Invitation> {
  const { deps, now } = ctx
  const { shopId, id: invitedBy } = ctx.user
  await demandRoom(tx, shopId, now)
  if ('login' in invited) await demandNewcomer(tx, shopId, invited.login)
  const index = personIndex(deps, invited)
  await endInvitationsOf(tx, shopId, index, now)
  const id = deps.ids.id()
  const row = {
    shopId,
    id,
    codeHash: hashInvitationCode(codeOf(deps, id)),
    role,
    kind: 'phone' in invited ? ('PHONE' as const) : ('LOGIN' as const),
    personIndex: index,
    label: 'phone' in invited ? maskPhone(invited.phone) : invited.login,
    triesLeft: TRIES,
    invitedBy,
    createdAt: now,
    expiresAt: new Date(now.getTime() + VALID_MS),
  }
  await insertInvitation(tx, row)
  const names = await accountNames(tx, [invitedBy])
  return view({ ...row, invitedBy: names.get(invitedBy) ?? '' })
}

async function demandRoom(tx: Tx, shopId: string, now: Date): Promise<void> {
  if ((await countInvitations(tx, shopId, now)) >= MOST_OPEN) {
    const detail = say(
      `最多 ${MOST_OPEN} 个未使用的邀请，请先撤销一些`,
      `At most ${MOST_OPEN} open invitations, take some back first`,
    )
    throw problem('limit-reached', { detail })
  }
  if ((await countStaff(tx, shopId)) >= STAFF_LISTED) throw problem('limit-reached')
}

async function demandNewcomer(tx: Tx, shopId: string, login: string): Promise<void> {
  const member = await findMemberByLogin(tx, shopId, login)
  if (!member || member.disabledAt !== null) return
  const message = say('这个账号已经在本店工作', 'this account works here already')
  throw problem('already-exists', { errors: [{ pointer: '/invited/login', message }] })
}

/** Throws `not-found`. */
export async function takeBackInvitation(ctx: Ctx, id: string): Promise<void> {
  const known = await ctx.transact((tx) => endInvitation(tx, ctx.user.shopId, id, ctx.now))
  if (!known) throw problem('not-found')
}
