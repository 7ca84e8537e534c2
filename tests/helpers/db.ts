// A database of one's own for a test file: a clone of the migrated template, in about 20 ms.
import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { inject } from 'vitest'

export interface TestDatabase {
  /** Address of the clone, as its owner. */
  readonly url: string
  /**
   * Removes the database.
   * @throws when sessions are still open two seconds after the caller closed everything, naming
   * their last statement: a leaked client or an open transaction.
   */
  drop(): Promise<void>
}

const leakGraceMs = 15_000

/** Clones the migrated template. Call `drop` in afterAll, when the app is closed. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('databaseServer')
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`
  await onServer(server, (client) =>
    client.query(
      `create database ${name} template ${inject('databaseTemplate')} strategy file_copy`,
    ),
  )
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
  const drop = () =>
    onServer(server, async (client) => {
      const leaks = await openSessions(client, name)
      await client.query(`drop database ${name} with (force)`)
      if (leaks.length > 0) throw new Error(`Sessions left open:\n${leaks.join('\n')}`)
    })
  return { url, drop }
}

/** The sessions that do not go away by themselves; a closed one needs a moment to end. */
async function openSessions(client: pg.Client, database: string): Promise<string[]> {
  const giveUp = Date.now() + leakGraceMs
  for (;;) {
    const sessions = await client.query<{ session: string }>(
      `select concat_ws(': ', state, nullif(application_name, ''), query) as session
       from pg_stat_activity where datname = $1 and backend_type = 'client backend'`,
      [database],
    )
    if (sessions.rowCount === 0 || Date.now() > giveUp) {
      return sessions.rows.map((row) => row.session)
    }
    await delay(20)
  }
}

async function onServer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
