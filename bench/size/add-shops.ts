// Many shops with a few cases each, and the one that is looked at.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { fill } from '../lab/fill.ts'

/** Cases of every other shop; each fifth shop has some. */
const CASES_EACH = 10

/** Opens `count` shops by SQL; returns the one to look at. */
export async function addShops(
  url: string,
  count: number,
): Promise<{ shopId: string; others: number }> {
  const ids = Array.from({ length: count }, () => randomUUID())
  const client = new pg.Client({ connectionString: url, options: '-c role=shouhou_platform' })
  await client.connect()
  await client.query(
    `insert into shops (id, slug, name, created_at)
     select id, 'bench-' || id, '量一量', now() from unnest($1::uuid[]) id`,
    [ids],
  )
  await client.end()
  const [shopId = '', ...others] = ids
  for (const other of others.filter((_id, i) => i % 5 === 0)) {
    await fill(url, 'cases', { shopId: other, from: 0, to: CASES_EACH - 1 })
  }
  return { shopId, others: others.length }
}
