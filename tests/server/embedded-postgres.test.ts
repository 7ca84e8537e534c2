// What is promised of the database under `npm start`: whatever is killed, nothing that was
// answered is lost, nothing keeps running, and the next start works.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startPostgres } from '@shouhou/server/db/embedded.ts'
import { FolderInUse } from '@shouhou/server/db/embedded-lock.ts'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

const dataDir = mkdtempSync(join(tmpdir(), 'shouhou-embedded-'))
const cluster = join(dataDir, 'cluster')

beforeAll(async () => {
  const postgres = await startPostgres({ dataDir, durable: true })
  await query(postgres.url, 'create table answered (n int)')
  await postgres.stop()
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

describe.skipIf(process.platform !== 'linux')('a killed process', () => {
  test('launcher: its server stops by itself and has kept every answered row', async () => {
    const holder = await hold()
    await query(holder.url, 'insert into answered values (1)')
    await holder.kill()
    await vi.waitUntil(() => processesOn(cluster).length === 0, { timeout: 10_000 })
    expect(await rowsAfterRestart()).toContain(1)
  })

  test('launcher and watchdog at once: the next start stops the orphan first', async () => {
    const holder = await hold()
    await query(holder.url, 'insert into answered values (2)')
    const orphan = serverPid()
    for (const watchdog of childrenOf(holder.pid)) {
      if (watchdog !== orphan) process.kill(watchdog, 'SIGKILL')
    }
    await holder.kill()
    expect(processesOn(cluster)).toContain(orphan)
    expect(await rowsAfterRestart()).toContain(2)
    expect(processesOn(cluster)).toEqual([])
  })

  test('server: its launcher is told, and the next start recovers', async () => {
    const holder = await hold()
    await query(holder.url, 'insert into answered values (3)')
    process.kill(serverPid(), 'SIGKILL')
    expect(await holder.nextLine()).toBe('ended')
    expect(await rowsAfterRestart()).toContain(3)
  })

  test('server with a session at work: the session ends before the next server starts', async () => {
    const holder = await hold()
    const busy = query(holder.url, 'select count(*) from generate_series(1, 100000000000)')
    const broken = expect(busy).rejects.toThrow()
    await vi.waitUntil(async () => {
      const active = `select from pg_stat_activity where state = 'active' and query like '%series%'`
      return (await query(holder.url, active)).rowCount === 2 // and this one
    })
    process.kill(serverPid(), 'SIGKILL')
    expect(await holder.nextLine()).toBe('ended')
    await rowsAfterRestart()
    await broken
    expect(processesOn(cluster)).toEqual([])
  })
})

test('a folder in use is refused with the id of the process that holds it', async () => {
  const postgres = await startPostgres({ dataDir, durable: true })
  const second = startPostgres({ dataDir, durable: true })
  await expect(second).rejects.toThrow(`already in use by process ${process.pid}`)
  await expect(second).rejects.toBeInstanceOf(FolderInUse)
  await postgres.stop()
})

test('after a power loss the id of a stranger in the process id file is no obstacle', async () => {
  writeFileSync(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n`)
  expect(await rowsAfterRestart()).toContain(1)
})

async function rowsAfterRestart(): Promise<number[]> {
  const postgres = await startPostgres({ dataDir, durable: true })
  const { rows } = await query(postgres.url, 'select n from answered')
  await postgres.stop()
  return rows.map((row) => row.n)
}

async function hold() {
  const script = new URL('../helpers/hold-postgres.ts', import.meta.url).pathname
  const holder: ChildProcess = spawn(process.execPath, [script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (!holder.stdout) throw new Error('no output')
  const lines = createInterface(holder.stdout)[Symbol.asyncIterator]()
  const nextLine = async () => String((await lines.next()).value)
  return {
    url: await nextLine(),
    pid: holder.pid ?? 0,
    nextLine,
    kill: async () => {
      holder.kill('SIGKILL')
      await once(holder, 'exit')
    },
  }
}

async function query(url: string, text: string) {
  const client = new pg.Client(url)
  client.on('error', () => {}) // its server was killed
  await client.connect()
  try {
    return await client.query(text)
  } finally {
    await client.end().catch(() => {})
  }
}

function serverPid(): number {
  return Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10)
}

function processesOn(folder: string): number[] {
  return allPids().filter((pid) => read(() => readlinkSync(`/proc/${pid}/cwd`)) === folder)
}

function childrenOf(parent: number): number[] {
  return allPids().filter((pid) =>
    read(() => readFileSync(`/proc/${pid}/status`, 'utf8'))?.includes(`PPid:\t${parent}\n`),
  )
}

function allPids(): number[] {
  return readdirSync('/proc').map(Number).filter(Number.isInteger)
}

function read(look: () => string): string | undefined {
  try {
    return look()
  } catch {
    return undefined // it ended meanwhile
  }
}
