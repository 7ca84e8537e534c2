// An order as the server keeps it: the body of the import with every instant read and every default
// filled in, so that two bodies that mean the same are the same.
import type { OrderIn } from '@shouhou/shared/contract/orders'
import type { StoredDiscount, StoredGift } from './tables.ts'

export interface LineContent {
  readonly lineNo: string
  readonly sku: string
  readonly name: string
  readonly spec: string
  readonly image: string | null
  readonly category: string
  readonly unitPriceFen: number
  readonly paidFen: number
  readonly quantity: number
  readonly sevenDayReturn: boolean
  readonly exclusionConfirmedAt: Date | null
  readonly serialNos: string[]
  readonly batchNo: string | null
  /** Of this line alone; null where the order's own instant holds. */
  readonly shippedAt: Date | null
  readonly signedAt: Date | null
}

export interface PaymentContent {
  readonly paymentNo: string
  readonly method: OrderIn['payments'][number]['method']
  readonly paidFen: number
}

export interface OrderContent {
  readonly placedAt: Date
  readonly paidAt: Date
  readonly shippedAt: Date | null
  readonly signedAt: Date | null
  readonly lines: readonly LineContent[]
  readonly discounts: StoredDiscount[]
  readonly gifts: StoredGift[]
  readonly freightPaidFen: number
  readonly freightFullFen: number
  readonly freightFreeFromFen: number | null
  readonly payments: readonly PaymentContent[]
}

const instant = (text: string | undefined): Date | null =>
  text === undefined ? null : new Date(text)

const lineContent = (line: OrderIn['lines'][number]): LineContent => ({
  lineNo: line.lineNo,
  sku: line.sku,
  name: line.name,
  spec: line.spec ?? '',
  image: line.image ?? null,
  category: line.category,
  unitPriceFen: line.unitPriceFen,
  paidFen: line.paidFen,
  quantity: line.quantity,
  sevenDayReturn: line.sevenDayReturn,
  exclusionConfirmedAt: instant(line.exclusionConfirmedAt),
  serialNos: line.serialNos ?? [],
  batchNo: line.batchNo ?? null,
  shippedAt: instant(line.shippedAt),
  signedAt: instant(line.signedAt),
})

/** Reads an order that {@link checkOrder} found nothing wrong with. */
export const contentOf = (order: OrderIn): OrderContent => ({
  placedAt: new Date(order.placedAt),
  paidAt: new Date(order.paidAt),
  shippedAt: instant(order.shippedAt),
  signedAt: instant(order.signedAt),
  lines: order.lines.map(lineContent),
  discounts: order.discounts ?? [],
  gifts: order.gifts ?? [],
  freightPaidFen: order.freight.paidFen,
  freightFullFen: order.freight.fullFen,
  freightFreeFromFen: order.freight.freeFromFen ?? null,
  payments: order.payments,
})
