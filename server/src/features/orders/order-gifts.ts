// The gifts of an order, under the names that applications and calculations use.
import { distinctRefs, type RefundGift } from '@shouhou/shared/domain/refund-order'
import type { LineRow, OrderRow } from './store.ts'

interface OrderGift extends RefundGift {
  readonly sku: string
  readonly name: string
}

/** In the order's own order. A gift for a line that is not there belongs to the whole order. */
export function giftsOf(
  { gifts }: Pick<OrderRow, 'gifts'>,
  lines: readonly Pick<LineRow, 'id' | 'lineNo'>[],
): OrderGift[] {
  const refs = distinctRefs(gifts.map(({ sku }) => sku))
  return gifts.map(({ sku, name, quantity, declaredFen, forLineNo }, index) => ({
    ref: refs[index] ?? '',
    sku,
    name,
    quantity,
    declaredFen,
    forLineId: lines.find(({ lineNo }) => lineNo === forLineNo)?.id ?? null,
  }))
}
