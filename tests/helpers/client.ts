// Callers for tests: a shop with people in every role, and `call`, which is typed by the contract and
// refuses answers that the contract does not declare.
import { randomUUID } from 'node:crypto'
import {
  createAccount,
  createApiKey,
  findOrCreateShopper,
  hireAccount,
  openSession,
  showKey,
} from '@shouhou/server/features/auth/index.ts'
import { openShop } from '@shouhou/server/new-shop.ts'
import {
  API_PREFIX,
  type Contract,
  type ContractKey,
  contract,
  type Input,
  type Output,
} from '@shouhou/shared/contract'
import type { Session } from '@shouhou/shared/contract/auth'
import type { Problem } from '@shouhou/shared/contract/problems'
import { type Route, SCOPES, type Scope } from '@shouhou/shared/contract/route'
import { type Role, STAFF_ROLES, type StaffRole } from '@shouhou/shared/domain/roles'
import type { TestApp } from './app.ts'
import { judge } from './record.ts'

export interface Answer<K extends ContractKey> {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>
  /** What the contract declares, when it went well. */
  readonly body: Output<K>
  /** Set when it did not. */
  readonly problem: Problem | undefined
}

interface Extra {
  /** Instead of a new one for each call; null sends none. */
  readonly idempotencyKey?: string | null
  readonly headers?: Readonly<Record<string, string>>
}
type Nothing = Record<never, never>
type MayMiss<V> = [V] extends [undefined] ? true : Nothing extends V ? true : false
/** Parts without a required field may be left out. */
type Loose<T> = { [P in keyof T as MayMiss<T[P]> extends true ? never : P]: T[P] } & {
  [P in keyof T as MayMiss<T[P]> extends true ? P : never]?: T[P]
}
type Given<K extends ContractKey> = Loose<Input<K>> & Extra
type Args<K extends ContractKey> =
  Nothing extends Loose<Input<K>> ? [given?: Given<K>] : [given: Given<K>]

export interface Caller {
  /** Access token or API key; empty for an anonymous caller. */
  readonly token: string
  call<K extends ContractKey>(key: K, ...args: Args<K>): Promise<Answer<K>>
  /** The body; fails the test when the answer is a problem. */
  ok<K extends ContractKey>(key: K, ...args: Args<K>): Promise<Output<K>>
  /** The problem; fails the test when the answer is a success. */
  refused<K extends ContractKey>(key: K, ...args: Args<K>): Promise<Problem>
}

/** A caller who is signed in. */
export interface Person extends Caller {
  readonly id: string
  readonly role: Role
  readonly session: Session
}

const filled = (path: string, params: unknown) =>
  path.replace(/:([a-zA-Z]+)/g, (_all, name: string) =>
    encodeURIComponent(String((params as Record<string, unknown>)[name])),
  )

const queryText = (query: unknown) => {
  const entries = Object.entries((query ?? {}) as Record<string, unknown>)
  const given = entries.filter(([, value]) => value !== undefined)
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text === '' ? '' : `?${text}`
}

const keyHeader = (route: Route, key: string | null | undefined): Record<string, string> =>
  route.idempotency !== 'key' || key === null ? {} : { 'idempotency-key': key ?? randomUUID() }

let made = 0

/** An address no other call returns, so that limits by network do not join what is apart. */
export const anAddress = () => {
  made += 1
  return `10.${(made >> 16) & 255}.${(made >> 8) & 255}.${made & 255}`
}

/** A caller with this token. Every write on a `key` route gets a new Idempotency-Key. */
export function callerWith(t: TestApp, token: string, remoteAddress = anAddress()): Caller {
  async function call<K extends ContractKey>(key: K, ...args: Args<K>): Promise<Answer<K>> {
    const given = (args[0] ?? {}) as { params?: unknown; query?: unknown; body?: object } & Extra
    const [method = '', path = ''] = key.split(' ')
    const route: Route = contract[key as keyof Contract]
    const response = await t.app.inject({
      method: method as 'GET',
      remoteAddress,
      url: `${API_PREFIX}${filled(path, given.params)}${queryText(given.query)}`,
      headers: {
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...keyHeader(route, given.idempotencyKey),
        ...given.headers,
      },
      ...(given.body === undefined ? {} : { payload: given.body }),
    })
    const isJson = /json/.test(String(response.headers['content-type'] ?? ''))
    const body = isJson ? response.json() : undefined
    const wrong = judge(key, response.statusCode, body)
    if (wrong !== '') throw new Error(`${key} answered ${response.statusCode}: ${wrong}`)
    const { statusCode: status, headers } = response
    return { status, headers, body, problem: status < 400 ? undefined : body }
  }
  return {
    token,
    call,
    async ok(key, ...args) {
      const { problem, body } = await call(key, ...args)
      if (problem) throw new Error(`${key} was refused: ${JSON.stringify(problem)}`)
      return body
    },
    async refused(key, ...args) {
      const { problem, status } = await call(key, ...args)
      if (!problem) throw new Error(`${key} answered ${status} instead of a problem`)
      return problem
    },
  }
}

