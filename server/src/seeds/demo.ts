// `node server/src/seeds/demo.ts`: fills an empty database with two shops, through the public API of
// the server at BASE_URL. Only shops and their first owners come from the command line, as they do in
// a real installation. May be run again: every step has the same key each time.

import { DEFAULT_POLICY } from '@shouhou/shared/domain/aftersale-policy'
import { STAFF_ROLES } from '@shouhou/shared/domain/roles'
import { runCommand } from '../cli/commands.ts'
import { openidOf } from '../dev/fake-wechat.ts'
import { ProblemError } from '../http/problems.ts'
import { type Cast, PLOTS, tell } from './demo/cases.ts'
import { DEMO_PASSWORD, DEMO_SHOPS, type DemoShop } from './demo/catalog.ts'
import { type DemoCaller, DemoRefused, demoCaller } from './demo/client.ts'
import { type DemoOrder, demoOrders } from './demo/orders.ts'

// biome-ignore lint/style/noProcessEnv: the one setting of this script
const baseUrl = process.env.BASE_URL ?? 'http://127.0.0.1:8080'
// biome-ignore lint/style/noProcessEnv: whose openids the fake WeChat gives
const appId = process.env.WECHAT_APP_ID ?? ''
const anonymous = demoCaller(baseUrl, '')

/** Does a step that an earlier, interrupted run may have done already. */
async function unlessDone(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const code =
      error instanceof ProblemError
        ? error.code
        : error instanceof DemoRefused
          ? error.problem.code
          : ''
    const done = ['already-exists', 'order-outdated', 'order-locked', 'version-conflict']
    if (!done.includes(code)) throw error
  }
}

const loginOf = (role: string, shop: DemoShop) => `${role}@${shop.slug}`

async function signIn(login: string, shop: DemoShop): Promise<DemoCaller> {
  const body = { login, password: DEMO_PASSWORD, shop: shop.slug }
  const session = await anonymous.call('POST /auth/staff', { body })
  return demoCaller(baseUrl, session.accessToken)
}

async function openShop(shop: DemoShop): Promise<DemoCaller> {
  const password = async () => ({ password: DEMO_PASSWORD, generated: false })
  const owner = ['--shop', shop.slug, '--login', loginOf('owner', shop), '--name', '店主']
  await unlessDone(() =>
    runCommand('create-shop', ['--slug', shop.slug, '--name', shop.name], password),
  )
  await unlessDone(() => runCommand('create-owner', owner, password))
  return signIn(loginOf('owner', shop), shop)
}

const NAMES: Record<string, string> = {
  agent: '客服小周',
  warehouse: '仓库老李',
  technician: '维修阿强',
  manager: '主管何姐',
}

async function hire(owner: DemoCaller, shop: DemoShop): Promise<void> {
  for (const role of STAFF_ROLES.filter((r) => r !== 'owner')) {
    const login = loginOf(role, shop)
    const body = { login, name: NAMES[role] ?? role, role, password: DEMO_PASSWORD }
    await unlessDone(() => owner.call('POST /staff', { body }, `staff-${login}`))
  }
}

/** So low that people have something to decide. */
const AUTO_APPROVE_FEN = 9_800

/** The policy: the law's, with an address the goods can go back to. */
const setPolicy = (owner: DemoCaller, shop: DemoShop) =>
  unlessDone(() =>
    owner.call('PUT /policy', {
      body: {
        version: 1,
        document: {
          ...structuredClone(DEFAULT_POLICY),
          autoApprove: { ...DEFAULT_POLICY.autoApprove, limitFen: AUTO_APPROVE_FEN },
          returnAddress: shop.returnAddress,
        } as never,
      },
    }),
  )

async function putOrders(owner: DemoCaller, shop: DemoShop): Promise<DemoOrder[]> {
  const body = { name: 'ERP 订单同步', scopes: ['orders:write' as const, 'orders:read' as const] }
  const { secret } = await owner.call('POST /api-keys', { body }, `api-key-${shop.slug}`)
  const integrator = demoCaller(baseUrl, secret)
  const orders = demoOrders(shop, Date.now())
  for (const { orderNo, order, shopper } of orders) {
    const known = { ...order.shopper, openid: openidOf(appId, shopper.person) }
    await unlessDone(() =>
      integrator.call('PUT /orders/:orderNo', {
        params: { orderNo },
        body: { ...order, shopper: known },
      }),
    )
  }
  return orders
}

async function tellStories(shop: DemoShop, orders: readonly DemoOrder[]): Promise<void> {
  const [agent, warehouse, manager] = await Promise.all(
    ['agent', 'warehouse', 'manager'].map((role) => signIn(loginOf(role, shop), shop)),
  )
  const shoppers = new Map<string, DemoCaller>()
  for (const { person } of shop.shoppers) {
    const body = { shop: shop.slug, code: `demo-${person}` }
    const session = await anonymous.call('POST /auth/wechat', { body })
    shoppers.set(person, demoCaller(baseUrl, session.accessToken))
  }
  const free = [...orders]
  for (const [name, plot] of Object.entries(PLOTS)) {
    const at = free.findIndex((o) => o.stage === plot.stage)
    const [order] = at < 0 ? [] : free.splice(at, 1)
    const shopper = order && shoppers.get(order.shopper.person)
    if (!order || !shopper || !agent || !warehouse || !manager) continue
    const cast: Cast = { shopper, agent, warehouse, manager }
    await tell(`${shop.slug}-${name}`, plot, order, cast)
  }
  await talk([...shoppers.values()], agent as DemoCaller, shop)
}

/** One conversation that a person answers, one that waits. */
async function talk(shoppers: DemoCaller[], agent: DemoCaller, shop: DemoShop): Promise<void> {
  const lines = [
    ['退货运费谁出', '壶身发烫正常吗', '转人工'],
    ['怎么申请换货', '我要找人工客服'],
  ]
  for (const [index, texts] of lines.entries()) {
    const shopper = shoppers[index]
    if (!shopper) continue
    const { id } = await shopper.call('POST /conversations', { body: { language: 'zh-CN' } })
    for (const text of texts) {
      const input = { params: { id }, body: { text, mediaIds: [] } }
      await shopper.call('POST /conversations/:id/messages', input, `${shop.slug}-chat-${text}`)
    }
    if (index === 0) {
      const text = '您好，烧水时壶身发热属于正常现象，把手和底座不应发烫，请放心使用。'
      const input = { params: { id }, body: { text, mediaIds: [] } }
      await agent.call('POST /conversations/:id/messages', input, `${shop.slug}-answer`)
    }
  }
}

const accounts: string[] = []
for (const shop of DEMO_SHOPS) {
  process.stderr.write(`  ${shop.name}: staff, orders, cases …\n`)
  const owner = await openShop(shop)
  await hire(owner, shop)
  await setPolicy(owner, shop)
  await tellStories(shop, await putOrders(owner, shop))
  const phones = shop.shoppers.map((s) => s.phone).join(', ')
  accounts.push(`${shop.name} (${shop.slug})`)
  accounts.push(`  staff: ${STAFF_ROLES.map((r) => loginOf(r, shop)).join(', ')}`)
  accounts.push(`  shoppers by phone (the code is printed here): ${phones}`)
}
const arbiter = async () => ({ password: DEMO_PASSWORD, generated: false })
await unlessDone(() =>
  runCommand('create-arbiter', ['--login', 'arbiter', '--name', '平台仲裁员'], arbiter),
)
accounts.push(`Platform arbiter: arbiter`, `Password of all demo accounts: ${DEMO_PASSWORD}`)
process.stdout.write(`${accounts.join('\n')}\n`)
