// The rows of one order become the body of the import; the server judges the rest.
import { parseYuan } from '@shouhou/shared/domain/money'
import { type Sentence, say } from '../../http/problems.ts'
import { type Column, type CsvRow, ORDER_COLUMNS, type OrderColumn } from './orders-csv.ts'

/** Why rows are refused: line of the file, column where one is to blame, and a sentence. */
export interface Refusal {
  readonly line: number
  readonly column: Column | null
  readonly because: Sentence | string
}

type Body = Record<string, unknown>

/** Collects what cannot be read, so that all of it is told at once. */
interface Reader {
  readonly row: CsvRow
  fail(column: Column, because: Sentence): undefined
}

/** The body for `PUT /orders/{orderNo}`, and what could not be read; a body with refusals is not sent. */
export function bodyOf(rows: readonly CsvRow[]): { body: Body; refusals: Refusal[] } {
  const refusals: Refusal[] = []
  const reader = (row: CsvRow): Reader => ({
    row,
    fail: (column, because) => void refusals.push({ line: row.line, column, because }),
  })
  const first = orderRow(rows)
  const readers = rows.map(reader)
  if (/^\d(\.\d+)?E\+\d+$/i.test(first.get('order_no'))) reader(first).fail('order_no', ROUNDED)
  for (const { row, fail } of readers.slice(1)) {
    for (const column of ORDER_COLUMNS) {
      if (row.get(column) !== '' && row.get(column) !== first.get(column)) fail(column, DIFFERS)
    }
  }
  const body = { ...readOrder(reader(first)), lines: readers.map(readLine) }
  return { body: withoutGaps(body), refusals }
}

const DIFFERS = say('与本订单前面的行不同', 'differs from an earlier row of this order')

const ROUNDED = say(
  '订单号被表格软件改成了科学计数法，请按文本保存',
  'a spreadsheet has rounded this order number; store it as text',
)

/** The first row, with order columns that only a later row fills in. */
function orderRow(rows: readonly CsvRow[]): CsvRow {
  const [first] = rows
  if (!first) throw new Error('An order has rows')
  const filled = (column: OrderColumn) => rows.find((row) => row.get(column) !== '') ?? first
  const isOrders = (column: Column): column is OrderColumn =>
    (ORDER_COLUMNS as readonly Column[]).includes(column)
  return {
    line: first.line,
    get: (column) => (isOrders(column) ? filled(column).get(column) : first.get(column)),
  }
}

function readOrder(r: Reader): Body {
  const phone = text(r, 'recipient_phone')
  return {
    version: whole(r, 'version') ?? 1,
    shopper: {
      phone: text(r, 'shopper_phone'),
      openid: text(r, 'shopper_openid'),
      name: text(r, 'shopper_name'),
    },
    recipient:
      phone === undefined
        ? undefined
        : { name: text(r, 'recipient_name'), phone, address: text(r, 'recipient_address') },
    placedAt: instant(r, 'placed_at'),
    paidAt: instant(r, 'paid_at'),
    shippedAt: instant(r, 'shipped_at'),
    signedAt: instant(r, 'signed_at'),
    freight: {
      paidFen: yuan(r, 'freight_paid') ?? 0,
      fullFen: yuan(r, 'freight_full') ?? yuan(r, 'freight_paid') ?? 0,
      freeFromFen: yuan(r, 'freight_free_from'),
    },
    discounts: items(r, 'discounts', ([name, amount, threshold = '0', lineNos]) => ({
      name,
      amountFen: fen(r, 'discounts', amount),
      thresholdFen: fen(r, 'discounts', threshold),
      lineNos: lineNos?.split(/\s+/),
    })),
    gifts: items(r, 'gifts', ([sku, name, quantity, declared = '0', forLineNo]) => ({
      sku,
      name,
      quantity: number(r, 'gifts', quantity),
      declaredFen: fen(r, 'gifts', declared),
      forLineNo,
    })),
    payments: items(r, 'payments', ([paymentNo, method, paid]) => ({
      paymentNo,
      method,
      paidFen: fen(r, 'payments', paid),
    })),
  }
}

const readLine = (r: Reader): Body => ({
  lineNo: text(r, 'line_no'),
  sku: text(r, 'sku'),
  name: text(r, 'name'),
  spec: text(r, 'spec'),
  image: text(r, 'image'),
  category: text(r, 'category'),
  unitPriceFen: yuan(r, 'unit_price'),
  paidFen: yuan(r, 'paid'),
  quantity: whole(r, 'quantity'),
  sevenDayReturn: yesOrNo(r, 'seven_day_return'),
  exclusionConfirmedAt: instant(r, 'exclusion_confirmed_at'),
  serialNos: text(r, 'serial_nos')?.split(/\s+/),
  batchNo: text(r, 'batch_no'),
  shippedAt: instant(r, 'line_shipped_at'),
  signedAt: instant(r, 'line_signed_at'),
})

const text = ({ row }: Reader, column: Column) => row.get(column) || undefined

const whole = (r: Reader, column: Column) => {
  const value = text(r, column)
  return value === undefined ? undefined : number(r, column, value)
}

const number = (r: Reader, column: Column, value = '') =>
  /^\d{1,10}$/.test(value)
    ? Number(value)
    : r.fail(column, say(`“${value}”不是整数`, `“${value}” is not a whole number`))

const yuan = (r: Reader, column: Column) => {
  const value = text(r, column)
  return value === undefined ? undefined : fen(r, column, value)
}

const fen = (r: Reader, column: Column, value = '') =>
  parseYuan(value) ??
  r.fail(
    column,
    say(`“${value}”不是金额（元，最多两位小数）`, `“${value}” is not an amount in yuan`),
  )

const YES = ['是', 'yes', 'true', '1']
const NO = ['否', 'no', 'false', '0']
function yesOrNo(r: Reader, column: Column): boolean | undefined {
  const value = r.row.get(column).toLowerCase()
  if (YES.includes(value)) return true
  if (NO.includes(value)) return false
  return r.fail(column, say('请填“是”或“否”', 'must be yes or no'))
}

const ZONED = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/
const LOCAL = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?$/

/** RFC 3339, or date and time without a zone, which is China time. */
function instant(r: Reader, column: Column): string | undefined {
  const value = text(r, column)
  if (value === undefined) return undefined
  const local = LOCAL.exec(value)
  const [, year, month, day, hour, minute, second = '00'] = local ?? []
  const two = (part = '') => part.padStart(2, '0')
  const day8 = `${year}-${two(month)}-${two(day)}`
  const iso = local ? `${day8}T${two(hour)}:${minute}:${second}+08:00` : value
  if ((local || ZONED.test(value)) && !Number.isNaN(Date.parse(iso))) return iso
  const because = `“${value}” is not a time like 2026-03-01 12:30 or 2026-03-01T12:30:00+08:00`
  return r.fail(column, say(`“${value}”不是时间，应如 2026-03-01 12:30`, because))
}

/** `a|b|c; d|e|f`: items by semicolons, parts by bars; empty parts are left out. */
function items(
  r: Reader,
  column: Column,
  read: (parts: readonly (string | undefined)[]) => Body,
): Body[] | undefined {
  const value = text(r, column)
  return value
    ?.split(';')
    .filter((item) => item.trim() !== '')
    .map((item) => read(item.split('|').map((part) => part.trim() || undefined)))
}

/** JSON has no undefined: fields that are not there go away, also in items. */
const withoutGaps = (body: Body): Body => JSON.parse(JSON.stringify(body)) as Body
