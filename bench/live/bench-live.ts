// Open live channels on one process: memory for each, and the delay from a commit to the sockets that
// may hear of it. Target: p95 ≤ 300 ms.
import { connect, type Socket } from 'node:net'
import pg from 'pg'
import { type BenchDatabase, withDatabase } from '../lab/database.ts'
import { openClient } from '../lab/http-client.ts'
import { median, quantile } from '../lab/numbers.ts'
import { type Server, startServer } from '../lab/processes.ts'
import type { Report } from '../lab/report.ts'

const SOCKETS = { full: 5_000, short: 1_000 }
const SIGNALS = 50
const WANTED_MS = 300

/** A socket that only counts the frames it hears. */
async function openSocket(port: number, ticket: string, heard: () => void): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1' })
  await new Promise<void>((done, failed) => {
    socket.once('error', failed)
    socket.once('data', () => done())
    socket.write(
      `GET /v1/live?ticket=${encodeURIComponent(ticket)} HTTP/1.1\r\nhost: bench\r\n` +
        'upgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-version: 13\r\n' +
        'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    )
  })
  socket.on('data', heard)
  return socket
}

const memoryOf = async (server: Server) =>
  ((await server.ask('memory')) as { rss: number }).rss / 1024

async function listen(database: BenchDatabase, report: Report, count: number): Promise<void> {
  const env = { DATABASE_URL: database.url, STORAGE_DIR: `${database.folder}/files` }
  const server = await startServer(new URL('../lab/api-process.ts', import.meta.url), env, [
    '--expose-gc',
  ])
  const client = await openClient(server.port, `authorization: Bearer ${server.ready.key}\r\n`)
  const notifier = new pg.Client({ connectionString: database.url })
  await notifier.connect()
  const before = await memoryOf(server)
  const { body } = await client.send('POST', '/v1/live/tickets')
  const { ticket } = JSON.parse(body) as { ticket: string }
  let waiting: (() => void) | undefined
  let heardBy = 0
  const delays: number[] = []
  let sent = 0
  const heard = () => {
    heardBy++
    delays.push(performance.now() - sent)
    if (heardBy === count) waiting?.()
  }
  const sockets: Socket[] = []
  while (sockets.length < count) {
    const batch = Array.from({ length: Math.min(100, count - sockets.length) }, () =>
      openSocket(server.port, ticket, heard),
    )
    sockets.push(...(await Promise.all(batch)))
  }
  await new Promise((done) => setTimeout(done, 500))
  delays.length = 0
  const after = await memoryOf(server)
  const { shopId = '' } = server.ready
  for (let version = 1; version <= SIGNALS; version++) {
    heardBy = 0
    const all = new Promise<void>((done) => {
      waiting = done
    })
    sent = performance.now()
    const signal = { shopId, shopperId: null, kind: 'aftersale', id: shopId, version }
    await notifier.query(`select pg_notify('shouhou_live', $1)`, [JSON.stringify(signal)])
    await all
  }
  const p95 = quantile(delays, 0.95)
  report.row({
    'open sockets': count,
    'KiB each': ((after - before) / count).toFixed(1),
    signals: SIGNALS,
    'commit to socket p50 ms': median(delays).toFixed(1),
    'p95 ms': p95.toFixed(1),
    wanted: `≤ ${WANTED_MS} ${p95 <= WANTED_MS ? 'met' : 'MISSED'}`,
  })
  for (const socket of sockets) socket.destroy()
  client.close()
  await notifier.end()
  await server.stop()
}

export const benchLive = (report: Report, full: boolean): Promise<void> =>
  withDatabase((database) => listen(database, report, full ? SOCKETS.full : SOCKETS.short))
