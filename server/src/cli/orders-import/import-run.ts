// One run of the import: reads, sends batch after batch, and keeps count. An order is sent with all
// its rows or not at all.
import type { ORDER_OUTCOMES } from '@shouhou/shared/contract/orders'
import { type Language, type Sentence, say } from '../../http/problems.ts'
import { bodyOf } from './csv-order.ts'
import { placeOf } from './order-place.ts'
import { type Column, type CsvRow, readRows, type Survey } from './orders-csv.ts'
import type { ProgressBar } from './progress-bar.ts'
import type { RefusedRows } from './refused-rows.ts'
import { type OrderToSend, type SendResult, sendOrders, type Target } from './send-orders.ts'

const ORDERS_A_BATCH = 200
/** Characters of JSON in a batch; the server takes 8 MiB. */
const BATCH_SIZE = 2_000_000

/** Orders by what became of them. */
export type Counts = Record<(typeof ORDER_OUTCOMES)[number] | 'refused', number>

interface ReadyOrder extends OrderToSend {
  readonly rows: readonly CsvRow[]
}

export interface Run {
  readonly file: string
  readonly surveyed: Survey
  readonly target: Target
  readonly bar: ProgressBar
  readonly refusedRows: RefusedRows
}

/** Sends everything that can be sent. @throws SendingStopped; what was sent before stays. */
export async function runImport(run: Run): Promise<Counts> {
  const tally = makeTally(run)
  let batch: ReadyOrder[] = []
  let size = 0
  for await (const rows of ordersIn(run)) {
    const read = readyOrder(rows, run.surveyed)
    if ('reasons' in read) {
      await run.refusedRows.add(rows, inWords(read.reasons, run.target.language))
      tally('refused', rows)
      continue
    }
    batch.push(read)
    size += JSON.stringify(read.order).length
    if (batch.length < ORDERS_A_BATCH && size < BATCH_SIZE) continue
    await sendBatch(run, tally, batch)
    batch = []
    size = 0
  }
  if (batch.length > 0) await sendBatch(run, tally, batch)
  return tally.counts
}

type Tally = ReturnType<typeof makeTally>
/** Counts orders once, also those whose rows come one by one, and moves the bar by rows. */
function makeTally({ bar }: Run) {
  const counts: Counts = { created: 0, updated: 0, unchanged: 0, refused: 0 }
  let done = 0
  const refused = new Set<string>()
  const tally = (outcome: keyof Counts, rows: readonly CsvRow[]) => {
    const orderNo = rows[0]?.get('order_no') ?? ''
    if (!refused.has(orderNo)) counts[outcome] += 1
    if (outcome === 'refused') refused.add(orderNo)
    done += rows.length
    bar.show(
      done,
      Object.entries(counts)
        .map(([name, n]) => `${name} ${n}`)
        .join(' · '),
    )
  }
  return Object.assign(tally, { counts })
}

/** The rows of one order after the other; rows of an unfit order one by one, there may be many. */
async function* ordersIn({ file, surveyed }: Run): AsyncGenerator<CsvRow[]> {
  let rows: CsvRow[] = []
  for await (const row of readRows(file)) {
    const orderNo = row.get('order_no')
    if (rows[0] && rows[0].get('order_no') !== orderNo) {
      yield rows
      rows = []
    }
    if (surveyed.unfit.has(orderNo)) yield [row]
    else rows.push(row)
  }
  if (rows.length > 0) yield rows
}

interface Reason {
  readonly line: number
  readonly column: Column | null
  readonly because: Sentence | string
}

/** Reasons in one cell: `row 5 paid: …; row 6 sku: …`. */
const inWords = (reasons: readonly Reason[], language: Language): string =>
  reasons
    .map(({ line, column, because }) => {
      const words = typeof because === 'string' ? because : because[language]
      const row = language === 'zh' ? `第 ${line} 行` : `row ${line}`
      return `${row}${column ? ` ${column}` : ''}: ${words}`
    })
    .join('; ')

function readyOrder(
  rows: readonly CsvRow[],
  { unfit }: Survey,
): ReadyOrder | { reasons: Reason[] } {
  const orderNo = rows[0]?.get('order_no') ?? ''
  const because = unfit.get(orderNo)
  if (because) {
    return { reasons: rows.map(({ line }) => ({ line, column: 'order_no', because })) }
  }
  const { body, refusals } = bodyOf(rows)
  return refusals.length > 0 ? { reasons: refusals } : { orderNo, order: body, rows }
}

async function sendBatch(run: Run, tally: Tally, batch: readonly ReadyOrder[]): Promise<void> {
  const results = await sendOrders(
    run.target,
    batch.map(({ orderNo, order }) => ({ orderNo, order })),
  )
  for (const [index, { rows }] of batch.entries()) {
    const result = results[index]
    const outcome = result?.outcome ?? 'refused'
    if (outcome === 'refused') {
      await run.refusedRows.add(rows, inWords(reasonsOf(rows, result), run.target.language))
    }
    tally(outcome, rows)
  }
}

function reasonsOf(rows: readonly CsvRow[], result: SendResult | undefined): Reason[] {
  const { title = '', detail, errors = [] } = result?.problem ?? {}
  if (errors.length === 0) return [{ ...placeOf(rows, ''), because: detail ?? title }]
  return errors.map(({ pointer, message }) => ({ ...placeOf(rows, pointer), because: message }))
}

/** What became of the file. */
export const summary = (counts: Counts, refusedFile: string): Sentence =>
  counts.refused === 0
    ? say('全部订单已导入', 'All orders are in')
    : say(
        `${counts.refused} 个订单未导入，原因见 ${refusedFile}`,
        `${counts.refused} orders were refused, the reasons are in ${refusedFile}`,
      )
