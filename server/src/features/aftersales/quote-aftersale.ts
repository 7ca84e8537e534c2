// What an application would give back and how it would be decided. Writes nothing.
import type { Quote } from '@shouhou/shared/contract/aftersale-views'
import { reasonRule } from '@shouhou/shared/domain/reasons'
import { startTimer } from '@shouhou/shared/domain/timers'
import type { Tx } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import { problem } from '../../http/problems.ts'
import type { OrderForAftersale } from '../orders/index.ts'
import {
  type Ask,
  askedShipped,
  type Considered,
  consider,
  NOTHING_YET,
  type Own,
} from './application.ts'
import { claimOf } from './case-money.ts'
import { itemsOf } from './case-store.ts'
import { findCase } from './read-store.ts'
import { openStage, performerOf, type Stage } from './scene.ts'
import { orderFor } from './submit-aftersale.ts'
import { decisionView } from './view-parts.ts'

/** @throws `not-found`, `not-offered`, `not-eligible`, `units-taken`, `invalid-input` */
export async function quoteAftersale(
  tx: Tx,
  ctx: Pick<Ctx, 'deps' | 'now' | 'user'>,
  ask: Ask & { readonly orderNo: string; readonly aftersaleId?: string },
): Promise<Quote> {
  const { deps, now, user } = ctx
  const by = performerOf(user)
  const stage = await openStage({ tx, deps, now, shopId: user.shopId, by })
  const order = await orderFor(stage, ask.orderNo, { lock: false })
  // Photos come later: the quote supposes those that the reason asks for.
  const proofs = reasonRule(ask.reasonCode).needsProof ? 1 : 0
  const considered = await consider(stage, order, ask, {
    own: await ownOf(stage, order, ask.aftersaleId),
    proofs,
  })
  const { quote, assessment } = considered
  return {
    refundFen: quote?.totalFen ?? 0,
    goodsFen: quote?.goodsFen ?? 0,
    freightFen: quote?.freightFen ?? 0,
    parts: [...(quote?.parts ?? [])],
    freightPayer: reasonRule(ask.reasonCode).freightPayer,
    decision: decisionView({ ...assessment, policyVersion: stage.policy.version, at: now }),
    answerBy: assessment.verdict === 'approve' ? null : answerBy(stage, considered),
  }
}

/** What the case to be changed holds already. @throws `not-found` also for one of another order. */
async function ownOf(
  stage: Stage,
  { order }: OrderForAftersale,
  id: string | undefined,
): Promise<Own> {
  if (id === undefined) return NOTHING_YET
  const { tx, shopId, by } = stage
  const row = await findCase(tx, { shopId, shopperId: by.role === 'shopper' ? by.id : null }, id)
  if (!row || row.orderId !== order.id) throw problem('not-found')
  const items = await itemsOf(tx, shopId, row.id)
  return { caseId: row.id, claim: await claimOf({ tx, row, items }) }
}

function answerBy(stage: Stage, considered: Considered): string {
  const { timers } = stage.policy.document
  const facts = { shipped: askedShipped(considered) }
  return new Date(startTimer('T1', timers, stage.now.getTime(), facts).dueAt).toISOString()
}
