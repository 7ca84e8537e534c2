// `npm run bench [-- part …] [--full]`: measures, prints, and writes bench/RESULTS.md. Ratios within one
// run carry over to other machines, absolute numbers do not. `--clients=8 --jobs=create` narrows it.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { benchApi } from './api/bench-api.ts'
import { benchBot } from './faq/bench-bot.ts'
import { makeReport, type Report } from './lab/report.ts'
import { benchLive } from './live/bench-live.ts'
import { benchMemory } from './memory/bench-memory.ts'
import { benchPhotos } from './photos/bench-photos.ts'
import { benchSize } from './size/bench-size.ts'
import { benchTimers } from './timers/bench-timers.ts'

interface Only {
  readonly clients?: readonly number[] | undefined
  readonly jobs?: readonly string[] | undefined
}
type Bench = (report: Report, full: boolean, only: Only) => Promise<void>
const PARTS: Readonly<Record<string, { title: string; run: Bench }>> = {
  api: { title: 'Create, read and list', run: benchApi },
  size: { title: 'Lists of a growing shop', run: benchSize },
  bot: { title: 'Bot', run: benchBot },
  photos: { title: 'Photos', run: benchPhotos },
  live: { title: 'Live channel', run: benchLive },
  timers: { title: 'Deadlines', run: benchTimers },
  memory: { title: 'Memory', run: benchMemory },
}

const args = process.argv.slice(2)
const full = args.includes('--full')
const list = (name: string) =>
  args
    .find((arg) => arg.startsWith(`--${name}=`))
    ?.split('=')[1]
    ?.split(',')
const only = { clients: list('clients')?.map(Number), jobs: list('jobs') }
const asked = args.filter((arg) => !arg.startsWith('--'))
const unknown = asked.find((name) => !(name in PARTS))
if (unknown) throw new Error(`No bench "${unknown}", choose: ${Object.keys(PARTS).join(', ')}`)

const findings = makeReport((line) => console.log(line))
const names = asked.length > 0 ? asked : Object.keys(PARTS)
for (const name of names) {
  const part = PARTS[name]
  findings.report.note(`## ${part?.title}`)
  await part?.run(findings.report, full, only).catch((error: unknown) => {
    findings.report.fail(`${name} broke off: ${error}`)
  })
}

const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
const command = `npm run bench${args.length > 0 ? ` -- ${args.join(' ')}` : ''}`
const head = `# Measured speed

Written by \`${command}\` at commit ${commit}. Ratios within one run carry over to other machines; absolute
numbers do not.
`
writeFileSync(new URL('./RESULTS.md', import.meta.url), `${head}${findings.markdown()}\n`)
if (findings.failures.length > 0) process.exitCode = 1
