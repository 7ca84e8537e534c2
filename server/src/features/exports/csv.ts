// A sheet as CSV (RFC 4180): UTF-8 with a byte order mark, by which Excel knows Chinese.
import { chinaTime, harmless, type Kind, type Sheet, type Value } from './sheet.ts'

const MARK = '\uFEFF'

export async function* csvOf({ columns, rows }: Sheet): AsyncGenerator<string> {
  yield MARK + line(columns.map(({ title }) => quoted(title)))
  for await (const row of rows) {
    yield line(columns.map(({ kind }, at) => cell(kind, row[at] ?? null)))
  }
}

const line = (cells: readonly string[]): string => `${cells.join(',')}\r\n`

function cell(kind: Kind, value: Value): string {
  if (value === null) return ''
  if (kind === 'yuan') return (Number(value) / 100).toFixed(2)
  if (kind === 'count') return String(value)
  if (kind === 'time') return chinaTime(String(value))
  return quoted(harmless(String(value)))
}

const quoted = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
