// Where a password comes from: never from the arguments, which every user of the machine can read.
import { randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { Refused } from './refused.ts'

/** `generate` makes one, `env` reads SHOUHOU_PASSWORD, `stdin` the first line of the input. */
export const PASSWORD_SOURCES = ['prompt', 'env', 'stdin', 'generate'] as const

export interface GivenPassword {
  readonly password: string
  /** The person has not seen it yet. */
  readonly generated: boolean
}
export type AskPassword = (source: string | undefined) => Promise<GivenPassword>

/** Without a named source a terminal is asked, and anything else is read. */
export const askPassword: AskPassword = async (named) => {
  const source = named ?? (process.stdin.isTTY ? 'prompt' : 'stdin')
  if (source === 'generate') {
    return { password: randomBytes(15).toString('base64url'), generated: true }
  }
  return { password: await read(source), generated: false }
}

async function read(source: string): Promise<string> {
  if (source === 'prompt') return prompt()
  if (source === 'stdin') return (await text(process.stdin)).split(/\r?\n/)[0] ?? ''
  if (source === 'env') {
    // biome-ignore lint/style/noProcessEnv: a password for one command is no setting of the server.
    return process.env.SHOUHOU_PASSWORD ?? ''
  }
  throw new Refused(`--password must be one of ${PASSWORD_SOURCES.join(', ')}`)
}

/** Asks twice; what is typed does not show. */
async function prompt(): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    process.stderr.write('Password: ')
    const first = await terminal.question('')
    process.stderr.write('\nAgain: ')
    const second = await terminal.question('')
    process.stderr.write('\n')
    if (first !== second) throw new Refused('The two passwords are not the same.')
    return first
  } finally {
    terminal.close()
  }
}
