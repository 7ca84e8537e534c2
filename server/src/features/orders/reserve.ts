// Taking units and money of an order, so that no two aftersales ever get the same ones.
import { sumFen } from '@shouhou/shared/domain/money'
import type { Tx } from '../../db/client.ts'
import { problem, say } from '../../http/problems.ts'
import { type Claim, moveOfLines, moveOfOrder, moveOfPayments } from './reserve-store.ts'
import { linesOf } from './store.ts'

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
  // The order's row comes first: whoever else wants of this order waits there.
  const borne = await moveOfOrder(tx, shopId, orderId, moneyOf(claim), 1)
  await demandUnits(tx, shopId, orderId, claim)
  const rest =
    borne &&
    (await moveOfLines(tx, shopId, orderId, claim.lines, 1)) &&
    (await moveOfPayments(tx, shopId, orderId, claim.payments, 1))
  if (!rest) throw problem('amount-exceeds-paid')
}

/** Gives back what {@link reserve} took. Throws when that much was never taken: a mistake of ours. */
export async function release(
  tx: Tx,
  shopId: string,
  orderId: string,
  claim: Claim,
): Promise<void> {
  const released =
    (await moveOfOrder(tx, shopId, orderId, moneyOf(claim), -1)) &&
    (await moveOfLines(tx, shopId, orderId, claim.lines, -1)) &&
    (await moveOfPayments(tx, shopId, orderId, claim.payments, -1))
  if (!released) throw new Error(`Order ${orderId}: more to release than is reserved`)
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
async function demandUnits(tx: Tx, shopId: string, orderId: string, claim: Claim): Promise<void> {
  for (const line of await linesOf(tx, shopId, orderId)) {
    const wanted = claim.lines.find(({ lineId }) => lineId === line.id)?.quantity ?? 0
    const free = line.quantity - line.quantityTaken
    if (wanted <= free) continue
    throw problem('units-taken', {
      detail: say(
        `“${line.name}”只剩 ${free} 件可以申请售后`,
        `Only ${free} of “${line.name}” can still be applied for`,
      ),
    })
  }
}
