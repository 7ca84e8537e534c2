// A person's phone with the web page: find things as people do, by what they can read, and keep a
// picture of every step in tests/artifacts/journeys. Waits for what should appear, never for time.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { SCREEN } from '../../helpers/browser.ts'

const PICTURES = join(import.meta.dirname, '../../artifacts/journeys')
/** How long something may take to appear on a busy machine. */
const PATIENCE_MS = 30_000

/** Numbered pictures of one journey, taken by all its phones. */
export class Album {
  private readonly folder: string
  private taken = 0

  constructor(journey: string) {
    this.folder = join(PICTURES, journey)
    rmSync(this.folder, { recursive: true, force: true })
    mkdirSync(this.folder, { recursive: true })
  }

  async add(page: Page, step: string): Promise<void> {
    this.taken += 1
    const name = `${String(this.taken).padStart(2, '0')}-${step}.png`
    const path = join(this.folder, name)
    const { width, height } = page.viewportSize() ?? SCREEN
    // The page scrolls inside the window, so only a tall window shows all of it. A panel stays as it is.
    const tall = await page.evaluate(() => {
      if (document.querySelector('.sheet')) return 0
      const pages = [...document.querySelectorAll('.page')]
      return Math.max(...pages.map((one) => one.scrollHeight))
    })
    await page.setViewportSize({ width, height: Math.max(height, tall) })
    await page.screenshot({ path, animations: 'disabled' })
    await page.setViewportSize({ width, height })
  }
}

export class Phone {
  readonly page: Page
  /** Errors of scripts, and answers of the server that say it failed; stays empty. */
  readonly troubles: string[] = []
  /** How many messages came over the live channel. */
  signals = 0
  private readonly album: Album
  private readonly who: string

  private constructor(page: Page, album: Album, who: string) {
    this.page = page
    this.album = album
    this.who = who
    page.setDefaultTimeout(PATIENCE_MS)
    page.on('websocket', (socket) => socket.on('framereceived', () => (this.signals += 1)))
    page.on('pageerror', (error) => this.troubles.push(`${who}: ${error.stack ?? error}`))
    page.on('console', (line) => {
      // Answers that are no success are the business of the journey, or of the line below.
      const told = line.type() === 'error' && !line.text().startsWith('Failed to load resource')
      if (told) this.troubles.push(`${who}: ${line.text()}`)
    })
    page.on('response', (response) => {
      if (response.status() >= 500)
        this.troubles.push(`${who}: ${response.status()} ${response.url()}`)
    })
  }

  /** Takes a new tab; `who` names the person in pictures and errors. */
  static async of(context: BrowserContext, album: Album, who: string): Promise<Phone> {
    return new Phone(await context.newPage(), album, who)
  }

  /** What is on screen with exactly these words; the topmost where there are several. */
  words(text: string): Locator {
    return this.page.getByText(text, { exact: true }).filter({ visible: true }).last()
  }

  /** Waits until some text on screen contains these words. */
  async see(text: string): Promise<void> {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor()
  }

  /** Waits until nothing on screen contains these words. */
  async lose(text: string): Promise<void> {
    const left = this.page.getByText(text).filter({ visible: true })
    await left.first().waitFor({ state: 'detached' })
  }

  /** Whether these words are on screen now. */
  async shows(text: string): Promise<boolean> {
    return (await this.page.getByText(text).filter({ visible: true }).count()) > 0
  }

  async tap(text: string): Promise<void> {
    await this.words(text).tap()
  }

  /** Chooses one of several words, unless it is chosen already. */
  async choose(text: string): Promise<void> {
    const chips = this.page.locator('.chip').filter({ visible: true })
    const chip = chips.filter({ hasText: new RegExp(`^(✓ )?${text}$`) })
    if ((await chip.textContent())?.startsWith('✓')) return
    await chip.tap()
    await chips.filter({ hasText: `✓ ${text}` }).waitFor()
  }

  /** Taps words in the panel that came up from the bottom edge. */
  async tapInSheet(text: string): Promise<void> {
    const sheet = this.page.locator('.sheet').filter({ visible: true }).last()
    await sheet.getByText(text, { exact: true }).last().tap()
  }

  /** Taps something without words by the name that it has for people who cannot see it. */
  async tapNamed(name: string): Promise<void> {
    await this.named(name).tap()
  }

  named(name: string): Locator {
    return this.page.locator(`[aria-label="${name}"]`).filter({ visible: true }).last()
  }

  /** Types into the field with this label. */
  async type(label: string, value: string): Promise<void> {
    await this.field(label).fill(value)
  }

  async valueOf(label: string): Promise<string> {
    return this.field(label).inputValue()
  }

  /** Gives a file to the chooser that this action opens. */
  async give(file: string, open: () => Promise<void>): Promise<void> {
    const asked = this.page.waitForEvent('filechooser')
    await open()
    const chooser = await asked
    await chooser.setFiles(file)
  }

  async picture(step: string): Promise<void> {
    await this.album.add(this.page, `${this.who}-${step}`)
  }

  private field(label: string): Locator {
    const field = this.page.locator('.field', { has: this.page.getByText(label, { exact: true }) })
    return field.filter({ visible: true }).last().locator('input, textarea').first()
  }
}
