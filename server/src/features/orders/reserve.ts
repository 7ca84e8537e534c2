// Taking units and money of an order, so that no two aftersales ever get the same ones.
import { sumFen } from '@shouhou/shared/domain/money'
import type { Tx } from '../../db/client.ts'
import { problem, say } from '../../http/problems.ts'
import { type Claim, moveOfLines, moveOfOrder, moveOfPayments, unitsFree } from './reserve-store.ts'

/**
 * Takes what is claimed, all of it or nothing: after a problem the transaction must end.
 * @throws `units-taken`, `amount-exceeds-paid`
 */
export async function reserve(
  tx: Tx,
  shopId: string,
  orderId: string,
  claim: Claim,
): Promise<void> {
  // The order's row comes first: whoever else wants of this order waits there. The rest is sent behind
  // it without waiting; when one of them fails, nothing of it stays.
  const [borne, before, lines, payments] = await Promise.all([
    moveOfOrder(tx, shopId, orderId, moneyOf(claim), 1),
    unitsFree(tx, shopId, orderId),
    moveOfLines(tx, shopId, orderId, claim.lines, 1),
    moveOfPayments(tx, shopId, orderId, claim.payments, 1),
  ])
  demandUnits(before, claim)
  if (!(borne && lines && payments)) throw problem('amount-exceeds-paid')
}

/** Gives back what {@link reserve} took. Throws when that much was never taken: a mistake of ours. */
export async function release(
  tx: Tx,
  shopId: string,
  orderId: string,
  claim: Claim,
): Promise<void> {
  const released = await Promise.all([
    moveOfOrder(tx, shopId, orderId, moneyOf(claim), -1),
    moveOfLines(tx, shopId, orderId, claim.lines, -1),
    moveOfPayments(tx, shopId, orderId, claim.payments, -1),
  ])
  if (released.includes(false))
    throw new Error(`Order ${orderId}: more to release than is reserved`)
}

/** Lines and freight are the same money as the payments; a claim that says otherwise is a mistake. */
function moneyOf({ lines, freightFen, payments }: Claim) {
  const totalFen = sumFen(lines.map((line) => line.fen)) + freightFen
  if (totalFen !== sumFen(payments.map((share) => share.fen))) {
    throw new Error('Lines and payments of a claim differ')
  }
  return { totalFen, freightFen }
}

/** Says which goods are gone, when that is the reason. */
function demandUnits(lines: Awaited<ReturnType<typeof unitsFree>>, claim: Claim): void {
  for (const { id, name, free } of lines) {
    const wanted = claim.lines.find(({ lineId }) => lineId === id)?.quantity ?? 0
    if (wanted <= free) continue
    throw problem('units-taken', {
      detail: say(
        `“${name}”只剩 ${free} 件可以申请售后`,
        `Only ${free} of “${name}” can still be applied for`,
      ),
    })
  }
}
