// Probes of a process that only works: without an API there is nothing else that could answer them.
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Deps } from '../deps.ts'
import { databaseAnswers } from './health.ts'

/** Deadlines are looked at every five seconds; twelve rounds without one that went well is a fault. */
const SILENT_MS = 60_000

export interface Probe {
  readonly port: number
  close(): Promise<void>
}

/**
 * Listens for `/livez` (the process answers) and `/readyz` (the database answers and a round of work
 * went well within the last minute).
 */
export async function openProbe(
  deps: Deps,
  worker: { lastRound(): number },
  at: { readonly host: string; readonly probePort: number },
): Promise<Probe> {
  const isReady = async () => {
    if (deps.clock.now().getTime() - worker.lastRound() > SILENT_MS) return false
    return databaseAnswers(deps).then(
      () => true,
      () => false,
    )
  }
  const server = createServer(async (request, response) => {
    const status = await statusOf(request.url, isReady)
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ status: WORDS[status] }))
  })
  await once(server.listen({ host: at.host, port: at.probePort }), 'listening')
  return { port: (server.address() as AddressInfo).port, close: () => closed(server) }
}

const WORDS = { 200: 'ok', 404: 'not found', 503: 'not ready' } as const

async function statusOf(
  url: string | undefined,
  isReady: () => Promise<boolean>,
): Promise<keyof typeof WORDS> {
  if (url === '/livez') return 200
  if (url !== '/readyz') return 404
  return (await isReady()) ? 200 : 503
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
