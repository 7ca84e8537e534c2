// What can be measured of a page's look in the browser: what axe finds, targets too small for a thumb,
// and what does not fit the width of the phone.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { BrowserContext, Page } from 'playwright-core'

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

export interface LookChoice {
  readonly theme: 'light' | 'dark'
  readonly largeType: boolean
}

/** What the web page finds kept on the phone when it starts: the choice of look, and somebody's session. */
export async function keepOnPhone(
  context: BrowserContext,
  look: LookChoice,
  session: object | null,
): Promise<void> {
  const kept = {
    'shouhou.look': { state: look, version: 1 },
    'shouhou.session': { state: { shop: 'qinghe', session }, version: 1 },
  }
  await context.addInitScript((values: Record<string, object>) => {
    for (const [key, value] of Object.entries(values)) {
      localStorage.setItem(key, JSON.stringify({ data: JSON.stringify(value) }))
    }
  }, kept)
}

/** Opens a page anew and waits until its content is there. */
export async function openAnew(page: Page, address: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`/#/${address}`, { waitUntil: 'networkidle' })
  await page.locator('.page__body').filter({ visible: true }).first().waitFor()
  if (!address.startsWith('styleguide')) {
    await page.locator('.skeleton').first().waitFor({ state: 'detached' })
  }
}

/** Breaches of WCAG 2.1 A and AA, one line for each. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const { violations } = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (...args: unknown[]) => Promise<AxeResults> }
    }
    return axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
      resultTypes: ['violations'],
    })
  })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message.slice(0, 120) ?? ''}`,
    ),
  )
}

/** What can be pressed and is smaller than a thumb hits reliably. */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate((least) => {
    const roles = ['button', 'checkbox', 'radio', 'tab', 'link', 'switch']
    const pressable = roles.map((role) => `[role="${role}"]`).join(', ')
    return [...document.querySelectorAll(pressable)].flatMap((element) => {
      const { width, height } = element.getBoundingClientRect()
      if (width === 0 || height === 0 || (width >= least && height >= least)) return []
      const size = `${width.toFixed(1)}×${height.toFixed(1)}`
      return [`small: ${size} ${element.className} ${element.textContent?.slice(0, 20)}`]
    })
    // Half a pixel may get lost in rounding.
  }, 43.5)

/** What sticks out at the right edge, unless it stands in something that is scrolled sideways. */
export const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const scrolled = (element: Element): boolean => {
      for (let at = element.parentElement; at; at = at.parentElement) {
        if (/auto|scroll|hidden/.test(getComputedStyle(at).overflowX) && at !== document.body) {
          return at.getBoundingClientRect().right <= width + 1
        }
      }
      return false
    }
    return [...document.querySelectorAll('.page *')].flatMap((element) => {
      const { right, width: own } = element.getBoundingClientRect()
      if (own === 0 || right <= width + 1 || scrolled(element)) return []
      return [`overflow: ${Math.round(right - width)}px ${element.className || element.tagName}`]
    })
  })
