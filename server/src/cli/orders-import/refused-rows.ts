// The file of refused rows: the rows as they came, each with its line and the reasons of its order, so
// that it can be repaired and imported again.
import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import {
  type Column,
  type CsvRow,
  LINE_COLUMNS,
  ORDER_COLUMNS,
  REFUSAL_COLUMNS,
} from './orders-csv.ts'

const COLUMNS: readonly Column[] = [...ORDER_COLUMNS, ...LINE_COLUMNS]

export interface RefusedRows {
  /** Adds the rows of one order with one text of reasons. */
  add(rows: readonly CsvRow[], because: string): Promise<void>
  close(): Promise<void>
}

const quoted = (value: string) =>
  /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
const csvLine = (values: readonly string[]) => `${values.map(quoted).join(',')}\r\n`

/** Opens nothing until a row is refused; a file of an earlier run goes away. */
export async function openRefusedRows(file: string): Promise<RefusedRows> {
  await rm(file, { force: true })
  let stream: WriteStream | undefined
  const open = () => {
    const opened = createWriteStream(file)
    // The mark lets spreadsheets see that it is UTF-8.
    opened.write(`\uFEFF${csvLine([...COLUMNS, ...REFUSAL_COLUMNS])}`)
    return opened
  }
  return {
    async add(rows, because) {
      stream ??= open()
      for (const row of rows) {
        const values = [...COLUMNS.map((column) => row.get(column)), String(row.line), because]
        if (!stream.write(csvLine(values))) await once(stream, 'drain')
      }
    },
    async close() {
      if (!stream) return
      stream.end()
      await finished(stream)
    },
  }
}
