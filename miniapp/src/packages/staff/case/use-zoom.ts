// Zooming and moving a photo: two fingers, one finger, and in the browser wheel and mouse.
import type { CommonEvent } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { isWeapp } from '../../../platform/target.ts'

/** Screen pixels off the middle, and how many times its size. */
export interface Place {
  readonly scale: number
  readonly x: number
  readonly y: number
}

export const WHOLE: Place = { scale: 1, x: 0, y: 0 }
const MOST = 6

interface Point {
  readonly x: number
  readonly y: number
}

/** Keeps the scale within its limits; at its own size a photo stands in the middle. */
export function settled({ scale, x, y }: Place): Place {
  const fit = Math.min(MOST, Math.max(1, scale))
  return fit === 1 ? WHOLE : { scale: fit, x, y }
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

/** Where fingers are, on both platforms. */
const pointsOf = (event: CommonEvent): Point[] => {
  const { touches } = event as unknown as {
    touches?: ArrayLike<{ clientX: number; clientY: number }>
  }
  return Array.from(touches ?? [], ({ clientX, clientY }) => ({ x: clientX, y: clientY }))
}

export function useZoom() {
  const [place, setPlace] = useState(WHOLE)
  const frame = useRef<HTMLElement>(null)
  const last = useRef<Point[]>([])
  const change = (next: (now: Place) => Place) => setPlace((now) => settled(next(now)))
  const start = (event: CommonEvent) => {
    last.current = pointsOf(event)
  }
  const move = (event: CommonEvent) => {
    const points = pointsOf(event)
    const [a, b] = points
    const [c, d] = last.current
    last.current = points
    if (!a || !c) return
    if (b && d) {
      const factor = distance(a, b) / (distance(c, d) || 1)
      change((now) => ({ ...now, scale: now.scale * factor }))
    } else change((now) => ({ ...now, x: now.x + a.x - c.x, y: now.y + a.y - c.y }))
  }
  useMouse(frame, change)
  const touches = { onTouchStart: start, onTouchMove: move, onTouchEnd: start }
  return { place, set: setPlace, frame, touches }
}

/** Wheel and dragging, which only the browser has. */
function useMouse(
  frame: { readonly current: HTMLElement | null },
  change: (next: (now: Place) => Place) => void,
): void {
  const latest = useRef(change)
  latest.current = change
  useEffect(() => {
    const box = frame.current
    if (isWeapp || !box) return
    const wheel = (event: WheelEvent) => {
      event.preventDefault()
      const factor = Math.exp(-event.deltaY / 400)
      latest.current((now) => ({ ...now, scale: now.scale * factor }))
    }
    const drag = (event: MouseEvent) => {
      if (event.buttons !== 1) return
      const { movementX, movementY } = event
      latest.current((now) => ({ ...now, x: now.x + movementX, y: now.y + movementY }))
    }
    box.addEventListener('wheel', wheel, { passive: false })
    box.addEventListener('mousemove', drag)
    return () => {
      box.removeEventListener('wheel', wheel)
      box.removeEventListener('mousemove', drag)
    }
  }, [frame])
}
