// Every route × every role × {own, another shopper's, another shop's, nothing's} rows, and callers who
// are nobody, past their time or signed out. Generated from the contract: a new route is covered as
// soon as it has a sample.
import { type ContractKey, contractEntries } from '@shouhou/shared/contract'
import { type Route, SCOPES } from '@shouhou/shared/contract/route'
import { ROLES, type Role } from '@shouhou/shared/domain/roles'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../helpers/app.ts'
import { type Answer, anonymous, type Caller, createArbiter } from '../helpers/client.ts'
import { type RefName, type Refs, sampleOf, samples } from './samples.ts'
import { snapshotOf } from './snapshot.ts'
import { callerIn, createWorld, SHOP_CANARY, SHOPPER_CANARY, type World } from './world.ts'

let t: TestApp
let world: World
let before: string
const leaks: string[] = []
beforeAll(async () => {
  t = await testApp()
  world = await createWorld(t)
  before = await snapshotOf(t, world.otherShop.id)
}, 60_000)
afterAll(() => t.close())

const PRIVATE = contractEntries().filter(([, route]) => route.allow !== 'public')
/** Rows that belong to one shopper; the others are the shop's. */
const PERSONAL: readonly RefName[] = [
  'orderNo',
  'lineId',
  'caseId',
  'uploadId',
  'looseUploadId',
  'conversationId',
  'messageId',
]

const allowed = (route: Route) => route.allow as readonly Role[]

async function ask(caller: Caller, key: ContractKey, input: object): Promise<Answer<ContractKey>> {
  const call = caller.call as (key: ContractKey, input: object) => Promise<Answer<ContractKey>>
  return call(key, input)
}

const newCaller = (role: Role): Promise<Caller> => {
  if (role === 'shopper') return world.shop.newShopper()
  if (role === 'arbiter') return createArbiter(t)
  return role === 'integrator' ? world.shop.newKey(SCOPES) : world.shop.newStaff(role)
}

/** Asks on behalf of a role of the shop, and looks for words that are not theirs to read. */
async function askAs(role: Role, key: ContractKey, refs: Refs): Promise<Answer<ContractKey>> {
  // Who signs out cannot ask again.
  const person = await (key === 'POST /auth/sign-out' ? newCaller(role) : callerIn(world, role))
  const answer = await ask(person, key, sampleOf(key, refs).input)
  const text = JSON.stringify(answer.body ?? null)
  if (text.includes(SHOP_CANARY)) leaks.push(`${key} told ${role} of another shop`)
  if (role === 'shopper' && text.includes(SHOPPER_CANARY)) leaks.push(`${key} told of a neighbour`)
  return answer
}

/** What must not differ between a row that is not theirs and no row. */
const essence = ({ status, problem }: Answer<ContractKey>) => ({
  status,
  problem: problem && { ...problem, instance: '' },
})

describe.each(PRIVATE)('%s', (key, route) => {
  test('lets in nobody without a good credential', async () => {
    for (const refs of [world.mine, world.foreign, world.missing]) {
      const { input } = sampleOf(key, refs)
      expect((await ask(anonymous(t), key, input)).problem?.code).toBe('not-signed-in')
      const late = await ask(world.expired.as('shopper'), key, input)
      expect(late.problem?.code).toBe('session-ended')
      for (const role of allowed(route)) {
        if (role === 'arbiter') continue
        const gone = await ask(world.revoked.as(role as 'owner'), key, input)
        expect(gone.status, role).toBe(401)
      }
    }
  })

  test('lets in no role but those of the contract, whatever row they ask for', async () => {
    for (const role of ROLES.filter((r) => !allowed(route).includes(r))) {
      for (const refs of [world.mine, world.neighbours, world.foreign, world.missing]) {
        const { status, problem } = await askAs(role, key, refs)
        expect({ role, status, code: problem?.code }).toEqual({
          role,
          status: 403,
          code: 'not-allowed',
        })
      }
    }
  })

  test('answers for a row of another shop, or another shopper, as for none', async () => {
    const { used } = sampleOf(key, world.mine)
    for (const role of allowed(route)) {
      for (const name of used) {
        const swapped = (other: Refs) => askAs(role, key, { ...world.mine, [name]: other[name] })
        const nothing = await swapped(world.missing)
        expect(nothing.status, `${role} ${name} missing`).toBeGreaterThanOrEqual(400)
        expect(essence(await swapped(world.foreign)), `${role} ${name} foreign`).toEqual(
          essence(nothing),
        )
        if (role !== 'shopper' || !PERSONAL.includes(name)) continue
        expect(essence(await swapped(world.neighbours)), `${name} of a neighbour`).toEqual(
          essence(nothing),
        )
      }
    }
  })

  test('lets its roles in with rows of their own', async () => {
    const found: number[] = []
    for (const role of allowed(route)) {
      const { status, problem } = await askAs(role, key, world.mine)
      expect([400, 401, 403, 500, 503], `${role} ${problem?.code}`).not.toContain(status)
      found.push(status)
    }
    expect(found.some((status) => status !== 404)).toBe(true)
  })
})

test.each(PRIVATE.filter(([, { scope }]) => scope))('%s needs its scope', async (key, route) => {
  if (!allowed(route).includes('integrator')) return
  const others = await world.shop.newKey(SCOPES.filter((scope) => scope !== route.scope))
  const { problem } = await ask(others, key, sampleOf(key, world.mine).input)
  expect(problem).toMatchObject({ status: 403, why: 'scope' })
  await world.shop.as('owner').ok('DELETE /api-keys/:id', { params: { id: others.id } })
})

test('every route has a sample that its schema takes', () => {
  expect(Object.keys(samples).sort()).toEqual(
    contractEntries()
      .map(([key]) => key)
      .sort(),
  )
})

test('no answer told of another shop or another shopper', () => {
  expect(leaks).toEqual([])
})

test('nothing that was asked has changed a row of the other shop', async () => {
  expect(await snapshotOf(t, world.otherShop.id)).toBe(before)
})
