// The live channel: PostgreSQL tells every API process which case or conversation changed; each
// process tells the sockets that may see it. Only ids travel; clients read the rest themselves.
import { sql } from 'drizzle-orm'
import pg from 'pg'
import type { Tx } from '../db/client.ts'

/** Something changed; `shopperId` is whose it is. */
export interface Signal {
  readonly shopId: string
  readonly shopperId: string | null
  readonly kind: 'aftersale' | 'conversation' | 'faq' | 'policy' | 'notice'
  readonly id: string
  /** Version of the case, or number of the last message. */
  readonly version: number
}

type Listener = (signal: Signal) => void

export interface Live {
  /** Tells everybody, when and only when this transaction commits. */
  signal(tx: Tx, signal: Signal): Promise<void>
  /** Calls `listener` for every signal until the returned function is called. */
  listen(listener: Listener): () => void
  close(): Promise<void>
}

const CHANNEL = 'shouhou_live'
const RECONNECT_MS = 1_000

/** Opens the listening connection, and opens it again whenever it is lost. */
export function openLive(
  url: string,
  onError: (e: Error) => void,
): Live & { ready: Promise<void> } {
  const listeners = new Set<Listener>()
  let client: pg.Client | undefined
  let closed = false
  let timer: NodeJS.Timeout | undefined

  async function connect(): Promise<void> {
    if (closed) return
    const next = new pg.Client({ connectionString: url, application_name: 'shouhou-live' })
    let lost = false
    const again = (error?: Error) => {
      if (lost || closed) return
      lost = true
      if (error) onError(error)
      next.end().catch(() => {})
      timer = setTimeout(connect, RECONNECT_MS)
    }
    next.on('error', again)
    next.on('end', () => again())
    next.on('notification', (message) => {
      const signal = JSON.parse(message.payload ?? '{}') as Signal
      for (const listener of listeners) listener(signal)
    })
    try {
      await next.connect()
      await next.query(`listen ${CHANNEL}`)
      client = next
    } catch (error) {
      again(error as Error)
    }
  }

  const ready = connect()
  return {
    ready,
    async signal(tx, signal) {
      await tx.execute(sql`select pg_notify(${CHANNEL}, ${JSON.stringify(signal)})`)
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await ready
      await client?.end()
    },
  }
}
