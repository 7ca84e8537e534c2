// Where the journeys in a browser take place: the real server with the built web page, a shop whose
// people decide everything by hand, and phones for whoever takes part.
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StaffRole } from '@shouhou/shared/domain/roles'
import type { Browser, BrowserContext } from 'playwright-core'
import { onTestFailed } from 'vitest'
import { BY_HAND, readyShop } from '../../features/aftersales/scenario.ts'
import { type TestApp, testApp } from '../../helpers/app.ts'
import { desktop, launchBrowser, phone } from '../../helpers/browser.ts'
import type { TestShop } from '../../helpers/client.ts'
import { checkInvariants } from '../../helpers/invariants.ts'
import { plainJpeg } from '../../media/photo-samples.ts'
import { spoilNetwork } from './bad-network.ts'
import { Album, Phone } from './phone.ts'

export const WEB_DIR = process.env.WEB_DIR ?? join(import.meta.dirname, '../../../miniapp/dist/h5')

export interface Stage {
  readonly t: TestApp
  readonly shop: TestShop
  /** A photo on disk, for the file chooser. */
  readonly photo: string
  /** Names the pictures that follow. The journey's phones have this network. */
  begin(journey: string, network?: Network): void
  /** A new phone with nobody signed in, open at the shop's link. */
  phone(who: string): Promise<Phone>
  /** The same on a wide window. */
  desk(who: string): Promise<Phone>
  /** The account of a new member of staff. */
  hire(role: StaffRole): Promise<string>
  /** Ends a journey: no script failed, and the stored data is sound. Closes its phones. */
  end(): Promise<void>
  close(): Promise<void>
}

/** `NETWORK=bad` gives every journey a bad one. */
export type Network = 'good' | 'bad'
const USUAL = process.env.NETWORK === 'bad' ? 'bad' : 'good'

/** `env` adds settings of the server. */
export async function openStage(env: Record<string, string> = {}): Promise<Stage> {
  if (!existsSync(join(WEB_DIR, 'index.html'))) {
    throw new Error('No built web page: run `node scripts/build.ts h5` first')
  }
  const t = await testApp({ WEB_DIR, ...env })
  // Pages learn the time from the Date header, which is the machine's.
  t.clock.set(new Date())
  const shop = await readyShop(t, BY_HAND)
  const origin = await t.app.listen({ host: '127.0.0.1', port: 0 })
  const folder = await mkdtemp(join(tmpdir(), 'shouhou-journey-'))
  const photo = join(folder, 'cup.jpg')
  await writeFile(photo, await plainJpeg())
  const browser: Browser = await launchBrowser()
  let album: Album | undefined
  let phones: Phone[] = []
  let bad = false
  const leave = async () => {
    for (const { page } of phones) await page.context().close()
    phones = []
  }
  const enter = async (context: BrowserContext, who: string) => {
    if (!album) throw new Error('begin() first')
    if (bad) await spoilNetwork(context)
    const one = await Phone.of(context, album, who)
    phones.push(one)
    onTestFailed(() => one.picture('FAILED'))
    await one.page.goto(`/?shop=${shop.slug}`)
    return one
  }
  return {
    t,
    shop,
    photo,
    begin(journey, network = USUAL) {
      album = new Album(journey)
      bad = network === 'bad'
      t.clock.set(new Date())
    },
    phone: async (who) => enter(await phone(browser, origin), who),
    desk: async (who) => enter(await desktop(browser, origin), who),
    hire: async (role) => (await shop.newStaff(role)).login,
    async end() {
      const troubles = phones.flatMap((one) => one.troubles)
      await leave()
      if (troubles.length > 0) throw new Error(troubles.join('\n'))
      await t.drain()
      await checkInvariants(t)
    },
    async close() {
      await leave()
      await browser.close()
      await t.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
