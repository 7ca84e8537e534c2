// The queue of the desk: narrowed, searched, counted, and by which indexes.
import { HOUR } from '@shouhou/shared/domain/china-time'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { START, type TestApp, testApp } from '../../helpers/app.ts'
import { callerWith, type TestShop } from '../../helpers/client.ts'
import {
  type Asking,
  apply,
  give,
  pay,
  placeOrder,
  readyShop,
  UNSHIPPED,
  WAYBILL,
  withNewShopper,
} from './scenario.ts'

let t: TestApp
let shop: TestShop
beforeAll(async () => {
  t = await testApp()
})
beforeEach(async () => {
  t.clock.set(START)
  shop = await readyShop(t)
})
afterAll(() => t.close())

const shopper = () => shop.as('shopper')
const agent = () => shop.as('agent')
const open = async (asking: Asking = {}, from: TestShop = shop) => {
  t.clock.advance(1_000)
  return apply(from.as('shopper'), await placeOrder(t, from), asking)
}
/** Signed in for good, however far the clock moves. */
const key = () => callerWith(t, shop.apiKey)
const list = async (query: object) => (await key().ok('GET /aftersales', { query })).items
/** The same shopper, signed in anew after a while. */
async function later(hours: number): Promise<TestShop> {
  t.clock.advance(hours * HOUR)
  const person = await shop.newShopper({ phone: shop.phone })
  const as = (role: string) => (role === 'shopper' ? person : shop.as(role as 'agent'))
  return { ...shop, as: as as TestShop['as'] }
}
const ids = async (query: object) => (await list(query)).map(({ id }) => id)

describe('the queue', () => {
  test('tells those that wait for the shop from those that wait for others', async () => {
    const waits = await open()
    await give(agent(), await open(), 'request-info', { text: '？' })
    const paidByHand = await give(agent(), await refundOnly(), 'approve')
    await pay(shop, paidByHand)
    expect(await ids({ status: 'TODO' })).toEqual([waits.id])
  })

  test('gives each role what it has to do', async () => {
    const review = await open()
    const refunding = await give(agent(), await refundOnly(), 'approve')
    const shipped = await give(
      shopper(),
      await give(agent(), await open(), 'approve'),
      'ship-return',
      WAYBILL,
    )
    const todo = async (role: 'agent' | 'warehouse' | 'manager') => {
      const who = shop.as(role)
      const { items } = await who.ok('GET /aftersales', { query: { status: 'TODO' } })
      expect((await who.ok('GET /aftersales/counts')).todo).toBe(items.length)
      return items.map(({ id }) => id)
    }
    expect(await todo('agent')).toEqual([review.id])
    expect(await todo('warehouse')).toEqual([shipped.id])
    expect(await todo('manager')).toEqual([shipped.id, refunding.id, review.id])
  })

  test('is narrowed by reason and by amount', async () => {
    const small = await open({ wantFen: 100 })
    const fault = await open({ reasonCode: 'SIZE_COLOR', wantFen: 4_000 })
    expect(await ids({ reasonCode: 'SIZE_COLOR' })).toEqual([fault.id])
    expect(await ids({ maxFen: 100 })).toEqual([small.id])
    expect(await ids({ minFen: 101 })).toEqual([fault.id])
    expect(await ids({ minFen: 101, maxFen: 3_999 })).toEqual([])
  })

  test('is narrowed by what is due, late cases included', async () => {
    const first = await open()
    const second = await open({}, await later(45))
    expect(await ids({ due: '4h' })).toEqual([first.id])
    expect(await ids({ due: 'overdue' })).toEqual([])
    t.clock.advance(3 * HOUR)
    expect(await ids({ due: 'overdue' })).toEqual([first.id])
    expect(await ids({ due: '24h', sort: 'due' })).toEqual([first.id])
    t.clock.advance(25 * HOUR)
    expect(await ids({ due: '24h', sort: 'due' })).toEqual([first.id, second.id])
  })

  test('is narrowed by the Chinese day of application and of decision', async () => {
    const old = await open()
    const today = await open({}, await later(24))
    expect(await ids({ created: 'today' })).toEqual([today.id])
    expect(await ids({ created: '7d' })).toEqual([today.id, old.id])
    await give(await shop.newStaff('agent'), old, 'approve')
    expect(await ids({ decided: 'today' })).toEqual([old.id])
    expect(await ids({ decidedBy: 'people' })).toEqual([old.id])
    expect(await ids({ decidedBy: 'policy' })).toEqual([])
    t.clock.advance(24 * HOUR)
    expect(await ids({ decided: 'today' })).toEqual([])
  })

  test('says what the rules think, and which of them want a look, to staff alone', async () => {
    await open()
    const [seen] = (await agent().ok('GET /aftersales')).items
    expect(seen).toMatchObject({ advice: { verdict: 'review', look: [] }, missedDeadlines: 0 })
    expect(seen?.allowedCommands).toContain('approve')
    const [own] = (await shopper().ok('GET /aftersales')).items
    expect(own?.advice).toBeNull()
    expect(own?.allowedCommands).not.toContain('approve')
  })

  test('counts what waits and what is due', async () => {
    await open()
    await give(agent(), await open(), 'request-info', { text: '？' })
    await give(shopper(), await open(), 'cancel')
    t.clock.advance(47 * HOUR)
    expect(await key().ok('GET /aftersales/counts')).toMatchObject({
      todo: 1,
      overdue: 0,
      dueIn4h: 1,
      dueIn24h: 1,
    })
    t.clock.advance(HOUR)
    expect(await key().ok('GET /aftersales/counts')).toMatchObject({ overdue: 1, dueIn4h: 1 })
  })
})

