// SQL of settings and templates: what readers and managers write.
import { and, eq, gt, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { shoppers } from '../auth/tables.ts'
import type { Reader } from './notice-store.ts'
import type { SettingsRow, TemplateRow } from './receiver-store.ts'
import { noticeSettings, noticeTemplates } from './tables.ts'

const own = ({ shopId, readerId }: Reader) =>
  and(eq(noticeSettings.shopId, shopId), eq(noticeSettings.readerId, readerId))

type Fresh = Pick<SettingsRow, 'choices' | 'quietFrom' | 'quietTo' | 'updatedAt'>

/** The reader's row, locked; made of `fresh` when there is none. */
export async function lockSettings(tx: Tx, reader: Reader, fresh: Fresh): Promise<SettingsRow> {
  await tx
    .insert(noticeSettings)
    .values({ ...reader, ...fresh })
    .onConflictDoNothing()
  const [row] = await tx.select().from(noticeSettings).where(own(reader)).for('update')
  return row as SettingsRow
}

export type SettingsChange = Partial<Omit<SettingsRow, 'shopId' | 'readerId'>>

export async function updateSettings(
  tx: Tx,
  reader: Reader,
  change: SettingsChange,
): Promise<SettingsRow> {
  const [row] = await tx.update(noticeSettings).set(change).where(own(reader)).returning()
  return row as SettingsRow
}

/** Takes one try of a code; false when none is left. */
export async function useTry(tx: Tx, reader: Reader): Promise<boolean> {
  const used = await tx
    .update(noticeSettings)
    .set({ codeTriesLeft: sql`${noticeSettings.codeTriesLeft} - 1` })
    .where(and(own(reader), gt(noticeSettings.codeTriesLeft, 0)))
    .returning({ left: noticeSettings.codeTriesLeft })
  return used.length > 0
}

/** Adds a consent the shopper has just given elsewhere, unless it stands already. */
export async function addConsent(
  tx: Tx,
  { shopId, readerId }: Reader,
  consent: { readonly kind: string; readonly version: string; readonly at: string },
): Promise<void> {
  const missing = sql`not ${shoppers.consents} @> ${JSON.stringify([{ kind: consent.kind }])}::jsonb`
  await tx
    .update(shoppers)
    .set({ consents: sql`${shoppers.consents} || ${JSON.stringify([consent])}::jsonb` })
    .where(and(eq(shoppers.shopId, shopId), eq(shoppers.id, readerId), missing))
}

/** Stores the next version of a template; undefined when `version` is not the stored one. */
export async function putTemplate(
  tx: Tx,
  version: number,
  row: Omit<TemplateRow, 'version'>,
): Promise<TemplateRow | undefined> {
  const { shopId, event, ...change } = row
  const next = { ...change, version: version + 1 }
  const [stored] =
    version === 0
      ? await tx
          .insert(noticeTemplates)
          .values({ ...row, version: 1 })
          .onConflictDoNothing()
          .returning()
      : await tx
          .update(noticeTemplates)
          .set(next)
          .where(
            and(
              eq(noticeTemplates.shopId, shopId),
              eq(noticeTemplates.event, event),
              eq(noticeTemplates.version, version),
            ),
          )
          .returning()
  return stored
}
