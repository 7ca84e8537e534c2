// What a filter asks for beyond its tab, in words.
import { formatFen } from '@shouhou/shared/domain/money'
import { type Translate, wordFor } from '../../../i18n/index.ts'
import { type Extra, extrasOf, type QueueFilter, without } from './filters.ts'

interface ExtraWord {
  readonly extra: Extra
  readonly text: string
  /** The filter without it. */
  readonly gone: QueueFilter
}

export const extraWords = (filter: QueueFilter, t: Translate): ExtraWord[] =>
  extrasOf(filter).map((extra) => ({
    extra,
    text: wordOf(filter, extra, t),
    gone: without(filter, extra),
  }))

function wordOf(filter: QueueFilter, extra: Extra, t: Translate): string {
  const { type, reasonCode, minFen = 0, maxFen = 0, due, created, decided, decidedBy } = filter
  if (extra === 'type') return wordFor('type.', type ?? '')
  if (extra === 'reasonCode') return wordFor('reason.', reasonCode ?? '')
  if (extra === 'minFen') return t('queue.from', { amount: `¥${formatFen(minFen)}` })
  if (extra === 'maxFen') return t('queue.upTo', { amount: `¥${formatFen(maxFen)}` })
  if (extra === 'due') return wordFor('queue.', due ?? '')
  if (extra === 'created') return t('queue.createdIn', { when: wordFor('period.', created ?? '') })
  if (extra === 'createdOn') return t('queue.createdIn', { when: filter.createdOn ?? '' })
  if (extra === 'decidedOn') return t('queue.decidedIn', { when: filter.decidedOn ?? '' })
  if (extra === 'decided') return t('queue.decidedIn', { when: wordFor('period.', decided ?? '') })
  return wordFor('decidedBy.', decidedBy ?? '')
}
