// A shop that is ready to serve, and short ways to the middle of a story.
import { uploads } from '@shouhou/server/features/uploads/tables.ts'
import type { ContractKey } from '@shouhou/shared/contract'
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import type { OrderIn } from '@shouhou/shared/contract/orders'
import type { Problem } from '@shouhou/shared/contract/problems'
import { DEFAULT_POLICY, type Policy } from '@shouhou/shared/domain/aftersale-policy'
import type { AftersaleType } from '@shouhou/shared/domain/aftersale-types'
import { HOUR } from '@shouhou/shared/domain/china-time'
import type { ReasonCode } from '@shouhou/shared/domain/reasons'
import type { TestApp } from '../../helpers/app.ts'
import { type Caller, createShop, type Person, type TestShop } from '../../helpers/client.ts'
import { anOrder, aPhone, putOrder } from '../../helpers/factories.ts'

export const RETURN_ADDRESS = {
  name: '售后仓',
  phone: '057188880000',
  address: '浙江省杭州市余杭区仓前街道 8 号',
}

/** Nothing is approved by itself, so that tests decide. */
export const BY_HAND: Policy = {
  ...DEFAULT_POLICY,
  autoApprove: { ...DEFAULT_POLICY.autoApprove, types: [] },
  returnAddress: RETURN_ADDRESS,
}

/** Puts a policy in force as the owner would. */
export async function setPolicy(shop: TestShop, document: Policy): Promise<void> {
  const { version } = await shop.as('owner').ok('GET /policy')
  await shop.as('owner').ok('PUT /policy', { body: { version, document: document as never } })
}

export async function readyShop(t: TestApp, policy: Policy = BY_HAND): Promise<TestShop> {
  const shop = await createShop(t)
  await setPolicy(shop, policy)
  return shop
}

/** An order of the shop's shopper; returns its number and the ids of its lines. */
export async function placeOrder(
  t: TestApp,
  shop: TestShop,
  overrides: Partial<OrderIn> = {},
  { shipped = true } = {},
) {
  const before = (hours: number) => new Date(t.clock.now().getTime() - hours * HOUR).toISOString()
  const { shippedAt, signedAt, ...order } = anOrder({
    shopper: { phone: shop.phone, name: '李小明' },
    placedAt: before(121),
    paidAt: before(120),
    shippedAt: before(96),
    signedAt: before(48),
    ...overrides,
  })
  const sent = shipped && shippedAt && signedAt ? { shippedAt, signedAt } : {}
  const orderNo = await putOrder(t, shop, { ...order, ...sent })
  const stored = await shop.as('shopper').ok('GET /orders/:orderNo', { params: { orderNo } })
  return { orderNo, lineIds: stored.lines.map(({ id }) => id) }
}

/** For {@link placeOrder}: nothing has left the shop. */
export const UNSHIPPED = { shipped: false }

export interface Asking {
  readonly type?: AftersaleType
  readonly quantity?: number
  readonly reasonCode?: ReasonCode
  readonly receivedGoods?: boolean
  readonly wantFen?: number
  readonly humanReview?: boolean
}

/** Body of an application for the first line: by default one cup goes back without a reason. */
export const application = (
  order: { orderNo: string; lineIds: string[] },
  asking: Asking = {},
) => ({
  orderNo: order.orderNo,
  type: asking.type ?? ('RETURN_REFUND' as const),
  lines: [{ lineId: order.lineIds[0] ?? '', quantity: asking.quantity ?? 1 }],
  reasonCode: asking.reasonCode ?? ('NO_REASON_7D' as const),
  receivedGoods: asking.receivedGoods ?? true,
  description: '不合适',
  mediaIds: [],
  ...(asking.wantFen === undefined ? {} : { wantFen: asking.wantFen }),
  ...(asking.humanReview === undefined ? {} : { humanReview: asking.humanReview }),
})

export const apply = (
  who: Caller,
  order: { orderNo: string; lineIds: string[] },
  asking: Asking = {},
): Promise<Aftersale> => who.ok('POST /aftersales', { body: application(order, asking) })

