// Shopper, merchant and the clock do whatever they may, several things at once, on the same few orders.
// Nothing may ever break an invariant, and when everybody falls silent a case ends or sounds its alarm.
// The seed is in the name of the test: the same seed asks for the same things in the same order.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import { DAY, HOUR } from '@shouhou/shared/domain/china-time'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Asking,
  application,
  BY_HAND,
  type CommandName,
  photo,
  placeOrder,
  readyShop,
} from '../features/aftersales/scenario.ts'
import { START, type TestApp, testApp } from '../helpers/app.ts'
import type { Caller, Person, TestShop } from '../helpers/client.ts'
import { aLine } from '../helpers/factories.ts'
import { checkInvariants } from '../helpers/invariants.ts'

const SEEDS = [1, 2, 3, 4]
const BATCHES = 90
const AT_ONCE = 4

/** mulberry32: small, seeded, good enough to wander. */
function random(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    below,
    chance: (p: number) => next() < p,
    pick: <T>(from: readonly T[]): T => from[below(from.length)] as T,
  }
}
type Random = ReturnType<typeof random>

const WAYBILL = { carrier: 'SF', waybillNo: 'SF1234567890123' }
const ASKINGS: readonly Asking[] = [
  { type: 'RETURN_REFUND', reasonCode: 'NO_REASON_7D' },
  { type: 'RETURN_REFUND', reasonCode: 'OTHER' },
  { type: 'EXCHANGE', reasonCode: 'SIZE_COLOR' },
  { type: 'REFUND_ONLY', reasonCode: 'OTHER' },
]

/** Routes of commands, by the word the machine has for them. */
const ROUTES: Readonly<Record<string, CommandName>> = {
  requestInfo: 'request-info',
  supplyInfo: 'supply-info',
  approve: 'approve',
  reject: 'reject',
  offer: 'offer',
  acceptOffer: 'accept-offer',
  declineOffer: 'decline-offer',
  edit: 'edit',
  cancel: 'cancel',
  shipReturn: 'ship-return',
  reportDelivered: 'report-delivered',
  waiveReturn: 'waive-return',
  receiveReturn: 'receive-return',
  passInspection: 'pass-inspection',
  failInspection: 'fail-inspection',
  acceptDeduction: 'accept-deduction',
  askGoodsBack: 'ask-goods-back',
  shipReplacement: 'ship-replacement',
  reportOutOfStock: 'report-out-of-stock',
  confirmReceipt: 'confirm-receipt',
  retryRefund: 'retry-refund',
  recordOfflinePayout: 'record-offline-payout',
  confirmPayout: 'confirm-payout',
  forceClose: 'force-close',
  forceRefund: 'force-refund',
}

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t.close())

/** What somebody would send with a command on this case; often sound, sometimes too much. */
async function bodyOf(command: string, kase: Aftersale, shop: TestShop, who: Person, r: Random) {
  const lines = kase.items.map(({ lineId, quantity, quantityReceived }) => ({
    lineId,
    quantity,
    received: quantityReceived ?? quantity,
  }))
  const some = r.below(12_000) + 1
  const photos = async () => [await photo(t, shop, who)]
  const bodies: Record<string, () => object | Promise<object>> = {
    requestInfo: () => ({ text: '请补充' }),
    supplyInfo: () => ({ text: '补充', mediaIds: [] }),
    approve: () => (r.chance(0.4) && kase.type !== 'EXCHANGE' ? { amountFen: some } : {}),
    reject: () => ({ reasonCode: 'OUT_OF_WINDOW', text: '不行', mediaIds: [] }),
    offer: () => ({
      text: '商量',
      ...r.pick<object>([
        { kind: 'CANCEL' },
        { kind: 'KEEP_ITEM' },
        { kind: 'KEEP_ITEM', amountFen: some },
        { kind: 'CHANGE_AMOUNT', amountFen: some },
        { kind: 'CHANGE_TYPE', type: 'EXCHANGE' },
        { kind: 'CHANGE_TYPE', type: 'RETURN_REFUND' },
        { kind: 'CHANGE_TYPE', type: 'REFUND_ONLY', amountFen: some },
      ]),
    }),
    edit: () => {
      const { orderNo: _no, ...body } = application(
        { orderNo: kase.orderNo, lineIds: lines.map(({ lineId }) => lineId) },
        { ...r.pick(ASKINGS), quantity: r.below(3) + 1, humanReview: true },
      )
      return body
    },
    shipReturn: () => WAYBILL,
    shipReplacement: () => WAYBILL,
    waiveReturn: () => ({ text: '不用寄' }),
    reportOutOfStock: () => ({ text: '断货' }),
    receiveReturn: () => ({
      lines: lines.map(({ lineId, quantity }) => ({
        lineId,
        quantityReceived: r.chance(0.7) ? quantity : r.below(quantity + 1),
      })),
    }),
    passInspection: async () => ({
      lines: lines.map(({ lineId, received }) => ({
        lineId,
        quantityPassed: r.chance(0.6) ? received : r.below(received + 1),
        grade: 'A',
        restock: 'NEW',
      })),
      text: '验货',
      mediaIds: await photos(),
      rest: { reason: 'NOT_INTACT', deductionFen: r.chance(0.5) ? r.below(500) : 0 },
    }),
    failInspection: async () => ({
      reason: 'NOT_INTACT',
      text: '破损',
      deductionFen: r.chance(0.6) ? r.below(3_000) : 0,
      mediaIds: await photos(),
    }),
    recordOfflinePayout: () => ({ reference: 'BANK-1', text: '转账' }),
    forceClose: () => ({ text: '关闭' }),
    forceRefund: () => ({ text: '退款', amountFen: some }),
  }
  return (await bodies[command]?.()) ?? {}
}

