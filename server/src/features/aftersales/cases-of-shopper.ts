// A shopper's own cases in short, for the bot.
import { and, desc, eq } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { aftersales } from './tables.ts'

const NEWEST = 20

/** The newest cases of a shopper, newest first. */
export const casesOfShopper = (tx: Tx, shopId: string, shopperId: string) =>
  tx
    .select({
      id: aftersales.id,
      no: aftersales.no,
      type: aftersales.type,
      status: aftersales.status,
      deadlineAt: aftersales.deadlineAt,
      updatedAt: aftersales.updatedAt,
    })
    .from(aftersales)
    .where(and(eq(aftersales.shopId, shopId), eq(aftersales.shopperId, shopperId)))
    .orderBy(desc(aftersales.createdAt), desc(aftersales.id))
    .limit(NEWEST)
