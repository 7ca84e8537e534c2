// The process: configuration, dependencies, server, listen; closes in reverse order.
import closeWithGrace from 'close-with-grace'
import { buildApp } from './app.ts'
import { ConfigProblem, readConfig } from './config.ts'
import { closeDeps, openDeps } from './deps.ts'
import { openProbe } from './http/worker-probe.ts'
import { makeLog } from './log.ts'
import { startWorker } from './worker.ts'

/** Ends the process with one sentence. */
function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

function configOrExit() {
  try {
    return readConfig()
  } catch (error) {
    if (error instanceof ConfigProblem) refuse(error.message)
    throw error
  }
}

const config = configOrExit()
const log = makeLog(config.logLevel)
const deps = openDeps(config, log)
await deps.db
  .ping()
  .catch((error: Error) => refuse(`The database does not answer: ${error.message}`))

const worker = config.role === 'api' ? undefined : startWorker(deps)
const app = config.role === 'worker' ? undefined : await buildApp(deps)
const cannotListen =
  (setting: 'PORT' | 'PROBE_PORT', port: number) => (error: NodeJS.ErrnoException) =>
    refuse(
      error.code === 'EADDRINUSE'
        ? `Port ${port} is taken by another program; set ${setting} to another one.`
        : `Cannot listen on ${config.host}:${port}: ${error.message}`,
    )
if (app) {
  await app
    .listen({ host: config.host, port: config.port })
    .catch(cannotListen('PORT', config.port))
}
// With an API in the same process its own probes speak for both.
const probe =
  worker && !app && config.probePort > 0
    ? await openProbe(deps, worker, config).catch(cannotListen('PROBE_PORT', config.probePort))
    : undefined
log.info({ role: config.role, url: config.publicUrl }, 'ready')

closeWithGrace({ delay: 10_000 }, async ({ err }) => {
  if (err) log.fatal({ err }, 'unexpected error, closing')
  await probe?.close()
  await app?.close()
  await worker?.stop()
  await closeDeps(deps)
})
