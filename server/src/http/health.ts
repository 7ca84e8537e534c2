// Probes for those who run the service. Alive never depends on the database, ready does.
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../deps.ts'
import { problem } from './problems.ts'

const PROBE_MS = 500

/** The result of `work`, or an error after `ms`. */
const within = <T>(ms: number, work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_resolve, reject) => {
      setTimeout(() => reject(new Error('probe timed out')), ms).unref()
    }),
  ])

/** Throws when the database does not answer at once. */
export const databaseAnswers = (deps: Deps): Promise<unknown> => within(PROBE_MS, deps.db.ping())

export function useHealth(app: FastifyInstance, deps: Deps): void {
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
  })
  // A connection that stays open may bring more requests while those under way are finished.
  app.addHook('onRequest', async (request) => {
    const { policy } = request.routeOptions.config
    if (closing && policy !== 'infrastructure') throw problem('unavailable')
  })
  const config = { policy: 'infrastructure' as const, rateLimit: false as const }
  app.get('/livez', { config }, async () => ({ status: 'ok' }))
  app.get('/readyz', { config }, async (_request, reply) => {
    try {
      if (closing) throw new Error('closing')
      await databaseAnswers(deps)
      return { status: 'ok' }
    } catch {
      return reply.code(503).send({ status: 'not ready' })
    }
  })
}
