// The live channel: the server says what changed, stale answers are asked for again. The socket comes
// back by itself after a loss; until then, and slowly in any case, the pages poll.
import Taro from '@tarojs/taro'
import { isWeapp } from '../platform/target.ts'
import { api } from './client.ts'
import { ApiError } from './errors.ts'
import { invalidate, type Noun } from './query.ts'

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 30_000
const POLL_WITHOUT_SOCKET_MS = 15_000
/** A phone may not notice that its socket is dead; a page is never older than this. */
const POLL_WITH_SOCKET_MS = 120_000

/** What may change without this person doing anything. */
const ALL: readonly Noun[] = ['aftersales', 'conversations', 'orders', 'refunds', 'today', 'me']

/** The answers that become old when something of a kind changes. */
const NOUNS_OF_KIND: ReadonlyMap<unknown, readonly Noun[]> = new Map([
  ['aftersale', ['aftersales', 'orders', 'refunds', 'today']],
  ['conversation', ['conversations', 'today']],
  ['faq', ['faq']],
  ['policy', ['policy', 'orders']],
  ['notice', ['me']],
])

/** What a message of the server makes old: `{ kind, id, version }`; empty for what is unknown. */
export function nounsOf(message: unknown): readonly Noun[] {
  try {
    const signal: { kind?: unknown } | null = JSON.parse(String(message))
    return NOUNS_OF_KIND.get(signal?.kind) ?? []
  } catch {
    return []
  }
}

/** How long to wait before try number `tries` (from 0): doubling, with up to half added at random. */
export function waitBefore(tries: number, random: () => number = Math.random): number {
  const base = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries)
  return base + Math.floor((base / 2) * random())
}

function socketAddress(ticket: string): string {
  const origin = isWeapp ? API_BASE : window.location.origin
  return `${origin.replace(/^http/, 'ws')}/v1/live?ticket=${encodeURIComponent(ticket)}`
}

let wanted = false
let socket: Taro.SocketTask | null = null
let opened = false
let tries = 0
let retryTimer: ReturnType<typeof setTimeout> | undefined
let pollTimer: ReturnType<typeof setTimeout> | undefined

/** Starts listening, or hurries a waiting retry; call on sign-in, on return to the front, on network. */
export function startLive(): void {
  const first = !wanted
  wanted = true
  if (first) poll()
  if (!socket) {
    clearTimeout(retryTimer)
    tries = 0
    void connect()
  }
}

/** Stops listening and polling; call on sign-out and when the app goes behind. */
export function stopLive(): void {
  wanted = false
  clearTimeout(retryTimer)
  clearTimeout(pollTimer)
  const closing = socket
  socket = null
  opened = false
  closing?.close({})
}

let connecting = false

async function connect(): Promise<void> {
  if (connecting) return
  connecting = true
  try {
    const { ticket } = await api('POST /live/tickets')
    const task = await Taro.connectSocket({ url: socketAddress(ticket) })
    if (!wanted) task.close({})
    else listen(task)
  } catch (error) {
    // Somebody the channel is not for (an arbiter) polls.
    if (!(error instanceof ApiError && error.status === 403)) retryLater()
  } finally {
    connecting = false
  }
}

function listen(task: Taro.SocketTask): void {
  socket = task
  task.onOpen(() => {
    opened = true
    // Whatever happened while nobody listened is in the answers, not in missed signals.
    if (tries > 0) void invalidate(...ALL)
    tries = 0
  })
  task.onMessage(({ data }) => {
    const nouns = nounsOf(data)
    if (nouns.length > 0) void invalidate(...nouns)
  })
  const lost = () => {
    if (socket !== task) return
    socket = null
    opened = false
    retryLater()
  }
  task.onClose(lost)
  task.onError(lost)
}

function retryLater(): void {
  if (!wanted) return
  clearTimeout(retryTimer)
  retryTimer = setTimeout(() => void connect(), waitBefore(tries))
  tries += 1
}

function poll(): void {
  clearTimeout(pollTimer)
  pollTimer = setTimeout(
    () => {
      void invalidate(...ALL)
      poll()
    },
    opened ? POLL_WITH_SOCKET_MS : POLL_WITHOUT_SOCKET_MS,
  )
}
