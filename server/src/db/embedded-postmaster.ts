// Finds a PostgreSQL server left running on a data folder and stops it; removes a process id file
// that a power loss left behind and that now names some other program.
import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const stopTimeoutMs = 60_000

/** Stops the server that still runs on `cluster`, if any, and waits until it is gone. */
export async function stopOrphan(cluster: string): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid')
  const pid = readPid(pidFile)
  if (pid === undefined || !isAlive(pid)) return // PostgreSQL itself deals with a dead owner
  if (!commandLine(pid).includes(cluster)) return rmSync(pidFile, { force: true })
  process.kill(pid, 'SIGINT')
  await waitUntilGone(pid)
}

/**
 * Waits for a process we did not start.
 * @throws when it is still there after a minute.
 */
export async function waitUntilGone(pid: number): Promise<void> {
  const giveUp = Date.now() + stopTimeoutMs
  while (isAlive(pid)) {
    if (Date.now() > giveUp) throw new Error(`PostgreSQL (process ${pid}) does not stop.`)
    await delay(50)
  }
}

function readPid(file: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
    return pid > 0 ? pid : undefined
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return '' // it ended between two looks
  }
}
