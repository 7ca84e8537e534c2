// Forty orders in all stages: paid, on the way, just signed for, inside and outside the windows.
import type { OrderIn } from '@shouhou/shared/contract/orders'
import type { DemoShop, Product } from './catalog.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Days since sign-off; `paid` has not left, `moving` is on its way. */
const STAGES = ['paid', 'moving', 1, 3, 6, 12, 2, 'paid', 5, 4, 'moving', 40, 1, 3] as const
export type Stage = (typeof STAGES)[number]

export interface DemoOrder {
  readonly orderNo: string
  readonly stage: Stage
  readonly shopper: DemoShop['shoppers'][number]
  readonly order: OrderIn
}

function times(stage: Stage, now: number) {
  const signed = typeof stage === 'number' ? now - stage * DAY - 2 * HOUR : undefined
  const shipped = stage === 'paid' ? undefined : (signed ?? now) - 2 * DAY
  const paid = (shipped ?? now) - 8 * HOUR
  const at = (ms: number) => new Date(ms).toISOString()
  return {
    placedAt: at(paid - 5 * 60_000),
    paidAt: at(paid),
    ...(shipped === undefined ? {} : { shippedAt: at(shipped) }),
    ...(signed === undefined ? {} : { signedAt: at(signed) }),
  }
}

const lineOf = (product: Product, lineNo: string, quantity: number, paidAt: string) => ({
  lineNo,
  sku: product.sku,
  name: product.name,
  spec: product.spec,
  category: product.category,
  unitPriceFen: product.priceFen,
  paidFen: product.priceFen * quantity,
  quantity,
  sevenDayReturn: product.sevenDayReturn,
  ...(product.sevenDayReturn ? {} : { exclusionConfirmedAt: paidAt }),
})

const GIFT = {
  sku: 'GIFT-CLOTH',
  name: '清洁绒布（赠品）',
  quantity: 1,
  declaredFen: 990,
  forLineNo: '1',
}

/** Every third order has two lines and 满 300 减 30 spread over them; every fifth pays freight, and every third brings a gift. */
function demoOrder(shop: DemoShop, index: number, now: number): DemoOrder {
  const stage = STAGES[index % STAGES.length] as Stage
  const shopper = shop.shoppers[index % shop.shoppers.length] as DemoShop['shoppers'][number]
  const pick = (n: number) => shop.products[n % shop.products.length] as Product
  const when = times(stage, now)
  const two = index % 3 === 0
  const lines = [
    lineOf(pick(index), '1', two ? 2 : 1, when.paidAt),
    ...(two ? [lineOf(pick(index + 3), '2', 1, when.paidAt)] : []),
  ]
  const goods = lines.reduce((sum, line) => sum + line.paidFen, 0)
  const cut = two && goods >= 30_000 ? 3_000 : 0
  const [first, ...rest] = lines as [(typeof lines)[number], ...typeof lines]
  const discounted = [{ ...first, paidFen: first.paidFen - cut }, ...rest]
  const freight = index % 5 === 4 ? 1_000 : 0
  return {
    orderNo: `${shop.slug.toUpperCase()}-${String(1001 + index)}`,
    stage,
    shopper,
    order: {
      version: 1,
      shopper: { phone: shopper.phone, name: shopper.name },
      recipient: {
        name: shopper.name,
        phone: shopper.phone,
        address: '上海市浦东新区世纪大道 1000 号 8 栋 1202 室',
      },
      ...when,
      lines: discounted,
      ...(cut > 0
        ? { discounts: [{ name: '满 300 减 30', amountFen: cut, thresholdFen: 30_000 }] }
        : {}),
      ...(index % 3 === 2 ? { gifts: [GIFT] } : {}),
      freight: { paidFen: freight, fullFen: 1_000, ...(freight > 0 ? {} : { freeFromFen: 5_900 }) },
      payments: [{ paymentNo: '1', method: 'WECHAT_PAY', paidFen: goods - cut + freight }],
    },
  }
}

export const demoOrders = (shop: DemoShop, now: number): DemoOrder[] =>
  Array.from({ length: shop.orders }, (_none, index) => demoOrder(shop, index, now))
