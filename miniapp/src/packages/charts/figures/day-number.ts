// A kind of number that a chart and its table show for each day.
import type { DayFigures } from '@shouhou/shared/contract/figures'
import type { PlainKey } from '../../../i18n/index.ts'
import type { Series } from '../option.ts'

/** One kind of number of a day. */
export interface DayNumber {
  readonly label: PlainKey
  readonly kind: Series['kind']
  readonly colour: Series['colour']
  readonly stack?: string
  readonly of: (day: DayFigures) => number | null
  readonly show: (value: number) => string
  /** Opens the list that the number counts. */
  readonly open: (day: string) => void
}

/** `03-01` of `2026-03-01`. */
export const shortDay = (day: string): string => day.slice(5)
