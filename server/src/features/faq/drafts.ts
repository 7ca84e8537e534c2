// Trying an entry before it is saved: the shop's index once more, in which the draft takes the place of
// the stored entry for a moment. The bot's own index never sees a draft.
import { type FaqIndex, putSteps, removeEntry } from '@shouhou/shared/domain/faq-index'
import type { Steps } from '@shouhou/shared/domain/steps'
import { inSlices } from '../../in-slices.ts'
import { type Answers, indexSteps, phrasingsOf } from './answers.ts'
import type { StoredWording } from './tables.ts'

export interface Draft {
  /** The stored entry it would replace, or {@link NEW_ENTRY}. */
  readonly id: string
  readonly wordings: readonly StoredWording[]
}

/** Stands for an entry that is not stored yet. */
export const NEW_ENTRY = '00000000-0000-0000-0000-000000000000'

/** Shops whose second index is kept at a time; somebody is writing there. */
const SHOPS_KEPT = 5

interface Bench {
  readonly version: number
  readonly index: FaqIndex
}

export interface DraftBench {
  /**
   * Runs `work` on the shop's index as it would be with the draft; `without` leaves the draft and what
   * is stored of it out. One after the other for each shop.
   */
  run<T>(
    answers: Answers,
    shopId: string,
    draft: Draft,
    work: (index: FaqIndex) => Steps<T>,
    how?: { readonly without?: boolean },
  ): Promise<T>
}

export function makeDraftBench(): DraftBench {
  const benches = new Map<string, Promise<Bench>>()
  const queues = new Map<string, Promise<unknown>>()

  async function benchOf(answers: Answers, shopId: string): Promise<Bench> {
    const known = await benches.get(shopId)?.catch(() => undefined)
    if (known?.version === answers.version) return known
    const { version } = answers
    const made = inSlices(indexSteps(answers)).then((index) => ({ version, index }))
    benches.delete(shopId)
    benches.set(shopId, made)
    const [oldest] = benches.keys()
    if (benches.size > SHOPS_KEPT && oldest !== undefined) benches.delete(oldest)
    return made
  }

  return {
    run(answers, shopId, draft, work, { without = false } = {}) {
      const turn = (queues.get(shopId) ?? Promise.resolve()).then(async () => {
        const { index } = await benchOf(answers, shopId)
        return inSlices(withDraft(index, answers, draft, work, without))
      })
      const settled = turn.then(
        () => {},
        () => {},
      )
      queues.set(shopId, settled)
      void settled.then(() => {
        if (queues.get(shopId) === settled) queues.delete(shopId)
      })
      return turn
    },
  }
}

function* withDraft<T>(
  index: FaqIndex,
  { entries, learnt }: Answers,
  { id, wordings }: Draft,
  work: (index: FaqIndex) => Steps<T>,
  without: boolean,
): Steps<T> {
  const stored = entries.get(id)
  try {
    if (without) removeEntry(index, id)
    else yield* putSteps(index, phrasingsOf({ id, wordings: [...wordings] }, learnt.values()))
    return yield* work(index)
  } finally {
    if (stored) yield* putSteps(index, phrasingsOf(stored, learnt.values()))
    else removeEntry(index, id)
  }
}
