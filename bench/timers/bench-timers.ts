// Deadlines that fall due all at once: all are fired, none twice, at what rate.
import { randomBytes } from 'node:crypto'
import { readConfig } from '@shouhou/server/config.ts'
import { closeDeps, openDeps } from '@shouhou/server/deps.ts'
import { fireTimers } from '@shouhou/server/features/aftersales/index.ts'
import { makeLog } from '@shouhou/server/log.ts'
import { openShop } from '@shouhou/server/new-shop.ts'
import pg from 'pg'
import { type BenchDatabase, withDatabase } from '../lab/database.ts'
import { fill, settle } from '../lab/fill.ts'
import type { Report } from '../lab/report.ts'

const DUE = { full: 100_000, short: 2_000 }
/** One case in ten of the fill waits. */
const CASES_FOR_ONE = 10

async function fireAll(database: BenchDatabase, report: Report, due: number): Promise<void> {
  const config = readConfig({
    DATABASE_URL: database.url,
    TOKEN_KEY: randomBytes(32).toString('hex'),
    PERSONAL_DATA_KEY: randomBytes(32).toString('hex'),
    STORAGE_DIR: `${database.folder}/files`,
    LOG_LEVEL: 'error',
  })
  const later = new Date(Date.now() + 365 * 86_400_000)
  const deps = openDeps(config, makeLog(config.logLevel), { clock: { now: () => later } })
  const reader = new pg.Client({
    connectionString: database.url,
    options: '-c role=shouhou_platform',
  })
  await reader.connect()
  try {
    const shopId = await openShop(deps, { slug: 'bench', name: '量一量' })
    await fill(database.url, 'cases', { shopId, from: 1, to: due * CASES_FOR_ONE })
    await settle(database.url)
    const start = performance.now()
    // Two rounds at once, as two workers would.
    const fired = await Promise.all([fireTimers(deps), fireTimers(deps)])
    const seconds = (performance.now() - start) / 1000
    const { rows } = await reader.query(
      `select (select count(*)::int from timers where state = 'RUNNING' and due_at <= $1) as left,
         (select count(*)::int from timers where state = 'FIRED') as fired,
         (select coalesce(max(n), 0)::int from (select count(*) n from aftersale_events
            where command <> 'apply' group by shop_id, aftersale_id) x) as most`,
      [later],
    )
    const [found] = rows as [{ left: number; fired: number; most: number }]
    report.row({
      'due at once': due,
      fired: found.fired,
      'left over': found.left,
      'most times one fired': found.most,
      'a second': (found.fired / seconds).toFixed(0),
    })
    const sum = fired.reduce((all, n) => all + n, 0)
    if (found.left > 0 || found.most > 1 || sum !== due)
      report.fail('Not every deadline fired once')
  } finally {
    await reader.end()
    await closeDeps(deps)
  }
}

export const benchTimers = (report: Report, full: boolean): Promise<void> =>
  withDatabase((database) => fireAll(database, report, full ? DUE.full : DUE.short))
