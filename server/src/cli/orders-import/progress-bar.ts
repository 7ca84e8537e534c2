// How far a long command is: a bar that redraws itself on a terminal, single lines elsewhere.
import type { Writable } from 'node:stream'

export interface ProgressBar {
  /** `done` of the total, and what there is to say about it. */
  show(done: number, words: string): void
  end(): void
}

const CELLS = 24

/** Elsewhere than on a terminal it speaks at every tenth of the way. */
export function progressBar(
  out: Writable & { readonly isTTY?: boolean },
  total: number,
): ProgressBar {
  const live = out.isTTY === true
  let tenth = -1
  return {
    show(done, words) {
      const part = total === 0 ? 1 : Math.min(done / total, 1)
      const filled = Math.round(part * CELLS)
      const bar = `[${'#'.repeat(filled)}${'-'.repeat(CELLS - filled)}]`
      const line = `${bar} ${String(Math.floor(part * 100)).padStart(3)}% ${words}`
      if (live) out.write(`\r\u001B[K${line}`)
      else if (Math.floor(part * 10) > tenth) out.write(`${line}\n`)
      tenth = Math.floor(part * 10)
    },
    end() {
      if (live) out.write('\n')
    },
  }
}
