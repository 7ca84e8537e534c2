// What is written into a file: titled columns of a kind, and rows of values.

/** Text may come from anybody. Yuan are given in fen, times as RFC 3339. */
export type Kind = 'text' | 'yuan' | 'count' | 'time'
export type Value = string | number | null

export interface Column {
  readonly title: string
  readonly kind: Kind
}

export interface Sheet {
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: AsyncIterable<readonly Value[]>
}

/** Signs that make a spreadsheet calculate, plain and full-width, behind any blanks. */
const CALCULATES = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/

/**
 * Text that no spreadsheet takes for a formula (CWE-1236). In both formats: a workbook is saved as CSV and
 * sent on sooner or later.
 */
export const harmless = (text: string): string => (CALCULATES.test(text) ? `'${text}` : text)

const CHINA_OFFSET_MS = 8 * 3_600_000

/** `2026-03-01 12:00:00`, in China. */
export const chinaTime = (instant: string): string =>
  new Date(Date.parse(instant) + CHINA_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ')

/** Days since 1899-12-30, as spreadsheets count time; in China. */
export const serialTime = (instant: string): number =>
  (Date.parse(instant) + CHINA_OFFSET_MS) / 86_400_000 + 25_569
