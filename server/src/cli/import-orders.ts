// `import-orders`: orders from a CSV file, through the API and its rules. Columns and an example:
// docs/orders-import.md and docs/orders-sample.csv.
import { resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { type Language, type Sentence, say } from '../http/problems.ts'
import { runImport, summary } from './orders-import/import-run.ts'
import { CsvProblem, survey } from './orders-import/orders-csv.ts'
import { progressBar } from './orders-import/progress-bar.ts'
import { openRefusedRows } from './orders-import/refused-rows.ts'
import { SendingStopped, type Target, WAITS } from './orders-import/send-orders.ts'

/** What a command has of the outside world. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Results. */
  readonly out: Writable
  /** Progress, and what went wrong. */
  readonly err: Writable & { readonly isTTY?: boolean }
}

export const IMPORT_ORDERS_USAGE = `import-orders --file orders.csv [--url http://127.0.0.1:8080]
              [--refused orders.refused.csv] [--language zh|en]
  SHOUHOU_API_KEY holds a key with the scope orders:write.
  Exit code: 0 all orders are in, 2 some were refused, 1 stopped.`

interface Options {
  readonly file: string
  readonly refused: string
  readonly target: Target
}

/** Runs the command; the exit code. `waits` are the pauses between tries, in ms. */
export async function importOrders(
  args: readonly string[],
  { env, out, err }: Terminal,
  waits: readonly number[] = WAITS,
): Promise<0 | 1 | 2> {
  const options = readOptions(args, env, waits)
  if (typeof options === 'string') {
    err.write(`${options}\n${IMPORT_ORDERS_USAGE}\n`)
    return 1
  }
  const { file, refused, target } = options
  try {
    const surveyed = await survey(file)
    const refusedRows = await openRefusedRows(refused)
    const bar = progressBar(err, surveyed.rows)
    const counts = await runImport({ file, surveyed, target, bar, refusedRows }).finally(() => {
      bar.end()
      return refusedRows.close()
    })
    out.write(`${summary(counts, refused)[target.language]}\n`)
    return counts.refused > 0 ? 2 : 0
  } catch (error) {
    err.write(`${sentenceOf(error)[target.language]}\n`)
    return 1
  }
}

const FLAGS = {
  file: { type: 'string' },
  url: { type: 'string', default: 'http://127.0.0.1:8080' },
  refused: { type: 'string' },
  language: { type: 'string' },
} as const

/** The options, or what is wrong with them. */
function readOptions(
  args: readonly string[],
  env: Terminal['env'],
  waits: readonly number[],
): Options | string {
  let values: ReturnType<typeof parseArgs<{ options: typeof FLAGS }>>['values']
  try {
    values = parseArgs({ args: [...args], options: FLAGS, strict: true }).values
  } catch (error) {
    return (error as Error).message
  }
  const { file, url } = values
  const apiKey = env.SHOUHOU_API_KEY
  if (file === undefined) return '--file is missing'
  if (!apiKey) return 'SHOUHOU_API_KEY is not set'
  if (!URL.canParse(url)) return '--url is not an address'
  const refused = values.refused ?? `${file.replace(/\.csv$/i, '')}.refused.csv`
  if (resolve(refused) === resolve(file)) return '--refused must be another file than --file'
  const language = languageOf(values.language ?? env.LANG)
  return { file, refused, target: { url: url.replace(/\/+$/, ''), apiKey, language, waits } }
}

const languageOf = (name: string | undefined): Language => (/^zh/i.test(name ?? '') ? 'zh' : 'en')

function sentenceOf(error: unknown): Sentence {
  if (error instanceof CsvProblem) return error.sentence
  if (error instanceof SendingStopped) {
    return say(
      `${error.sentence.zh}。之前的订单已导入，可以直接重新运行：已导入的不会变化`,
      `${error.sentence.en}. Orders before are in; run it again, they will not change`,
    )
  }
  const { message } = error as Error
  return say(`无法导入：${message}`, `Cannot import: ${message}`)
}
