// Stops what a killed launcher left running on a data folder, and removes the process id file
// that a power loss left behind and that now names some other program.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const stopTimeoutMs = 60_000

/**
 * Makes sure that no PostgreSQL process works on `cluster`: stops its server, or, where only the
 * server process was killed, the sessions that survived it.
 * @throws when they are still there after a minute.
 */
export async function stopOrphans(cluster: string): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const server = Number.parseInt(readFileSync(pidFile, 'utf8'), 10)
  let orphans = processesOn(cluster)
  for (const pid of orphans) {
    if (pid === server) signal(pid, 'SIGINT')
    else if (!orphans.includes(server)) signal(pid, 'SIGQUIT')
  }
  const giveUp = Date.now() + stopTimeoutMs
  while (orphans.length > 0) {
    if (Date.now() > giveUp) throw new Error(`PostgreSQL (process ${server}) does not stop.`)
    await delay(50)
    orphans = processesOn(cluster)
  }
  // Left for PostgreSQL itself to check, unless the id seems alive: a zombie, or taken by others.
  if (signal(server, 0)) rmSync(pidFile, { force: true })
}

/** On Linux every process of the server; elsewhere only its first. Zombies do not count. */
function processesOn(cluster: string): number[] {
  if (process.platform !== 'linux') {
    const list = execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' })
    const ours = list.split('\n').filter((line) => line.includes(`postgres -D ${cluster} `))
    return ours.map((line) => Number.parseInt(line, 10))
  }
  const folder = realpathSync(cluster)
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return all.filter((pid) => workingFolder(pid) === folder).map(Number)
}

function workingFolder(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined // not ours to see, or it ended between two looks
  }
}

/** Whether the process was there to be signalled; 0 only asks. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name)
  } catch {
    return false
  }
}
