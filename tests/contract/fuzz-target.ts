// Whom the requests come from and which rows they name: people in every role, and everything that
// answers told about so far.
import { randomUUID } from 'node:crypto'
import { apiKeys } from '@shouhou/server/features/auth/tables.ts'
import type { ContractKey } from '@shouhou/shared/contract'
import { SCOPES } from '@shouhou/shared/contract/route'
import type { Role, StaffRole } from '@shouhou/shared/domain/roles'
import type { TestApp } from '../helpers/app.ts'
import { createArbiter, PASSWORD } from '../helpers/client.ts'
import type { World } from './world.ts'

export type CallerName =
  | Role
  | 'nobody'
  | 'neighbour'
  | 'owner of another shop'
  | 'shopper of another shop'
  | 'somebody past their time'

/** Callers, with their role where they have one. Equal chances, so those with rights come often. */
export const CALLERS: readonly { readonly name: CallerName; readonly role?: Role }[] = [
  ...(
    ['shopper', 'agent', 'warehouse', 'technician', 'manager', 'owner', 'integrator'] as const
  ).map((role) => ({ name: role, role })),
  { name: 'arbiter', role: 'arbiter' },
  { name: 'neighbour', role: 'shopper' },
  { name: 'owner of another shop', role: 'owner' },
  { name: 'shopper of another shop', role: 'shopper' },
  { name: 'somebody past their time' },
  { name: 'nobody' },
]

type Known = Readonly<Record<string, string>>
/** How many rows of a kind are remembered; the oldest are forgotten. */
const REMEMBERED = 60

export interface Target {
  tokenOf(caller: CallerName): string
  /** Signs the caller in anew: their session has ended. */
  renew(caller: CallerName): Promise<void>
  /** A text with marks, ready to send; `encode` makes a value fit where it stands. */
  ready(text: string, encode: (value: string) => string, about: string): string
  /** Remembers the rows, versions and cursors of an answer. */
  learn(key: ContractKey, body: unknown): void
}

const MARK = /@@(\w+)(?::([\w-]*))?(?::(\d+))?@@/g
/** Marks inside of what a mark stood for, at most so deep. */
const MOST_PASSES = 6

export function createTarget(t: TestApp, world: World & { readonly login: string }): Target {
  const memory = new Memory(world)
  const tokens = tokensOf(world)
  const spoilt = (n: number) => {
    const token = tokens.get('owner') ?? ''
    return n === 0 ? token.replace(/.$/, (c) => (c === 'A' ? 'B' : 'A')) : token.replace('.', '..')
  }

  function valueFor(kind: string, name: string, n: number, about: string): string | number {
    if (kind === 'raw') return Buffer.from(name, 'base64url').toString()
    if (kind === 'version') return memory.versions.get(about) ?? 1
    if (kind === 'phone') return world.shop.phone
    if (name === 'newKey') return randomUUID()
    if (name === 'login') return world.login
    if (name === 'password') return PASSWORD
    if (name === 'spoiltToken') return spoilt(n)
    return memory.find(name, n)
  }

  return {
    tokenOf: (caller) => tokens.get(caller) ?? '',
    async renew(caller) {
      const { shop, otherShop } = world
      if (!tokens.has(caller) || caller === 'somebody past their time') return
      if (caller === 'arbiter') tokens.set(caller, (await createArbiter(t)).token)
      else if (caller === 'integrator') tokens.set(caller, await newKey(t, shop))
      else if (caller === 'shopper') tokens.set(caller, (await again(shop)).token)
      else if (caller === 'neighbour') tokens.set(caller, (await shop.newShopper()).token)
      else if (caller === 'shopper of another shop')
        tokens.set(caller, (await again(otherShop)).token)
      else if (caller === 'owner of another shop')
        tokens.set(caller, (await otherShop.newStaff('owner')).token)
      else tokens.set(caller, (await shop.newStaff(caller as StaffRole)).token)
    },
    ready(text, encode, about) {
      let done = text
      for (let pass = 0; pass < MOST_PASSES && done.includes('@@'); pass++) {
        done = done.replace(/"@@raw:([\w-]*)@@"/g, (_all, name) =>
          String(valueFor('raw', name, 0, '')),
        )
        done = done.replace(/"@@version@@"/g, () => String(valueFor('version', '', 0, about)))
        done = done.replace(MARK, (_all, kind, name = '', n = '0') => {
          const value = String(valueFor(kind, name, Number(n), about))
          return name.startsWith('address') ? value : encode(value)
        })
      }
      return done
    },
    learn: (key, body) => memory.learn(key, body),
  }
}

/** A key of the shop, which may have only so many: the others are revoked. */
async function newKey(t: TestApp, shop: World['shop']): Promise<string> {
  await t.deps.db.transact({ shopId: shop.id }, (tx) =>
    tx.update(apiKeys).set({ revokedAt: t.clock.now() }),
  )
  return (await shop.newKey(SCOPES)).token
}

/** The same shopper, with a new session. */
const again = ({ phone, newShopper }: World['shop']) => newShopper({ phone })

