// Files on their way to the server: how many at once, what waits for the network, what is tried again.
import type { Media } from '@shouhou/shared/contract/uploads'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { describe, expect, it, vi } from 'vitest'

vi.mock('../../../miniapp/node_modules/@tarojs/taro', () => ({ default: {} }))
const { ApiError, NetworkError } = await import('../../../miniapp/src/api/errors.ts')
const { TOO_LARGE, UploadQueue } = await import('../../../miniapp/src/api/upload-queue.ts')
type Item = Parameters<ConstructorParameters<typeof UploadQueue>[2]>[0][number]

const file = (name: string, size = 1_000) => ({
  path: `/tmp/${name}`,
  kind: 'photo' as const,
  size,
  preview: null,
  file: undefined,
})
const files = (n: number) => Array.from({ length: n }, (_none, index) => file(`${index}`))

/** A queue in a world where every answer and every pause is given by hand. */
function world(compressed?: number) {
  const sent: {
    path: string
    key: string
    progress: (percent: number) => void
    arrive: () => void
    fail: (error: unknown) => void
    aborted: boolean
  }[] = []
  const pauses: (() => void)[] = []
  const state = { online: true, items: [] as readonly Item[], keys: 0 }
  const queue = new UploadQueue(
    {
      send(path, { idempotencyKey, onProgress }) {
        const call = { path, key: idempotencyKey, progress: onProgress ?? (() => {}) }
        const done = new Promise<Media>((resolve, reject) => {
          const arrive = () => resolve({ id: `media ${path}` } as Media)
          sent.push({ ...call, arrive, fail: reject, aborted: false })
        })
        const mine = sent.length - 1
        return {
          done,
          abort() {
            const upload = sent[mine]
            if (!upload) return
            upload.aborted = true
            upload.fail(new NetworkError('aborted'))
          },
        }
      },
      compress: async ({ path, size }) => ({ path: `${path} small`, size: compressed ?? size }),
      isOnline: () => state.online,
      newKey: () => `key ${++state.keys}`,
      later: (run) => pauses.push(run),
    },
    [],
    (items) => {
      state.items = items
    },
  )
  const settled = () => new Promise((resolve) => setImmediate(resolve))
  return { queue, sent, pauses, state, settled, states: () => state.items.map((i) => i.state) }
}

describe('files that are chosen', () => {
  it('are sent three at once, smaller than they were, the next when one has arrived', async () => {
    const { queue, sent, states, settled } = world()
    queue.add(files(5))
    await settled()
    expect(states()).toEqual(['sending', 'sending', 'sending', 'waiting', 'waiting'])
    expect(sent.map(({ path }) => path)).toEqual(['/tmp/0 small', '/tmp/1 small', '/tmp/2 small'])
    sent[1]?.arrive()
    await settled()
    expect(states()).toEqual(['sending', 'done', 'sending', 'sending', 'waiting'])
  })

  it('tell their progress, each its own', async () => {
    const { queue, sent, state, settled } = world()
    queue.add(files(2))
    await settled()
    sent[1]?.progress(40)
    expect(state.items.map(({ percent }) => percent)).toEqual([0, 40])
  })

  it('may be over the limit before they are made smaller, not after', async () => {
    const large = file('large', LIMITS.photoBytes * 2)
    const shrinks = world(1_000)
    shrinks.queue.add([large])
    await shrinks.settled()
    expect(shrinks.states()).toEqual(['sending'])
    const stays = world()
    stays.queue.add([large])
    await stays.settled()
    expect(stays.state.items[0]).toMatchObject({ state: 'failed', error: TOO_LARGE })
    stays.queue.retry('key 1')
    expect(stays.states()).toEqual(['failed'])
  })
})

describe('without a network', () => {
  it('files wait, and go on by themselves under the same key', async () => {
    const { queue, sent, state, states, settled } = world()
    queue.add(files(1))
    await settled()
    state.online = false
    sent[0]?.fail(new NetworkError('unreachable'))
    await settled()
    queue.add([file('later')])
    expect(states()).toEqual(['waiting', 'waiting'])
    state.online = true
    queue.resume()
    await settled()
    expect(states()).toEqual(['sending', 'sending'])
    expect(sent.map(({ key }) => key)).toEqual(['key 1', 'key 1', 'key 2'])
  })

  it('that is back, files go on that had given up', async () => {
    const { queue, sent, pauses, states, settled } = world()
    queue.add(files(1))
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await settled()
      sent[attempt]?.fail(new NetworkError('timeout'))
      await settled()
      pauses[attempt]?.()
    }
    expect(states()).toEqual(['failed'])
    queue.resume()
    await settled()
    expect(states()).toEqual(['sending'])
  })
})

describe('a file', () => {
  it('that the server refuses is not tried again by itself, but when the shopper asks', async () => {
    const { queue, sent, pauses, states, settled } = world()
    queue.add(files(1))
    await settled()
    sent[0]?.fail(new ApiError(413, { code: 'file-too-large' }))
    await settled()
    expect([states(), pauses.length]).toEqual([['failed'], 0])
    queue.retry('key 1')
    queue.retry('key 1')
    await settled()
    expect([states(), sent.length]).toEqual([['sending'], 2])
  })

  it('that is taken away stops being sent and leaves its place to the next', async () => {
    const { queue, sent, states, settled } = world()
    queue.add(files(4))
    await settled()
    queue.remove('key 2')
    await settled()
    expect(sent[1]?.aborted).toBe(true)
    expect(states()).toEqual(['sending', 'sending', 'sending'])
  })

  it('is not heard of any more once its form is gone', async () => {
    const { queue, sent, state, settled } = world()
    queue.add(files(1))
    await settled()
    const before = state.items
    queue.stop()
    await settled()
    expect([sent[0]?.aborted, state.items]).toEqual([true, before])
  })
})
