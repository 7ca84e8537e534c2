// Turns whatever was thrown into one problem document, and logs what people must look at.
import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { StorageUnavailable } from '../adapters/storage.ts'
import { DatabaseAway, sqlState } from '../db/client.ts'
import { languageOf, ProblemError, problem, problemBody, say } from './problems.ts'
import { invalidInput } from './validation.ts'

const BY_FASTIFY_CODE: Record<string, () => ProblemError> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => problem('media-type'),
  FST_ERR_CTP_EMPTY_JSON_BODY: () => notJson(),
  FST_ERR_CTP_INVALID_JSON_BODY: () => notJson(),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () => notJson(),
  FST_ERR_CTP_BODY_TOO_LARGE: () => problem('file-too-large'),
  FST_REQ_FILE_TOO_LARGE: () => problem('file-too-large'),
  FST_FIELDS_LIMIT: () => notReadable(),
  FST_INVALID_MULTIPART_CONTENT_TYPE: () => problem('media-type'),
  FST_ERR_NOT_FOUND: () => problem('not-found'),
}

const notJson = () =>
  problem('invalid-input', {
    errors: [{ pointer: '', message: say('请求体不是有效的 JSON', 'the body is not valid JSON') }],
  })

/** SQLSTATE: no connection, too many, statement or lock timeout, shutting down. Worth a retry. */
const BUSY = /^(08...|53...|57014|57P0.|55P03|40001|40P01)$/

/** What the driver says when the connection ends in the middle of a statement. */
const LOST = 'Connection terminated unexpectedly'

/** What the form parser says of a form that is cut off; its errors have no code. */
const BROKEN_FORM =
  /^(Unexpected end of multipart data|Part terminated early|Multipart: Boundary not found)/

/** What a caller is told about anything that was thrown. */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  const e = error as FastifyError & { validationContext?: string }
  if (e.validation) return invalidInput(e.validation as never, e.validationContext ?? 'body')
  const known = BY_FASTIFY_CODE[e.code]
  if (known) return known()
  const away =
    error instanceof DatabaseAway || error instanceof StorageUnavailable || e.message === LOST
  if (away || BUSY.test(sqlState(error) ?? '')) return problem('unavailable')
  if (BROKEN_FORM.test(e.message)) return notReadable()
  if (e.statusCode === 413) return problem('file-too-large')
  if (e.statusCode === 415) return problem('media-type')
  const theirs = typeof e.statusCode === 'number' && e.statusCode >= 400 && e.statusCode < 500
  return theirs ? notReadable() : problem('internal')
}

const notReadable = () =>
  problem('invalid-input', {
    errors: [{ pointer: '', message: say('请求无法读取', 'the request cannot be read') }],
  })

function send(request: FastifyRequest, reply: FastifyReply, error: ProblemError) {
  const body = problemBody(error, languageOf(request.headers['accept-language']), request.id)
  if (body.status === 503) reply.header('retry-after', '2')
  if (body.status === 401) reply.header('www-authenticate', 'Bearer')
  return reply.code(body.status).type('application/problem+json').send(JSON.stringify(body))
}

/** For `frameworkErrors`: an address that cannot be decoded never comes to a route or a hook. */
export const answerUnroutable = (
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void => void send(request, reply, problemOf(error))

/** For `clientErrorHandler`: what is no HTTP, too much of it or too slow, has no request to answer. */
export function answerUnparsed(error: Error, socket: Socket): void {
  if (!socket.writable || (error as NodeJS.ErrnoException).code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const body = JSON.stringify(problemBody(notReadable(), 'zh', randomUUID()))
  const head = [
    'HTTP/1.1 400 Bad Request',
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

/** Every error and every unknown address answers as a problem document. */
export function useProblems(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const known = problemOf(error)
    if (known.code === 'internal' || known.code === 'unavailable') {
      request.log.error({ err: error, problem: known.code }, 'request failed')
    }
    return send(request, reply, known)
  })
  app.setNotFoundHandler((request, reply) => send(request, reply, problem('not-found')))
}
