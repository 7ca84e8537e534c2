// The table rows of the FAQ benchmark.
import type { Score } from './metrics.ts'

const columns: readonly (readonly [string, (score: Score) => string])[] = [
  ['queries', (s) => String(s.queries)],
  ['in', (s) => percent(s.inShare)],
  ['top-1', (s) => percent(s.top1)],
  ['top-3', (s) => percent(s.top3)],
  ['MRR@10', (s) => percent(s.mrr10)],
  ['AUC-ans', (s) => s.aucAnswer.toFixed(3)],
  ['AUC-scp', (s) => s.aucScope.toFixed(3)],
  ['cov@P85', (s) => percent(s.cov85)],
  ['cov@P90', (s) => percent(s.cov90)],
  ['cov@P95', (s) => percent(s.cov95)],
  ['net9', (s) => percent(s.net9)],
  ['always', (s) => percent(s.always)],
  ['p50 ms', (s) => s.p50.toFixed(2)],
  ['p99 ms', (s) => s.p99.toFixed(2)],
]

const nameWidth = 30
const width = 8

const percent = (share: number): string => (100 * share).toFixed(1)

/** Column titles. */
export const header =
  'set'.padEnd(nameWidth) + columns.map(([title]) => title.padStart(width)).join('')

/** One run as one line, shares in percent. */
export const line = (name: string, score: Score): string =>
  name.padEnd(nameWidth) + columns.map(([, show]) => show(score).padStart(width)).join('')
