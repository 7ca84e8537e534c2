// A case as strangers may see it. Every field is named here, so nothing gets out by being added.
import type { SharedCase } from '@shouhou/shared/contract/shares'
import type { Tx } from '../../db/client.ts'
import { problem } from '../../http/problems.ts'
import { findShop } from '../auth/index.ts'
import { STARTING_POLICY } from '../desk/index.ts'
import { wasSentSince } from './case-parts-store.ts'
import { eventsOf, findParts } from './read-store.ts'
import { deadlineView, iso } from './view-parts.ts'

/** @throws `not-found`. The caller has checked that this case was shared. */
export async function sharedCase(
  tx: Tx,
  shopId: string,
  id: string,
): Promise<Omit<SharedCase, 'expiresAt'>> {
  const parts = await findParts(tx, { shopId, shopperId: null }, id)
  const shop = await findShop(tx, shopId)
  const row = parts?.row[0]
  if (!row || !shop) throw problem('not-found')
  const events = await eventsOf(tx, row, 0)
  const [{ document: policy } = STARTING_POLICY] = parts.policy
  return {
    shop: shop.name,
    type: row.type,
    status: row.status,
    closeReason: row.closeReason,
    // Without the variant: what is engraved or printed on made-to-order goods stands there.
    goods: parts.goods
      .filter(({ quantity }) => quantity > 0)
      .map(({ name, image, quantity }) => ({ name, image, quantity })),
    deadline: deadlineView(row, parts.timers[0], policy, wasSentSince(row, parts.goods)),
    timeline: events.map(({ event }) => ({
      at: iso(event.at),
      actor: event.actorRole,
      command: event.command,
      from: event.fromStatus,
      to: event.toStatus,
    })),
  }
}
