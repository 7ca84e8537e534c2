// The live channel: PostgreSQL tells every API process which case or conversation changed; each
// process tells the sockets that may see it. Only ids travel; clients read the rest themselves.
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

/** `text` is what clients read: made once however many listen. */
type Listener = (signal: Signal, text: string) => void

export interface Live {
  /**
   * Tells everybody once this transaction has committed. Not part of it: a notification takes a lock that
   * lets commits of the whole server pass one after the other. A crash in between loses the signal, as
   * does a lost connection; whoever listens reads again when they come back.
   */
  signal(tx: Tx, signal: Signal): void
  /** Calls `listener` for every signal of a shop until the returned function is called. */
  listen(shopId: string, listener: Listener): () => void
  close(): Promise<void>
}

/** What a client reads: the kind of thing, its id and its version. */
const messageOf = ({ kind, id, version }: Signal): string =>
  JSON.stringify({
    kind,
    version,
    ...(kind === 'aftersale' ? { aftersaleId: id } : {}),
    ...(kind === 'conversation' ? { conversationId: id } : {}),
  })

const CHANNEL = 'shouhou_live'
const RECONNECT_MS = 1_000

/** Signals on their way: all that wait go in one statement, what comes meanwhile with the next. */
function makeOutbox(connection: () => pg.Client | undefined, onError: (e: Error) => void) {
  const waiting: string[] = []
  let sending: Promise<void> | undefined
  const flush = (): void => {
    const client = connection()
    if (sending || !client || waiting.length === 0) return
    const payloads = waiting.splice(0)
    sending = client
      .query('select pg_notify($1, told) from unnest($2::text[]) told', [CHANNEL, payloads])
      .then(() => {}, onError)
      .finally(() => {
        sending = undefined
        flush()
      })
  }
  return {
    flush,
    send(payload: string) {
      waiting.push(payload)
      flush()
    },
    async empty() {
      while (sending) await sending
    },
  }
}

/** Opens the listening connection, and opens it again whenever it is lost. */
export function openLive(
  url: string,
  onError: (e: Error) => void,
): Live & { ready: Promise<void> } {
  const listeners = new Map<string, Set<Listener>>()
  const outbox = makeOutbox(() => client, onError)
  let client: pg.Client | undefined
  let closed = false
  let timer: NodeJS.Timeout | undefined

  async function connect(): Promise<void> {
    if (closed) return
    const next = new pg.Client({
      connectionString: url,
      application_name: 'shouhou-live',
    })
    let lost = false
    const again = (error?: Error) => {
      if (lost || closed) return
      lost = true
      client = undefined
      if (error) onError(error)
      next.end().catch(() => {})
      timer = setTimeout(connect, RECONNECT_MS)
    }
    next.on('error', again)
    next.on('end', () => again())
    next.on('notification', (message) => {
      const signal = JSON.parse(message.payload ?? '{}') as Signal
      const text = messageOf(signal)
      for (const listener of listeners.get(signal.shopId) ?? []) listener(signal, text)
    })
    try {
      await next.connect()
      // A signal is no data: nobody waits for the disk.
      await next.query(`set synchronous_commit = off; listen ${CHANNEL}`)
      client = next
      outbox.flush()
    } catch (error) {
      again(error as Error)
    }
  }

  const ready = connect()
  return {
    ready,
    signal(tx, signal) {
      tx.afterCommit(() => outbox.send(JSON.stringify(signal)))
    },
    listen(shopId, listener) {
      const ofShop = listeners.get(shopId) ?? new Set()
      listeners.set(shopId, ofShop.add(listener))
      return () => {
        ofShop.delete(listener)
        if (ofShop.size === 0 && listeners.get(shopId) === ofShop) listeners.delete(shopId)
      }
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await ready
      await outbox.empty()
      await client?.end()
    },
  }
}
