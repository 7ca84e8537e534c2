// Who calls, and whether the contract lets them. Denies by default: every route carries its `allow`.
import type { Route } from '@shouhou/shared/contract/route'
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import type { Principal, ShopPrincipal } from './context.ts'
import { type ProblemError, problem } from './problems.ts'

/**
 * Finds the principal behind an Authorization header: a session's access token or an API key.
 * Throws `not-signed-in` or `session-ended`.
 */
export type Authenticate = (authorization: string, now: Date) => Promise<Principal>

declare module 'fastify' {
  interface FastifyRequest {
    principal: Principal | null
    principalProblem: ProblemError | null
  }
  interface FastifyContextConfig {
    /** The contract's policy; a route without one stops the start. */
    policy?: Route | 'infrastructure'
    contractKey?: string
  }
}

/** Throws unless the route lets this caller in. */
export function authorize(request: FastifyRequest): void {
  if (request.is404) return
  const policy = request.routeOptions.config.policy
  if (policy === undefined) throw problem('not-allowed')
  if (policy === 'infrastructure' || policy.allow === 'public') return
  if (request.principalProblem) throw request.principalProblem
  const principal = request.principal
  if (!principal) throw problem('not-signed-in')
  if (!policy.allow.includes(principal.role)) throw problem('not-allowed')
  if (
    principal.role === 'integrator' &&
    !(policy.scope && principal.scopes.includes(policy.scope))
  ) {
    throw problem('not-allowed', { why: 'scope' })
  }
}

/** For handlers behind `authorize`: the caller is known. */
export const callerOf = (request: FastifyRequest) => request.principal as ShopPrincipal

/** Hooks: identify first, so that limits count by caller; authorize after the limits. */
export function useIdentity(
  app: FastifyInstance,
  authenticate: Authenticate,
  now: () => Date,
): void {
  app.decorateRequest('principal', null)
  app.decorateRequest('principalProblem', null)
  app.addHook('onRequest', async (request) => {
    const header = request.headers.authorization
    if (header === undefined) return
    try {
      request.principal = await authenticate(header, now())
    } catch (error) {
      request.principalProblem = error as ProblemError
    }
  })
}

/** Refuses to start with a route that no policy covers. */
export function demandPolicies(app: FastifyInstance): void {
  const routes: RouteOptions[] = []
  app.addHook('onRoute', (route) => void routes.push(route))
  app.addHook('onReady', async () => {
    const open = routes.filter((route) => route.config?.policy === undefined)
    if (open.length === 0) return
    const names = open.map((route) => `${String(route.method)} ${route.url}`)
    throw new Error(`These routes declare no policy: ${names.join(', ')}`)
  })
}
