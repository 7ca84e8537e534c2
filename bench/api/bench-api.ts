// Create, read and list through the real API, against the bare reference, at 1, 8 and 32 clients.
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '@shouhou/server/app.ts'
import { readConfig } from '@shouhou/server/config.ts'
import { startPostgres } from '@shouhou/server/db/embedded.ts'
import { migrate } from '@shouhou/server/db/migrate.ts'
import { closeDeps, openDeps } from '@shouhou/server/deps.ts'
import { createApiKey, showKey } from '@shouhou/server/features/auth/index.ts'
import { makeLog } from '@shouhou/server/log.ts'
import { openShop } from '@shouhou/server/new-shop.ts'
import { startBare } from './bare.ts'
import { type Load, load } from './load.ts'

const CLIENTS = [1, 8, 32]
const MS = 4_000
const SCOPES = ['orders:write', 'orders:read', 'aftersales:write', 'aftersales:read'] as const

const order = (n: number) => {
  const at = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()
  return {
    version: 1,
    shopper: { phone: `139${String(n).padStart(8, '0')}` },
    placedAt: at(121),
    paidAt: at(120),
    shippedAt: at(96),
    signedAt: at(48),
    lines: [
      {
        lineNo: '1',
        sku: 'CUP',
        name: '马克杯',
        category: '家居',
        unitPriceFen: 50_000,
        paidFen: 50_000,
        quantity: 1,
        sevenDayReturn: true,
      },
    ],
    freight: { paidFen: 0, fullFen: 0 },
    payments: [{ paymentNo: '1', method: 'WECHAT_PAY', paidFen: 50_000 }],
  }
}

type Call = (method: string, path: string, body?: object) => Promise<unknown>

const caller =
  (base: string, token = ''): Call =>
  async (method, path, body) => {
    const response = await fetch(base + path, {
      method,
      headers: {
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...(body ? { 'content-type': 'application/json', 'idempotency-key': randomUUID() } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return JSON.parse(text)
  }

const row = (name: string, clients: number, ours: Load, bare: Load) =>
  console.log(
    [
      name.padEnd(8),
      String(clients).padStart(7),
      ours.perSecond.toFixed(0).padStart(10),
      bare.perSecond.toFixed(0).padStart(10),
      (ours.perSecond / bare.perSecond).toFixed(2).padStart(7),
      ours.p50.toFixed(1).padStart(8),
      ours.p95.toFixed(1).padStart(8),
    ].join(' '),
  )

/** Opens the real application on a durable database of its own. */
async function openReal(url: string, folder: string) {
  const config = readConfig({
    DATABASE_URL: url,
    TOKEN_KEY: randomBytes(32).toString('hex'),
    PERSONAL_DATA_KEY: randomBytes(32).toString('hex'),
    STORAGE_DIR: join(folder, 'files'),
    LOG_LEVEL: 'error',
    REQUESTS_PER_MINUTE: '1000000',
  })
  const deps = openDeps(config, makeLog(config.logLevel))
  const app = await buildApp(deps)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const shopId = await openShop(deps, { slug: 'bench', name: '量一量' })
  const given = { shopId, createdBy: null, name: 'bench', scopes: SCOPES }
  const key = await deps.db.transact({ shopId }, (tx) => createApiKey(deps, tx, given))
  const { port } = app.server.address() as { port: number }
  return {
    shopId,
    call: caller(`http://127.0.0.1:${port}/v1`, showKey(deps, key).secret),
    async stop() {
      await app.close()
      await closeDeps(deps)
    },
  }
}

/** Puts an order in and applies for all of it; returns the path of the case. */
async function apply(call: Call, n: number): Promise<void> {
  const orderNo = `B${n}`
  const { lines } = (await call('GET', `/orders/${orderNo}`)) as { lines: { id: string }[] }
  await call('POST', '/aftersales', {
    orderNo,
    type: 'RETURN_REFUND',
    lines: [{ lineId: lines[0]?.id, quantity: 1 }],
    reasonCode: 'NO_REASON_7D',
    receivedGoods: true,
    description: '',
    mediaIds: [],
  })
}

async function putOrders(call: Call, from: number, count: number): Promise<void> {
  for (let n = from; n < from + count; n += 250) {
    const size = Math.min(250, from + count - n)
    const orders = Array.from({ length: size }, (_none, i) => ({
      orderNo: `B${n + i}`,
      order: order(n + i),
    }))
    await call('POST', '/orders/batch', { orders })
  }
}

export async function benchApi(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'shouhou-bench-'))
  const database = await startPostgres({ dataDir: join(folder, 'pg'), durable: true })
  try {
    await migrate(database.url)
    const real = await openReal(database.url, folder)
    const bare = await startBare(database.url, real.shopId)
    try {
      await measure(real.call, caller(bare.url))
    } finally {
      await bare.stop()
      await real.stop()
    }
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(real: Call, bare: Call): Promise<void> {
  let next = 0
  await putOrders(real, 0, 500)
  while (next < 400) await apply(real, next++)
  const page = (await real('GET', '/aftersales?limit=100')) as { items: { id: string }[] }
  const ids = page.items.map((item) => item.id)
  const idAt = (n: number) => ids[n % ids.length]
  console.log('what     clients     real/s     bare/s   ratio   p50 ms   p95 ms')
  for (const clients of CLIENTS) {
    const how = { clients, ms: MS }
    row(
      'read',
      clients,
      await load(async (n) => void (await real('GET', `/aftersales/${idAt(n)}`)), how),
      await load(async (n) => void (await bare('GET', `/cases/${idAt(n)}`)), how),
    )
    row(
      'list',
      clients,
      await load(async () => void (await real('GET', '/aftersales')), how),
      await load(async () => void (await bare('GET', '/cases')), how),
    )
    await putOrders(real, next, 4_000)
    const first = next
    const ours = await load(async () => apply(real, next++), how)
    if (next - first > 4_000) throw new Error('more cases were made than there were orders')
    next = first + 4_000
    const body = { note: 'the same work' }
    const theirs = await load(
      async (n) => void (await bare('POST', `/cases/${idAt(n)}`, body)),
      how,
    )
    row('create', clients, ours, theirs)
  }
}
