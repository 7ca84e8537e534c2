// Applies the migrations of server/migrations. A step of its own before the processes start,
// never at API start: several API processes start at once.
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'

/** Folders `<timestamp>_<name>`, written by `npm run db:generate`. */
export const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url))

/** The database cannot be used; the message is one sentence for the person at the terminal. */
export class DatabaseUnusable extends Error {}

const oldestMajor = 15
const connectTimeoutMs = 10_000
// Any number, as long as every version of this program uses the same.
const lockKey = 4_716_230_118

/**
 * Brings the database of `url` to the newest schema; all pending migrations are one transaction.
 * Processes that migrate at once wait for each other: drizzle's migrator has no lock of its own.
 * @throws DatabaseUnusable when the server does not answer, refuses us or is too old.
 */
export async function migrate(url: string): Promise<void> {
  const client = await connect(url)
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await applyMigrations(drizzle({ client }), { migrationsFolder })
  } finally {
    await client.end()
  }
}

async function connect(url: string): Promise<pg.Client> {
  const place = describePlace(url)
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: connectTimeoutMs,
    application_name: 'shouhou migrate',
  })
  try {
    await client.connect()
  } catch (error) {
    throw new DatabaseUnusable(`Cannot use the database ${place}: ${reasonOf(error)}.`)
  }
  const answer = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int / 10000 as version`,
  )
  const version = answer.rows[0]?.version ?? 0
  if (version >= oldestMajor) return client
  await client.end()
  throw new DatabaseUnusable(
    `The database ${place} is PostgreSQL ${version}; at least ${oldestMajor} is needed.`,
  )
}

/** Where it is, without the password. */
function describePlace(url: string): string {
  try {
    const { host, pathname } = new URL(url)
    return `${host}${pathname}`
  } catch {
    throw new DatabaseUnusable('DATABASE_URL is not an address like postgresql://user@host/name.')
  }
}

function reasonOf(error: unknown): string {
  // An address with several IPs fails with one error for each and no message of its own.
  const first = error instanceof AggregateError ? error.errors[0] : error
  return first instanceof Error ? first.message : String(first)
}
