// The schema can be spread over machines by shop: it works cut into hash partitions, and the
// application runs on it unchanged.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../helpers/app.ts'
import { createTestDatabase } from '../helpers/db.ts'
import { checkInvariants } from '../helpers/invariants.ts'
import { fullShop } from './full-shop.ts'
import { PARTITIONS, partitionByShop } from './partition.ts'
import { shopTables } from './shop-tables.ts'

describe('the schema in partitions by shop', () => {
  let t: TestApp
  let client: pg.Client
  let shopIds: string[]
  beforeAll(async () => {
    t = await testApp()
    client = new pg.Client(t.databaseUrl)
    await client.connect()
    await partitionByShop(client)
    shopIds = []
    for (let i = 0; i < 4; i++) shopIds.push((await fullShop(t)).id)
  }, 60_000)
  afterAll(async () => {
    await client.end()
    await t.close()
  })

  test('is every table that has a shop', async () => {
    const { rows } = await client.query<{ name: string; partitions: number }>(
      `select relname as name, (select count(*)::int from pg_inherits where inhparent = c.oid) as partitions
       from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'p' order by relname`,
    )
    const tables = await shopTables(client)
    expect(tables.length).toBeGreaterThan(25)
    expect(rows).toEqual(tables.map((name) => ({ name, partitions: PARTITIONS })))
  })

  test('holds whole shops, each in one partition', async () => {
    await client.query('set role shouhou_platform')
    for (const table of await shopTables(client)) {
      const { rows } = await client.query<{ shop: string; places: number }>(
        `select shop_id as shop, count(distinct tableoid)::int as places from "${table}" group by 1`,
      )
      const found = new Map(rows.map(({ shop, places }) => [shop, places]))
      expect(
        shopIds.map((id) => found.get(id)),
        table,
      ).toEqual(shopIds.map(() => 1))
    }
    await client.query('reset role')
  })

  test('leaves the stories of the shops as they must be', async () => {
    await t.drain()
    await checkInvariants(t)
  })

  test('still refuses rows that contradict others', async () => {
    await client.query('set role shouhou_platform')
    const refused = (text: string) => expect(client.query(text)).rejects
    await refused('insert into aftersale_items select * from aftersale_items limit 1').toThrow(
      'violates unique constraint',
    )
    await refused('update notes set aftersale_id = gen_random_uuid()').toThrow(
      'violates foreign key constraint',
    )
    await refused('update order_lines set quantity_taken = -1').toThrow('violates check constraint')
    await client.query('reset role')
  })
})

describe('a table that is not kept by shop', () => {
  const unfit = /must include all partitioning columns|no unique constraint matching/
  test.each([
    ['a key of its own', 'create table loose (shop_id uuid not null, id uuid primary key)'],
    ['a unique column', 'alter table faq_entries add unique (slug)'],
    ['a unique index', 'create unique index on parcels (waybill_no)'],
    [
      'a reference without the shop',
      `create table loose (shop_id uuid not null, id uuid unique, primary key (shop_id, id));
       alter table notes add foreign key (id) references loose (id)`,
    ],
  ])('by %s is noticed', async (_how, change) => {
    const database = await createTestDatabase()
    const client = new pg.Client(database.url)
    await client.connect()
    try {
      await client.query(change)
      await expect(partitionByShop(client)).rejects.toThrow(unfit)
    } finally {
      await client.end()
      await database.drop()
    }
  })
})
