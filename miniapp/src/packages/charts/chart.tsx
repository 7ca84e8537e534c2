// A chart over days on a canvas. Tapping a column chooses its day. For those who do not see it, it is one
// picture with a sentence; the numbers stand in the table beside it.
import { Canvas, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useIsDark, useLook } from '../../platform/look.ts'
import { isWeapp } from '../../platform/target.ts'
import { type Chart as Drawn, dayAt, openChart } from './canvas.ts'
import './chart.scss'
import { type Drawing, optionOf } from './option.ts'
import { PALETTES } from './palette.ts'

interface ChartProps {
  /** Of the element; one on a page. */
  readonly id: string
  /** Says in a sentence what the picture shows. */
  readonly label: string
  readonly drawing: Drawing
  readonly onChoose: (day: number) => void
}

export function Chart({ id, label, drawing, onChoose }: ChartProps): ReactNode {
  const chart = useChart(id)
  const palette = PALETTES[useIsDark() ? 'dark' : 'light']
  const scale = useLook(({ largeType }) => largeType) ? 1.5 : 1
  const choose = useRef(onChoose)
  choose.current = onChoose
  useEffect(() => {
    // Still pictures where they move nothing: in WeChat each frame is drawn by the slow side.
    chart?.setOption(optionOf(drawing, { palette, scale, animated: !isWeapp }))
  }, [chart, drawing, palette, scale])
  useEffect(() => {
    chart?.getZr().on('click', ({ offsetX, offsetY }) => {
      const day = dayAt(chart, offsetX, offsetY)
      if (day !== null) choose.current(day)
    })
  }, [chart])
  if (!isWeapp) return <View id={id} className="chart" ariaRole="img" ariaLabel={label} />
  const tap = (x: number, y: number) => {
    const day = chart && dayAt(chart, x, y)
    if (day !== null && day !== undefined) onChoose(day)
  }
  return (
    <View ariaRole="img" ariaLabel={label}>
      <Canvas id={id} canvasId={id} type="2d" className="chart" {...tapsFor(tap)} />
    </View>
  )
}

/** The chart once its element is there; closed with the page, as wide as its place. */
function useChart(id: string): Drawn | undefined {
  const [chart, setChart] = useState<Drawn>()
  useEffect(() => {
    let gone = false
    let opened: Drawn | undefined
    const resize = () => opened?.resize()
    Taro.nextTick(() => {
      void openChart(id).then((made) => {
        if (gone) return made?.dispose()
        opened = made
        setChart(made)
      })
    })
    if (!isWeapp) window.addEventListener('resize', resize)
    return () => {
      gone = true
      opened?.dispose()
      if (!isWeapp) window.removeEventListener('resize', resize)
    }
  }, [id])
  return chart
}

const STILL = 8

interface CanvasTouch {
  readonly changedTouches: readonly { readonly x: number; readonly y: number }[]
}

/** A touch that ends where it began is a tap; one that moves scrolls the page. */
function tapsFor(onTap: (x: number, y: number) => void) {
  const pointOf = (event: unknown) => (event as CanvasTouch).changedTouches[0]
  return {
    onTouchStart: (event: unknown) => {
      began = pointOf(event)
    },
    onTouchEnd: (event: unknown) => {
      const ended = pointOf(event)
      if (!began || !ended) return
      if (Math.abs(ended.x - began.x) + Math.abs(ended.y - began.y) > STILL) return
      onTap(ended.x, ended.y)
    },
  }
}
/** There is one finger that matters. */
let began: CanvasTouch['changedTouches'][number] | undefined
