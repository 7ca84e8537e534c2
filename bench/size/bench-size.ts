// Shop queue, my cases and search as a shop grows: p95 at the largest size may be 1.5 times that at the
// smallest. Plans are printed, and one that reads a whole table fails the run.
import { compiled } from '@shouhou/server/db/statement.ts'
import { type ListQuery, listStatement } from '@shouhou/server/features/aftersales/list-store.ts'
import pg from 'pg'
import { type BenchDatabase, withDatabase } from '../lab/database.ts'
import { fill, idOf, settle } from '../lab/fill.ts'
import { median, quantile } from '../lab/numbers.ts'
import type { Report } from '../lab/report.ts'
import { addShops } from './add-shops.ts'
import { planOf, readsWholeTable } from './plans.ts'

const SIZES = [10_000, 100_000, 1_000_000]
const SHORT_SIZES = [10_000, 100_000]
const SHOPS = { full: 10_000, short: 1_000 }
const ROUNDS = 300
const WORST_RATIO = 1.5

interface Look {
  readonly name: string
  readonly shopperId: (n: number) => string | null
  readonly query: (n: number) => ListQuery
}

const looksAt = (shopId: string, size: number): Look[] => [
  { name: 'queue, newest', shopperId: () => null, query: () => ({}) },
  {
    name: 'queue, open and due first',
    shopperId: () => null,
    query: () => ({ status: 'OPEN', sort: 'due' }),
  },
  {
    name: 'my cases',
    shopperId: (n) => idOf('shopper', shopId, n % Math.max(1, size / 20)),
    query: () => ({}),
  },
  {
    name: 'search by number',
    shopperId: () => null,
    query: (n) => ({
      needle: {
        text: `20260101${String((n * 7919) % size)
          .padStart(7, '0')
          .slice(0, 6)}`,
      },
    }),
  },
]

/** One connection as the shop's own role, as the API reads. */
async function openReader(url: string, shopId: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`set role shouhou_app; set app.shop_id = '${shopId}'`)
  return client
}

async function timesOf(client: pg.Client, shopId: string, look: Look): Promise<number[]> {
  const times: number[] = []
  for (let n = 0; n < ROUNDS; n++) {
    const reader = { shopId, shopperId: look.shopperId(n), turn: [] }
    const given = { limit: 21, now: new Date() }
    const { text, params } = compiled(listStatement(reader, look.query(n), given))
    const start = performance.now()
    await client.query({ name: look.name, text, values: params })
    if (n >= ROUNDS / 5) times.push(performance.now() - start)
  }
  return times
}

async function lookAt(url: string, shopId: string, size: number, report: Report) {
  const client = await openReader(url, shopId)
  const p95 = new Map<string, number>()
  for (const look of looksAt(shopId, size)) {
    const times = await timesOf(client, shopId, look)
    p95.set(look.name, quantile(times, 0.95))
    const plan = await planOf(
      client,
      { shopId, shopperId: look.shopperId(1), turn: [] },
      look.query(1),
    )
    const whole = readsWholeTable(plan)
    report.row({
      cases: size,
      list: look.name,
      'p50 ms': median(times).toFixed(2),
      'p95 ms': quantile(times, 0.95).toFixed(2),
      plan: plan.join('; '),
    })
    if (whole) report.fail(`${look.name} at ${size} cases: ${whole}`)
  }
  await client.end()
  return p95
}

async function grow(database: BenchDatabase, report: Report, full: boolean): Promise<void> {
  const { url } = database
  const { shopId, others } = await addShops(url, full ? SHOPS.full : SHOPS.short)
  report.note(`One shop grows; ${others} other shops have cases of their own.`)
  const sizes = full ? SIZES : SHORT_SIZES
  const first = new Map<string, number>()
  let filled = 0
  for (const size of sizes) {
    await fill(url, 'cases', { shopId, from: filled, to: size - 1 })
    filled = size
    await settle(url)
    const p95 = await lookAt(url, shopId, size, report)
    if (size === sizes[0]) for (const [name, ms] of p95) first.set(name, ms)
    if (size !== sizes.at(-1)) continue
    for (const [name, ms] of p95) {
      const ratio = ms / (first.get(name) ?? ms)
      const verdict = ratio <= WORST_RATIO ? 'met' : 'MISSED'
      report.note(
        `${name}: p95 at ${size} is ${ratio.toFixed(2)} × that at ${sizes[0]} (wanted ≤ ${WORST_RATIO}: ${verdict})`,
      )
    }
  }
}

export const benchSize = (report: Report, full: boolean): Promise<void> =>
  withDatabase((database) => grow(database, report, full))
