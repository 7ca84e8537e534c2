// Memory of the API and of the worker over a load of reading: the slope should be about zero.
import { type BenchDatabase, withDatabase } from '../lab/database.ts'
import { fill, idOf, settle } from '../lab/fill.ts'
import { openClient } from '../lab/http-client.ts'
import { load } from '../lab/load.ts'
import { slope } from '../lab/numbers.ts'
import { type Server, startServer } from '../lab/processes.ts'
import type { Report } from '../lab/report.ts'

const MINUTES = { full: 10, short: 1 }
const CASES = 2_000
const CLIENTS = 8
const MIB = 1024 * 1024

interface Sample {
  readonly x: number
  readonly y: number
}

const heapOf = async (server: Server) =>
  ((await server.ask('memory')) as { heapUsed: number; rss: number }).heapUsed / MIB

async function watch(database: BenchDatabase, report: Report, minutes: number): Promise<void> {
  const env = { DATABASE_URL: database.url, STORAGE_DIR: `${database.folder}/files` }
  const start = (file: URL) => startServer(file, env, ['--expose-gc'])
  const api = await start(new URL('../lab/api-process.ts', import.meta.url))
  const worker = await start(new URL('./worker-process.ts', import.meta.url))
  const { shopId = '', key } = api.ready
  await fill(database.url, 'cases', { shopId, from: 0, to: CASES - 1 })
  await settle(database.url)
  const clients = await Promise.all(
    Array.from({ length: CLIENTS }, () => openClient(api.port, `authorization: Bearer ${key}\r\n`)),
  )
  const call = (n: number, client: number) => {
    const path =
      n % 10 === 0 ? '/v1/aftersales' : `/v1/aftersales/${idOf('case', shopId, n % CASES)}`
    return clients[client]?.send('GET', path) ?? Promise.resolve()
  }
  await load(call, CLIENTS, 5_000)
  const samples = { api: [] as Sample[], worker: [] as Sample[] }
  const steps = minutes * 6
  for (let step = 0; step < steps; step++) {
    await load(call, CLIENTS, 8_000)
    const x = (step * minutes) / steps
    samples.api.push({ x, y: await heapOf(api) })
    samples.worker.push({ x, y: await heapOf(worker) })
  }
  for (const [name, points] of Object.entries(samples)) {
    report.row({
      process: name,
      minutes,
      'heap at start MiB': points[0]?.y.toFixed(1) ?? '',
      'at the end': points.at(-1)?.y.toFixed(1) ?? '',
      'slope MiB a minute': slope(points).toFixed(2),
    })
  }
  for (const client of clients) client.close()
  await api.stop()
  await worker.stop()
}

export const benchMemory = (report: Report, full: boolean): Promise<void> =>
  withDatabase((database) => watch(database, report, full ? MINUTES.full : MINUTES.short))