/** Commands by the last part of their path. */
type CommandKey = Extract<ContractKey, `POST /aftersales/:id/${string}`>
type RouteName = CommandKey extends `POST /aftersales/:id/${infer N}` ? N : never
export type CommandName = Exclude<RouteName, 'notes' | 'rating' | 'share'>

/** Gives a command on the version of the case in hand; returns the case after it. */
export const give = (
  who: Caller,
  { id, version }: { id: string; version: number },
  command: CommandName,
  body: object = {},
): Promise<Aftersale> =>
  who.ok(`POST /aftersales/:id/${command}`, {
    params: { id },
    body: { version, ...body } as never,
  }) as Promise<Aftersale>

/** The same, expecting a problem. */
export const refuse = (
  who: Caller,
  { id, version }: { id: string; version: number },
  command: CommandName,
  body: object = {},
): Promise<Problem> =>
  who.refused(`POST /aftersales/:id/${command}`, {
    params: { id },
    body: { version, ...body } as never,
  })

export const read = (who: Caller, { id }: { id: string }): Promise<Aftersale> =>
  who.ok('GET /aftersales/:id', { params: { id } })

/** A photo that is uploaded already and waits to be used. */
export async function photo(t: TestApp, shop: TestShop, who: Person): Promise<string> {
  const id = t.deps.ids.id()
  await t.deps.db.transact({ shopId: shop.id }, (tx) =>
    tx.insert(uploads).values({
      shopId: shop.id,
      id,
      ownerKind: who.role === 'shopper' ? 'shopper' : 'staff',
      ownerId: who.id,
      kind: 'photo',
      contentType: 'image/jpeg',
      bytes: 1_000,
      sha256: 'x'.repeat(43),
      createdAt: t.clock.now(),
    }),
  )
  return id
}

/** The commands and statuses of a case so far, oldest first. */
export async function story(who: Caller, { id }: { id: string }): Promise<string[]> {
  const { items } = await who.ok('GET /aftersales/:id/timeline', { params: { id } })
  return items.map(({ command, to, actor }) => `${actor} ${command} ${to}`)
}

export const WAYBILL = { carrier: 'SF', waybillNo: 'SF1234567890123' }

/** A case of one returned cup that waits for the goods, the parcel, the inspection. */
export async function untilInspecting(
  t: TestApp,
  shop: TestShop,
  asking: Asking = {},
): Promise<Aftersale> {
  const order = await placeOrder(t, shop)
  const made = await apply(shop.as('shopper'), order, asking)
  const approved = await give(shop.as('agent'), made, 'approve')
  const shipped = await give(shop.as('shopper'), approved, 'ship-return', WAYBILL)
  const { items } = shipped
  return give(shop.as('warehouse'), shipped, 'receive-return', {
    lines: items.map(({ lineId, quantity }) => ({ lineId, quantityReceived: quantity })),
  })
}

/** Lines of a pass: `passed` units of each. */
export const passing = ({ items }: Aftersale, passed: number) => ({
  lines: items.map(({ lineId }) => ({
    lineId,
    quantityPassed: passed,
    grade: 'A',
    restock: 'NEW',
  })),
  mediaIds: [],
})

/** Staff confirm the payout of the refund of a case. */
export async function pay(shop: TestShop, { refunds }: Aftersale): Promise<void> {
  await shop.as('manager').ok('POST /refunds/:id/confirm', {
    params: { id: refunds[0]?.id ?? '' },
    body: { reference: 'WX4200001234' },
  })
}

/** The same shop with another person as its shopper. */
export async function withNewShopper(shop: TestShop): Promise<TestShop> {
  const phone = aPhone()
  const person = await shop.newShopper({ phone, name: '王小红' })
  const as = (role: string) => (role === 'shopper' ? person : shop.as(role as 'agent'))
  return { ...shop, phone, as: as as TestShop['as'] }
}
