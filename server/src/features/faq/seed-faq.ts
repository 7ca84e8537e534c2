// The ready entries that a new shop starts with, published.
import type { Tx } from '../../db/client.ts'
import type { Deps } from '../../deps.ts'
import { faqSeeds } from '../../seeds/faq/index.ts'
import { bumpVersion, insertEntries } from './store.ts'

export async function seedFaq(deps: Deps, tx: Tx, shopId: string): Promise<void> {
  const now = deps.clock.now()
  await insertEntries(
    tx,
    faqSeeds.map(({ id: slug, category, zh, en }) => ({
      shopId,
      id: deps.ids.id(),
      slug,
      category,
      status: 'PUBLISHED' as const,
      version: 1,
      wordings: [
        { language: 'zh-CN' as const, ...zh },
        { language: 'en' as const, ...en },
      ],
      createdAt: now,
      updatedAt: now,
    })),
  )
  await bumpVersion(tx, shopId)
}
