// The real server with the demo data of both shops, and the web page that has the styleguide on top:
// something to see on every page.
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Session } from '@shouhou/shared/contract/auth'
import { TEST_KEYS, type TestApp, testApp } from '../../helpers/app.ts'
import { callerWith } from '../../helpers/client.ts'
import { fakeWechat } from '../../helpers/fake-wechat.ts'
import { appConfig } from '../../miniapp/weapp/app-config.ts'

const root = join(import.meta.dirname, '../../..')
const WEB_DIR = join(root, 'miniapp/dist/styleguide')
const SHOP = 'qinghe'

/** Who looks at the pages. */
export type Viewer = 'stranger' | 'shopper' | 'owner'

export interface FilledApp {
  readonly origin: string
  /** Null for a stranger. */
  signIn(viewer: Viewer): Promise<Session | null>
  /** Addresses of all pages of this person, with parameters that show something. */
  pagesOf(viewer: Viewer): Promise<readonly string[]>
  close(): Promise<void>
}

export async function openFilled(): Promise<FilledApp> {
  if (!existsSync(join(WEB_DIR, 'index.html'))) {
    throw new Error('No built styleguide: run `node scripts/build.ts styleguide` first')
  }
  const wechat = await fakeWechat()
  const t = await testApp({ WEB_DIR, ...wechat.env })
  // Pages learn the time from the Date header, which is the machine's.
  t.clock.set(new Date())
  const origin = await t.app.listen({ host: '127.0.0.1', port: 0 })
  await fill({ DATABASE_URL: t.databaseUrl, BASE_URL: origin, ...TEST_KEYS, ...wechat.env })
  await t.drain()
  return {
    origin,
    signIn: (viewer) => signIn(t, viewer),
    async pagesOf(viewer) {
      const session = await signIn(t, viewer)
      if (!session) return ['pages/home/index', 'pages/sign-in/index', 'styleguide/index']
      return viewer === 'shopper' ? shopperPages(t, session) : ownerPages(t, session)
    },
    async close() {
      await t.close()
      await wechat.stop()
    },
  }
}

/** Runs the seed as the launcher does. */
async function fill(settings: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, ['server/src/seeds/demo.ts'], {
    cwd: root,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let words = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (words += text))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`The demo data could not be written:\n${words}`)
}

async function signIn(t: TestApp, viewer: Viewer): Promise<Session | null> {
  const anybody = callerWith(t, '')
  if (viewer === 'stranger') return null
  if (viewer === 'shopper') {
    return anybody.ok('POST /auth/wechat', {
      body: { shop: SHOP, code: `demo-shopper-1.${randomUUID()}` },
    })
  }
  const body = { shop: SHOP, login: `owner@${SHOP}`, password: 'shouhou-demo' }
  return anybody.ok('POST /auth/staff', { body })
}

/** `packages/staff` is the desk; everything else is for shoppers. */
const paths = (ofStaff: boolean): string[] => {
  const { pages, subPackages } = appConfig()
  const more = subPackages.flatMap(({ root: folder, pages: own }) =>
    own.map((page) => `${folder}/${page}`),
  )
  return [...pages, ...more].filter((path) => path.startsWith('packages/staff') === ofStaff)
}

/** One address for each value; a page without values is opened as it is. */
const addresses = (all: readonly string[], values: Readonly<Record<string, readonly string[]>>) =>
  all.flatMap((path) => (values[path] ?? ['']).map((query) => (query ? `${path}?${query}` : path)))

async function shopperPages(t: TestApp, session: Session): Promise<string[]> {
  const shopper = callerWith(t, session.accessToken)
  const cases = await shopper.ok('GET /aftersales', { query: { limit: 20 } })
  const orders = await shopper.ok('GET /orders', { query: { limit: 2 } })
  const ended = cases.items.find(({ status }) => status === 'COMPLETED')
  return addresses(paths(false), {
    'packages/aftersales/detail/index': onePerStatus(cases.items),
    'packages/aftersales/rate/index': ended ? [`id=${ended.id}`] : [],
    'packages/aftersales/apply/index': orders.items.map(({ orderNo }) => `orderNo=${orderNo}`),
    'packages/orders/detail/index': orders.items.map(({ orderNo }) => `orderNo=${orderNo}`),
  })
}

async function ownerPages(t: TestApp, session: Session): Promise<string[]> {
  const owner = callerWith(t, session.accessToken)
  const cases = await owner.ok('GET /aftersales', { query: { limit: 50 } })
  const refunds = await owner.ok('GET /refunds', { query: { limit: 2 } })
  const talks = await owner.ok('GET /conversations', { query: { limit: 2 } })
  const entries = await owner.ok('GET /faq/entries', { query: { limit: 1 } })
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => `id=${id}`)
  return addresses(paths(true), {
    'packages/staff/case/index': onePerStatus(cases.items),
    'packages/staff/refund/index': ids(refunds.items),
    'packages/staff/talk/index': ids(talks.items),
    'packages/staff/faq-entry/index': ['', ...ids(entries.items)],
  })
}

/** Cases that look different from each other; a few will do. */
function onePerStatus(items: readonly { readonly id: string; readonly status: string }[]) {
  const first = new Map(items.map(({ id, status }) => [status, `id=${id}`]))
  return [...first.values()].slice(0, 4)
}
