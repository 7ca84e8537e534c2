// JSON log lines. What may be said about a request is listed here; personal data and secrets are not.
import { type Logger, pino } from 'pino'

/** Keeps the path, drops the query: it may carry signatures and search words. */
const pathOnly = (url: string | undefined) => (url ?? '').split('?')[0]

export const makeLog = (level: string): Logger =>
  pino({
    level,
    serializers: {
      req: (request: { method?: string; url?: string; id?: string }) => ({
        id: request.id,
        method: request.method,
        path: pathOnly(request.url),
      }),
      res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
    },
    redact: ['*.phone', '*.address', '*.password', '*.token', '*.authorization'],
  })
