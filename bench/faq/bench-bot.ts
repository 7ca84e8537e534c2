// The bot's time to answer at 1 000 entries and 5 000 phrasings (p99 ≤ 15 ms), and to load a shop anew.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Report } from '../lab/report.ts'

const LATENCY = fileURLToPath(new URL('./latency.ts', import.meta.url))
const WANTED_MS = 15

/** In a process of its own: what other benches left behind in memory must not slow it down. */
export async function benchBot(report: Report): Promise<void> {
  const printed = execFileSync(process.execPath, [LATENCY], { encoding: 'utf8' })
  for (const line of printed.trim().split('\n')) report.note(line)
  const p99 = Number(/^question .*p99 ([\d.]+) ms/m.exec(printed)?.[1])
  if (!(p99 <= WANTED_MS)) report.fail(`p99 of a question is ${p99} ms, wanted ≤ ${WANTED_MS}`)
}
