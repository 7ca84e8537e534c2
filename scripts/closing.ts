// Orderly end of a launcher: what was started last is closed first, on Ctrl-C, on a failure and
// when a part of it dies.
import { explain } from './terminal.ts'

const closers: (() => Promise<void>)[] = []
let closing = false

/** Registers how to close something that was just started. */
export function onClose(close: () => Promise<void>): void {
  closers.push(close)
}

/** True from the moment the launcher ends: the death of a part is then no surprise. */
export function isClosing(): boolean {
  return closing
}

/** Closes everything and ends the process; a second call changes nothing. */
export async function closeAll(exitCode: number): Promise<void> {
  if (closing) return
  closing = true
  for (const close of closers.reverse()) {
    await close().catch((error) => console.error(explain(error)))
  }
  process.exit(exitCode)
}

/** Runs a launcher: signals close it cleanly, a failure prints its reason and ends with 1. */
export async function runLauncher(launch: () => Promise<void>): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!closing) console.error('\nClosing …')
      void closeAll(0)
    })
  }
  try {
    await launch()
  } catch (error) {
    if (!closing) console.error(explain(error))
    await closeAll(1)
  }
}
