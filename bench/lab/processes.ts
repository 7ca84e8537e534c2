// Servers under measurement run as processes of their own, as they do in production; this starts them.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

export interface Server {
  readonly port: number
  readonly process: ChildProcess
  /** What it said besides its port when it was ready. */
  readonly ready: Readonly<Record<string, string>>
  /** Asks something and waits for the answer. */
  ask(question: string): Promise<unknown>
  stop(): Promise<void>
}

/** Starts `file`, which must send `{ port, … }` once it listens and end when told `stop`. */
export async function startServer(
  file: URL,
  env: Readonly<Record<string, string>>,
  execArgv: readonly string[] = [],
): Promise<Server> {
  const child = fork(file, { env: { ...process.env, ...env }, execArgv: [...execArgv] })
  const ended = once(child, 'exit')
  const first = await Promise.race([once(child, 'message'), ended])
  const ready = first[0] as { port: number } & Record<string, string>
  if (typeof ready !== 'object') throw new Error(`${file.pathname} did not start`)
  return {
    port: ready.port,
    process: child,
    ready,
    async ask(question) {
      child.send(question)
      return (await once(child, 'message'))[0]
    },
    async stop() {
      child.send('stop')
      await ended
    },
  }
}

/** The other side of {@link startServer}. */
export function serve(
  ready: Readonly<Record<string, string | number>>,
  answer: (question: string) => unknown,
  stop: () => Promise<void>,
): void {
  process.on('message', async (question: string) => {
    if (question !== 'stop') return void process.send?.(await answer(question))
    await stop()
    process.disconnect()
  })
  process.send?.(ready)
}
