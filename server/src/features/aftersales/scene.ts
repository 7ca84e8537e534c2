// What every step on a case works with: the locked case, its facts, the policy, who acts and when.
import type { AftersaleFacts } from '@shouhou/shared/domain/aftersale-facts'
import type { Policy } from '@shouhou/shared/domain/aftersale-policy'
import type { Actor } from '@shouhou/shared/domain/roles'
import type { Tx } from '../../db/client.ts'
import type { Deps } from '../../deps.ts'
import type { ShopPrincipal } from '../../http/context.ts'
import { problem } from '../../http/problems.ts'
import { policyOf } from '../desk/index.ts'
import { factsOf } from './case-facts.ts'
import { type CaseRow, type ItemRow, itemsOf, lockCase, sentSince } from './case-store.ts'
import { isUnderWay } from './refund-provider.ts'
import { type RefundRow, refundOf } from './refund-store.ts'

/** Who acts. Only people and integrators have a principal; the system brings no files along. */
export interface Performer {
  readonly role: Actor
  readonly id: string | null
  readonly principal: ShopPrincipal | null
}
export const SYSTEM: Performer = { role: 'system', id: null, principal: null }
export const performerOf = (user: ShopPrincipal): Performer => ({
  role: user.role,
  id: user.id,
  principal: user,
})

/** The surroundings of a step, the same for all steps of one transaction. */
export interface Stage {
  readonly tx: Tx
  readonly deps: Deps
  readonly now: Date
  readonly shopId: string
  readonly by: Performer
  readonly policy: { readonly version: number; readonly document: Policy }
}

/** A stage with the locked case on it. Steps return the next scene; nothing is changed in place. */
export interface Scene extends Stage {
  readonly row: CaseRow
  readonly items: readonly ItemRow[]
  readonly refund: RefundRow | undefined
  /** Goods have left the shop since a refund of unsent goods was asked for. */
  readonly sentSince: boolean
  readonly facts: AftersaleFacts
}

export async function openStage(
  given: Pick<Stage, 'tx' | 'deps' | 'now' | 'shopId' | 'by'>,
): Promise<Stage> {
  return { ...given, policy: await policyOf(given.tx, given.shopId) }
}

/**
 * Locks a case and reads what belongs to it.
 * @throws `not-found` for a missing case and, with the same words, for one of another shopper.
 */
export async function openScene(stage: Stage, id: string): Promise<Scene> {
  const row = await lockCase(stage.tx, stage.shopId, id)
  if (!row || (stage.by.role === 'shopper' && row.shopperId !== stage.by.id)) {
    throw problem('not-found')
  }
  return sceneOf(stage, row)
}

/** The scene of a case that the transaction holds locked already. */
export async function sceneOf(stage: Stage, row: CaseRow): Promise<Scene> {
  const items = await itemsOf(stage.tx, row.shopId, row.id)
  const refund = await refundOf(stage.tx, row.shopId, row.id)
  const sent = await sentSince(stage.tx, row.shopId, [row])
  return withRow({ ...stage, items, refund, sentSince: sent.has(row.id) }, row)
}

/** The same scene after its case row moved on. `refundableFen` is known only where a step sets it. */
export function withRow(scene: Omit<Scene, 'row' | 'facts'>, row: CaseRow): Scene {
  const { refund, policy, sentSince } = scene
  const facts = factsOf(row, {
    moneyUnderWay: refund !== undefined && isUnderWay(refund),
    hasReturnAddress: row.returnAddress !== null || policy.document.returnAddress !== null,
    refundableFen: 0,
    sentSince,
  })
  return { ...scene, row, facts }
}
