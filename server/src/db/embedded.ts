// Runs a real PostgreSQL 18 from npm as a child of this process: for `npm start` without
// DATABASE_URL, and for tests. It never outlives us and never runs twice on one folder.
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { chooseAccount, giveFolder } from './embedded-account.ts'
import {
  createCluster,
  findBinaries,
  findPort,
  launchServer,
  watchOver,
} from './embedded-launch.ts'
import { lockFolder } from './embedded-lock.ts'
import { stopOrphans } from './embedded-postmaster.ts'

export interface EmbeddedPostgres {
  /** Address of the database `shouhou`; its user owns it, may create databases, is no superuser. */
  readonly url: string
  /** Resolves when the server has ended, asked to or not. */
  readonly ended: Promise<void>
  /** Ends open sessions, writes everything down and stops. */
  stop(): Promise<void>
}

interface Running {
  readonly server: ChildProcess
  readonly ended: Promise<void>
}

interface Options {
  /** Everything lives below it: cluster, password, port, log. Created when missing. */
  readonly dataDir: string
  /** false: a throwaway for tests, without fsync, its folder removed when it stops. */
  readonly durable: boolean
}

const durableSettings = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }
const throwawaySettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
const recoveryTimeoutMs = 120_000
const memoryReleaseTimeoutMs = 15_000

/**
 * Starts PostgreSQL on `dataDir`, creating it when new, and waits until it answers, crash
 * recovery included. A server left over from a killed launcher is stopped first.
 * @throws FolderInUse when another launcher runs the folder; otherwise an Error with PostgreSQL's
 * own words.
 */
export async function startPostgres(options: Options): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir)
  const release = lockFolder(dataDir)
  try {
    const cluster = join(dataDir, 'cluster')
    await stopOrphans(cluster)
    const { initdb, postgres } = await findBinaries()
    const account = chooseAccount(cluster)
    const passwordFile = join(dataDir, 'password')
    const password = keep(passwordFile, () => randomBytes(24).toString('hex'))
    giveFolder(dataDir, account)
    if (!existsSync(cluster)) {
      createCluster(initdb, { cluster, account, passwordFile, durable: options.durable })
    }
    const port = await keepPort(join(dataDir, 'port'))
    const logFile = join(dataDir, 'postgres.log')
    const settings = {
      port,
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '', // their paths may be at most 107 bytes; a project's may be longer
      max_connections: 200,
      log_checkpoints: 'off',
      ...(options.durable ? durableSettings : throwawaySettings),
    }
    const throwaway = options.durable ? undefined : dataDir
    const launch = () => {
      const server = launchServer(postgres, { cluster, account, logFile, settings })
      return { server, ended: endOf(server, watchOver(server, throwaway)) }
    }
    const admin = { host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' }
    const running = await launchUntilReady(launch, admin, logFile)
    const url = `postgresql://shouhou:${password}@127.0.0.1:${port}/shouhou`
    return { url, ...stoppable(running, throwaway, release) }
  } catch (error) {
    release()
    throw error
  }
}

function stoppable(running: Running, throwaway: string | undefined, release: () => void) {
  const ended = running.ended.then(release)
  async function stop(): Promise<void> {
    running.server.kill('SIGINT')
    await ended
    if (throwaway) rmSync(throwaway, { recursive: true, force: true })
  }
  return { ended, stop }
}

/**
 * Launches again for a while when the memory of a killed server is still held by its last
 * sessions: they notice its death only when they finish their query.
 */
async function launchUntilReady(
  launch: () => Running,
  admin: pg.ClientConfig,
  logFile: string,
): Promise<Running> {
  const giveUp = Date.now() + memoryReleaseTimeoutMs
  for (;;) {
    const running = launch()
    const ready = waitUntilReady(admin)
    const failure = await Promise.race([
      ready.done.then(() => undefined),
      running.ended.then(() => readFileSync(logFile, 'utf8').trim()),
    ]).finally(ready.cancel)
    if (failure === undefined) return running
    const memoryStillHeld = failure.includes('pre-existing shared memory block')
    if (!memoryStillHeld || Date.now() > giveUp) {
      throw new Error(`PostgreSQL did not start: ${failure || 'it gave no reason.'}`)
    }
    await delay(250)
  }
}

/** Connects until the server lets us in, then creates our role and database where missing. */
function waitUntilReady(admin: pg.ClientConfig): { done: Promise<void>; cancel: () => void } {
  let cancelled = false
  async function attempt(): Promise<void> {
    const giveUp = Date.now() + recoveryTimeoutMs
    while (!cancelled) {
      const client = new pg.Client(admin)
      client.on('error', () => {}) // the server ended; its exit is what we report
      try {
        await client.connect()
        await createDatabase(client, String(admin.password))
        return
      } catch (error) {
        if (!isStartingUp(error) || Date.now() > giveUp) throw error
        await delay(30)
      } finally {
        await client.end().catch(() => {})
      }
    }
  }
  return {
    done: attempt(),
    cancel: () => {
      cancelled = true
    },
  }
}

async function createDatabase(client: pg.Client, password: string): Promise<void> {
  const role = await client.query(`select 1 from pg_roles where rolname = 'shouhou'`)
  if (role.rowCount === 0) {
    await client.query(`create role shouhou login createdb createrole password '${password}'`)
    // Lets it act as the roles that migrations create, as a superuser could.
    await client.query(`alter role shouhou set createrole_self_grant = 'set, inherit'`)
  }
  const database = await client.query(`select 1 from pg_database where datname = 'shouhou'`)
  if (database.rowCount === 0) await client.query('create database shouhou owner shouhou')
}

function isStartingUp(error: unknown): boolean {
  const code = (error as { code?: string }).code
  const cannotConnectNow = '57P03'
  return code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === cannotConnectNow
}

/** Resolves when the server has ended, and then lets its watchdog go. */
function endOf(server: ChildProcess, letWatchdogGo: () => void): Promise<void> {
  return new Promise<void>((settle) => {
    server.once('exit', () => settle())
    server.once('error', () => settle()) // it could not be launched at all
  }).then(letWatchdogGo)
}

/** The content of a file, which is made on first use. */
function keep(file: string, make: () => string): string {
  if (!existsSync(file)) writeFileSync(file, make(), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

/** The same port as last time, so that a database tool stays connected; another if it is taken. */
async function keepPort(file: string): Promise<number> {
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  const port = await findPort(last)
  writeFileSync(file, String(port))
  return port
}
