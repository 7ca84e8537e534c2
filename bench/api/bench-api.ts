// Create, read and list through the real API, against the same work on bare Fastify + pg and on bare pg,
// in turns within one run, at 1, 8 and 32 clients. Targets at 8 clients: create ≥ 0.5 of bare Fastify +
// pg, read and list ≥ 0.7.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { type Meter, openMeter } from '../lab/cpu.ts'
import { type BenchDatabase, withDatabase } from '../lab/database.ts'
import { fill, idOf, orderNoOf, settle } from '../lab/fill.ts'
import { type HttpClient, openClient } from '../lab/http-client.ts'
import { type Call, interleaved } from '../lab/load.ts'
import { type Server, startServer } from '../lab/processes.ts'
import type { Report } from '../lab/report.ts'
import { CREATE, LIST, READ } from './bare-sql.ts'

const CLIENTS = [1, 8, 32]
const TARGETS: Readonly<Record<string, number>> = { create: 0.5, read: 0.7, list: 0.7 }
/** Cases read and listed. */
const CASES = 5_000
/** Orders to apply for, for each of the three ways. */
const ORDERS = 40_000

/** Part of the whole, while looking into something. */
interface Only {
  readonly clients?: readonly number[] | undefined
  readonly jobs?: readonly string[] | undefined
}

interface Lab {
  readonly shopId: string
  readonly real: Server
  readonly bare: Server
  readonly pool: pg.Pool
  readonly meter: Meter
  /** What the rules work out for an application; the references write the same. */
  readonly workedOut: string
}

const applicationFor = (shopId: string, n: number) => ({
  orderNo: orderNoOf(n),
  type: 'RETURN_REFUND',
  lines: [{ lineId: idOf('line', shopId, n), quantity: 1 }],
  reasonCode: 'NO_REASON_7D',
  receivedGoods: true,
  description: '',
  mediaIds: [],
})

const authorization = (key: string) => `authorization: Bearer ${key}\r\n`

/** A call over one connection a client; any answer but success is an error of the bench. */
const over =
  (clients: readonly HttpClient[], of: (n: number) => readonly [string, string, string?]): Call =>
  async (n, client) => {
    const [method, path, body] = of(n)
    const key = body === undefined ? '' : `idempotency-key: ${randomUUID()}\r\n`
    const answer = await clients[client]?.send(method, path, key, body)
    if (!answer || answer.status >= 300) throw new Error(`${method} ${path}: ${answer?.body}`)
  }

/** Numbers from a range of their own for each way: an order can be applied for once. */
const counters = () => {
  let next = CASES
  const end = CASES + 3 * ORDERS
  return () => {
    if (next >= end) throw new Error('more cases were made than there were orders')
    return next++
  }
}

function callsOf(
  lab: Lab,
  job: string,
  real: HttpClient[],
  bare: HttpClient[],
  order: () => number,
) {
  const { shopId, pool, workedOut } = lab
  const idAt = (n: number) => idOf('case', shopId, (n * 7919) % CASES)
  const application = (n: number) => JSON.stringify(applicationFor(shopId, n))
  const sql = (name: string, text: string, values: unknown[]) => pool.query({ name, text, values })
  if (job === 'read') {
    return {
      api: over(real, (n) => ['GET', `/v1/aftersales/${idAt(n)}`]),
      fastify: over(bare, (n) => ['GET', `/cases/${idAt(n)}`]),
      pg: (n: number) => sql('read', READ, [shopId, idAt(n)]),
    }
  }
  if (job === 'list') {
    return {
      api: over(real, () => ['GET', '/v1/aftersales']),
      fastify: over(bare, () => ['GET', '/cases']),
      pg: () => sql('list', LIST, [shopId, 20]),
    }
  }
  return {
    api: over(real, () => ['POST', '/v1/aftersales', application(order())]),
    fastify: over(bare, () => ['POST', '/cases', application(order())]),
    pg: () => {
      const n = order()
      const values = [shopId, orderNoOf(n), idOf('line', shopId, n), 1, randomUUID(), workedOut]
      return sql('create', CREATE, values)
    },
  }
}

