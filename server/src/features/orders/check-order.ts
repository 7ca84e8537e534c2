// Is this order possible at all? Pure: the body and the time in, every contradiction out, each with
// its place and a sentence for the integrator. Shapes and signs were checked by the contract before.
import type { OrderIn } from '@shouhou/shared/contract/orders'
import { checkMoney } from './check-order-money.ts'
import { checkTimes } from './check-order-times.ts'
import { type Finding, finding } from './finding.ts'

/** Everything that contradicts itself; empty when the order may be stored. `now` is epoch ms. */
export const checkOrder = (order: OrderIn, now: number): Finding[] => [
  ...checkShopper(order),
  ...checkNumbers(order),
  ...checkSerials(order),
  ...checkReferences(order),
  ...checkMoney(order),
  ...checkTimes(order, now),
]

function checkShopper({ shopper }: OrderIn): Finding[] {
  if (shopper.phone !== undefined || shopper.openid !== undefined) return []
  return [finding('/shopper', '手机号与 openid 至少要有一个', 'needs a phone or an openid')]
}

/** Positions of values that were there before. */
function repeated(values: readonly string[]): number[] {
  const seen = new Set<string>()
  return values.flatMap((value, index) => {
    if (seen.has(value)) return [index]
    seen.add(value)
    return []
  })
}

function checkNumbers({ lines, payments }: OrderIn): Finding[] {
  const twice = (at: (i: number) => string, values: readonly string[]) =>
    repeated(values).map((i) => finding(at(i), '编号重复', 'this number is used twice'))
  return [
    ...twice(
      (i) => `/lines/${i}/lineNo`,
      lines.map((line) => line.lineNo),
    ),
    ...twice(
      (i) => `/payments/${i}/paymentNo`,
      payments.map((payment) => payment.paymentNo),
    ),
  ]
}

function checkSerials({ lines }: OrderIn): Finding[] {
  const places = lines.flatMap(({ serialNos = [] }, i) =>
    serialNos.map((serial, j) => ({ serial, pointer: `/lines/${i}/serialNos/${j}` })),
  )
  const twice = repeated(places.map(({ serial }) => serial)).map((at) =>
    finding(places[at]?.pointer ?? '', '序列号重复', 'the serial number is used twice'),
  )
  const many = lines.flatMap(({ serialNos = [], quantity }, i) =>
    serialNos.length <= quantity
      ? []
      : [
          finding(
            `/lines/${i}/serialNos`,
            `序列号有 ${serialNos.length} 个，商品只有 ${quantity} 件`,
            `${serialNos.length} serial numbers for ${quantity} units`,
          ),
        ],
  )
  return [...twice, ...many]
}

/** Discounts and gifts name lines of this order, each line once. */
function checkReferences({ lines, discounts = [], gifts = [] }: OrderIn): Finding[] {
  const known = new Set(lines.map((line) => line.lineNo))
  const named = [
    ...discounts.flatMap(({ lineNos = [] }, i) =>
      lineNos.map((lineNo, j) => ({ lineNo, pointer: `/discounts/${i}/lineNos/${j}` })),
    ),
    ...gifts.flatMap(({ forLineNo }, i) =>
      forLineNo === undefined ? [] : [{ lineNo: forLineNo, pointer: `/gifts/${i}/forLineNo` }],
    ),
  ]
  const unknown = named
    .filter(({ lineNo }) => !known.has(lineNo))
    .map(({ pointer }) => finding(pointer, '订单中没有这一行', 'no line of this order'))
  const twice = discounts.flatMap(({ lineNos = [] }, i) =>
    repeated(lineNos).map((j) =>
      finding(`/discounts/${i}/lineNos/${j}`, '同一行写了两次', 'this line is named twice'),
    ),
  )
  return [...unknown, ...twice]
}
