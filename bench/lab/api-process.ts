// The real API as a process under measurement, with a shop and a key to call it.
import { randomBytes } from 'node:crypto'
import { buildApp } from '@shouhou/server/app.ts'
import { readConfig } from '@shouhou/server/config.ts'
import { closeDeps, openDeps } from '@shouhou/server/deps.ts'
import { createApiKey, showKey } from '@shouhou/server/features/auth/index.ts'
import { makeLog } from '@shouhou/server/log.ts'
import { openShop } from '@shouhou/server/new-shop.ts'
import { serve } from './processes.ts'

const SCOPES = ['orders:write', 'orders:read', 'aftersales:write', 'aftersales:read'] as const

const config = readConfig({
  TOKEN_KEY: randomBytes(32).toString('hex'),
  PERSONAL_DATA_KEY: randomBytes(32).toString('hex'),
  LOG_LEVEL: 'error',
  REQUESTS_PER_MINUTE: '1000000',
  ...process.env,
})
const deps = openDeps(config, makeLog(config.logLevel))
const app = await buildApp(deps)
await app.listen({ host: '127.0.0.1', port: 0 })
const slug = `bench-${randomBytes(4).toString('hex')}`
const shopId = process.env.BENCH_SHOP ?? (await openShop(deps, { slug, name: '量一量' }))
const given = { shopId, createdBy: null, name: 'bench', scopes: SCOPES }
const key = await deps.db.transact({ shopId }, (tx) => createApiKey(deps, tx, given))
const { port } = app.server.address() as { port: number }

const answers: Readonly<Record<string, () => unknown>> = {
  memory: () => {
    globalThis.gc?.()
    return process.memoryUsage()
  },
}

serve(
  { port, shopId, slug, key: showKey(deps, key).secret },
  (question) => answers[question]?.(),
  async () => {
    await app.close()
    await closeDeps(deps)
  },
)
