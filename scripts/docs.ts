// `node scripts/docs.ts`: writes the documents that are generated from code; `--check` only compares.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CONFIG_FIELDS } from '../server/src/config.ts'
import { DESTINATIONS } from '../shared/src/domain/aftersale-destinations.ts'
import { TIMER_COMMANDS } from '../shared/src/domain/aftersale-machine.ts'
import { TRANSITIONS, type Transition } from '../shared/src/domain/aftersale-transitions.ts'
import { TIMER_RULES } from '../shared/src/domain/timers.ts'
import { root } from './project.ts'

const HEADER = '<!-- Written by scripts/docs.ts. Change the code, not this file. -->\n\n'
const HOUR = 3_600_000

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const targets = ({ to }: Transition): readonly string[] =>
  typeof to === 'string' ? [to] : DESTINATIONS[to.by].possible

/** One arrow for each pair of statuses, labelled with all its commands. */
function diagram(): string {
  const arrows = new Map<string, Set<string>>()
  for (const row of TRANSITIONS) {
    for (const from of row.from) {
      for (const to of targets(row)) {
        if (from === to) continue
        const arrow = `${from ?? '[*]'} --> ${to}`
        arrows.set(arrow, (arrows.get(arrow) ?? new Set()).add(row.command))
      }
    }
  }
  const lines = [...arrows].map(([arrow, commands]) => `  ${arrow}: ${[...commands].join(', ')}`)
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...lines,
    '  COMPLETED --> [*]',
    '  CLOSED --> [*]',
    '```',
  ].join('\n')
}

const duration = (ms: number) => (ms % (24 * HOUR) === 0 ? `${ms / 24 / HOUR} d` : `${ms / HOUR} h`)

function lifecycle(): string {
  const commands = TRANSITIONS.map((row) => [
    `\`${row.command}\``,
    row.from.map((from) => from ?? '–').join(', '),
    row.by.join(', '),
    targets(row).join(', '),
    row.guards.map((guard) => `\`${guard}\``).join(', '),
  ])
  const timers = Object.entries(TIMER_RULES).map(([kind, rule]) => [
    kind,
    rule.waitsFor,
    duration(rule.defaultMs),
    `${duration(rule.min)} – ${duration(rule.max)}`,
    `\`${TIMER_COMMANDS[kind as keyof typeof TIMER_COMMANDS]}\``,
    rule.clause,
  ])
  return `${HEADER}# The life of an aftersale (售后单)

The table in \`shared/src/domain/aftersale-transitions.ts\` is the one source: server, buttons and this page read it.

${diagram()}

## Commands

${table(['command', 'from', 'by', 'to', 'guards'], commands)}

## Deadlines

${table(['timer', 'waits for', 'default', 'a shop may set', 'when it runs out', 'clause'], timers)}
`
}

/** Read by scripts and tests, not by the server. */
const COMMAND_SETTINGS = [
  ['`DATA_DIR`', '`./.data`', 'Where `npm start` keeps database, photos and keys'],
  ['`DEMO`', '`on`', '`off`: `npm start` leaves an empty database empty'],
  ['`API_BASE`', '`http://127.0.0.1:8080`', 'Server address built into the WeChat package'],
  ['`CHROMIUM_PATH`', 'the first on the PATH', 'Browser of the browser tests'],
  ['`TEST_DATABASE_URL`', 'empty', 'PostgreSQL for `npm test` instead of our own'],
]

function configuration(): string {
  const rows = Object.values(CONFIG_FIELDS).map((field) => [
    `\`${field.env}\``,
    'fallback' in field
      ? field.fallback === ''
        ? 'empty'
        : `\`${field.fallback}\``
      : '**must be set**',
    `${field.help}${'secret' in field ? ' (secret)' : ''}`,
  ])
  return `${HEADER}# Configuration

Settings are environment variables. Everything that is wrong is listed at once when the server starts.

${table(['variable', 'default', 'meaning'], rows)}

## Only for the commands of the project folder

\`npm start\` and \`npm run dev\` choose what is not set: keys are made once and kept, codes are printed.

${table(['variable', 'default', 'meaning'], COMMAND_SETTINGS)}
`
}

const documents: readonly (readonly [file: string, text: string])[] = [
  ['docs/lifecycle.md', lifecycle()],
  ['docs/configuration.md', configuration()],
]

const onlyCheck = process.argv.includes('--check')
for (const [file, text] of documents) {
  const path = join(root, file)
  if (!onlyCheck) writeFileSync(path, text)
  else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    console.error(`${file} is out of date: run node scripts/docs.ts`)
    process.exitCode = 1
  }
}