interface World {
  readonly shop: TestShop
  readonly r: Random
  orders: { orderNo: string; lineIds: string[] }[]
  shopper: Person
  owner: Person
}

async function signInAgain(world: World): Promise<void> {
  world.shopper = await world.shop.newShopper({ phone: world.shop.phone })
  world.owner = await world.shop.newStaff('owner')
}

/** Ends come soon enough by themselves; these would end most stories before they begin. */
const ABRUPT = ['cancel', 'forceClose', 'forceRefund']

const applyAtRandom = ({ r, orders, shopper, owner }: World) => {
  const order = r.pick(orders)
  const lineId = r.pick(order.lineIds)
  const body = application(
    { ...order, lineIds: [lineId] },
    { ...r.pick(ASKINGS), quantity: r.below(3) + 1, humanReview: true },
  )
  return (r.chance(0.5) ? shopper : owner).call('POST /aftersales', { body })
}

const payAtRandom = async ({ owner, r }: World) => {
  const { items } = await owner.ok('GET /refunds', { query: { status: 'PLANNED', limit: 5 } })
  const refund = items.length > 0 ? r.pick(items) : undefined
  if (!refund) return undefined
  const params = { id: refund.id }
  return r.chance(0.7)
    ? owner.call('POST /refunds/:id/confirm', { params, body: { reference: 'WX-1' } })
    : owner.call('POST /refunds/:id/fail', { params, body: { text: '失败' } })
}

const commandAtRandom = async (world: World) => {
  const { r, shop } = world
  const who: [Person | Caller, Person][] = [
    [world.shopper, world.shopper],
    [world.owner, world.owner],
    [world.owner, world.owner],
    [shop.as('integrator'), world.owner],
  ]
  const [caller, uploader] = r.pick(who)
  const { items } = await caller.ok('GET /aftersales', { query: { status: 'OPEN', limit: 20 } })
  if (items.length === 0) return undefined
  const kase = await caller.ok('GET /aftersales/:id', { params: { id: r.pick(items).id } })
  const known = kase.allowedCommands.filter(
    (command) => ROUTES[command] && (!ABRUPT.includes(command) || r.chance(0.05)),
  )
  if (known.length === 0) return undefined
  const command = r.pick(known)
  const body = await bodyOf(command, kase, shop, uploader, r)
  return caller.call(`POST /aftersales/:id/${ROUTES[command] as CommandName}`, {
    params: { id: kase.id },
    body: { version: kase.version, ...body } as never,
  })
}

async function actAtRandom(world: World) {
  const { r } = world
  if (r.chance(0.15)) return applyAtRandom(world)
  if (r.chance(0.1)) return payAtRandom(world)
  return commandAtRandom(world)
}

const seen = new Set<string>()

describe('guarantee: whatever they do', () => {
  test.each(SEEDS)(
    'no invariant breaks, and silence ends every case or sounds the alarm (seed %i)',
    async (seed) => {
      t.clock.set(START)
      const r = random(seed)
      const shop = await readyShop(t, BY_HAND)
      const lines = [
        aLine({ lineNo: '1', quantity: 3, paidFen: 9_999 }),
        aLine({ lineNo: '2', sku: 'PLATE', quantity: 4, paidFen: 17_001 }),
      ]
      const discounts = [{ name: '满减', amountFen: 8_000, thresholdFen: 30_000 }]
      const payments = [
        { paymentNo: 'P1', method: 'WECHAT_PAY' as const, paidFen: 20_000 },
        { paymentNo: 'P2', method: 'BALANCE' as const, paidFen: 7_600 },
      ]
      const freight = { paidFen: 600, fullFen: 600 }
      const order = { lines, discounts, payments, freight }
      const orders = []
      for (let i = 0; i < 6; i++) orders.push(await placeOrder(t, shop, order, { shipped: i < 5 }))
      const world: World = { shop, r, orders, shopper: shop.as('shopper'), owner: shop.as('owner') }
      for (let batch = 0; batch < BATCHES; batch++) {
        if (batch % 12 === 11) {
          t.clock.advance(r.below(80) * HOUR)
          await t.drain()
          await signInAgain(world)
        }
        const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => actAtRandom(world)))
        for (const answer of answers) if (answer) expect(answer.status).toBeLessThan(500)
        await checkInvariants(t, { rest: false })
      }
      for (let day = 0; day < 120; day++) {
        t.clock.advance(DAY)
        await t.drain()
      }
      await checkInvariants(t)
      const open = await shop.as('integrator').ok('GET /aftersales', { query: { status: 'OPEN' } })
      for (const { status } of open.items) seen.add(status)
    },
  )

  test('silence leaves only cases in which somebody of the shop must act', () => {
    for (const status of seen) {
      expect(['AWAIT_RESHIP', 'RETURN_SHIPPED', 'INSPECTING', 'REFUND_ABNORMAL']).toContain(status)
    }
  })
})
