// The worker as a process under measurement.
import { randomBytes } from 'node:crypto'
import { readConfig } from '@shouhou/server/config.ts'
import { closeDeps, openDeps } from '@shouhou/server/deps.ts'
import { makeLog } from '@shouhou/server/log.ts'
import { startWorker } from '@shouhou/server/worker.ts'
import { serve } from '../lab/processes.ts'

const config = readConfig({
  TOKEN_KEY: randomBytes(32).toString('hex'),
  PERSONAL_DATA_KEY: randomBytes(32).toString('hex'),
  LOG_LEVEL: 'error',
  ...process.env,
})
const deps = openDeps(config, makeLog(config.logLevel))
const worker = startWorker(deps)
serve(
  { port: 0 },
  () => {
    globalThis.gc?.()
    return process.memoryUsage()
  },
  async () => {
    await worker.stop()
    await closeDeps(deps)
  },
)
