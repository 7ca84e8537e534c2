// Two validators: bodies are strict (no coercion, unknown fields refused), params and queries are
// text on the wire and are coerced. Their findings become pointers with sentences.
import { Ajv, type ErrorObject } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifyInstance } from 'fastify'
import { type ProblemError, problem, type Sentence, say } from './problems.ts'

/** As we write them. The usual format also takes capitals and a `urn:uuid:` before it. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const withFormats = (ajv: Ajv) => addFormats.default(ajv).addFormat('uuid', UUID)

const common = { allErrors: false, strict: false, useDefaults: true } as const
export const strictAjv = withFormats(new Ajv({ ...common, coerceTypes: false }))
const textAjv = withFormats(new Ajv({ ...common, coerceTypes: true }))

/** Lets Fastify validate with these two. */
export function useValidation(app: FastifyInstance): void {
  app.setValidatorCompiler(({ schema, httpPart }) =>
    (httpPart === 'body' ? strictAjv : textAjv).compile(schema as object),
  )
}

const SENTENCES: Record<string, (params: Record<string, unknown>) => Sentence> = {
  required: (p) => say(`缺少 ${p.missingProperty}`, `${p.missingProperty} is missing`),
  additionalProperties: (p) =>
    say(`不认识的字段 ${p.additionalProperty}`, `${p.additionalProperty} is not a known field`),
  type: (p) => say(`类型应为 ${p.type}`, `must be of type ${p.type}`),
  enum: (p) =>
    say(
      `只能是 ${(p.allowedValues as unknown[]).join('、')} 之一`,
      `must be one of ${(p.allowedValues as unknown[]).join(', ')}`,
    ),
  minimum: (p) => say(`不能小于 ${p.limit}`, `must be at least ${p.limit}`),
  maximum: (p) => say(`不能大于 ${p.limit}`, `must be at most ${p.limit}`),
  minLength: (p) => say(`至少 ${p.limit} 个字符`, `needs at least ${p.limit} characters`),
  maxLength: (p) => say(`最多 ${p.limit} 个字符`, `at most ${p.limit} characters`),
  minItems: (p) => say(`至少 ${p.limit} 项`, `needs at least ${p.limit} items`),
  maxItems: (p) => say(`最多 ${p.limit} 项`, `at most ${p.limit} items`),
  uniqueItems: () => say('不能重复', 'must not repeat'),
  pattern: () => say('格式不正确', 'is not in the right format'),
  format: (p) => say(`格式应为 ${p.format}`, `must be a ${p.format}`),
}

/** Where in the request the finding is; a missing or unknown field is named itself. */
function pointerOf(error: ErrorObject, part: string): string {
  const params = error.params as { missingProperty?: string; additionalProperty?: string }
  const field = params.missingProperty ?? params.additionalProperty
  const base = part === 'body' ? '' : `/${part}`
  return `${base}${error.instancePath}${field === undefined ? '' : `/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`}`
}

/** The problem for what a validator found in one part of a request. */
export function invalidInput(errors: readonly ErrorObject[], part: string): ProblemError {
  return problem('invalid-input', {
    errors: errors.slice(0, 20).map((error) => ({
      pointer: pointerOf(error, part),
      message:
        SENTENCES[error.keyword]?.(error.params) ??
        say('内容不正确', error.message ?? 'is not valid'),
    })),
  })
}
