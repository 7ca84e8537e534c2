// JSON log lines. What may be said about a request or an error is listed here; personal data and
// secrets are not, so an error's own fields and the values of a query stay out.
import { type Logger, pino } from 'pino'

/** Keeps the path, drops the query, which may carry signatures and search words, and share tokens. */
const pathOnly = (url: string | undefined) =>
  (url ?? '').split('?')[0]?.replace(/\/shared\/[^/]+/, '/shared/:token')

/** Drizzle writes a failed query with its values into the message; they may be anybody's phone. */
const withoutValues = (text: string) =>
  text.startsWith('Failed query') ? 'Failed query (its values are not logged)' : text

interface LoggedError {
  readonly type: string
  readonly message: string
  readonly code?: string
  readonly constraint?: string
  /** Where it was thrown, without the message. */
  readonly at: readonly string[]
  readonly cause?: LoggedError
}

/** An error as it may be logged: what, which code, where; never its other fields. */
export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error', at: [] }
  const { code, constraint } = error as { code?: unknown; constraint?: unknown }
  return {
    type: error.constructor.name,
    message: withoutValues(error.message),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim()),
    ...(error.cause instanceof Error ? { cause: loggedError(error.cause) } : {}),
  }
}

const readerIsGone = () => {}

/**
 * Node's own stream and not pino's: when the reader of our lines dies, pino's repeats the failed
 * write at exit for ever, and the process never ends. Here such lines are dropped.
 */
function standardOutput(): NodeJS.WriteStream {
  process.stdout.off('error', readerIsGone).on('error', readerIsGone)
  return process.stdout
}

/** `out` is for tests; lines go to the standard output. */
export const makeLog = (
  level: string,
  out: { write(line: string): unknown } = standardOutput(),
): Logger =>
  pino(
    {
      level,
      serializers: {
        err: loggedError,
        req: (request: { method?: string; url?: string; id?: string }) => ({
          id: request.id,
          method: request.method,
          path: pathOnly(request.url),
        }),
        res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
      },
      redact: ['*.phone', '*.address', '*.password', '*.token', '*.authorization'],
    },
    out as { write(line: string): void },
  )
