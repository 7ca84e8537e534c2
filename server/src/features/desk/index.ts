// What other slices may ask of the desk: the policy in force.
import { DEFAULT_POLICY, type Policy } from '@shouhou/shared/domain/aftersale-policy'
import type { Tx } from '../../db/client.ts'
import { policyNow } from './policy-store.ts'

export { policyInForce } from './policy-store.ts'
export { listRatings } from './rating-store.ts'

export interface PolicyInForce {
  readonly version: number
  readonly document: Policy
}

/** What a shop works by that has set no policy. */
export const STARTING_POLICY: PolicyInForce = { version: 1, document: DEFAULT_POLICY }

/** The policy in force. */
export async function policyOf(tx: Tx, shopId: string): Promise<PolicyInForce> {
  return (await policyNow(tx, shopId)) ?? STARTING_POLICY
}
