// The refund of a case and its ledger. The number is minted once with the row and used by every retry;
// a second refund for a case, or one above what was paid, breaks a constraint of the database.
import { problem } from '../../http/problems.ts'
import { sharesOf } from './case-store.ts'
import { defaultProvider, providerOf } from './refund-provider.ts'
import { insertLedger, insertRefund, type RefundRow, updateRefund } from './refund-store.ts'
import type { LEDGER_ACCOUNTS } from './refund-tables.ts'
import type { Scene } from './scene.ts'

type Account = (typeof LEDGER_ACCOUNTS)[number]

/** Books `amountFen` from one account to another: a debit and a credit that sum to zero. */
async function book(
  { tx, deps, now }: Scene,
  { shopId, id: refundId, amountFen }: Pick<RefundRow, 'shopId' | 'id' | 'amountFen'>,
  debit: Account,
  credit: Account,
): Promise<void> {
  if (amountFen === 0) return
  const transactionId = deps.ids.id()
  const entry = (account: Account, fen: number) => ({
    shopId,
    id: deps.ids.id(),
    transactionId,
    refundId,
    account,
    amountFen: fen,
    at: now,
  })
  await insertLedger(tx, [entry(debit, amountFen), entry(credit, -amountFen)])
}

/** The shop owes the money from now on. */
export async function planRefund(scene: Scene): Promise<void> {
  const { tx, row, deps, now } = scene
  if (scene.refund) throw new Error(`Case ${row.id} has a refund already`)
  const refund = {
    shopId: row.shopId,
    id: deps.ids.id(),
    aftersaleId: row.id,
    orderId: row.orderId,
    refundNo: `R${row.no}`,
    amountFen: row.reservedFen,
    provider: defaultProvider.name,
    status: defaultProvider.handedOver,
    attempts: 1,
    requestedAt: now,
  }
  await insertRefund(tx, refund, await sharesOf(tx, row.shopId, row.id))
  await book(scene, refund, 'sales_returns', 'refund_liability')
}

/** The money has left. Cases that never moved money have nothing to settle. */
export async function settle(scene: Scene): Promise<void> {
  const { tx, refund, now } = scene
  if (!refund) return
  await updateRefund(tx, refund, { status: 'SUCCEEDED', succeededAt: now })
  await book(scene, refund, 'refund_liability', 'cash_out')
}

/** The case closed before the money left: the shop owes nothing any more. */
export async function callOff(scene: Scene): Promise<void> {
  const { tx, refund } = scene
  if (!refund) return
  await updateRefund(tx, refund, { status: 'CLOSED' })
  await book(scene, refund, 'refund_liability', 'sales_returns')
}

/** It did not work, or nobody paid in time. What a machine is working on keeps its own status. */
export async function stall({ tx, refund }: Scene): Promise<void> {
  if (refund?.status === 'PLANNED') await updateRefund(tx, refund, { status: 'ABNORMAL' })
}

/** Once more, with the same number. */
export async function handOverAgain({ tx, refund }: Scene): Promise<void> {
  if (!refund) throw problem('wrong-status')
  const { handedOver } = providerOf(refund.provider)
  await updateRefund(tx, refund, { status: handedOver, attempts: refund.attempts + 1 })
}
