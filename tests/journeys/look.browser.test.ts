// Every page as people with poor sight, large thumbs or small phones meet it: light, dark and large type.
// What is found is listed with its page, all at once.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, phone, SCREEN } from '../helpers/browser.ts'
import { type FilledApp, openFilled, type Viewer } from './helpers/filled.ts'
import {
  axeFindings,
  keepOnPhone,
  type LookChoice,
  openAnew,
  overflowing,
  smallTargets,
} from './helpers/looking.ts'

const PICTURES = join(import.meta.dirname, '../artifacts/look')
const LOOKS: Record<string, LookChoice> = {
  light: { theme: 'light', largeType: false },
  dark: { theme: 'dark', largeType: false },
  large: { theme: 'light', largeType: true },
}
const VIEWERS: readonly Viewer[] = ['stranger', 'shopper', 'owner']
/** The narrowest phones that are still sold. */
const NARROW = 360

let app: FilledApp
let browser: Browser
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
  app = await openFilled()
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await app?.close()
})

/** All findings on all pages of a viewer; leaves a picture of each page. */
async function lookAround(viewer: Viewer, name: string): Promise<string[]> {
  const look = LOOKS[name] as LookChoice
  const found: string[] = []
  const context = await phone(browser, app.origin)
  await keepOnPhone(context, look, await app.signIn(viewer))
  const page = await context.newPage()
  for (const [index, address] of (await app.pagesOf(viewer)).entries()) {
    await page.setViewportSize(SCREEN)
    await openAnew(page, address)
    const here = [...(await axeFindings(page)), ...(await smallTargets(page))]
    for (const width of [SCREEN.width, NARROW]) {
      await page.setViewportSize({ width, height: SCREEN.height })
      here.push(...(await overflowing(page)))
    }
    const tall = await page.evaluate(() =>
      Math.max(...[...document.querySelectorAll('.page')].map(({ scrollHeight }) => scrollHeight)),
    )
    await page.setViewportSize({ width: NARROW, height: Math.max(SCREEN.height, tall) })
    const file = `${viewer}-${name}-${String(index).padStart(2, '0')}-${address.split('/').at(-2)}.png`
    await page.screenshot({ path: join(PICTURES, file), animations: 'disabled' })
    found.push(...new Set(here.map((line) => `${address.split('?')[0]} ${line}`)))
  }
  await context.close()
  return found
}

describe.each(VIEWERS)('a %s', (viewer) => {
  it.each(Object.keys(LOOKS))(
    'can read and press everything, %s',
    async (name) => {
      expect(await lookAround(viewer, name)).toEqual([])
    },
    400_000,
  )
})
