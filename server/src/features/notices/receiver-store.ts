// SQL about readers: how they want to be told, and where they can be reached.
import type { NoticeEvent } from '@shouhou/shared/domain/notice-events'
import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { accounts, shoppers, shops } from '../auth/tables.ts'
import { noticeGrants, noticeSettings, noticeTemplates } from './tables.ts'

export type SettingsRow = typeof noticeSettings.$inferSelect
export type TemplateRow = typeof noticeTemplates.$inferSelect

export async function settingsOf(
  tx: Tx,
  shopId: string,
  readerIds: readonly string[],
): Promise<ReadonlyMap<string, SettingsRow>> {
  const rows = await tx
    .select()
    .from(noticeSettings)
    .where(and(eq(noticeSettings.shopId, shopId), inArray(noticeSettings.readerId, [...readerIds])))
  return new Map(rows.map((row) => [row.readerId, row]))
}

/** Consents, language and sealed addresses of a shopper. */
export async function shopperFor(tx: Tx, shopId: string, id: string) {
  const [row] = await tx
    .select({
      id: shoppers.id,
      consents: shoppers.consents,
      language: shoppers.language,
      phoneSealed: shoppers.phoneSealed,
      openidSealed: shoppers.openidSealed,
    })
    .from(shoppers)
    .where(and(eq(shoppers.shopId, shopId), eq(shoppers.id, id)))
  return row
}
export type ShopperForNotice = NonNullable<Awaited<ReturnType<typeof shopperFor>>>

export async function languageOfAccount(tx: Tx, id: string): Promise<string> {
  const [row] = await tx
    .select({ language: accounts.language })
    .from(accounts)
    .where(eq(accounts.id, id))
  return row?.language ?? 'zh-CN'
}

export async function shopName(tx: Tx, shopId: string): Promise<string> {
  const [row] = await tx.select({ name: shops.name }).from(shops).where(eq(shops.id, shopId))
  return row?.name ?? ''
}

export async function templateOf(
  tx: Tx,
  shopId: string,
  event: NoticeEvent,
): Promise<TemplateRow | undefined> {
  const [row] = await tx
    .select()
    .from(noticeTemplates)
    .where(and(eq(noticeTemplates.shopId, shopId), eq(noticeTemplates.event, event)))
  return row
}

/** The templates that a shop has written; at most one for each event. */
export const templatesOf = (tx: Tx, shopId: string): Promise<TemplateRow[]> =>
  tx.select().from(noticeTemplates).where(eq(noticeTemplates.shopId, shopId))

export async function grantsLeft(
  tx: Tx,
  shopId: string,
  readerId: string,
  templateId: string,
): Promise<number> {
  const [row] = await tx
    .select({ remaining: noticeGrants.remaining })
    .from(noticeGrants)
    .where(
      and(
        eq(noticeGrants.shopId, shopId),
        eq(noticeGrants.readerId, readerId),
        eq(noticeGrants.templateId, templateId),
      ),
    )
  return row?.remaining ?? 0
}
