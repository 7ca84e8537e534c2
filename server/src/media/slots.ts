// A semaphore: so many at a time, so many waiting, the rest turned away at once.

/** More are waiting already than may; the caller answers 503 and the client tries again. */
export class SlotsFull extends Error {
  override readonly name = 'SlotsFull'
}

export type Slots = { run: <T>(work: () => Promise<T>, signal?: AbortSignal) => Promise<T> }

/**
 * At most `size` works run together, first come first served; at most `queue` wait. `run` throws
 * `SlotsFull` beyond that, and the signal's reason when aborted while waiting (the work itself
 * watches the signal once it runs).
 */
export function createSlots(size: number, queue: number): Slots {
  const waiting: (() => void)[] = []
  let running = 0

  const enter = async (signal: AbortSignal | undefined) => {
    signal?.throwIfAborted()
    if (running < size) {
      running += 1
      return
    }
    if (waiting.length >= queue) throw new SlotsFull('Too many photos are being processed')
    // The slot is handed over by `leave`, so `running` already counts whoever is woken.
    await new Promise<void>((resolve, reject) => {
      const wake = () => {
        signal?.removeEventListener('abort', giveUp)
        resolve()
      }
      const giveUp = () => {
        waiting.splice(waiting.indexOf(wake), 1)
        reject(signal?.reason)
      }
      waiting.push(wake)
      signal?.addEventListener('abort', giveUp, { once: true })
    })
  }

  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }

  return {
    run: async (work, signal) => {
      await enter(signal)
      try {
        return await work()
      } finally {
        leave()
      }
    },
  }
}
