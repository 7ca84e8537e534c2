// Runs long work a few milliseconds at a time, so that other requests get their turn in between.
import { setImmediate } from 'node:timers/promises'
import type { Steps } from '@shouhou/shared/domain/steps'

const SLICE_MS = 8

/** The result of the steps; the event loop is never held longer than a slice and one step. */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const until = performance.now() + SLICE_MS
    do {
      const step = steps.next()
      if (step.done) return step.value
    } while (performance.now() < until)
    await setImmediate()
  }
}
