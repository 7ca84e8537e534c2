// Applying: everything is checked, calculated and promised under the lock of the order, so twenty
// applications for one unit leave one case and nineteen refusals.
import { aftersaleFacts } from '@shouhou/shared/domain/aftersale-facts'
import { type Allowed, decide } from '@shouhou/shared/domain/aftersale-machine'
import { chinaDay, startOfChinaDay } from '@shouhou/shared/domain/china-time'
import type { Tx } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import { problem } from '../../http/problems.ts'
import { loadOrderForAftersale, type OrderForAftersale, reserve } from '../orders/index.ts'
import { attachUploads } from '../uploads/index.ts'
import {
  type Ask,
  askedShipped,
  type Considered,
  consider,
  demandEligible,
  demandProof,
  NOTHING_YET,
} from './application.ts'
import { factColumns } from './case-facts.ts'
import { claimFor, itemsFor, promisedColumns } from './case-money.ts'
import {
  type CaseRow,
  insertCase,
  insertDecision,
  nextNumber,
  queueShopper,
  saveItems,
  saveShares,
  updateCase,
} from './case-store.ts'
import { denied } from './denied.ts'
import { openStage, performerOf, type Scene, type Stage, SYSTEM, sceneOf } from './scene.ts'
import { moveClocks, take, tellLive, writeEvent } from './step.ts'

/** An application as it arrives. */
export interface Application extends Ask {
  readonly description: string
  readonly mediaIds: readonly string[]
  readonly humanReview?: boolean
}

/**
 * Makes a case, and approves it at once where the policy says so.
 * @throws `not-found`, `not-offered`, `not-eligible`, `units-taken`, `amount-exceeds-paid`,
 * `input-missing`, `upload-unusable`, `invalid-input`
 */
export async function submitAftersale(
  tx: Tx,
  ctx: Pick<Ctx, 'deps' | 'now' | 'user'>,
  application: Application & { readonly orderNo: string },
): Promise<Scene> {
  const { deps, now, user } = ctx
  const by = performerOf(user)
  const stage = await openStage({ tx, deps, now, shopId: user.shopId, by })
  const order = await orderFor(stage, application.orderNo, { lock: true })
  await queueShopper(tx, order.order.shopperId)
  const considered = await considerApplication(stage, order, application)
  const scene = await openCase(stage, order, application, considered)
  return approveIfClear(scene, considered)
}

/** @throws `not-found` also for an order of another shopper. */
export async function orderFor(
  { tx, shopId, by }: Stage,
  orderNo: string,
  lock: { readonly lock: boolean },
): Promise<OrderForAftersale> {
  const order = await loadOrderForAftersale(tx, shopId, orderNo, lock)
  if (!order || (by.role === 'shopper' && order.order.shopperId !== by.id)) {
    throw problem('not-found')
  }
  return order
}

async function considerApplication(
  stage: Stage,
  order: OrderForAftersale,
  application: Application,
): Promise<Considered> {
  const proofs = application.mediaIds.length
  const considered = await consider(stage, order, application, { own: NOTHING_YET, proofs })
  demandProof(stage, application.reasonCode, proofs)
  demandEligible(considered, application.humanReview)
  return considered
}

/** The machine's own word that this can be applied for. */
function applied(stage: Stage, { terms, quote }: Considered): Allowed {
  const facts = aftersaleFacts({
    type: terms.type,
    hasReturnAddress: stage.policy.document.returnAddress !== null,
    refundableFen: quote?.totalFen ?? 0,
  })
  const input = { type: terms.type, ...(quote ? { amountFen: quote.totalFen } : {}) }
  const decision = decide(facts, 'apply', stage.by.role, input)
  if (!decision.ok) throw denied(decision)
  return decision
}

async function openCase(
  stage: Stage,
  { order }: OrderForAftersale,
  application: Application,
  considered: Considered,
): Promise<Scene> {
  const { tx, shopId } = stage
  const allowed = applied(stage, considered)
  const claim = claimFor(considered.terms, considered.quote)
  await reserve(tx, shopId, order.id, claim)
  const row = await insertCase(tx, {
    ...factColumns(allowed.facts),
    ...promisedColumns(considered.quote, considered.terms),
    ...(await identity(stage)),
    orderId: order.id,
    orderNo: order.orderNo,
    shopperId: order.shopperId,
    reasonCode: application.reasonCode,
    description: application.description,
    receivedGoods: application.receivedGoods,
    askedUnsent: !askedShipped(considered),
    giftsKept: considered.terms.giftsKept,
    wantFen: considered.quote?.totalFen ?? 0,
  })
  await saveItems(tx, row, itemsFor([], claim, considered.terms))
  await saveShares(tx, row, claim.payments)
  await writeFirstEvent(stage, row, allowed, application)
  const decisionId = await keepDecision(stage, row, considered)
  const deadlineAt = await moveClocks(stage, row, allowed, askedShipped(considered))
  const stored = await updateCase(tx, row, { decisionId, deadlineAt })
  await tellLive(stage, stored)
  return sceneOf(stage, stored)
}

async function writeFirstEvent(
  stage: Stage,
  row: CaseRow,
  allowed: Allowed,
  { mediaIds, description }: Application,
): Promise<void> {
  const { type, reasonCode, wantFen } = row
  await writeEvent(stage, row, 1, allowed, { type, reasonCode, wantFen, text: description })
  const { principal } = stage.by
  if (!principal) return
  await attachUploads(stage.tx, principal, mediaIds, {
    usedBy: 'aftersale',
    usedById: row.id,
    seq: 1,
  })
}

/** Columns of a case that begins now. */
export async function identity(stage: Stage) {
  const { shopId, deps, now, by, tx } = stage
  const day = new Date(startOfChinaDay(chinaDay(now.getTime())) + CHINA_OFFSET_MS)
  const date = day.toISOString().slice(0, 10).replaceAll('-', '')
  const number = await nextNumber(tx, shopId, date)
  const channels = { shopper: 'shopper', integrator: 'api' } as const
  return {
    shopId,
    id: deps.ids.id(),
    no: `${date}${String(number).padStart(5, '0')}`,
    channel: by.role === 'shopper' || by.role === 'integrator' ? channels[by.role] : 'staff',
    version: 1,
    deductionFen: 0,
    // Replaced by the clock that starts in the same transaction.
    deadlineAt: now,
    createdAt: now,
    updatedAt: now,
  } as const
}
const CHINA_OFFSET_MS = 8 * 3_600_000

/** Stores what the policy said with everything it said it about. */
export async function keepDecision(
  stage: Stage,
  row: Pick<CaseRow, 'id'>,
  { facts, assessment }: Considered,
): Promise<string> {
  const id = stage.deps.ids.id()
  await insertDecision(stage.tx, {
    shopId: stage.shopId,
    id,
    aftersaleId: row.id,
    policyVersion: stage.policy.version,
    facts,
    verdict: assessment.verdict,
    reasons: [...assessment.reasons],
    trace: assessment.trace,
    at: stage.now,
  })
  return id
}

/** A clear case goes on at once; where the machine cannot (no return address), people decide. */
export async function approveIfClear(scene: Scene, { assessment }: Considered): Promise<Scene> {
  if (assessment.verdict !== 'approve') return scene
  const alone = { ...scene, by: SYSTEM }
  if (!decide(scene.facts, 'autoApprove', 'system').ok) return scene
  return take(alone, { command: 'autoApprove' })
}
