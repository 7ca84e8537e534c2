// Row security: inside one shop no row of another exists, in any table and for any statement.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../helpers/app.ts'
import type { TestShop } from '../helpers/client.ts'
import { fullShop } from './full-shop.ts'
import { shopTables } from './shop-tables.ts'

describe('every table of a shop', () => {
  let t: TestApp
  let client: pg.Client
  let tables: string[]
  let shop: TestShop
  let other: TestShop
  beforeAll(async () => {
    t = await testApp()
    client = new pg.Client(t.databaseUrl)
    await client.connect()
    tables = await shopTables(client)
    shop = await fullShop(t)
    other = await fullShop(t)
  }, 60_000)
  afterAll(async () => {
    await client.end()
    await t.close()
  })

  /** Runs statements as a role, and takes back what they did. */
  async function as<T>(role: string, shopId: string, work: () => Promise<T>): Promise<T> {
    await client.query(`begin; set local role ${role}; set local app.shop_id = '${shopId}'`)
    try {
      return await work()
    } finally {
      await client.query('rollback')
    }
  }
  const counts = async (table: string, shopId: string) => {
    const { rows } = await client.query<{ own: number; others: number }>(
      `select count(*) filter (where shop_id = $1)::int as own,
              count(*) filter (where shop_id <> $1)::int as others from "${table}"`,
      [shopId],
    )
    return rows[0] ?? { own: 0, others: 0 }
  }

  test('has row security, forced, with its two policies', async () => {
    const { rows } = await client.query(
      `select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
         (select json_object_agg(polname, array(select rolname from pg_roles where oid = any (polroles)))
          from pg_policy where polrelid = c.oid) as policies
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relname = any ($1)
       order by c.relname`,
      [tables],
    )
    const policies = { one_shop: ['shouhou_app'], all_shops: ['shouhou_platform'] }
    expect(rows).toEqual(tables.map((name) => ({ name, enabled: true, forced: true, policies })))
  })

  test('shows a shop its own rows, all of them and no others', async () => {
    for (const table of tables) {
      const all = await as('shouhou_platform', shop.id, () => counts(table, shop.id))
      expect(all.own, `${table} has rows to look at`).toBeGreaterThan(0)
      expect(all.others, `${table} has rows of the other shop`).toBeGreaterThan(0)
      const seen = await as('shouhou_app', shop.id, () => counts(table, shop.id))
      expect(seen, table).toEqual({ own: all.own, others: 0 })
    }
  })

  test('shows nothing without a shop', async () => {
    for (const table of tables) {
      const nobody = await as('shouhou_app', '', () => counts(table, shop.id))
      expect(nobody, table).toEqual({ own: 0, others: 0 })
    }
  })

  test('lets a shop neither change, remove nor give away a row of another', async () => {
    for (const table of tables) {
      const change = `update "${table}" set shop_id = '${other.id}'`
      await as('shouhou_app', shop.id, () =>
        expect(client.query(change), table).rejects.toThrow(
          /row-level security|permission denied|foreign key/,
        ),
      )
      const remove = `delete from "${table}" where shop_id = '${other.id}'`
      const removed = await as('shouhou_app', shop.id, () =>
        client.query(remove).then(
          ({ rowCount }) => rowCount,
          (error: Error) => error.message,
        ),
      )
      expect([0, `permission denied for table ${table}`], table).toContain(removed)
    }
  })
})

test('what belongs to no shop is open to sign-in alone', async () => {
  const t = await testApp()
  const client = new pg.Client(t.databaseUrl)
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace
       and relkind in ('r', 'p') and has_table_privilege('shouhou_app', oid, 'insert, update, delete')`,
  )
  const shops = await shopTables(client)
  expect(rows.map(({ name }) => name).filter((name) => !shops.includes(name))).toEqual(['accounts'])
  const readable = ['accounts.password_hash', 'sessions.id', 'sign_in_attempts.key']
  for (const column of readable) {
    const [table, name] = column.split('.')
    const { rows: may } = await client.query(
      `select has_column_privilege('shouhou_app', $1, $2, 'select') as may`,
      [table, name],
    )
    expect(may, column).toEqual([{ may: false }])
  }
  await client.end()
  await t.close()
})
