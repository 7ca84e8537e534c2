// Applying: everything is checked, calculated and promised under the lock of the order, so twenty
// applications for one unit leave one case and nineteen refusals.
import { aftersaleFacts } from '@shouhou/shared/domain/aftersale-facts'
import { type Allowed, decide } from '@shouhou/shared/domain/aftersale-machine'
import { chinaDay, startOfChinaDay } from '@shouhou/shared/domain/china-time'
import { TryAgain, type Tx } from '../../db/client.ts'
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
  freeNumber,
  insertDecision,
  insertWhole,
  queueShopper,
} from './case-store.ts'
import { newTimer } from './clock-store.ts'
import { denied } from './denied.ts'
import { openStage, performerOf, type Scene, type Stage, SYSTEM, withRow } from './scene.ts'
import { clocksOf, eventOf, take, tellLive } from './step.ts'
import type { decisions } from './tables.ts'

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
  // What does not wait for an answer is sent together; the database works it off in this order.
  const [stage, order] = await Promise.all([
    openStage({ tx, deps, now, shopId: user.shopId, by }),
    orderFor({ tx, shopId: user.shopId, by }, application.orderNo, { lock: true }),
  ])
  const [, considered] = await Promise.all([
    queueShopper(tx, order.order.shopperId),
    considerApplication(stage, order, application),
  ])
  const scene = await openCase(stage, order, application, considered)
  return approveIfClear(scene, considered)
}

/** @throws `not-found` also for an order of another shopper. */
export async function orderFor(
  { tx, shopId, by }: Pick<Stage, 'tx' | 'shopId' | 'by'>,
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
  const { tx, shopId, by } = stage
  const allowed = applied(stage, considered)
  const claim = claimFor(considered.terms, considered.quote)
  const [own] = await Promise.all([identity(stage), reserve(tx, shopId, order.id, claim)])
  const { clock } = allowed
  const shipped = askedShipped(considered)
  const kind = clock.act === 'keep' ? null : clock.kind
  const timer = kind && newTimer(clocksOf(stage, own, allowed, shipped), kind)
  const decision = decisionOf(stage, own, considered)
  const row: CaseRow = {
    ...NO_EVENTS_YET,
    ...factColumns(allowed.facts),
    ...promisedColumns(considered.quote, considered.terms),
    ...own,
    orderId: order.id,
    orderNo: order.orderNo,
    shopperId: order.shopperId,
    reasonCode: application.reasonCode,
    description: application.description,
    receivedGoods: application.receivedGoods,
    askedUnsent: !shipped,
    giftsKept: considered.terms.giftsKept,
    wantFen: considered.quote?.totalFen ?? 0,
    decisionId: decision.id,
    deadlineAt: timer?.dueAt ?? null,
  }
  const items = itemsFor([], claim, considered.terms)
  const { type, reasonCode, wantFen, description } = row
  const said = { type, reasonCode, wantFen, text: description }
  await insertWhole(tx, row, {
    items,
    shares: claim.payments,
    event: eventOf(stage, row, 1, allowed, said),
    decision,
    timers: timer ? [timer] : [],
  })
  const use = { usedBy: 'aftersale', usedById: row.id, seq: 1 } as const
  if (by.principal) await attachUploads(tx, by.principal, application.mediaIds, use)
  tellLive(stage, row)
  const stored = items.map((item) => ({ ...item, shopId, aftersaleId: row.id }))
  return withRow({ ...stage, items: stored, refund: undefined, sentSince: false }, row)
}

/** Columns that only later steps fill. */
const NO_EVENTS_YET = {
  parentId: null,
  approvedFen: null,
  statusCode: null,
  statusText: '',
  returnAddress: null,
  closeReason: null,
  completedAt: null,
} as const

/** Columns of a case that begins now. */
export async function identity(stage: Stage) {
  const { shopId, deps, now, by } = stage
  const day = new Date(startOfChinaDay(chinaDay(now.getTime())) + CHINA_OFFSET_MS)
  const date = day.toISOString().slice(0, 10).replaceAll('-', '')
  const channels = { shopper: 'shopper', integrator: 'api' } as const
  return {
    shopId,
    id: deps.ids.id(),
    no: await numberFor(stage, date),
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
const NUMBERS_TRIED = 8

/**
 * The day and six digits by chance: short enough to be read out on the phone. Numbers in a row would
 * make all applications of a shop wait for one counter, and tell strangers how many there are.
 */
async function numberFor({ tx, shopId, deps }: Stage, date: string): Promise<string> {
  const tried = Array.from({ length: NUMBERS_TRIED }, () => {
    const digits = deps.ids.random(4).readUInt32BE() % 1_000_000
    return `${date}${String(digits).padStart(6, '0')}`
  })
  const no = await freeNumber(tx, shopId, tried)
  if (no === undefined) throw new TryAgain('no case number found')
  return no
}

/** What the policy said, with everything it said it about. */
function decisionOf(
  stage: Stage,
  row: Pick<CaseRow, 'id'>,
  { facts, assessment }: Considered,
): typeof decisions.$inferInsert {
  return {
    shopId: stage.shopId,
    id: stage.deps.ids.id(),
    aftersaleId: row.id,
    policyVersion: stage.policy.version,
    facts,
    verdict: assessment.verdict,
    reasons: [...assessment.reasons],
    trace: assessment.trace,
    at: stage.now,
  }
}

/** Stores it; returns its id. */
export async function keepDecision(
  stage: Stage,
  row: Pick<CaseRow, 'id'>,
  considered: Considered,
): Promise<string> {
  const decision = decisionOf(stage, row, considered)
  await insertDecision(stage.tx, decision)
  return decision.id
}

/** A clear case goes on at once; where the machine cannot (no return address), people decide. */
export async function approveIfClear(scene: Scene, { assessment }: Considered): Promise<Scene> {
  if (assessment.verdict !== 'approve') return scene
  const alone = { ...scene, by: SYSTEM }
  if (!decide(scene.facts, 'autoApprove', 'system').ok) return scene
  return take(alone, { command: 'autoApprove' })
}
