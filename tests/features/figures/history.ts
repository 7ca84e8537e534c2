// A past for a shop: things that happened on days before a moment, written as rows.
import { refunds } from '@shouhou/server/features/aftersales/refund-tables.ts'
import { aftersaleEvents, aftersales, ratings } from '@shouhou/server/features/aftersales/tables.ts'
import { DAY } from '@shouhou/shared/domain/china-time'
import { REASON_CODES } from '@shouhou/shared/domain/reasons'
import { eq } from 'drizzle-orm'
import type { TestApp } from '../../helpers/app.ts'
import type { TestShop } from '../../helpers/client.ts'

/** One thing that happened. */
export interface Happening {
  /** ms before the start. */
  readonly before: number
  readonly kind: 'created' | 'policy' | 'people' | 'refund' | 'rating'
  /** Chooses the reason, is the stars of a rating and the yuan of a refund. */
  readonly n: number
}

/** Copies the model case once for each happening, and says that it happened then. */
export async function remember(
  t: TestApp,
  shop: TestShop,
  modelId: string,
  some: readonly Happening[],
  start: Date,
): Promise<void> {
  const id = () => t.deps.ids.id()
  await t.deps.db.transact({ shopId: shop.id }, async (tx) => {
    const [model] = await tx.select().from(aftersales).where(eq(aftersales.id, modelId))
    if (!model) throw new Error('no case to copy')
    for (const { before, kind, n } of some) {
      const at = new Date(start.getTime() - before)
      const own = id()
      // Applications lie far back unless they are what happened.
      const createdAt = kind === 'created' ? at : new Date(start.getTime() - 90 * DAY)
      const reasonCode = REASON_CODES[n] as (typeof REASON_CODES)[number]
      await tx.insert(aftersales).values({ ...model, id: own, no: own, createdAt, reasonCode })
      const event = {
        shopId: shop.id,
        aftersaleId: own,
        at,
        actorRole: 'agent' as const,
        toStatus: 'AWAIT_RETURN' as const,
        details: {},
      }
      const commands = kind === 'policy' ? ['autoApprove'] : ['reject', 'approve']
      if (kind === 'policy' || kind === 'people') {
        for (const [seq, command] of commands.entries()) {
          await tx.insert(aftersaleEvents).values({ ...event, id: id(), seq: seq + 1, command })
        }
      }
      if (kind === 'refund') {
        const paid = { status: 'SUCCEEDED' as const, succeededAt: at, requestedAt: createdAt }
        await tx.insert(refunds).values({
          ...paid,
          shopId: shop.id,
          id: id(),
          aftersaleId: own,
          orderId: model.orderId,
          refundNo: own,
          amountFen: n * 100,
          provider: 'manual',
        })
      }
      if (kind === 'rating') {
        const stars = { attitude: n, speed: n, overall: n, tags: [], comment: '' }
        await tx.insert(ratings).values({ ...stars, shopId: shop.id, aftersaleId: own, at })
      }
    }
  })
}
