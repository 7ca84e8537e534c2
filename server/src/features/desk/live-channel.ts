// The live channel of one viewer: a short-lived ticket opens it, ids of what changed go over it.
// Sockets carry no bearer header in browsers, hence the ticket.
import type { WebSocket } from 'ws'
import type { BaseCtx, ShopPrincipal } from '../../http/context.ts'
import { problem } from '../../http/problems.ts'
import type { Signal } from '../../live/live.ts'

const PURPOSE = 'live-ticket'
const TICKET_MS = 60_000
const PING_MS = 25_000
/** A viewer comes back with a new ticket after this, so that ended sessions do not listen on. */
const CHANNEL_MS = 30 * 60_000
/** Unsent bytes at which a reader counts as stuck. */
const STUCK_BYTES = 64 * 1024

interface Viewer {
  readonly shopId: string
  /** Null for staff and programs, who see the whole shop. */
  readonly shopperId: string | null
  /** A program with a key reads cases and nothing else. */
  readonly program: boolean
}
const PROGRAM = 'key'

export function giveTicket(ctx: BaseCtx & { readonly user: ShopPrincipal }) {
  const expiresAt = ctx.now.getTime() + TICKET_MS
  const { role, id, shopId } = ctx.user
  const viewer = role === 'shopper' ? id : role === 'integrator' ? PROGRAM : ''
  const ticket = ctx.deps.tokens.sign(PURPOSE, `${shopId}:${viewer}:${expiresAt}`)
  return { ticket, expiresAt: new Date(expiresAt).toISOString() }
}

/** Throws `session-ended` for a ticket that is not ours or is over. */
export function openTicket(ticket: string, ctx: BaseCtx): Viewer {
  const [shopId, viewer, expires] = ctx.deps.tokens.open(PURPOSE, ticket)?.split(':') ?? []
  if (shopId === undefined || viewer === undefined || !(Number(expires) > ctx.now.getTime())) {
    throw problem('session-ended')
  }
  const program = viewer === PROGRAM
  return { shopId, shopperId: program || viewer === '' ? null : viewer, program }
}

/** Staff hear everything of the shop but shoppers' inboxes, programs only of cases. */
const mayHear = (viewer: Viewer, signal: Signal): boolean =>
  signal.shopId === viewer.shopId &&
  (!viewer.program || signal.kind === 'aftersale') &&
  (signal.kind === 'notice' || viewer.shopperId !== null
    ? signal.shopperId === viewer.shopperId
    : true)

/** Keeps telling the socket until it closes or its time is over. */
export function attachSocket(socket: WebSocket, viewer: Viewer, ctx: BaseCtx): void {
  const stop = ctx.deps.live.listen(viewer.shopId, (signal, text) => {
    if (!mayHear(viewer, signal)) return
    if (socket.bufferedAmount > STUCK_BYTES) socket.terminate()
    else socket.send(text)
  })
  const ping = setInterval(() => socket.ping(), PING_MS)
  const end = setTimeout(() => socket.close(1000, 'come back'), CHANNEL_MS)
  socket.on('close', () => {
    stop()
    clearInterval(ping)
    clearTimeout(end)
  })
  socket.on('error', () => socket.terminate())
  socket.send(JSON.stringify({ kind: 'ready' }))
}