function tokensOf({ shop, otherShop, expired, arbiter }: World): Map<CallerName, string> {
  const roles = ['shopper', 'agent', 'warehouse', 'technician', 'manager', 'owner'] as const
  return new Map<CallerName, string>([
    ...roles.map((role): [CallerName, string] => [role, shop.as(role).token]),
    ['integrator', shop.as('integrator').token],
    ['arbiter', arbiter.token],
    ['owner of another shop', otherShop.as('owner').token],
    ['shopper of another shop', otherShop.as('shopper').token],
    ['somebody past their time', expired.as('owner').token],
  ])
}

/** Rows that were seen, as sets of names that belong together. */
class Memory {
  readonly versions = new Map<string, number>()
  readonly #first: readonly Known[]
  readonly #learnt = new Map<string, Known[]>()
  readonly #addresses: string[] = []

  constructor(world: World) {
    const { mine, neighbours, foreign, missing } = world
    this.#first = [mine, mine, neighbours, foreign, missing].map((refs) => ({ ...refs }))
  }

  /** The n-th thing of a kind, counted modulo their number. */
  find(name: string, n: number): string {
    const first = this.#first.flatMap((set) => set[name] ?? [])
    const list = n % 2 === 0 && first.length > 0 ? first : this.#listOf(name)
    return list[Math.floor(n / 2) % list.length] ?? randomUUID()
  }

  #listOf(name: string): string[] {
    const change = /^address(?:-(\d+))?$/.exec(name)
    if (change) return this.#addresses.map((address) => spoiltAddress(address, change[1]))
    const learnt = this.#learnt.get(name) ?? []
    const sets = [...this.#first, ...learnt]
    if (name !== 'any') return sets.flatMap((set) => set[name] ?? [])
    const all = [...this.#first, ...[...this.#learnt.values()].flat()]
    return all.flatMap((set) => Object.values(set).filter((value) => /^[0-9a-f]{8}-/.test(value)))
  }

  learn(key: ContractKey, body: unknown): void {
    const kind = KINDS.find(([path]) => key.split(' ')[1]?.startsWith(path))?.[1]
    for (const object of objectsIn(body)) {
      const { id, version, url } = object
      if (typeof id === 'string' && typeof version === 'number') this.versions.set(id, version)
      if (key.endsWith('/policy') && typeof version === 'number') this.versions.set('', version)
      for (const [field, name] of SINGLE) {
        if (typeof object[field] === 'string') keep(this.#listFor(name), { [name]: object[field] })
      }
      if (typeof url === 'string' && url.includes('/media/')) keep(this.#addresses, url)
      const known = kind ? rowsOf(kind, object) : undefined
      for (const name of Object.keys(known ?? {})) {
        if (known) keep(this.#listFor(name), known)
      }
    }
  }

  #listFor(name: string): Known[] {
    const list = this.#learnt.get(name) ?? []
    this.#learnt.set(name, list)
    return list
  }
}

/** Fields whose texts are worth sending back. */
const SINGLE = [
  ['nextCursor', 'cursor'],
  ['refreshToken', 'refreshToken'],
  ['ticket', 'ticket'],
] as const

const KINDS: readonly (readonly [path: string, name: string])[] = [
  ['/aftersales', 'caseId'],
  ['/orders', 'orderNo'],
  ['/refunds', 'refundId'],
  ['/faq/entries', 'entryId'],
  ['/faq/unanswered', 'unansweredId'],
  ['/conversations/:id/messages', 'messageId'],
  ['/conversations', 'conversationId'],
  ['/staff', 'memberId'],
  ['/api-keys', 'apiKeyId'],
  ['/uploads', 'uploadId'],
  ['/queue-filters', 'filterId'],
  ['/reply-templates', 'templateId'],
]

function keep<T>(list: T[], item: T): void {
  list.push(item)
  if (list.length > REMEMBERED) list.shift()
}

function* objectsIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield value as Record<string, unknown>
  for (const inner of Object.values(value)) yield* objectsIn(inner)
}

/** The row an object of an answer stands for, with the names its samples need. */
function rowsOf(kind: string, object: Record<string, unknown>): Known | undefined {
  const { id, orderNo, lines, items } = object
  if (kind === 'orderNo') {
    const line = Array.isArray(lines) ? lines[0]?.id : undefined
    return typeof orderNo === 'string' && line ? { orderNo, lineId: line } : undefined
  }
  if (typeof id !== 'string') return undefined
  if (kind === 'caseId') {
    const line = Array.isArray(items) ? items[0]?.lineId : undefined
    return line && typeof orderNo === 'string' ? { caseId: id, orderNo, lineId: line } : undefined
  }
  return { [kind]: id }
}

function spoiltAddress(address: string, at: string | undefined): string {
  if (at === undefined) return address
  const start = address.indexOf('/media/') + 7
  const where = start + (Number(at) % (address.length - start))
  return address.slice(0, where) + (address[where] === '0' ? '1' : '0') + address.slice(where + 1)
}