async function measure(lab: Lab, report: Report, how: { rounds: number; ms: number }, only: Only) {
  const order = counters()
  for (const clients of only.clients ?? CLIENTS) {
    const open = (server: Server) =>
      Promise.all(
        Array.from({ length: clients }, () =>
          openClient(server.port, authorization(server.ready.key ?? '-')),
        ),
      )
    const [real, bare] = [await open(lab.real), await open(lab.bare)]
    for (const job of only.jobs ?? ['read', 'list', 'create']) {
      const spent = async (way: 'api' | 'fastify' | 'pg') => {
        if (way === 'pg') return 0
        const { server, database } = await lab.meter.read(way === 'api' ? lab.real : lab.bare)
        return server + database
      }
      const got = await interleaved(callsOf(lab, job, real, bare, order), spent, {
        clients,
        ...how,
      })
      const ratio = got.api.perSecond / got.fastify.perSecond
      const target = clients === 8 ? (TARGETS[job] ?? 0) : 0
      report.row({
        job,
        clients,
        'api /s': got.api.perSecond.toFixed(0),
        'fastify + pg /s': got.fastify.perSecond.toFixed(0),
        'pg /s': got.pg.perSecond.toFixed(0),
        'api ÷ fastify': ratio.toFixed(2),
        'CPU ms api': got.api.cpuMs.toFixed(2),
        'CPU ms fastify': got.fastify.cpuMs.toFixed(2),
        'api p50 ms': got.api.p50.toFixed(2),
        'api p95 ms': got.api.p95.toFixed(2),
        wanted: target === 0 ? '' : `≥ ${target} ${ratio >= target ? 'met' : 'MISSED'}`,
      })
    }
    for (const client of [...real, ...bare]) client.close()
  }
}

/** A case made by the real API, for what the rules work out about it. */
async function workOut(url: string, real: Server, shopId: string): Promise<string> {
  const client = await openClient(real.port, authorization(real.ready.key ?? ''))
  const body = JSON.stringify(applicationFor(shopId, CASES + 3 * ORDERS))
  const made = await client.send(
    'POST',
    '/v1/aftersales',
    `idempotency-key: ${randomUUID()}\r\n`,
    body,
  )
  client.close()
  if (made.status !== 201) throw new Error(made.body)
  const asPlatform = { connectionString: url, options: '-c role=shouhou_platform' }
  const reader = new pg.Client(asPlatform)
  await reader.connect()
  const { rows } = await reader.query(
    `select jsonb_build_object('parts', a.parts, 'facts', d.facts, 'trace', d.trace) as w
     from aftersales a join decisions d on d.id = a.decision_id where a.id = $1`,
    [JSON.parse(made.body).id],
  )
  await reader.end()
  return JSON.stringify(rows[0].w)
}

async function inLab(database: BenchDatabase, use: (lab: Lab) => Promise<void>): Promise<void> {
  const env = { DATABASE_URL: database.url, STORAGE_DIR: `${database.folder}/files` }
  const profile = process.env.BENCH_PROFILE
  const real = await startServer(
    new URL('../lab/api-process.ts', import.meta.url),
    env,
    profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [],
  )
  const shopId = real.ready.shopId ?? ''
  await fill(database.url, 'cases', { shopId, from: 0, to: CASES - 1 })
  await fill(database.url, 'orders', { shopId, from: CASES, to: CASES + 3 * ORDERS })
  await settle(database.url)
  const workedOut = await workOut(database.url, real, shopId)
  const bare = await startServer(new URL('./bare-process.ts', import.meta.url), {
    ...env,
    SHOP_ID: shopId,
    WORKED_OUT: workedOut,
  })
  const options = '-c role=shouhou_platform'
  const meter = await openMeter(database.url)
  const pool = new pg.Pool({ connectionString: database.url, max: 32, options })
  try {
    await use({ shopId, real, bare, pool, workedOut, meter })
  } finally {
    await pool.end()
    await meter.close()
    await bare.stop()
    await real.stop()
  }
}

export async function benchApi(report: Report, full: boolean, only: Only): Promise<void> {
  const how = full ? { rounds: 15, ms: 1_000 } : { rounds: 7, ms: 400 }
  await withDatabase((database) => inLab(database, (lab) => measure(lab, report, how, only)))
}