const refundOnly = async () => {
  const order = await placeOrder(t, shop, {}, UNSHIPPED)
  return apply(shopper(), order, {
    type: 'REFUND_ONLY',
    reasonCode: 'CHANGED_MIND',
    receivedGoods: false,
  })
}

describe('the search', () => {
  test('finds a case by its parcel, its phone and the end of its phone', async () => {
    const neighbour = await withNewShopper(shop)
    const mine = await open()
    await open({}, neighbour)
    await give(shopper(), await give(agent(), mine, 'approve'), 'ship-return', WAYBILL)
    for (const q of [WAYBILL.waybillNo, WAYBILL.waybillNo.slice(0, 8).toLowerCase(), shop.phone]) {
      expect(await ids({ q }), q).toEqual([mine.id])
    }
    expect(await ids({ q: shop.phone.slice(-4) })).toContain(mine.id)
    expect(await ids({ q: '13900000000' })).toEqual([])
  })

  test('guarantee: finds a shopper nothing by the phone or parcel of somebody else', async () => {
    const neighbour = await withNewShopper(shop)
    const theirs = await open({}, neighbour)
    await give(
      neighbour.as('shopper'),
      await give(agent(), theirs, 'approve'),
      'ship-return',
      WAYBILL,
    )
    for (const q of [neighbour.phone, neighbour.phone.slice(-4), WAYBILL.waybillNo, theirs.no]) {
      expect((await shopper().ok('GET /aftersales', { query: { q } })).items, q).toEqual([])
    }
  })
})

/** Plans of a query in the shop's scope, with sequential scans made unattractive: a table of a test is small. */
async function planOf(query: string): Promise<string> {
  const { rows } = await t.deps.db.transact({ shopId: shop.id }, async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`)
    await tx.execute(sql`set local enable_bitmapscan = off`)
    return tx.execute<{ 'QUERY PLAN': string }>(sql.raw(`explain ${query}`))
  })
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

describe('the indexes under row security', () => {
  test.each([
    ['aftersales', 'no', 'aftersales_no_prefix'],
    ['aftersales', 'order_no', 'aftersales_order_no'],
    ['parcels', 'waybill_no', 'parcels_waybill'],
  ])('serve the beginning of %s.%s, in the order of the search', async (table, column, index) => {
    const plan = await planOf(
      `select * from ${table} where shop_id = '${shop.id}' and ${column} ^@ '2026' order by ${column} using ~>~ limit 9`,
    )
    expect(plan).toContain(`Index Scan Backward using ${index}`)
    expect(plan).toMatch(new RegExp(`Index Cond: .*${column} ~>=~ '2026'`))
    expect(plan).not.toContain('Sort')
  })

  test('serve the counts without the table', async () => {
    const plan =
      await planOf(`select status, count(*) filter (where deadline_at < now() or missed_deadlines > 0),
      count(*) filter (where not offline_payout) from aftersales
      where shop_id = '${shop.id}' and status not in ('COMPLETED', 'CLOSED') group by status`)
    expect(plan).toContain('Index Only Scan using aftersales_open_counts')
  })
})
