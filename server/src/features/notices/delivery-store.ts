// SQL of messages on their way out: claimed with a lease, ended by whoever still holds it.
import { and, asc, eq, isNull, lte, or, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { noticeDeliveries, noticeGrants, notices } from './tables.ts'

export type DeliveryRow = typeof noticeDeliveries.$inferSelect
export type NewDelivery = typeof noticeDeliveries.$inferInsert

export async function insertDeliveries(tx: Tx, rows: readonly NewDelivery[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insert(noticeDeliveries)
    .values([...rows])
    .onConflictDoNothing()
}

const free = (now: Date) =>
  and(
    eq(noticeDeliveries.state, 'QUEUED'),
    lte(noticeDeliveries.sendAfter, now),
    or(isNull(noticeDeliveries.leaseUntil), lte(noticeDeliveries.leaseUntil, now)),
  )

/** Takes up to `limit` messages that are due and that nobody is sending, longest waiting first. */
export async function claimDeliveries(
  tx: Tx,
  now: Date,
  lease: { readonly token: string; readonly until: Date },
  limit: number,
): Promise<DeliveryRow[]> {
  const due = await tx
    .select({ shopId: noticeDeliveries.shopId, id: noticeDeliveries.id })
    .from(noticeDeliveries)
    .where(free(now))
    .orderBy(asc(noticeDeliveries.sendAfter))
    .limit(limit)
    .for('update', { skipLocked: true })
  const rows: DeliveryRow[] = []
  for (const { shopId, id } of due) {
    const [row] = await tx
      .update(noticeDeliveries)
      .set({
        leaseToken: lease.token,
        leaseUntil: lease.until,
        attempts: sql`${noticeDeliveries.attempts} + 1`,
      })
      .where(and(eq(noticeDeliveries.shopId, shopId), eq(noticeDeliveries.id, id)))
      .returning()
    if (row) rows.push(row)
  }
  return rows
}

/** The notice of a message. */
export async function noticeOf(tx: Tx, { shopId, noticeId }: DeliveryRow) {
  const [row] = await tx
    .select()
    .from(notices)
    .where(and(eq(notices.shopId, shopId), eq(notices.id, noticeId)))
  return row
}

export type DeliveryChange = Partial<
  Pick<DeliveryRow, 'state' | 'why' | 'sendAfter' | 'attempts' | 'reference' | 'endedAt'>
>

/** Ends a try and gives the lease back; false when it was lost meanwhile, then nothing is written. */
export async function endTry(
  tx: Tx,
  delivery: DeliveryRow,
  change: DeliveryChange,
): Promise<boolean> {
  const ended = await tx
    .update(noticeDeliveries)
    .set({ ...change, leaseToken: null, leaseUntil: null })
    .where(held(delivery))
    .returning({ id: noticeDeliveries.id })
  return ended.length > 0
}

const held = ({ shopId, id, leaseToken }: DeliveryRow) =>
  and(
    eq(noticeDeliveries.shopId, shopId),
    eq(noticeDeliveries.id, id),
    eq(noticeDeliveries.leaseToken, leaseToken ?? ''),
  )

/** The reader of a notice, whose subscriptions are counted. */
type Subscriber = Pick<typeof notices.$inferSelect, 'shopId' | 'readerId'>

const grant = ({ shopId, readerId }: Subscriber, templateId: string) =>
  and(
    eq(noticeGrants.shopId, shopId),
    eq(noticeGrants.readerId, readerId),
    eq(noticeGrants.templateId, templateId),
  )

/** Takes one subscription for a message; false when none is left. A message never takes two. */
export async function takeGrant(
  tx: Tx,
  delivery: DeliveryRow,
  subscriber: Subscriber,
  templateId: string,
): Promise<boolean> {
  if (delivery.grantTemplateId !== null) return true
  const taken = await tx
    .update(noticeGrants)
    .set({ remaining: sql`${noticeGrants.remaining} - 1` })
    .where(and(grant(subscriber, templateId), sql`${noticeGrants.remaining} > 0`))
    .returning({ remaining: noticeGrants.remaining })
  if (taken.length === 0) return false
  await tx.update(noticeDeliveries).set({ grantTemplateId: templateId }).where(held(delivery))
  return true
}

/** Gives the subscription back that a message had taken and did not use. */
export async function returnGrant(
  tx: Tx,
  subscriber: Subscriber,
  templateId: string | null,
): Promise<void> {
  if (templateId === null) return
  await tx
    .update(noticeGrants)
    .set({ remaining: sql`${noticeGrants.remaining} + 1` })
    .where(grant(subscriber, templateId))
}

/** WeChat knows of no subscription: what we counted is wrong. */
export async function forgetGrants(
  tx: Tx,
  subscriber: Subscriber,
  templateId: string,
): Promise<void> {
  await tx.update(noticeGrants).set({ remaining: 0 }).where(grant(subscriber, templateId))
}

/** One more message is allowed for each accepted subscription. */
export async function addGrant(tx: Tx, subscriber: Subscriber, templateId: string): Promise<void> {
  await tx
    .insert(noticeGrants)
    .values({ ...subscriber, templateId, remaining: 1 })
    .onConflictDoUpdate({
      target: [noticeGrants.shopId, noticeGrants.readerId, noticeGrants.templateId],
      set: { remaining: sql`${noticeGrants.remaining} + 1` },
    })
}
