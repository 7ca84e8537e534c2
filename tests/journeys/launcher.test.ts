// `npm start` as a person uses it: one command, Ctrl-C, and every process of it killed in turn.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findPort } from '@shouhou/server/db/embedded-launch.ts'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const dataDir = mkdtempSync(join(tmpdir(), 'shouhou-start-'))
// Not the built page, so that this test needs no build.
const webDir = mkdtempSync(join(tmpdir(), 'shouhou-page-'))
let port = 0
let launcher: ChildProcess
let output = ''

beforeAll(async () => {
  writeFileSync(join(webDir, 'index.html'), '<p>A page</p>')
  port = await findPort(0)
})
afterEach(async () => {
  if (launcher.exitCode === null && launcher.signalCode === null) {
    launcher.kill('SIGTERM')
    await once(launcher, 'exit')
  }
  await nothingRuns()
}, 30_000)
afterAll(() => {
  for (const folder of [dataDir, webDir]) rmSync(folder, { recursive: true, force: true })
})

test('starts to ready, serves page, documents and API, and SIGTERM closes it with code 0', async () => {
  await start()
  expect(output).toContain('Shouhou is ready')
  for (const path of ['/', '/docs', '/readyz']) {
    expect((await fetch(`http://127.0.0.1:${port}${path}`)).status, path).toBe(200)
  }
  launcher.kill('SIGTERM')
  expect(await once(launcher, 'exit')).toEqual([0, null])
})

test('a second start in the same folder is refused with one sentence', async () => {
  await start()
  const second = run({ PORT: String(await findPort(0)) })
  let words = ''
  second.stderr?.setEncoding('utf8').on('data', (text) => {
    words += text
  })
  expect(await once(second, 'exit')).toEqual([1, null])
  expect(words).toMatch(/is already in use by process \d+\. Stop that one first\.\n$/)
})

test('a taken port is told in one sentence', async () => {
  const stranger = createServer().listen(port, '127.0.0.1')
  await once(stranger, 'listening')
  await start()
  expect(output).toContain(`Port ${port} is taken by another program`)
  expect(launcher.exitCode).toBe(1)
  stranger.close()
})

test('an unreachable database is told in one sentence', async () => {
  await start({ DATABASE_URL: 'postgresql://someone@127.0.0.1:1/nothing' })
  expect(output).toMatch(/\nCannot use the database 127\.0\.0\.1:1\/nothing: connect ECONNREFUSED/)
  expect(launcher.exitCode).toBe(1)
})

describe.skipIf(process.platform !== 'linux')('kill -9', () => {
  const victims = {
    'the command': 'scripts/bootstrap.mjs',
    'the launcher': 'scripts/start.ts',
    'the server': 'server/src/main.ts',
    'the database': `-D ${dataDir}`,
  }
  for (const [name, words] of Object.entries(victims)) {
    test(`${name}: the rest ends by itself, and the next start works`, async () => {
      await start()
      process.kill(processWith(words), 'SIGKILL')
      await nothingRuns()
      await start()
      expect(output).toContain('Shouhou is ready')
    })
  }

  test('the watchdog: another one takes its place and nothing stops', async () => {
    await start()
    const watchdog = processWith('watchdog')
    process.kill(watchdog, 'SIGKILL')
    await vi.waitUntil(() => ![undefined, watchdog].includes(findProcess('watchdog')))
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
  })
})

/** Starts and waits until it is ready or has ended. */
async function start(env: Record<string, string> = {}): Promise<void> {
  output = ''
  launcher = run(env)
  launcher.stderr?.setEncoding('utf8').on('data', (text) => {
    output += text
  })
  const ready = vi.waitUntil(() => output.includes('Shouhou is ready'), { timeout: 120_000 })
  await Promise.race([ready.catch(() => {}), once(launcher, 'close')])
}

function run(env: Record<string, string>): ChildProcess {
  const { npm_lifecycle_event: _, ...inherited } = process.env
  return spawn(process.execPath, ['scripts/bootstrap.mjs', 'start'], {
    cwd: root,
    env: {
      ...inherited,
      DATA_DIR: dataDir,
      WEB_DIR: webDir,
      PORT: String(port),
      DEMO: 'off',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

/** Waits until none of the processes that name our data folder is left. */
async function nothingRuns(): Promise<void> {
  await vi.waitFor(() => expect(ours()).toEqual([]), { timeout: 15_000 })
}

function processWith(words: string): number {
  const pid = findProcess(words)
  if (pid === undefined) throw new Error(`no process ${words}`)
  return pid
}

function findProcess(words: string): number | undefined {
  return ours().find(({ command }) => command.includes(words))?.pid
}

/** Processes started by our launchers: known by their environment, the database by its folder. */
function ours(): { pid: number; command: string }[] {
  if (process.platform !== 'linux') return []
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger)
  return pids.flatMap((pid) => {
    const command = readWords(`/proc/${pid}/cmdline`)
    const started = readWords(`/proc/${pid}/environ`).includes(`DATA_DIR=${dataDir}`)
    return started || command.includes(dataDir) ? [{ pid, command }] : []
  })
}

function readWords(file: string): string {
  try {
    return readFileSync(file, 'utf8').replaceAll('\0', ' ')
  } catch {
    return '' // it ended meanwhile
  }
}
