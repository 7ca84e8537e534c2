// AbortController for WeChat, which has none; without it react-query stays pending for ever and says nothing.
// Only what query libraries and our request wrapper use.

type Listener = (event: { type: 'abort' }) => void

class ShimSignal {
  aborted = false
  reason: unknown = undefined
  onabort: Listener | null = null
  private listeners: Listener[] = []

  addEventListener(_type: 'abort', listener: Listener): void {
    if (!this.listeners.includes(listener)) this.listeners.push(listener)
  }

  removeEventListener(_type: 'abort', listener: Listener): void {
    this.listeners = this.listeners.filter((known) => known !== listener)
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason
  }

  /** Runs every listener once; later aborts are ignored, as in browsers. */
  fire(reason: unknown): void {
    if (this.aborted) return
    this.aborted = true
    this.reason = reason ?? Object.assign(new Error('aborted'), { name: 'AbortError' })
    this.onabort?.({ type: 'abort' })
    for (const listener of this.listeners) listener({ type: 'abort' })
    this.listeners = []
  }
}

export class AbortController {
  readonly signal = new ShimSignal()

  abort(reason?: unknown): void {
    this.signal.fire(reason)
  }
}
