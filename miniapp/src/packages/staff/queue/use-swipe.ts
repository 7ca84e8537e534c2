// A row that slides to the left under a finger and shows what can be done; taps and scrolling stay theirs.
import type { CommonEvent } from '@tarojs/components'
import { useRef, useState } from 'react'

/** Screen pixels: less is a tap or a slip. */
const ENOUGH = 40

interface Point {
  readonly x: number
  readonly y: number
}

const pointOf = (event: CommonEvent): Point | null => {
  const { changedTouches } = event as unknown as {
    changedTouches?: ArrayLike<{ clientX: number; clientY: number }>
  }
  const touch = changedTouches?.[0]
  return touch ? { x: touch.clientX, y: touch.clientY } : null
}

export function useSwipe(enabled: boolean) {
  const [open, setOpen] = useState(false)
  const from = useRef<Point | null>(null)
  const start = (event: CommonEvent) => {
    from.current = pointOf(event)
  }
  const end = (event: CommonEvent) => {
    const to = pointOf(event)
    if (!from.current || !to || !enabled) return
    const across = to.x - from.current.x
    const down = Math.abs(to.y - from.current.y)
    if (Math.abs(across) > ENOUGH && Math.abs(across) > 2 * down) setOpen(across < 0)
  }
  return {
    open: open && enabled,
    close: () => setOpen(false),
    touches: { onTouchStart: start, onTouchEnd: end },
  }
}
