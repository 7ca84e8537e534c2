// Processor time that a request costs, in the server and in the database: unlike requests per second it
// hardly minds what else the machine is doing.
import { readFileSync } from 'node:fs'
import pg from 'pg'
import type { Server } from './processes.ts'

/** Processor time of a process so far, in ms; NaN where the system does not tell (not Linux). */
function spentBy(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  } catch {
    return Number.NaN
  }
}

export interface Meter {
  /** Ms spent so far by a server, and by the database for whatever it is asked. */
  read(server: Server): Promise<{ readonly server: number; readonly database: number }>
  close(): Promise<void>
}

/** Watches the sessions of one database. Sessions that end meanwhile are lost, so keep them open. */
export async function openMeter(url: string): Promise<Meter> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const sessions = `select pid from pg_stat_activity where datname = current_database()
    and backend_type = 'client backend' and pid <> pg_backend_pid()`
  return {
    async read(server) {
      const { rows } = await client.query<{ pid: number }>(sessions)
      const database = rows.map(({ pid }) => spentBy(pid)).reduce((sum, ms) => sum + ms, 0)
      return { server: spentBy(server.process.pid ?? 0), database }
    },
    close: () => client.end(),
  }
}
