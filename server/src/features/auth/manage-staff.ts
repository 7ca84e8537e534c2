// An owner adds people to the shop, changes their role, ends their access.
import type { Input, Output } from '@shouhou/shared/contract'
import type { Ctx } from '../../http/context.ts'
import { problem, say } from '../../http/problems.ts'
import { forgetCallers } from './known-callers.ts'
import { hashPassword } from './password.ts'
import {
  countStaff,
  findMember,
  insertAccount,
  insertMember,
  listStaff,
  lockOwners,
  STAFF_LISTED,
  type StaffRow,
  updateMember,
} from './staff-store.ts'

type Member = Output<'POST /staff'>

const view = ({ disabledAt, createdAt, ...row }: StaffRow): Member => ({
  ...row,
  disabled: disabledAt !== null,
  createdAt: createdAt.toISOString(),
})

export const readStaff = (ctx: Ctx): Promise<Output<'GET /staff'>> =>
  ctx.transact(async (tx) => ({ items: (await listStaff(tx, ctx.user.shopId)).map(view) }))

/** A new account that works in this shop. Throws `already-exists`, `limit-reached`. */
export async function addStaff(ctx: Ctx, given: Input<'POST /staff'>['body']): Promise<Member> {
  const { shopId } = ctx.user
  const { login, name, role } = given
  const passwordHash = await hashPassword(given.password)
  return ctx.transact(async (tx) => {
    if ((await countStaff(tx, shopId)) >= STAFF_LISTED) throw problem('limit-reached')
    const id = ctx.deps.ids.id()
    const made = await insertAccount(tx, { id, login, name, passwordHash, createdAt: ctx.now })
    if (!made) {
      const message = say('这个登录名已被使用', 'this login is taken')
      throw problem('already-exists', { errors: [{ pointer: '/login', message }] })
    }
    await insertMember(tx, { shopId, accountId: id, role, createdAt: ctx.now })
    return view({ id, login, name, role, disabledAt: null, createdAt: ctx.now })
  })
}

/** Throws `not-found`; `limit-reached` when the shop would be left without an owner. */
export async function changeStaff(
  ctx: Ctx,
  accountId: string,
  change: Input<'PUT /staff/:id'>['body'],
): Promise<Member> {
  const { shopId } = ctx.user
  const changed = await ctx.transact(async (tx) => {
    const owners = await lockOwners(tx, shopId)
    const before = await findMember(tx, shopId, accountId)
    if (!before) throw problem('not-found')
    const role = change.role ?? before.role
    const disabled = change.disabled ?? before.disabledAt !== null
    const staysOwner = role === 'owner' && !disabled
    if (!staysOwner && owners.every((id) => id === accountId)) {
      const detail = say('店铺至少要有一位店主', 'A shop needs at least one owner')
      throw problem('limit-reached', { detail, why: 'last-owner' })
    }
    const disabledAt = disabled ? (before.disabledAt ?? ctx.now) : null
    await updateMember(tx, shopId, accountId, { role, disabledAt })
    return view({ ...before, role, disabledAt })
  })
  forgetCallers(ctx.deps, (caller) => caller.id === accountId && caller.shopId === shopId)
  return changed
}
