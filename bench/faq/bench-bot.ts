// The bot's time to answer at 1 000 entries and 5 000 phrasings (p99 ≤ 15 ms), and to load a shop anew.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Report } from '../lab/report.ts'

const LATENCY = fileURLToPath(new URL('./latency.ts', import.meta.url))
/** In a process of its own: what other benches left behind in memory must not slow it down. */
export async function benchBot(report: Report): Promise<void> {
  const { stdout, stderr, status } = spawnSync(process.execPath, [LATENCY], { encoding: 'utf8' })
  for (const line of `${stdout}${stderr}`.trim().split('\n')) report.note(line)
  if (status !== 0) report.fail('the bot missed its budget')
}
