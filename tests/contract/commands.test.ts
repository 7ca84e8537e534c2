// What every command on a case refuses, whatever it is: a case that has ended, and a version that
// somebody else has moved on from.
import { type ContractKey, contractEntries } from '@shouhou/shared/contract'
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import type { Route } from '@shouhou/shared/contract/route'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apply, give, photo, placeOrder, readyShop } from '../features/aftersales/scenario.ts'
import { type TestApp, testApp } from '../helpers/app.ts'
import type { Caller, Person, TestShop } from '../helpers/client.ts'
import { type Refs, sampleOf } from './samples.ts'

const COMMANDS = contractEntries().filter(([, route]) =>
  route.problems.includes('version-conflict'),
)
const ON_CASES = COMMANDS.filter(([key]) => key.startsWith('POST /aftersales/:id/'))

describe('a command on a case', () => {
  let t: TestApp
  let shop: TestShop
  let order: { orderNo: string; lineIds: string[] }
  let open: Aftersale
  let ended: Aftersale
  beforeAll(async () => {
    t = await testApp()
    shop = await readyShop(t)
    order = await placeOrder(t, shop)
    const first = await apply(shop.as('shopper'), order)
    ended = await give(shop.as('shopper'), first, 'cancel')
    open = await apply(shop.as('shopper'), order)
  })
  afterAll(() => t.close())

  const status = async ({ id }: Aftersale) => {
    const now = await shop.as('agent').ok('GET /aftersales/:id', { params: { id } })
    return { status: now.status, version: now.version }
  }

  /** Gives the command with its sample on a case, as the first role that may; returns the problem. */
  async function attempt(
    key: ContractKey,
    route: Route,
    { id: caseId }: Aftersale,
    version: number,
  ) {
    const who = shop.as(route.allow[0] as 'owner') as Caller & Partial<Person>
    const sender = who.role === undefined ? shop.as('shopper') : (who as Person)
    const uploadId = await photo(t, shop, sender)
    const refs = { caseId, uploadId, orderNo: order.orderNo, lineId: order.lineIds[0] } as Refs
    const { params, body } = sampleOf(key, refs).input
    const call = who.call as (key: ContractKey, input: object) => ReturnType<Caller['call']>
    return (await call(key, { params, body: { ...body, version } })).problem
  }

  test.each(ON_CASES)('%s does nothing to one that has ended', async (key, route) => {
    const problem = await attempt(key, route, ended, ended.version)
    expect(problem).toMatchObject({ status: 409, code: 'wrong-status' })
    expect(await status(ended)).toEqual({ status: 'CLOSED', version: ended.version })
  })

  test.each(ON_CASES)('%s tells the present version when it saw another', async (key, route) => {
    const problem = await attempt(key, route, open, open.version + 7)
    expect(problem).toMatchObject({ code: 'version-conflict', currentVersion: open.version })
    expect(await status(open)).toEqual({ status: open.status, version: open.version })
  })
})
