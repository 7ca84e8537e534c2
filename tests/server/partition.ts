// Cuts every table of a shop into hash partitions by shop, with the same keys, checks and indexes.
// PostgreSQL asks of them what every way of spreading shops over machines asks: the shop is part of
// each primary key, unique key and foreign key.
import type pg from 'pg'
import { shopTables } from './shop-tables.ts'

export const PARTITIONS = 2

interface Named {
  readonly table: string
  readonly name: string
  readonly definition: string
}

/**
 * Replaces the tables of an empty schema; all or nothing.
 * @throws what PostgreSQL has against it.
 */
export async function partitionByShop(client: pg.Client): Promise<void> {
  await client.query('begin')
  try {
    await client.query('set local search_path = public')
    const tables = await shopTables(client)
    const constraints = await constraintsOf(client)
    const indexes = await indexesOf(client)
    const ours = ({ table }: Named) => tables.includes(table)
    await client.query('create schema sharded; create schema parts')
    // Names of foreign keys are found where the new tables are.
    await client.query('set local search_path = sharded, public')
    for (const table of tables) await client.query(emptyCopy(table))
    for (const { table, name, definition } of constraints.filter(ours)) {
      await client.query(`alter table sharded."${table}" add constraint "${name}" ${definition}`)
    }
    for (const { definition } of indexes.filter(ours)) {
      await client.query(definition.replace(' ON public.', ' ON sharded.'))
    }
    for (const table of tables) {
      await client.query(`drop table public."${table}" cascade`)
      await client.query(`alter table sharded."${table}" set schema public`)
    }
    await client.query('set local search_path = public; select guard_tables()')
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

const emptyCopy = (table: string) =>
  [
    `create table sharded."${table}"
       (like public."${table}" including defaults including generated) partition by hash (shop_id)`,
    ...Array.from(
      { length: PARTITIONS },
      (_none, i) =>
        `create table parts."${table}_${i}" partition of sharded."${table}"
           for values with (modulus ${PARTITIONS}, remainder ${i})`,
    ),
  ].join(';')

/** Keys and checks first, foreign keys last: they need the keys they point to. */
async function constraintsOf(client: pg.Client): Promise<Named[]> {
  const { rows } = await client.query<Named>(
    `select relname as "table", conname as name, pg_get_constraintdef(c.oid) as definition
     from pg_constraint c join pg_class t on t.oid = c.conrelid
     where t.relnamespace = 'public'::regnamespace and contype in ('p', 'u', 'c', 'f')
     order by contype = 'f', conname`,
  )
  return rows
}

/** Indexes that no constraint made. */
async function indexesOf(client: pg.Client): Promise<Named[]> {
  const { rows } = await client.query<Named>(
    `select t.relname as "table", i.relname as name, pg_get_indexdef(i.oid) as definition
     from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
     where t.relnamespace = 'public'::regnamespace
       and not exists (select 1 from pg_constraint c where c.conindid = i.oid and c.contype <> 'f')
     order by i.relname`,
  )
  return rows
}
