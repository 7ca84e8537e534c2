// What a page tells about itself while somebody uses it. The functions run inside the browser.

export interface Observed {
  /** Milliseconds from the tap on the link until something of use stands there. */
  readonly usefulMs: number | null
  /** Sum of the shifts of what stood already. */
  readonly shift: number
  /** Milliseconds from each tap until the screen had answered. */
  readonly delays: readonly number[]
  readonly longTasks: number
  /** Bytes of scripts as they came over the network, or would have. */
  readonly scriptBytes: number
}

interface Memory {
  usefulMs: number | null
  shift: number
  delays: Record<number, number>
  longTasks: number
}

/** To run before anything else of the page. */
export function watch(): void {
  const seen: Memory = { usefulMs: null, shift: 0, delays: {}, longTasks: 0 }
  Object.assign(window, { seen })
  const observe = (type: string, take: (entry: PerformanceEntry) => void, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
      ...more,
    })
  observe('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & {
      value: number
      hadRecentInput: boolean
    }
    if (!hadRecentInput) seen.shift += value
  })
  observe('longtask', () => {
    seen.longTasks += 1
  })
  observe(
    'event',
    (entry) => {
      const { interactionId } = entry as PerformanceEntry & { interactionId: number }
      if (interactionId > 0)
        seen.delays[interactionId] = Math.max(seen.delays[interactionId] ?? 0, entry.duration)
    },
    { durationThreshold: 16 },
  )
  new MutationObserver(() => {
    const waits = document.querySelector('[class*="skeleton"]') !== null
    if (seen.usefulMs !== null || waits || !document.querySelector('.card')) return
    requestAnimationFrame(() => {
      seen.usefulMs ??= performance.now()
    })
  }).observe(document, { childList: true, subtree: true })
}

/** Reads what {@link watch} saw so far. */
export function report(): Observed {
  const { seen } = window as unknown as { seen: Memory }
  const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  const scripts = files.filter(({ name }) => new URL(name).pathname.endsWith('.js'))
  return {
    usefulMs: seen.usefulMs,
    shift: seen.shift,
    delays: Object.values(seen.delays),
    longTasks: seen.longTasks,
    scriptBytes: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  }
}
