// What a person at the terminal sees of the server's JSON log: one-time codes, warnings and errors.
// LOG_LEVEL set by hand shows every line as it is.

import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

const warning = 40

/** Copies the lines worth showing to the terminal. */
export function showLog(log: Readable): void {
  createInterface(log).on('line', (line) => {
    const shown = process.env.LOG_LEVEL ? line : forPerson(line)
    if (shown !== undefined) console.error(shown)
  })
}

function forPerson(line: string): string | undefined {
  try {
    const { level, code, msg } = JSON.parse(line)
    if (code !== undefined && level < warning) return `${msg}: ${code}`
    return level >= warning ? line : undefined
  } catch {
    return line // not from the log
  }
}
