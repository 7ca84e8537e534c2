// `node server/src/cli.ts <command>`: what the operator of an installation does. Results go to the
// standard output, everything else to the terminal, so that scripts can use them.
import { HELP, runCommand } from './cli/commands.ts'
import { IMPORT_ORDERS_USAGE, importOrders } from './cli/import-orders.ts'
import { askPassword } from './cli/password.ts'
import { Refused } from './cli/refused.ts'
import { ConfigProblem } from './config.ts'
import { DatabaseAway } from './db/client.ts'
import { DatabaseUnusable } from './db/migrate.ts'
import { ProblemError, problemSentence } from './http/problems.ts'

const [name, ...args] = process.argv.slice(2)

/** One sentence for what the person at the terminal can mend; undefined for a fault of ours. */
function sentenceOf(error: unknown): string | undefined {
  const told = [Refused, ConfigProblem, DatabaseUnusable].some((kind) => error instanceof kind)
  if (told) return (error as Error).message
  if (error instanceof ProblemError) return problemSentence(error)
  return error instanceof DatabaseAway ? 'The database does not answer.' : undefined
}

if (name === undefined || name === 'help' || name === '--help') {
  console.log(`${HELP}\n\n${IMPORT_ORDERS_USAGE}`)
} else if (name === 'import-orders') {
  // biome-ignore lint/style/noProcessEnv: the key belongs to this command, not to the server
  const terminal = { env: process.env, out: process.stdout, err: process.stderr }
  process.exitCode = await importOrders(args, terminal)
} else {
  try {
    console.log(await runCommand(name, args, askPassword))
  } catch (error) {
    const sentence = sentenceOf(error)
    if (sentence === undefined) throw error
    console.error(sentence)
    process.exitCode = 1
  }
}
