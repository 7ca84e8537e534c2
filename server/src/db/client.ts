// The pool and the ways to a transaction. Every statement of ours runs inside one, as a role that
// row-level security holds to one shop, or as the platform role where rows of all shops are needed.
// Statements travel without waiting for the answer of the one before them: what a round trip costs
// is paid once for all that are sent together.
import type { Writable } from 'node:stream'
import type { SQL } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { compiled, type Statement } from './statement.ts'
import { type NameOf, statementNames } from './statement-names.ts'

/** Drizzle inside a transaction. */
export interface Tx extends Omit<NodePgDatabase, 'transaction'> {
  /**
   * A statement that is text already. It is sent at once: those started together are worked off in the
   * order of their calls, unlike Drizzle's builders, which wait for their turn.
   */
  run<Row>(statement: Statement): Promise<Row[]>
  /** A last statement, sent together with the commit. */
  beforeCommit(statement: Statement): void
  /** Does something once the transaction has committed; nothing when it rolls back. */
  afterCommit(then: () => void): void
}

/** What a transaction does when its work is done. */
interface Ending {
  last: Statement[]
  after: (() => void)[]
}

/** The rows a transaction may see: one shop's, or every shop's (sign-in, worker, health). */
export type Scope = { readonly shopId: string } | 'platform'

export interface Db {
  /**
   * Runs `work` in one transaction and commits; a throw rolls back and is passed on, and so is the
   * failure of a statement that the work kept to itself. Work that lost a deadlock is done again from
   * the start, at most three times.
   */
  transact<T>(scope: Scope, work: (tx: Tx) => Promise<T>, plans?: Plans): Promise<T>
  /** Rows of one statement that only reads, in a transaction of its own: one round trip. */
  read<Row>(scope: Scope, query: SQL | Statement): Promise<Row[]>
  /** A round trip; throws when the database does not answer. */
  ping(): Promise<void>
  readonly pool: pg.Pool
  close(): Promise<void>
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** serialization_failure, deadlock_detected: nothing happened, the same work may be tried again. */
const TRY_AGAIN = new Set(['40001', '40P01'])
const ATTEMPTS = 3

/**
 * One simple query: when a part of it fails, the transaction is broken and refuses whatever follows.
 * Without it a statement would run as the owner of the tables, whom row security shows nothing.
 */
function beginFor(scope: Scope, mode: '' | ' read only', plans: Plans): string {
  const begin = `begin${mode}${plans === 'once' ? PLAN_ONCE : ''}; set local role`
  if (scope === 'platform') return `${begin} shouhou_platform`
  if (!UUID.test(scope.shopId)) throw new Error('A shop scope needs a UUID')
  return `${begin} shouhou_app; set local app.shop_id = '${scope.shopId}'`
}

/**
 * `once`: every named statement is planned a single time for all values, right for look-ups by key, which
 * would else be planned five times on each connection. Searches and lists want a plan for their values.
 */
type Plans = 'once' | 'by value'
const PLAN_ONCE = '; set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off'

/** Thrown by work that lost a race: nothing of it stays, and it is done again from the start. */
export class TryAgain extends Error {}

/** No connection could be had: the database is away, or everybody else is using it. */
export class DatabaseAway extends Error {
  constructor(cause: unknown) {
    super('no connection to the database', { cause })
  }
}

/** SQLSTATE of an error of the driver, also when Drizzle wrapped it. */
export function sqlState(error: unknown): string | undefined {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ('code' in e && typeof e.code === 'string' && e.code.length === 5) return e.code
  }
  return undefined
}

/** Name of the violated constraint, also when Drizzle wrapped the error. */
export function violatedConstraint(error: unknown): string | undefined {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ('constraint' in e && typeof e.constraint === 'string') return e.constraint
  }
  return undefined
}

interface Options {
  readonly url: string
  readonly poolMax: number
  /** Names for statements; off behind a pooler that shares connections. */
  readonly prepared: boolean
  readonly onError: (e: Error) => void
}

/** Timeouts are set for every connection: the defaults of driver and server are none. */
const openPool = ({ url, poolMax, onError }: Options): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolMax,
    pipeline: true,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 5_000,
    lock_timeout: 2_000,
    idle_in_transaction_session_timeout: 10_000,
    application_name: 'shouhou',
  })
  pool.on('error', onError)
  return pool
}

