// Where a chart is drawn: echarts makes its own canvas in a web page; in WeChat it gets the page's.
import Taro from '@tarojs/taro'
import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { isWeapp } from '../../platform/target.ts'

echarts.use([BarChart, LineChart, GridComponent, CanvasRenderer])

export type Chart = echarts.ECharts

interface CanvasNode {
  width: number
  height: number
  style?: object
  addEventListener?: () => void
  removeEventListener?: () => void
}
interface Found {
  readonly node: CanvasNode
  readonly width: number
  readonly height: number
}

/** Opens a chart in the element with this id; undefined when the page has gone meanwhile. */
export function openChart(id: string): Promise<Chart | undefined> {
  return isWeapp ? openInWeapp(id) : Promise.resolve(openInPage(id))
}

function openInPage(id: string): Chart | undefined {
  const element = document.getElementById(id)
  return element ? echarts.init(element) : undefined
}

function openInWeapp(id: string): Promise<Chart | undefined> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true })
      .exec(([found]: (Found | null)[]) => resolve(found?.node ? chartOn(found) : undefined))
  })
}

function chartOn({ node, width, height }: Found): Chart {
  // What echarts expects of an element of a web page; touches are handed on by the page.
  node.addEventListener ??= () => {}
  node.removeEventListener ??= () => {}
  node.style ??= {}
  echarts.setPlatformAPI({ createCanvas: () => node as unknown as HTMLCanvasElement })
  return echarts.init(node as unknown as HTMLCanvasElement, undefined, {
    width,
    height,
    devicePixelRatio: Taro.getWindowInfo().pixelRatio,
    renderer: 'canvas',
  })
}

/** Which day a point of the chart belongs to: the whole column, not only its bar. Null beside the columns. */
export function dayAt(chart: Chart, x: number, y: number): number | null {
  if (!chart.containPixel('grid', [x, y])) return null
  const found = chart.convertFromPixel({ seriesIndex: 0 }, [x, y])
  const at = Math.round(Number(Array.isArray(found) ? found[0] : found))
  return Number.isNaN(at) ? null : at
}
