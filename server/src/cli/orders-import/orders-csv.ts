// The CSV of orders: its columns, reading it as a stream, and what makes the file as a whole unusable.
import { createReadStream } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { CsvError, parse } from 'csv-parse'
import { type Sentence, say } from '../../http/problems.ts'

/** Columns that say something about the whole order: equal in all its rows, or empty after the first. */
export const ORDER_COLUMNS = [
  'order_no',
  'version',
  'shopper_phone',
  'shopper_openid',
  'shopper_name',
  'recipient_name',
  'recipient_phone',
  'recipient_address',
  'placed_at',
  'paid_at',
  'shipped_at',
  'signed_at',
  'freight_paid',
  'freight_full',
  'freight_free_from',
  'discounts',
  'gifts',
  'payments',
] as const
export const LINE_COLUMNS = [
  'line_no',
  'sku',
  'name',
  'spec',
  'image',
  'category',
  'unit_price',
  'paid',
  'quantity',
  'seven_day_return',
  'exclusion_confirmed_at',
  'serial_nos',
  'batch_no',
  'line_shipped_at',
  'line_signed_at',
] as const
/** Added to the file of refused rows; ignored when that file is imported again. */
export const REFUSAL_COLUMNS = ['refused_row', 'refused_because'] as const

export type OrderColumn = (typeof ORDER_COLUMNS)[number]
export type Column = OrderColumn | (typeof LINE_COLUMNS)[number]

const NEEDED: readonly Column[] = [
  'order_no',
  'placed_at',
  'paid_at',
  'payments',
  'line_no',
  'sku',
  'name',
  'category',
  'unit_price',
  'paid',
  'quantity',
  'seven_day_return',
]

export interface CsvRow {
  /** Line of the file on which it ends; the header is line 1. */
  readonly line: number
  /** As written, without spaces around; missing columns are empty. */
  get(column: Column): string
}

/** The file cannot be imported at all; nothing was sent. */
export class CsvProblem extends Error {
  readonly sentence: Sentence
  constructor(sentence: Sentence) {
    super(sentence.en)
    this.sentence = sentence
  }
}

/** Text of the file without its byte order mark; throws {@link CsvProblem} unless it is UTF-8. */
async function* textOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of createReadStream(file)) {
      yield decoder.decode(chunk as Buffer, { stream: true })
    }
    yield decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) throw new CsvProblem(NOT_UTF8)
    throw error
  }
}
const NOT_UTF8 = say(
  '文件不是 UTF-8 编码。GBK 文件请先另存为 UTF-8（iconv -f GBK -t UTF-8）',
  'The file is not UTF-8. Convert a GBK file first (iconv -f GBK -t UTF-8)',
)

/** Reads the rows one after the other, whatever the size of the file. */
export async function* readRows(file: string): AsyncGenerator<CsvRow> {
  const parser = parse({ info: true, skip_empty_lines: true, trim: true, max_record_size: 65_536 })
  pipeline(Readable.from(textOf(file)), parser, () => {})
  let columns: ReadonlyMap<string, number> | undefined
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      if (!columns) columns = readHeader(record)
      else yield rowOf(columns, record, info.lines)
    }
  } catch (error) {
    if (error instanceof CsvError) throw new CsvProblem(brokenCsv(error))
    throw error
  }
  if (!columns) throw new CsvProblem(say('文件是空的', 'The file is empty'))
}

interface Parsed {
  readonly record: string[]
  readonly info: { readonly lines: number }
}

const rowOf = (columns: ReadonlyMap<string, number>, record: string[], line: number): CsvRow => ({
  line,
  get: (column) => record[columns.get(column) ?? -1] ?? '',
})

const brokenCsv = (error: CsvError) =>
  say(
    `第 ${String(error.lines)} 行不是有效的 CSV：${error.message}`,
    `Line ${String(error.lines)} is not valid CSV: ${error.message}`,
  )

function readHeader(names: readonly string[]): ReadonlyMap<string, number> {
  const known: readonly string[] = [...ORDER_COLUMNS, ...LINE_COLUMNS, ...REFUSAL_COLUMNS]
  const list = (wrong: readonly string[]) => wrong.join(', ')
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    throw new CsvProblem(
      say(`不认识的列：${list(unknown)}`, `Columns nobody knows: ${list(unknown)}`),
    )
  }
  const twice = names.filter((name, index) => names.indexOf(name) < index)
  if (twice.length > 0) {
    throw new CsvProblem(say(`重复的列：${list(twice)}`, `Columns given twice: ${list(twice)}`))
  }
  const missing = NEEDED.filter((name) => !names.includes(name))
  if (missing.length > 0) {
    throw new CsvProblem(say(`缺少列：${list(missing)}`, `Columns are missing: ${list(missing)}`))
  }
  return new Map(names.map((name, index) => [name, index]))
}

/** What one reading of the whole file tells, before anything is sent. */
export interface Survey {
  readonly rows: number
  /** Orders whose rows must not be sent, each with the reason. */
  readonly unfit: ReadonlyMap<string, Sentence>
}

/**
 * Reads the file once to its end, so that a broken file or an order in two places is found before the
 * first half of it has been imported.
 * @throws CsvProblem
 */
export async function survey(file: string): Promise<Survey> {
  const rowsOf = new Map<string, number>()
  const unfit = new Map<string, Sentence>()
  let rows = 0
  let current: string | undefined
  for await (const row of readRows(file)) {
    rows += 1
    const orderNo = row.get('order_no')
    const count = (rowsOf.get(orderNo) ?? 0) + 1
    if (orderNo !== current && count > 1) unfit.set(orderNo, SCATTERED)
    if (count > LIMITS.linesPerOrder) unfit.set(orderNo, TOO_LONG)
    rowsOf.set(orderNo, count)
    current = orderNo
  }
  unfit.set('', say('缺少 order_no', 'order_no is missing'))
  return { rows, unfit }
}

const SCATTERED = say('同一订单的各行必须连在一起', 'The rows of an order must follow each other')
const TOO_LONG = say(
  `一个订单最多 ${LIMITS.linesPerOrder} 行`,
  `An order has at most ${LIMITS.linesPerOrder} rows`,
)
