// What a newer version of an order may not change any more once an aftersale exists: amounts and goods
// were judged by then. Shipping and sign-off may still be set or corrected, serials may be added.
import { isDeepStrictEqual } from 'node:util'
import { type Finding, finding } from './finding.ts'
import type { LineContent, OrderContent } from './order-content.ts'

const FIXED = [
  'placedAt',
  'paidAt',
  'discounts',
  'gifts',
  'freightPaidFen',
  'freightFullFen',
  'freightFreeFromFen',
] as const
const FIXED_OF_LINE = [
  'sku',
  'name',
  'spec',
  'category',
  'unitPriceFen',
  'paidFen',
  'quantity',
  'sevenDayReturn',
  'exclusionConfirmedAt',
] as const

/** Where a field of the content stands in the body. */
const POINTERS: Record<(typeof FIXED)[number], string> = {
  placedAt: '/placedAt',
  paidAt: '/paidAt',
  discounts: '/discounts',
  gifts: '/gifts',
  freightPaidFen: '/freight/paidFen',
  freightFullFen: '/freight/fullFen',
  freightFreeFromFen: '/freight/freeFromFen',
}

const changed = (pointer: string) =>
  finding(pointer, '已有售后，不能再修改', 'cannot change once an aftersale exists')
const takenBack = (pointer: string) =>
  finding(pointer, '已有售后，不能再撤回', 'cannot be taken back once an aftersale exists')

/** Everything in `next` that is refused while aftersales of `stored` exist; empty when it may pass. */
export function lockedChanges(stored: OrderContent, next: OrderContent): Finding[] {
  const fixed = FIXED.filter((field) => !isDeepStrictEqual(stored[field], next[field]))
  const gone = stored.lines.filter(
    (line) => !next.lines.some(({ lineNo }) => lineNo === line.lineNo),
  )
  return [
    ...fixed.map((field) => changed(POINTERS[field])),
    ...(isDeepStrictEqual(byNumber(stored.payments), byNumber(next.payments))
      ? []
      : [changed('/payments')]),
    ...removedTimes(stored, next, ''),
    ...(gone.length > 0 ? [takenBack('/lines')] : []),
    ...next.lines.flatMap((line, i) => {
      const before = stored.lines.find(({ lineNo }) => lineNo === line.lineNo)
      return before ? lineChanges(before, line, `/lines/${i}`) : [changed(`/lines/${i}`)]
    }),
  ]
}

const byNumber = (payments: OrderContent['payments']) =>
  [...payments].sort((a, b) => (a.paymentNo < b.paymentNo ? -1 : 1))

function lineChanges(before: LineContent, line: LineContent, at: string): Finding[] {
  const fixed = FIXED_OF_LINE.filter((field) => !isDeepStrictEqual(before[field], line[field]))
  const serials = before.serialNos.every((serial) => line.serialNos.includes(serial))
  const batch = before.batchNo === null || before.batchNo === line.batchNo
  return [
    ...fixed.map((field) => changed(`${at}/${field}`)),
    ...removedTimes(before, line, at),
    ...(serials ? [] : [takenBack(`${at}/serialNos`)]),
    ...(batch ? [] : [changed(`${at}/batchNo`)]),
  ]
}

type Times = Pick<LineContent, 'shippedAt' | 'signedAt'>
const removedTimes = (before: Times, after: Times, at: string): Finding[] =>
  (['shippedAt', 'signedAt'] as const)
    .filter((field) => before[field] !== null && after[field] === null)
    .map((field) => takenBack(`${at}/${field}`))
