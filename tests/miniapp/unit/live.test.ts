// The live channel of the mini-program: signals make answers old, a lost socket comes back, and polling
// goes on meanwhile. Taro and the client are replaced; time is moved by hand.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

type Listener = (event: { data?: string }) => void
interface Socket {
  readonly url: string
  closed: boolean
  tell(type: string, event?: { data?: string }): void
}

const world = vi.hoisted(() => ({
  sockets: [] as unknown[],
  invalidated: [] as string[][],
  ticket: async (): Promise<unknown> => ({ ticket: 'a/b', expiresAt: '' }),
}))
const sockets = world.sockets as Socket[]

vi.mock('../../../miniapp/node_modules/@tarojs/taro', () => ({
  default: {
    connectSocket: async ({ url }: { url: string }) => {
      const heard: Record<string, Listener> = {}
      const on = (type: string) => (listener: Listener) => {
        heard[type] = listener
      }
      const socket = {
        url,
        closed: false,
        tell: (type: string, event = {}) => heard[type]?.(event),
      }
      world.sockets.push(socket)
      return {
        onOpen: on('open'),
        onMessage: on('message'),
        onClose: on('close'),
        onError: on('error'),
        close: () => {
          socket.closed = true
        },
      }
    },
  },
}))
vi.mock('../../../miniapp/src/api/client.ts', () => ({ api: () => world.ticket() }))
vi.mock('../../../miniapp/src/api/query.ts', () => ({
  invalidate: (...nouns: string[]) => void world.invalidated.push(nouns),
}))
vi.stubGlobal('API_BASE', '')
vi.stubGlobal('window', { location: { origin: 'https://shop.example' } })

const { nounsOf, startLive, stopLive, waitBefore } = await import(
  '../../../miniapp/src/api/live.ts'
)
const signal = (kind: string) => ({ data: JSON.stringify({ kind, id: 'x', version: 2 }) })
const last = () => sockets[sockets.length - 1] as Socket

beforeEach(() => {
  vi.useFakeTimers()
  sockets.length = 0
  world.invalidated.length = 0
  world.ticket = async () => ({ ticket: 'a/b', expiresAt: '' })
})
afterEach(() => {
  stopLive()
  vi.useRealTimers()
})

describe('the live channel', () => {
  it('opens with a ticket at the origin of the page', async () => {
    startLive()
    await vi.advanceTimersByTimeAsync(0)
    expect(last().url).toBe('wss://shop.example/v1/live?ticket=a%2Fb')
  })

  it('makes old what a signal names, and nothing for what it does not know', async () => {
    startLive()
    await vi.advanceTimersByTimeAsync(0)
    last().tell('open')
    last().tell('message', signal('aftersale'))
    expect(world.invalidated).toEqual([['aftersales', 'orders', 'refunds', 'today']])
    for (const data of ['', 'hello', 'null', '{"kind":"constructor"}', '[]']) {
      expect(nounsOf(data)).toEqual([])
    }
  })

  it('comes back after a loss, a little later each time, and then reads everything again', async () => {
    startLive()
    await vi.advanceTimersByTimeAsync(0)
    last().tell('open')
    last().tell('close')
    expect(sockets).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1_500)
    expect(sockets).toHaveLength(2)
    last().tell('error')
    await vi.advanceTimersByTimeAsync(1_500)
    expect(sockets).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(1_500)
    expect(sockets).toHaveLength(3)
    world.invalidated.length = 0
    last().tell('open')
    expect(world.invalidated[0]).toContain('conversations')
  })

  it('polls four times a minute while there is no socket, seldom while there is one', async () => {
    world.ticket = () => Promise.reject(new Error('no network'))
    startLive()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(world.invalidated).toHaveLength(4)
    stopLive()

    world.ticket = async () => ({ ticket: 't', expiresAt: '' })
    startLive()
    await vi.advanceTimersByTimeAsync(0)
    last().tell('open')
    world.invalidated.length = 0
    await vi.advanceTimersByTimeAsync(119_000)
    expect(world.invalidated.length).toBeLessThanOrEqual(1)
  })

  it('is silent after it was stopped: no socket, no poll, no retry', async () => {
    startLive()
    await vi.advanceTimersByTimeAsync(0)
    last().tell('open')
    stopLive()
    expect(last().closed).toBe(true)
    last().tell('close')
    await vi.advanceTimersByTimeAsync(300_000)
    expect(sockets).toHaveLength(1)
    expect(world.invalidated).toEqual([])
  })

  it('waits at most three quarters of a minute between tries', () => {
    expect(waitBefore(0, () => 0)).toBe(1_000)
    expect(waitBefore(3, () => 0)).toBe(8_000)
    expect(waitBefore(50, () => 1)).toBe(45_000)
  })
})
