// The order behind a case as it was paid: what staff look at before they decide about money.
import type { PaidOrder } from '@shouhou/shared/contract/aftersale-views'
import type { Tx } from '../../db/client.ts'
import { loadOrderForAftersale } from './load-for-aftersale.ts'

/** Throws when there is no such order: every case has one. */
export async function paidOrder(tx: Tx, shopId: string, orderNo: string): Promise<PaidOrder> {
  const found = await loadOrderForAftersale(tx, shopId, orderNo, { lock: false })
  if (!found) throw new Error('A case without its order')
  const { order, lines, payments } = found
  const iso = (at: Date | null) => at?.toISOString() ?? null
  return {
    placedAt: order.placedAt.toISOString(),
    paidAt: order.paidAt.toISOString(),
    shippedAt: iso(order.shippedAt),
    signedAt: iso(order.signedAt),
    goodsFen: lines.reduce((sum, line) => sum + line.unitPriceFen * line.quantity, 0),
    discounts: order.discounts.map(({ name, amountFen, thresholdFen }) => ({
      name,
      amountFen,
      thresholdFen,
    })),
    freightFen: order.freightPaidFen,
    paidFen: order.paidFen,
    refundedFen: order.refundReservedFen,
    lines: lines.map((line) => ({
      lineId: line.id,
      name: line.name,
      spec: line.spec,
      quantity: line.quantity,
      unitPriceFen: line.unitPriceFen,
      paidFen: line.paidFen,
      refundedFen: line.refundReservedFen,
    })),
    payments: payments.map(({ paymentNo, method, paidFen, refundReservedFen }) => ({
      paymentNo,
      method,
      paidFen,
      refundedFen: refundReservedFen,
    })),
    gifts: order.gifts.map(({ name, quantity, declaredFen }) => ({ name, quantity, declaredFen })),
  }
}
