// `npm run bench:page`: the web page on a slow phone (a fourth of this processor) and a slow mobile
// network (150 ms, 1.6 Mbit/s), opened for the first and for the second time, then used.
import { chromium, type Page } from 'playwright-core'
import { findChromium } from '../../scripts/find-chromium.ts'
import { type DemoServer, startDemo } from './demo-server.ts'
import { type Observed, report, watch } from './observe.ts'

const SHOPPER = '13800000001'
const VISITS = 5
const TAPS = ['售后', '客服', '我的', '首页']

const server = await startDemo()
const executablePath = findChromium()
if (!executablePath) throw new Error('No Chromium found: set CHROMIUM_PATH')
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
try {
  const session = await signIn(server)
  const first: Observed[] = []
  const second: Observed[] = []
  for (let visit = 0; visit < VISITS; visit++) {
    const { cold, warm } = await visitTwice(session)
    first.push(cold)
    second.push(warm)
  }
  const row = (name: string, visits: readonly Observed[]) =>
    console.log(
      [
        name.padEnd(14),
        `useful ${middle(visits.map((v) => v.usefulMs ?? Number.NaN)).toFixed(0)} ms`,
        `shift ${Math.max(...visits.map((v) => v.shift)).toFixed(3)}`,
        `tap to screen p95 ${high(visits.flatMap((v) => v.delays)).toFixed(0)} ms`,
        `long tasks ${middle(visits.map((v) => v.longTasks))}`,
        `scripts ${Math.round((visits[0]?.scriptBytes ?? 0) / 1024)} KiB`,
      ].join('   '),
    )
  row('first visit', first)
  row('second visit', second)
} finally {
  await browser.close()
  await server.stop()
}

/** Signs in over HTTP, as the page stores it. */
async function signIn({ origin, nextCode }: DemoServer): Promise<string> {
  const post = async (path: string, body: object) => {
    const response = await fetch(`${origin}/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
  const shop = 'qinghe'
  const code = nextCode()
  await post('/auth/phone-codes', { shop, phone: SHOPPER })
  const session = await post('/auth/phone', { shop, phone: SHOPPER, code: await code })
  return JSON.stringify({ state: { shop, session }, version: 1 })
}

async function visitTwice(session: string): Promise<{ cold: Observed; warm: Observed }> {
  const context = await browser.newContext({
    baseURL: server.origin,
    viewport: { width: 375, height: 812 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  await context.addInitScript(watch)
  await context.addInitScript((stored) => {
    localStorage.setItem('shouhou.session', JSON.stringify({ data: stored }))
  }, session)
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (1_638_400 / 8) * 0.9,
    uploadThroughput: (675_000 / 8) * 0.9,
  })
  const cold = await visit(page)
  const warm = await visit(page)
  await context.close()
  return { cold, warm }
}

async function visit(page: Page): Promise<Observed> {
  await page.goto('/?shop=qinghe')
  await page.waitForFunction(() => (window as { seen?: { usefulMs: number } }).seen?.usefulMs)
  for (const name of TAPS) {
    await page.getByText(name, { exact: true }).filter({ visible: true }).last().tap()
    await page.waitForTimeout(1_000)
  }
  const seen = await page.evaluate(report)
  await page.goto('about:blank')
  return seen
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function high(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? Number.NaN
}
