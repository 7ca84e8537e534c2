// Valid things to send, each made so that a test names only the field it is about.
import type { OrderIn } from '@shouhou/shared/contract/orders'
import { START, type TestApp } from './app.ts'
import { callerWith } from './client.ts'

type LineIn = OrderIn['lines'][number]

const HOUR = 3_600_000
/** An instant `hours` before the moment at which every test starts. */
export const hoursBefore = (hours: number) => new Date(START.getTime() - hours * HOUR).toISOString()

let made = 0
/** A number no other call returns, for codes that must be unique. */
export const nextNumber = () => ++made
export const anOrderNo = () => `T${String(nextNumber()).padStart(8, '0')}`
/** A mainland mobile number no other call returns. */
export const aPhone = () => `139${String(nextNumber()).padStart(8, '0')}`

/** Two cups at 50 yuan, paid in full unless the price, the quantity or `paidFen` says otherwise. */
export function aLine(overrides: Partial<LineIn> = {}): LineIn {
  const line = {
    lineNo: '1',
    sku: 'CUP-BLUE',
    name: '蓝色马克杯',
    category: '家居',
    unitPriceFen: 5_000,
    quantity: 2,
    sevenDayReturn: true,
    ...overrides,
  }
  return { paidFen: line.unitPriceFen * line.quantity, ...line }
}

/**
 * An order that was signed for two days before {@link START}. Its payment and its discount follow
 * from the lines and the freight, as long as a test does not set them.
 */
export function anOrder(overrides: Partial<OrderIn> = {}): OrderIn {
  const order = {
    version: 1,
    shopper: { phone: '13800138000', name: '李小明' },
    recipient: { name: '李小明', phone: '13800138000', address: '浙江省杭州市西湖区文三路 1 号' },
    placedAt: hoursBefore(121),
    paidAt: hoursBefore(120),
    shippedAt: hoursBefore(96),
    signedAt: hoursBefore(48),
    lines: [aLine()],
    freight: { paidFen: 0, fullFen: 0 },
    ...overrides,
  }
  const listFen = order.lines.reduce((sum, line) => sum + line.unitPriceFen * line.quantity, 0)
  const goodsFen = order.lines.reduce((sum, line) => sum + line.paidFen, 0)
  const discounts =
    listFen > goodsFen ? [{ name: '店铺优惠', amountFen: listFen - goodsFen, thresholdFen: 0 }] : []
  const paidFen = goodsFen + order.freight.paidFen
  const payments = [{ paymentNo: 'P1', method: 'WECHAT_PAY' as const, paidFen }]
  return { discounts, payments, ...order }
}

/** The same before it left the shop. */
export function anUnshippedOrder(overrides: Partial<OrderIn> = {}): OrderIn {
  const { shippedAt: _shipped, signedAt: _signed, ...order } = anOrder(overrides)
  return order
}

/** The same on its way to the shopper. */
export function anUnsignedOrder(overrides: Partial<OrderIn> = {}): OrderIn {
  const { signedAt: _signed, ...order } = anOrder(overrides)
  return order
}

/** The shopper of a shop, as an order names them. */
export const shopperOf = ({ phone }: { readonly phone: string }) => ({ phone, name: '李小明' })

/** A shop whose key may write orders; its shopper is who orders. */
export interface OrderingShop {
  readonly apiKey: string
  readonly phone: string
}

/** Puts an order in as the shop's own system would; throws when it is not taken. */
export async function putOrder(
  t: TestApp,
  shop: OrderingShop,
  order: OrderIn = anOrder({ shopper: shopperOf(shop) }),
  orderNo: string = anOrderNo(),
): Promise<string> {
  await callerWith(t, shop.apiKey).ok('PUT /orders/:orderNo', { params: { orderNo }, body: order })
  return orderNo
}