/** Somebody who is not signed in; each from a network of their own unless it is given. */
export const anonymous = (t: TestApp, remoteAddress?: string): Caller =>
  callerWith(t, '', remoteAddress)

const personOf = (t: TestApp, session: Session): Person => ({
  ...callerWith(t, session.accessToken),
  id: session.me.id,
  role: session.me.role,
  session,
})

/** Signs in with account and password, through the API. */
export async function signInStaff(
  t: TestApp,
  login: string,
  password: string,
  shop?: string,
): Promise<Person> {
  const body = { login, password, ...(shop === undefined ? {} : { shop }) }
  return personOf(t, await anonymous(t).ok('POST /auth/staff', { body }))
}

/** Signs a shopper in with a one-time code, through the API. */
export async function signInShopper(t: TestApp, shop: string, phone: string): Promise<Person> {
  await anonymous(t).ok('POST /auth/phone-codes', { body: { shop, phone } })
  const code = t.codeFor(phone)
  return personOf(t, await anonymous(t).ok('POST /auth/phone', { body: { shop, phone, code } }))
}

const openFor = (
  t: TestApp,
  who: { kind: 'shopper' | 'staff' | 'arbiter'; shopId: string | null; subjectId: string },
): Promise<Person> =>
  t.deps.db
    .transact('platform', (tx) => openSession(t.deps, tx, who, t.clock.now()))
    .then((session) => personOf(t, session))

export const PASSWORD = 'correct horse battery staple'

export interface TestShop {
  readonly id: string
  readonly slug: string
  /** A key with every scope. */
  readonly apiKey: string
  /** The shopper of {@link TestShop.phone}. */
  readonly phone: string
  /** The shop's first shopper, one member of staff for each role, and the API key as integrator. */
  as(role: Exclude<Role, 'arbiter' | 'integrator'>): Person
  as(role: 'integrator'): Caller
  /** Another shopper of this shop. */
  newShopper(identity?: { phone?: string; openid?: string; name?: string }): Promise<Person>
  /** Another member of staff; signs in with {@link PASSWORD}. */
  newStaff(role: StaffRole): Promise<Person & { readonly login: string }>
  /** Another API key. */
  newKey(scopes: readonly Scope[]): Promise<Caller & { readonly id: string }>
}

/** Makes a shop with people in every role. Quick: nobody signs in through the API. */
export async function createShop(t: TestApp, name = '测试店'): Promise<TestShop> {
  const slug = `shop-${++made}-${randomUUID().slice(0, 8)}`
  const { deps } = t
  const id = await openShop(deps, { slug, name })
  const shop = people(t, id, slug)
  const phone = `136${String(made).padStart(8, '0')}`
  const roles = new Map<string, Caller>()
  for (const role of STAFF_ROLES) roles.set(role, await shop.newStaff(role))
  roles.set('shopper', await shop.newShopper({ phone, name: '李小明' }))
  const integrator = await shop.newKey(SCOPES)
  roles.set('integrator', integrator)
  const as = (role: string) => roles.get(role) as Person
  return { ...shop, id, slug, phone, apiKey: integrator.token, as }
}

function people(t: TestApp, shopId: string, slug: string) {
  const { deps } = t
  return {
    async newShopper(identity = {}) {
      const phone = `137${String(++made).padStart(8, '0')}`
      const subjectId = await deps.db.transact({ shopId }, (tx) =>
        findOrCreateShopper(deps, tx, shopId, { phone, ...identity }),
      )
      return openFor(t, { kind: 'shopper', shopId, subjectId })
    },
    async newStaff(role) {
      const login = `${role}-${++made}@${slug}`
      const account = { login, name: `${role} ${made}`, password: PASSWORD }
      const subjectId = await createAccount(deps, account, { arbiter: false })
      await deps.db.transact('platform', (tx) => hireAccount(deps, tx, { shopId, login, role }))
      return { ...(await openFor(t, { kind: 'staff', shopId, subjectId })), login }
    },
    async newKey(scopes) {
      const given = { shopId, createdBy: null, name: 'ERP', scopes }
      const key = await deps.db.transact({ shopId }, (tx) => createApiKey(deps, tx, given))
      return { ...callerWith(t, showKey(deps, key).secret), id: key.id }
    },
  } satisfies Partial<TestShop>
}

/** An arbiter of the platform. */
export async function createArbiter(t: TestApp): Promise<Person> {
  const login = `arbiter-${++made}`
  const account = { login, name: '仲裁员', password: PASSWORD }
  const subjectId = await createAccount(t.deps, account, { arbiter: true })
  return openFor(t, { kind: 'arbiter', shopId: null, subjectId })
}
