// The 60 ready FAQ entries, in the order a new shop shows them.
import { applying } from './applying.ts'
import { conditions } from './conditions.ts'
import { exchangeRepair } from './exchange-repair.ts'
import { orders } from './orders.ts'
import { problems } from './problems.ts'
import { refunds } from './refunds.ts'
import type { FaqSeed } from './seed.ts'
import { sending } from './sending.ts'
import { service } from './service.ts'

export type { FaqCategory, FaqSeed, FaqText } from './seed.ts'
export { faqCategories } from './seed.ts'

/** Entries that a new shop receives; they serve any trade and are meant to be edited. */
export const faqSeeds: readonly FaqSeed[] = [
  ...conditions,
  ...applying,
  ...sending,
  ...refunds,
  ...exchangeRepair,
  ...problems,
  ...orders,
  ...service,
]
