// The pool and the one way to a transaction. Every statement of ours runs inside one, as a role that
// row-level security holds to one shop, or as the platform role where rows of all shops are needed.
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'

export type Tx = Omit<NodePgDatabase, 'transaction'>

/** The rows a transaction may see: one shop's, or every shop's (sign-in, worker, health). */
export type Scope = { readonly shopId: string } | 'platform'

export interface Db {
  /**
   * Runs `work` in one transaction and commits; a throw rolls back and is passed on. Work that lost
   * a deadlock is done again from the start, at most three times.
   */
  transact<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>
  /** A round trip; throws when the database does not answer. */
  ping(): Promise<void>
  readonly pool: pg.Pool
  close(): Promise<void>
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** serialization_failure, deadlock_detected: nothing happened, the same work may be tried again. */
const TRY_AGAIN = new Set(['40001', '40P01'])
const ATTEMPTS = 3

function beginFor(scope: Scope): string {
  if (scope === 'platform') return 'begin; set local role shouhou_platform'
  if (!UUID.test(scope.shopId)) throw new Error('A shop scope needs a UUID')
  return `begin; set local role shouhou_app; set local app.shop_id = '${scope.shopId}'`
}

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

/** Opens the pool. Timeouts are set for every connection: the defaults of driver and server are none. */
export function openDb(options: { url: string; poolMax: number; onError: (e: Error) => void }): Db {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolMax,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 5_000,
    lock_timeout: 2_000,
    idle_in_transaction_session_timeout: 10_000,
    application_name: 'shouhou',
  })
  pool.on('error', options.onError)
  const handles = new WeakMap<pg.PoolClient, Tx>()
  const handleOf = (client: pg.PoolClient): Tx => {
    const known = handles.get(client)
    if (known) return known
    const made = drizzle({ client })
    handles.set(client, made)
    return made
  }

  async function once<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await pool.connect().catch((error: unknown) => {
      throw new DatabaseAway(error)
    })
    let broken: Error | undefined
    try {
      await client.query(beginFor(scope))
      const result = await work(handleOf(client))
      await client.query('commit')
      return result
    } catch (error) {
      await client.query('rollback').catch((e: Error) => (broken = e))
      throw error
    } finally {
      client.release(broken)
    }
  }

  return {
    pool,
    async transact(scope, work) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await once(scope, work)
        } catch (error) {
          if (attempt >= ATTEMPTS || !TRY_AGAIN.has(sqlState(error) ?? '')) throw error
        }
      }
    },
    async ping() {
      await pool.query('select 1')
    },
    close: () => pool.end(),
  }
}
