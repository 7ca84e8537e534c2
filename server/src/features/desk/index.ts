// What other slices may ask of the desk: the policy in force.
import { DEFAULT_POLICY, type Policy } from '@shouhou/shared/domain/aftersale-policy'
import type { Tx } from '../../db/client.ts'
import { newestPolicy } from './policy-store.ts'

/** The policy in force; a shop that has set none works by the default, which is version 1. */
export async function policyOf(
  tx: Tx,
  shopId: string,
): Promise<{ readonly version: number; readonly document: Policy }> {
  return (await newestPolicy(tx, shopId)) ?? { version: 1, document: DEFAULT_POLICY }
}
