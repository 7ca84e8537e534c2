// Changing an application: calculated, decided and promised anew, under the same number.
import { LIMITS } from '@shouhou/shared/domain/limits'
import { problem } from '../../http/problems.ts'
import { mediaOf } from '../uploads/index.ts'
import {
  askedShipped,
  type Considered,
  consider,
  demandEligible,
  demandProof,
} from './application.ts'
import { claimOf, orderOf } from './case-money.ts'
import { queueShopper } from './case-store.ts'
import type { Scene } from './scene.ts'
import { type Effect, take } from './step.ts'
import { type Application, approveIfClear, keepDecision } from './submit-aftersale.ts'

/** The case after the edit, approved at once where the policy says so. */
export async function editAftersale(scene: Scene, application: Application): Promise<Scene> {
  const order = await orderOf(scene)
  await queueShopper(scene.tx, scene.row.shopperId)
  const own = { caseId: scene.row.id, claim: await claimOf(scene) }
  const known = await filesOf(scene)
  const added = application.mediaIds.filter((id) => !known.includes(id))
  const proofs = known.length + added.length
  if (proofs > LIMITS.filesPerCase) throw problem('limit-reached', { why: 'files' })
  const considered = await consider(scene, order, application, { own, proofs })
  demandProof(scene, application.reasonCode, proofs)
  demandEligible(considered, application.humanReview)
  const { terms, quote } = considered
  const edited = await take(scene, {
    command: 'edit',
    input: { type: terms.type, ...(quote ? { amountFen: quote.totalFen } : {}) },
    ...(quote ? { refundableFen: quote.totalFen } : {}),
    effect: () => edit(scene, { ...application, mediaIds: added }, considered),
  })
  return approveIfClear(edited, considered)
}

/** Files that the case has already; the shopper may name them again. */
export async function filesOf(scene: Scene): Promise<string[]> {
  const { tx, deps, now, row, by } = scene
  if (!by.principal) return []
  const files = await mediaOf(tx, row.id, { deps, now, user: by.principal })
  return files.map(({ media }) => media.id)
}

async function edit(
  scene: Scene,
  application: Application,
  considered: Considered,
): Promise<Effect> {
  const { type, reasonCode, description, receivedGoods, mediaIds } = application
  const wantFen = considered.quote?.totalFen ?? 0
  return {
    terms: { ...considered.terms, ...(considered.quote ? { atMostFen: wantFen } : {}) },
    shipped: askedShipped(considered),
    mediaIds,
    row: {
      reasonCode,
      description,
      receivedGoods,
      askedUnsent: !askedShipped(considered),
      giftsKept: considered.terms.giftsKept,
      wantFen,
      approvedFen: null,
      decisionId: await keepDecision(scene, scene.row, considered),
    },
    details: { type, reasonCode, wantFen, text: description },
  }
}
