// The tables whose rows belong to a shop, as the database itself knows them.
import type pg from 'pg'

/** Names of all tables with a shop in every row, without partitions of others. */
export async function shopTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class join pg_attribute on attrelid = pg_class.oid
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
       and attname = 'shop_id' and attnotnull
     order by relname`,
  )
  return rows.map(({ name }) => name)
}
