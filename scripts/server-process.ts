// The server (API and worker in one process) as a child of a launcher.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { closeAll, isClosing, onClose } from './closing.ts'
import { root } from './project.ts'
import { showLog } from './server-log.ts'
import type { Environment } from './server-settings.ts'
import { Unusable } from './terminal.ts'

const readyTimeoutMs = 60_000
const closeTimeoutMs = 15_000

/**
 * Starts the server and waits until it is ready. When it dies later, everything is stopped.
 * @param flags for Node, such as `--watch`.
 * @throws Unusable when it ends first or is not ready in a minute.
 */
export async function startServer(
  env: Environment & { PORT: string },
  flags: readonly string[] = [],
): Promise<void> {
  const preload = ['--import', join(root, 'scripts/follow-parent.ts')]
  const server = spawn(process.execPath, [...flags, ...preload, 'server/src/main.ts'], {
    cwd: root,
    detached: true, // in its own session: Ctrl-C reaches only us, and we close in order
    env,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  if (server.stdout) showLog(server.stdout)
  const ended = new Promise<string>((settle) => {
    server.once('exit', (code, signal) => settle(signal ?? `code ${code}`))
    server.once('error', (error) => settle(error.message))
  })
  onClose(() => close(server, ended))
  await untilReady(`http://127.0.0.1:${env.PORT}/readyz`, ended)
  void ended.then((reason) => {
    if (isClosing()) return
    console.error(`The server ended unexpectedly (${reason}); stopping everything.`)
    console.error('Start again: nothing that was answered is lost.')
    return closeAll(1)
  })
}

async function untilReady(address: string, ended: Promise<string>): Promise<void> {
  const giveUp = Date.now() + readyTimeoutMs
  const gone = ended.then((reason) => {
    throw new Unusable(`The server did not start (${reason}); its reason is above.`)
  })
  while (!(await Promise.race([answers(address), gone]))) {
    if (Date.now() > giveUp) throw new Unusable(`The server is not ready: see ${address}`)
    await Promise.race([delay(50), gone])
  }
}

async function answers(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(2_000) })
    return response.ok
  } catch {
    return false
  }
}

async function close(server: ChildProcess, ended: Promise<string>): Promise<void> {
  server.kill('SIGTERM')
  const late = setTimeout(() => server.kill('SIGKILL'), closeTimeoutMs)
  await ended
  clearTimeout(late)
}
