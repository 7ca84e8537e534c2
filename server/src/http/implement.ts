// Contract and handlers become routes. The only caller of `app.route` for the API.
import { randomUUID } from 'node:crypto'
import { API_PREFIX, type ContractKey, contractEntries } from '@shouhou/shared/contract'
import type { Route } from '@shouhou/shared/contract/route'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import type { WebSocket } from 'ws'
import type { Deps } from '../deps.ts'
import { callerOf } from './auth.ts'
import type { Bytes, Ctx, IncomingFile } from './context.ts'
import { fingerprintOf, onceForKey, readKey } from './idempotency.ts'
import { networkOf } from './limits.ts'
import { languageOf, problem, say } from './problems.ts'

type AnyHandler = (input: unknown, ctx: unknown) => Promise<unknown>

/** `ContractKey` to method and URL. */
const address = (key: ContractKey) => {
  const [method, path] = key.split(' ') as [string, string]
  return { method, url: `${API_PREFIX}${path}` }
}

const inputOf = (request: FastifyRequest) => ({
  params: request.params,
  query: request.query,
  body: request.body,
})

async function fileOf(request: FastifyRequest): Promise<IncomingFile> {
  if (!request.isMultipart()) throw problem('media-type')
  const part = await request.file()
  if (!part) {
    throw problem('invalid-input', {
      errors: [{ pointer: '/file', message: say('缺少文件', 'the file is missing') }],
    })
  }
  return { stream: part.file, fileName: part.filename, contentType: part.mimetype }
}

/**
 * Ends when the connection closes before the answer was sent. Fastify's own signal also ends when a
 * body has been read whole, which is no reason to stop.
 */
function hangUp(reply: FastifyReply): AbortSignal {
  const controller = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort()
  })
  return controller.signal
}

function contextOf(
  deps: Deps,
  key: ContractKey,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Ctx {
  const now = deps.clock.now()
  const user = callerOf(request)
  const given = request.headers['idempotency-key']
  const idempotencyKey = route.idempotency === 'key' ? readKey(given) : undefined
  return {
    deps,
    now,
    requestId: request.id,
    language: languageOf(request.headers['accept-language']),
    network: networkOf(request.ip),
    actionKey: typeof given === 'string' ? given : undefined,
    range: request.headers.range,
    signal: hangUp(reply),
    user,
    file: () => fileOf(request),
    read: (query) => deps.db.read({ shopId: user.shopId }, query),
    transact: (work) => {
      if (idempotencyKey === undefined) return deps.db.transact({ shopId: user.shopId }, work)
      const scope = {
        shopId: user.shopId,
        principal: `${user.role === 'shopper' ? 'shopper' : user.role === 'integrator' ? 'key' : 'staff'}:${user.id}`,
        route: key,
        key: idempotencyKey,
        // Keyed: a body may hold a password, which a plain hash would let others guess.
        fingerprint: deps.tokens.hash(
          'idempotency',
          fingerprintOf([request.params, request.query, request.body]),
        ),
      }
      // Commands look things up by key: they need no plan for each value.
      return deps.db.transact(
        { shopId: user.shopId },
        (tx) => onceForKey(tx, scope, now, route.success.status, () => work(tx)),
        'once',
      )
    },
  }
}

function sendBytes(reply: FastifyReply, answer: Bytes) {
  return reply
    .code(answer.status)
    .headers({ ...answer.headers, 'content-length': String(answer.bytes) })
    .type(answer.contentType)
    .send(answer.stream)
}

/** A route's own limit is for people; programs with a key have the general one. */
const perCaller = (perMinute: number, { config }: Deps) => ({
  max: (request: FastifyRequest) =>
    request.principal?.role === 'integrator' ? config.requestsPerMinute : perMinute,
})

/** Registers every route of the contract; throws when one has no handler. */
export function implement(
  app: FastifyInstance,
  deps: Deps,
  handlers: Readonly<Record<ContractKey, unknown>>,
): void {
  for (const [key, route] of contractEntries()) {
    const handler = handlers[key] as AnyHandler | undefined
    if (!handler) throw new Error(`No handler for ${key}`)
    const options = {
      ...address(key),
      ...(route.bodyBytes ? { bodyLimit: route.bodyBytes } : {}),
      config: {
        policy: route,
        contractKey: key,
        ...(route.perMinute ? { rateLimit: perCaller(route.perMinute, deps) } : {}),
      },
      schema: {
        ...(route.params ? { params: route.params } : {}),
        ...(route.query ? { querystring: route.query } : {}),
        ...(route.body ? { body: route.body } : {}),
        ...(route.success.body ? { response: { [route.success.status]: route.success.body } } : {}),
      },
    }
    if (route.raw === 'websocket') {
      // The handler runs before the upgrade, so that a refusal is an ordinary problem document.
      const attaching = new WeakMap<FastifyRequest, (socket: WebSocket) => void>()
      app.route({
        ...options,
        preHandler: async (request: FastifyRequest, reply: FastifyReply) => {
          const attach = await handler(
            inputOf(request),
            contextOf(deps, key, route, request, reply),
          )
          attaching.set(request, attach as (socket: WebSocket) => void)
        },
        handler: async () => {
          throw problem('upgrade-needed')
        },
        wsHandler: (socket: WebSocket, request: FastifyRequest) => attaching.get(request)?.(socket),
      } as unknown as RouteOptions)
      continue
    }
    app.route({
      ...options,
      handler: async (request: FastifyRequest, reply: FastifyReply) => {
        const answer = await handler(inputOf(request), contextOf(deps, key, route, request, reply))
        if (route.raw === 'bytes') return sendBytes(reply, answer as Bytes)
        return reply.code(route.success.status).send(answer ?? undefined)
      },
    } as unknown as RouteOptions)
  }
}

/** Request ids of ours; a client's own is never trusted. */
export const requestId = () => randomUUID()
