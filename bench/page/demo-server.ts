// The whole product with its demo data, started as people start it, for a browser to visit.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPort } from '@shouhou/server/db/embedded-launch.ts'

const root = join(import.meta.dirname, '../..')

export interface DemoServer {
  readonly origin: string
  /** Waits for the one-time code that is sent next. */
  nextCode(): Promise<string>
  stop(): Promise<void>
}

export async function startDemo(): Promise<DemoServer> {
  const folder = mkdtempSync(join(tmpdir(), 'shouhou-bench-page-'))
  const port = await findPort(0)
  const launcher = spawn(process.execPath, ['scripts/start.ts'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: folder, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let waiting: { words: RegExp; tell: (found: string) => void }[] = []
  for (const stream of [launcher.stdout, launcher.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      for (const one of waiting) {
        const found = one.words.exec(text)
        if (!found) continue
        waiting = waiting.filter((other) => other !== one)
        one.tell(found[1] ?? '')
      }
    })
  }
  const told = (words: RegExp) =>
    new Promise<string>((tell) => {
      waiting.push({ words, tell })
    })
  const ended = once(launcher, 'exit')
  await Promise.race([
    told(/Shouhou is ready/),
    ended.then(() => {
      throw new Error('The server did not start')
    }),
  ])
  return {
    origin: `http://127.0.0.1:${port}`,
    nextCode: () => told(/\b(\d{6})\b/),
    async stop() {
      launcher.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
