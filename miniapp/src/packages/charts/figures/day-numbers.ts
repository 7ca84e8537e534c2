// The kinds of numbers in the charts: where they come from, how they look, which list they open.
import type { DayFigures } from '@shouhou/shared/contract/figures'
import { formatFen } from '@shouhou/shared/domain/money'
import type { Translate } from '../../../i18n/index.ts'
import type { DayNumber } from './day-number.ts'
import { openQueue, openRatingsOf, openRefundsPaidOn } from './lists.ts'

const decided = (decidedBy: 'policy' | 'people') => (decidedOn: string) =>
  openQueue({ status: 'ALL', decidedOn, decidedBy, sort: 'newest' })

export const DECISIONS: readonly DayNumber[] = [
  {
    label: 'figures.byPolicy',
    kind: 'bar',
    colour: 'brand',
    stack: 'decided',
    of: ({ byPolicy }) => byPolicy,
    show: String,
    open: decided('policy'),
  },
  {
    label: 'figures.byPeople',
    kind: 'bar',
    colour: 'warn',
    stack: 'decided',
    of: ({ byPeople }) => byPeople,
    show: String,
    open: decided('people'),
  },
  {
    label: 'figures.created',
    kind: 'line',
    colour: 'mute',
    of: ({ created }) => created,
    show: String,
    open: (createdOn) => openQueue({ status: 'ALL', createdOn, sort: 'newest' }),
  },
]

const yuan = (fen: number): string => `¥${formatFen(fen)}`

export const REFUNDED: readonly DayNumber[] = [
  {
    label: 'figures.refunded',
    kind: 'bar',
    colour: 'good',
    of: ({ refundedFen }) => refundedFen,
    show: yuan,
    open: openRefundsPaidOn,
  },
]

export const STARS: readonly DayNumber[] = [
  {
    label: 'figures.average',
    kind: 'line',
    colour: 'brand',
    of: ({ ratingAverage }) => ratingAverage,
    show: (stars) => stars.toFixed(1),
    open: openRatingsOf,
  },
]

export const sumOf = (days: readonly DayFigures[], of: (day: DayFigures) => number): number =>
  days.reduce((sum, day) => sum + of(day), 0)

export const paidTotal = (days: readonly DayFigures[], t: Translate): string =>
  t('figures.refundTotal', {
    n: sumOf(days, ({ refunds }) => refunds),
    amount: yuan(sumOf(days, ({ refundedFen }) => refundedFen)),
  })

/** Each rating counts the same, however many a day has. */
export function ratingTotal(days: readonly DayFigures[], t: Translate): string {
  const n = sumOf(days, ({ ratings }) => ratings)
  const stars = sumOf(days, ({ ratings, ratingAverage }) => ratings * (ratingAverage ?? 0))
  return t('figures.ratingTotal', { n, average: n === 0 ? '–' : (stars / n).toFixed(1) })
}
