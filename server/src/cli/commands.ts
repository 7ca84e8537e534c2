// The commands. Each is one entry: what it takes, what it does, what it prints.
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { closeDeps, type Deps, openDeps } from '../deps.ts'
import { makeLog } from '../log.ts'
import { accountCommands } from './account-commands.ts'
import { databaseCommands } from './database-commands.ts'
import type { AskPassword } from './password.ts'
import { Refused } from './refused.ts'
import { shopCommands } from './shop-commands.ts'

export interface Command {
  /** One line for the help. */
  readonly summary: string
  /** Option names; one that ends in `?` may be left out. */
  readonly options: readonly string[]
  /** Returns what goes to the standard output. */
  readonly run: (deps: Deps, given: Given, askPassword: AskPassword) => Promise<string>
}
export type Given = Readonly<Record<string, string>>

const COMMANDS: Readonly<Record<string, Command>> = {
  ...databaseCommands,
  ...shopCommands,
  ...accountCommands,
}

const usage = (name: string, { options }: Command) =>
  [name, ...options.map((o) => (o.endsWith('?') ? `[--${o.slice(0, -1)} …]` : `--${o} …`))].join(
    ' ',
  )

export const HELP = [
  'node server/src/cli.ts <command>',
  '',
  ...Object.entries(COMMANDS).flatMap(([name, c]) => [`  ${usage(name, c)}`, `      ${c.summary}`]),
  '',
  'Passwords: --password prompt (asks), env (SHOUHOU_PASSWORD), stdin (first line) or generate.',
  'The settings are those of the server: DATABASE_URL, TOKEN_KEY, PERSONAL_DATA_KEY.',
].join('\n')

/** Throws {@link Refused} for what was typed wrongly; problems of the use case as they are. */
export async function runCommand(
  name: string,
  args: string[],
  askPassword: AskPassword,
): Promise<string> {
  const command = COMMANDS[name]
  if (!command) throw new Refused(`There is no command ${name}.\n\n${HELP}`)
  const given = readOptions(name, command, args)
  const config = readConfig()
  const deps = openDeps(config, makeLog('error'))
  try {
    return await command.run(deps, given, askPassword)
  } finally {
    await closeDeps(deps)
  }
}

function readOptions(name: string, command: Command, args: string[]): Given {
  const options = command.options.map((o) => o.replace('?', ''))
  let given: Record<string, unknown>
  try {
    const types = Object.fromEntries(options.map((o) => [o, { type: 'string' as const }]))
    given = parseArgs({ args, options: types, strict: true }).values
  } catch (error) {
    throw new Refused(`${(error as Error).message}\nUsage: ${usage(name, command)}`)
  }
  const missing = command.options.filter((o) => !o.endsWith('?') && given[o] === undefined)
  if (missing.length === 0) return given as Given
  const names = missing.map((o) => `--${o}`).join(', ')
  throw new Refused(`Missing: ${names}\nUsage: ${usage(name, command)}`)
}
