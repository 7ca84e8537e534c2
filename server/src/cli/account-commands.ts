// People: the first owner of a shop, staff who work in several shops, arbiters.
import { authRoutes } from '@shouhou/shared/contract/auth'
import { STAFF_ROLES, type StaffRole } from '@shouhou/shared/domain/roles'
import type { Deps } from '../deps.ts'
import { createAccount, findAccountByLogin, hireAccount } from '../features/auth/index.ts'
import { check } from './check.ts'
import type { Command, Given } from './commands.ts'
import type { AskPassword } from './password.ts'
import { Refused } from './refused.ts'
import { shopIdOf } from './shop-commands.ts'

/** Returns what to print: the password when nobody has seen it yet. */
async function makeAccount(
  deps: Deps,
  { login = '', name = login, password: source }: Given,
  askPassword: AskPassword,
  kind: { arbiter: boolean },
): Promise<string> {
  const { password, generated } = await askPassword(source)
  check(authRoutes['POST /staff'].body, { login, name, password, role: 'owner' })
  await createAccount(deps, { login, name, password }, kind)
  return generated ? password : `Created ${login}.`
}

/** Gives an account a role in a shop. */
const hire = (deps: Deps, shopId: string, login: string, role: StaffRole) =>
  deps.db.transact('platform', (tx) => hireAccount(deps, tx, { shopId, login, role }))

const knows = async (deps: Deps, login: string) =>
  (await deps.db.transact('platform', (tx) => findAccountByLogin(tx, login))) !== undefined

export const accountCommands: Readonly<Record<string, Command>> = {
  'create-owner': {
    summary: 'Make the first owner of a shop; prints a generated password',
    options: ['shop', 'login', 'name?', 'password?'],
    async run(deps, given, askPassword) {
      const { shop = '', login = '' } = given
      const shopId = await shopIdOf(deps, shop)
      const done = await makeAccount(deps, given, askPassword, { arbiter: false })
      await hire(deps, shopId, login, 'owner')
      return done
    },
  },
  'add-staff': {
    summary: `Let an account work in a further shop. Roles: ${STAFF_ROLES.join(', ')}`,
    options: ['shop', 'login', 'role'],
    async run(deps, { shop = '', login = '', role = '' }) {
      const known = STAFF_ROLES.find((r) => r === role)
      if (!known) throw new Refused(`--role must be one of ${STAFF_ROLES.join(', ')}`)
      if (!(await knows(deps, login))) throw new Refused(`There is no account ${login}.`)
      await hire(deps, await shopIdOf(deps, shop), login, known)
      return `${login} is ${role} of ${shop}.`
    },
  },
  'create-arbiter': {
    summary: 'Make an arbiter of the platform; prints a generated password',
    options: ['login', 'name?', 'password?'],
    run: (deps, given, askPassword) => makeAccount(deps, given, askPassword, { arbiter: true }),
  },
}
