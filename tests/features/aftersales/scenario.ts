// A shop that is ready to serve, and short ways to the middle of a story.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import type { OrderIn } from '@shouhou/shared/contract/orders'
import { DEFAULT_POLICY, type Policy } from '@shouhou/shared/domain/aftersale-policy'
import type { AftersaleType } from '@shouhou/shared/domain/aftersale-types'
import type { ReasonCode } from '@shouhou/shared/domain/reasons'
import type { TestApp } from '../../helpers/app.ts'
import { type Caller, createShop, type TestShop } from '../../helpers/client.ts'
import { aLine, anOrder, putOrder } from '../../helpers/factories.ts'

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
export async function placeOrder(t: TestApp, shop: TestShop, overrides: Partial<OrderIn> = {}) {
  const order = anOrder({ shopper: { phone: shop.phone, name: '李小明' }, ...overrides })
  const orderNo = await putOrder(t, shop, order)
  const stored = await shop.as('shopper').ok('GET /orders/:orderNo', { params: { orderNo } })
  return { orderNo, lineIds: stored.lines.map(({ id }) => id) }
}

/** An order that has not left the shop. */
export const UNSHIPPED: Partial<OrderIn> = (() => {
  const { shippedAt: _shipped, signedAt: _signed, ...rest } = anOrder()
  return { ...rest, lines: [aLine()] }
})()

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
