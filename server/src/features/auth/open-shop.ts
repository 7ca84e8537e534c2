// What the operator does on the command line: shops, their first owner, arbiters.
import type { StaffRole } from '@shouhou/shared/domain/roles'
import type { Tx } from '../../db/client.ts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problems.ts'
import { hashPassword } from './password.ts'
import { findAccountByLogin, insertShop } from './person-store.ts'
import { insertAccount, insertMember } from './staff-store.ts'

/** Id of the new shop. Platform scope. Throws `already-exists`. */
export async function createShop(
  deps: Deps,
  tx: Tx,
  { slug, name }: { slug: string; name: string },
): Promise<string> {
  const id = deps.ids.id()
  const made = await insertShop(tx, { id, slug, name, createdAt: deps.clock.now() })
  if (!made) throw problem('already-exists')
  return id
}

export interface NewAccount {
  readonly login: string
  readonly name: string
  readonly password: string
}

/** Id of the new account. Throws `already-exists`. */
export async function createAccount(
  deps: Deps,
  { login, name, password }: NewAccount,
  kind: { readonly arbiter: boolean },
): Promise<string> {
  const id = deps.ids.id()
  const passwordHash = await hashPassword(password)
  const row = { id, login, name, passwordHash, ...kind, createdAt: deps.clock.now() }
  const made = await deps.db.transact('platform', (tx) => insertAccount(tx, row))
  if (!made) throw problem('already-exists')
  return id
}

/** Gives an account a role in a shop. Throws `not-found` for the login, `already-exists`. */
export async function hireAccount(
  deps: Deps,
  tx: Tx,
  { shopId, login, role }: { shopId: string; login: string; role: StaffRole },
): Promise<void> {
  const account = await findAccountByLogin(tx, login)
  if (!account) throw problem('not-found')
  const row = { shopId, accountId: account.id, role, createdAt: deps.clock.now() }
  if (!(await insertMember(tx, row))) throw problem('already-exists')
}
