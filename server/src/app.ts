// The application: an ordered list of plugins, then the routes of every feature. Read this first.
import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import websocket from '@fastify/websocket'
import { LIMITS } from '@shouhou/shared/domain/limits'
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import type { Deps } from './deps.ts'
import { authenticator } from './features/auth/index.ts'
import { handlers } from './features/handlers.ts'
import { authorize, demandPolicies, useIdentity } from './http/auth.ts'
import { answerUnparsed, answerUnroutable, useProblems } from './http/errors.ts'
import { useHealth } from './http/health.ts'
import { implement, requestId } from './http/implement.ts'
import { useLimits } from './http/limits.ts'
import { useMetrics } from './http/metrics.ts'
import { useDocs } from './http/openapi.ts'
import { useValidation } from './http/validation.ts'
import { PAGE_MAY_LOAD, useWebPage } from './http/web-page.ts'

const BODY_BYTES = 256 * 1024

/** Builds the server without listening; `await app.ready()` or `listen()` finishes it. */
export async function buildApp(deps: Deps): Promise<FastifyInstance> {
  const { config } = deps
  const app = Fastify({
    loggerInstance: deps.log as FastifyBaseLogger,
    genReqId: requestId,
    bodyLimit: BODY_BYTES,
    // Headers must come at once; a video may take its time over a slow phone network.
    http: { headersTimeout: 15_000 },
    requestTimeout: 180_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 65_000,
    handlerTimeout: 30_000,
    forceCloseConnections: 'idle',
    // Health refuses while closing, as a problem document like all others.
    return503OnClosing: false,
    frameworkErrors: answerUnroutable,
    clientErrorHandler: answerUnparsed,
    trustProxy: config.trustProxy.length > 0 ? [...config.trustProxy] : false,
    routerOptions: { maxParamLength: 200, caseSensitive: true, ignoreTrailingSlash: false },
  })
  // Before the policies are demanded: it adds the one route that answers browsers' preflights.
  await app.register(cors, {
    origin: config.corsOrigins.length > 0 ? [...config.corsOrigins] : false,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
    exposedHeaders: ['retry-after', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'],
  })
  demandPolicies(app)
  app.removeContentTypeParser('text/plain')
  useValidation(app)
  useProblems(app)
  await app.register(helmet, {
    contentSecurityPolicy: { directives: PAGE_MAY_LOAD },
    strictTransportSecurity: config.publicUrl.startsWith('https:'),
  })
  await app.register(multipart, {
    limits: { files: 1, fields: 0, parts: 1, fileSize: LIMITS.videoBytes + 1 },
    throwFileSizeLimit: false,
  })
  await app.register(websocket, { options: { maxPayload: 4_096 } })
  useMetrics(app)
  useIdentity(app, authenticator(deps), () => deps.clock.now())
  await useLimits(app, config.requestsPerMinute)
  // Not onRequest: the limits run last there, and calls that are refused must count too.
  app.addHook('preParsing', async (request) => authorize(request))

  implement(app, deps, handlers)
  useHealth(app, deps)
  await useDocs(app, config)
  await useWebPage(app, config.webDir)
  return app
}
