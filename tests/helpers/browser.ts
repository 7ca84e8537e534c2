// The system's Chromium as a shopper's phone, for tests in `*.browser.test.ts`.
import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { findChromium } from '../../scripts/find-chromium.ts'

/** Starts Chromium; close it in afterAll. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium found: set CHROMIUM_PATH')
  // Its sandbox refuses to run as root, as CI machines do; it only ever opens our own pages here.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath, args })
}

/** CSS pixels of the phone. */
export const SCREEN = { width: 375, height: 812 }

/** A visitor of their own, with an empty storage, on a phone. */
export function phone(browser: Browser, baseURL: string): Promise<BrowserContext> {
  return browser.newContext({
    baseURL,
    viewport: SCREEN,
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
}

/** CSS pixels of a desk's window. */
const WINDOW = { width: 1280, height: 800 }

/** A visitor of their own at a desk: a wide window, with a touch screen besides the keyboard. */
export function desktop(browser: Browser, baseURL: string): Promise<BrowserContext> {
  return browser.newContext({
    baseURL,
    viewport: WINDOW,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
}
