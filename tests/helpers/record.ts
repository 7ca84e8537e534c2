// Watches every answer of an application under test: it must be what the contract declares, and a
// line about it is kept for the test that looks whether every declared answer was ever seen.
import { appendFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ContractKey, contract } from '@shouhou/shared/contract'
import { PROBLEMS, Problem, type ProblemCode } from '@shouhou/shared/contract/problems'
import { problemsOf, type Route, successStatuses } from '@shouhou/shared/contract/route'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inject } from 'vitest'

/** One kind of answer that was seen: `code` is the problem's, empty for a success. */
export interface Seen {
  readonly key: ContractKey
  readonly status: number
  readonly code: string
  /** What was wrong with it; empty when it was as declared. */
  readonly wrong: string
}

/** Any route may answer these: they come from the shell, before or instead of the route. */
export const GENERAL: readonly string[] = [
  'internal',
  'unavailable',
  'media-type',
  'file-too-large',
]

const ajv = addFormats.default(new Ajv({ strict: false, allErrors: true }))
const validators = new Map<object, ValidateFunction>()
const complaints = (schema: object, body: unknown): string => {
  const validate = validators.get(schema) ?? ajv.compile(schema)
  validators.set(schema, validate)
  return validate(body) ? '' : ajv.errorsText(validate.errors)
}

/** What is wrong with an answer by the contract; empty when nothing is. */
export function judge(key: ContractKey, status: number, body: unknown): string {
  const route: Route = contract[key]
  if (status < 400) return judgeSuccess(route, status, body)
  const shape = complaints(Problem, body)
  if (shape !== '') return `not a problem document: ${shape}`
  const { code } = body as { code: ProblemCode }
  if (PROBLEMS[code]?.[0] !== status) return `${code} came with status ${status}`
  return GENERAL.includes(code) || problemsOf(route).includes(code) ? '' : `${code} is not declared`
}

function judgeSuccess(route: Route, status: number, body: unknown): string {
  if (!successStatuses(route).includes(status)) return `status ${status} is not declared`
  if (route.raw || !route.success.body) return ''
  return complaints(route.success.body, body)
}

const known = new Set<string>()

function keep(seen: Seen): void {
  const line = JSON.stringify(seen)
  if (known.has(line)) return
  known.add(line)
  const folder = inject('recordFolder')
  mkdirSync(folder, { recursive: true })
  appendFileSync(join(folder, `${process.pid}.jsonl`), `${line}\n`)
}

/** Everything that was seen in this run so far, in all test files. */
export function readRecords(): Seen[] {
  const folder = inject('recordFolder')
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))
  const lines = files.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Seen)
}

const parsed = (payload: unknown): unknown => {
  if (typeof payload !== 'string' || payload === '') return undefined
  try {
    return JSON.parse(payload)
  } catch {
    return payload
  }
}

/** Call before the application is ready. Upgraded connections are seen as status 101. */
export function recordAnswers(app: FastifyInstance): void {
  const note = (request: FastifyRequest, status: number, payload: unknown) => {
    const key = request.routeOptions.config?.contractKey as ContractKey | undefined
    if (key === undefined || request.is404) return
    const body = parsed(payload)
    const code = status < 400 ? '' : String((body as { code?: string } | undefined)?.code ?? '')
    keep({ key, status, code, wrong: judge(key, status, body) })
  }
  app.addHook('onSend', async (request: FastifyRequest, reply: FastifyReply, payload) => {
    note(request, reply.statusCode, payload)
  })
  app.addHook('preHandler', async (request: FastifyRequest) => {
    if (request.ws) note(request, 101, undefined)
  })
}
