// OpenAPI 3.1 from the contract table, and the page that shows it.
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { API_PREFIX, contractEntries } from '@shouhou/shared/contract'
import * as aftersaleViews from '@shouhou/shared/contract/aftersale-views'
import * as authContract from '@shouhou/shared/contract/auth'
import * as conversationContract from '@shouhou/shared/contract/conversations'
import * as deskContract from '@shouhou/shared/contract/desk'
import * as faqContract from '@shouhou/shared/contract/faq'
import * as orderContract from '@shouhou/shared/contract/orders'
import { PROBLEMS, Problem, type ProblemCode } from '@shouhou/shared/contract/problems'
import { problemsOf, type Route, successStatuses } from '@shouhou/shared/contract/route'
import * as uploadContract from '@shouhou/shared/contract/uploads'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'
import type {} from './auth.ts' // declares `policy` on a route

type Json = Record<string, unknown>

const modules: Record<string, unknown>[] = [
  authContract,
  orderContract,
  uploadContract,
  aftersaleViews,
  faqContract,
  conversationContract,
  deskContract,
  { Problem },
]

const isSchema = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'object'

/** Exported object schemas get a name in the document; they are found again by identity. */
function namedSchemas(): Map<unknown, string> {
  const names = new Map<unknown, string>()
  for (const module of modules) {
    for (const [name, value] of Object.entries(module)) {
      if (/^[A-Z][a-zA-Z]+$/.test(name) && isSchema(value)) names.set(value, name)
    }
  }
  return names
}

/** A copy as plain JSON in which named schemas are references. */
function plain(value: unknown, names: Map<unknown, string>, top = false): unknown {
  const name = top ? undefined : names.get(value)
  if (name) return { $ref: `#/components/schemas/${name}` }
  if (Array.isArray(value)) return value.map((v) => plain(v, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v, names)]))
}

function parameters(route: Route, names: Map<unknown, string>): Json[] {
  const of = (schema: unknown, where: 'path' | 'query') => {
    const { properties = {}, required = [] } = (schema ?? {}) as {
      properties?: Json
      required?: string[]
    }
    return Object.entries(properties).map(([name, s]) => ({
      name,
      in: where,
      required: where === 'path' || required.includes(name),
      schema: plain(s, names),
    }))
  }
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'A repeat with the same key gets the first answer',
    schema: { type: 'string', minLength: 8, maxLength: 128 },
  }
  return [
    ...of(route.params, 'path'),
    ...of(route.query, 'query'),
    ...(route.idempotency === 'key' ? [key] : []),
  ]
}

function body(route: Route, names: Map<unknown, string>): Json {
  if (route.upload) {
    const file = {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    }
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema: file } } } }
  }
  if (!route.body) return {}
  return {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: plain(route.body, names) } },
    },
  }
}

function responses(route: Route, names: Map<unknown, string>): Json {
  const { body: schema } = route.success
  const ok = {
    description: 'Success',
    ...(schema ? { content: { 'application/json': { schema: plain(schema, names) } } } : {}),
  }
  const byStatus = new Map<number, ProblemCode[]>()
  for (const code of problemsOf(route)) {
    const at = PROBLEMS[code][0]
    byStatus.set(at, [...(byStatus.get(at) ?? []), code])
  }
  const problems = [...byStatus].map(([at, codes]) => [
    String(at),
    {
      description: codes.map((c) => `${c}: ${PROBLEMS[c][2]}`).join('; '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ])
  const good = successStatuses(route).map((status) => [String(status), ok])
  return Object.fromEntries([...good, ...problems])
}

/** `'POST /aftersales/:id/approve'` → `post_aftersales_id_approve`. */
const operationId = (key: string) => key.toLowerCase().replace(/[^a-z]+/g, '_')

function operation(key: string, route: Route, names: Map<unknown, string>): Json {
  const open = route.allow === 'public'
  return {
    operationId: operationId(key),
    summary: route.summary,
    tags: [key.split('/')[1] ?? ''],
    'x-allow': route.allow,
    'x-idempotency': route.idempotency,
    ...(route.scope ? { 'x-scope': route.scope } : {}),
    security: open ? [] : [{ bearer: [] }],
    parameters: parameters(route, names),
    ...body(route, names),
    responses: responses(route, names),
  }
}

/** The whole document. `serverUrl` is where the API is reached. */
export function openApiDocument(serverUrl: string): Json {
  const names = namedSchemas()
  const paths: Record<string, Json> = {}
  for (const [key, route] of contractEntries()) {
    const [method = '', path = ''] = key.split(' ')
    const template = API_PREFIX + path.replace(/:([a-zA-Z]+)/g, '{$1}')
    paths[template] = { ...paths[template], [method.toLowerCase()]: operation(key, route, names) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Shouhou 售后',
      version: '1.0.0',
      description: 'After-sales service: orders in, aftersales, refunds, FAQ and conversations.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: serverUrl }],
    paths,
    components: {
      schemas: Object.fromEntries(
        [...names].map(([schema, name]) => [name, plain(schema, names, true)]),
      ),
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'Access token of a session, or an API key (shk_…)',
        },
      },
    },
  }
}

/** `/docs` for people, `/docs/json` for programs. */
export async function useDocs(app: FastifyInstance, config: Config): Promise<void> {
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, policy: 'infrastructure' }
    })
    await scope.register(swagger, {
      mode: 'static',
      specification: { document: openApiDocument(config.publicUrl) as never },
    })
    await scope.register(swaggerUi, { routePrefix: '/docs', staticCSP: true })
  })
}
