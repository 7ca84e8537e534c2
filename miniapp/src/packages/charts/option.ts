// What a chart over days looks like, as echarts wants to be told. Pure.
import type { Colour, Palette } from './palette.ts'

/** One kind of number, a value for each day; null where there is none. */
export interface Series {
  readonly kind: 'bar' | 'line'
  readonly colour: Colour
  /** Bars of the same stack stand on each other. */
  readonly stack?: string
  readonly values: readonly (number | null)[]
}

export interface Drawing {
  /** Below the bars, one for each day. */
  readonly labels: readonly string[]
  readonly series: readonly Series[]
  readonly selected: number
  /** Of the axis at the left. */
  readonly show: (value: number) => string
  /** Ends of the axis, where they are not those of the values. */
  readonly from?: number
  readonly to?: number
}

export interface Style {
  readonly palette: Palette
  /** 1, or 1.5 in large type. */
  readonly scale: number
  readonly animated: boolean
}

const FONT = 11
const NOT_CHOSEN = 0.45

export function optionOf(drawing: Drawing, { palette, scale, animated }: Style) {
  const text = { color: palette['ink-faint'], fontSize: FONT * scale }
  const line = { lineStyle: { color: palette.line } }
  return {
    animation: animated,
    animationDuration: 240,
    grid: { left: 4, right: 8, top: 12, bottom: 0, containLabel: true },
    xAxis: {
      type: 'category' as const,
      data: [...drawing.labels],
      axisLabel: { ...text, hideOverlap: true },
      axisLine: line,
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value' as const,
      min: drawing.from ?? 0,
      ...(drawing.to === undefined ? {} : { max: drawing.to }),
      minInterval: 1,
      splitNumber: 3,
      axisLabel: { ...text, formatter: drawing.show },
      splitLine: line,
    },
    series: drawing.series.map((one) => seriesOf(one, drawing, palette)),
  }
}

function seriesOf(
  { kind, colour, stack, values }: Series,
  { selected }: Drawing,
  palette: Palette,
) {
  const color = palette[colour]
  const opacity = (at: number) => (at === selected ? 1 : NOT_CHOSEN)
  const data = values.map((value, at) => ({
    value: value ?? '-',
    itemStyle: { color, opacity: kind === 'bar' ? opacity(at) : 1 },
  }))
  if (kind === 'bar')
    return { type: 'bar' as const, ...(stack ? { stack } : {}), barMaxWidth: 22, data }
  return {
    type: 'line' as const,
    connectNulls: true,
    symbol: 'circle',
    symbolSize: (_value: unknown, { dataIndex }: { dataIndex: number }) =>
      dataIndex === selected ? 11 : 6,
    lineStyle: { color, width: 2 },
    data,
  }
}