/**
 * Holds back what is written until this turn of the event loop ends, so that statements sent together
 * leave in one packet and wake the database once.
 */
function together(client: pg.PoolClient): pg.PoolClient {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
  return client
}

/** A handle on a connection whose every statement gets its name. */
function handleOn(client: pg.PoolClient, nameOf: NameOf): Handle {
  const query = (config: pg.QueryConfig, values: unknown[]) => {
    const name = nameOf(config.text)
    if (name !== undefined) config.name = name
    return together(client).query(config, values)
  }
  const run = async ({ text, params }: Statement) => (await query({ text }, params)).rows
  const ending: Ending = { last: [], after: [] }
  const tx = Object.assign(drizzle({ client: { query } as unknown as pg.PoolClient }), {
    run,
    beforeCommit: (statement: Statement) => void ending.last.push(statement),
    afterCommit: (then: () => void) => void ending.after.push(then),
  })
  return { tx, ending }
}

interface Handle {
  readonly tx: Tx
  readonly ending: Ending
}

/** Statements of one role on all connections: plans depend on the role, so names tell it too. */
function makeRole(name: string, prepared: boolean) {
  const nameOf = statementNames(`${name}_`, prepared)
  const handles = new WeakMap<pg.PoolClient, Handle>()
  return {
    nameOf,
    handleOf(client: pg.PoolClient): Handle {
      const handle = handles.get(client) ?? handleOn(client, nameOf)
      handles.set(client, handle)
      return handle
    },
  }
}

/** Uses a connection; what a failure left open is rolled back. */
async function withClient<T>(
  pool: pg.Pool,
  use: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw new DatabaseAway(error)
  })
  let broken: Error | undefined
  try {
    return await use(client)
  } catch (error) {
    await client.query('rollback').catch((e: Error) => (broken = e))
    throw error
  } finally {
    client.release(broken)
  }
}

const ignore = () => {}

/** Opens the pool. */
export function openDb(options: Options): Db {
  const pool = openPool(options)
  const shop = makeRole('shop', options.prepared)
  const platform = makeRole('platform', options.prepared)
  const roleOf = (scope: Scope) => (scope === 'platform' ? platform : shop)
  const once = <T>(scope: Scope, work: (tx: Tx) => Promise<T>, plans: Plans): Promise<T> => {
    const begin = beginFor(scope, '', plans)
    return withClient(pool, async (client) => {
      const { tx, ending } = roleOf(scope).handleOf(client)
      Object.assign(ending, { last: [], after: [] })
      const begun = together(client).query(begin)
      begun.catch(ignore) // told when the statements behind it fail, as they then must
      const result = await work(tx).catch(async (error: unknown) => {
        await begun
        throw error
      })
      const last = ending.last.map(tx.run)
      const [{ command }] = await Promise.all([together(client).query('commit'), ...last])
      // The server answers COMMIT of a transaction in which something failed with ROLLBACK.
      if (command !== 'COMMIT') throw new Error('Rolled back: a statement of the work had failed')
      for (const then of ending.after) then()
      return result
    })
  }

  return {
    pool,
    async transact(scope, work, plans = 'by value') {
      for (let attempt = 1; ; attempt++) {
        try {
          return await once(scope, work, plans)
        } catch (error) {
          const again = error instanceof TryAgain || TRY_AGAIN.has(sqlState(error) ?? '')
          if (attempt >= ATTEMPTS || !again) throw error
        }
      }
    },
    read<Row>(scope: Scope, query: SQL | Statement) {
      const begin = beginFor(scope, ' read only', 'text' in query ? 'once' : 'by value')
      const { text, params } = 'text' in query ? query : compiled(query)
      const name = roleOf(scope).nameOf(text)
      return withClient(pool, async (client) => {
        const [, { rows }] = await Promise.all([
          together(client).query(begin),
          client.query({ text, ...(name === undefined ? {} : { name }) }, params),
          client.query('commit'),
        ])
        return rows as Row[]
      })
    },
    async ping() {
      await pool.query('select 1')
    },
    close: () => pool.end(),
  }
}
