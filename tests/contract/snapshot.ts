// Everything a shop has in the database, as one hash for each table: equal before and after means
// untouched.
import pg from 'pg'
import type { TestApp } from '../helpers/app.ts'

export async function snapshotOf(t: TestApp, shopId: string): Promise<string> {
  const client = new pg.Client(t.databaseUrl)
  await client.connect()
  try {
    await client.query('set role shouhou_platform')
    const tables = await client.query<{ name: string }>(
      `select table_name as name from information_schema.columns
       where table_schema = 'public' and column_name = 'shop_id' order by table_name`,
    )
    const hashes: string[] = []
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ hash: string | null }>(
        `select md5(string_agg(x::text, '|' order by x::text)) as hash from "${name}" x
         where shop_id = $1`,
        [shopId],
      )
      hashes.push(`${name} ${rows[0]?.hash ?? 'empty'}`)
    }
    return hashes.join('\n')
  } finally {
    await client.end()
  }
}
