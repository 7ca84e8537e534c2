// The invariants hold of a lived-in database, and each of them notices when it is broken.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../helpers/app.ts'
import type { TestShop } from '../../helpers/client.ts'
import { CORRUPTIONS } from '../../helpers/corruptions.ts'
import { checkInvariants, INVARIANTS, queryAt } from '../../helpers/invariants.ts'
import { apply, give, pay, placeOrder, readyShop, UNSHIPPED } from './scenario.ts'

let t: TestApp
let shop: TestShop
let owner: pg.Client
beforeAll(async () => {
  t = await testApp()
  shop = await readyShop(t)
  await live()
  owner = new pg.Client({ connectionString: t.databaseUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await t.close()
})

/** A case paid, one to be paid, one in negotiation, one in review. */
async function live(): Promise<void> {
  const [shopper, agent] = [shop.as('shopper'), shop.as('agent')]
  const asking = { type: 'REFUND_ONLY', reasonCode: 'CHANGED_MIND', receivedGoods: false } as const
  for (const paid of [true, false]) {
    const order = await placeOrder(t, shop, {}, UNSHIPPED)
    const approved = await give(agent, await apply(shopper, order, asking), 'approve')
    if (paid) await pay(shop, approved)
  }
  const offer = { kind: 'CHANGE_AMOUNT', amountFen: 1_000, text: '部分退款' }
  await give(agent, await apply(shopper, await placeOrder(t, shop)), 'offer', offer)
  await apply(shopper, await placeOrder(t, shop))
  // People are told.
  await t.drain()
}

const TABLES = `select relname from pg_class where relnamespace = 'public'::regnamespace
  and relkind = 'r' and relforcerowsecurity`

test('all hold', () => checkInvariants(t))

test('each has a way to break it', () => {
  expect(Object.keys(CORRUPTIONS).sort()).toEqual(INVARIANTS.map(({ name }) => name).sort())
})

describe('guarantee: a broken database is noticed', () => {
  test.each(INVARIANTS.map((invariant) => ({ ...invariant })))('$name', async (invariant) => {
    const { sql, drop = [] } = CORRUPTIONS[invariant.name] ?? { sql: '' }
    await owner.query('begin')
    try {
      const { rows } = await owner.query<{ relname: string }>(TABLES)
      for (const { relname } of rows) {
        await owner.query(`alter table ${relname} no force row level security`)
      }
      for (const constraint of drop) {
        const [table, name] = constraint.split('.')
        await owner.query(`alter table ${table} drop constraint ${name}`)
      }
      const query = queryAt(invariant, t.clock.now())
      expect((await owner.query(query)).rows).toEqual([])
      expect((await owner.query(sql)).rowCount).toBeGreaterThan(0)
      expect((await owner.query(query)).rows.length).toBeGreaterThan(0)
    } finally {
      await owner.query('rollback')
    }
  })
})
