// The instants of an order: readable, in their natural order, and not in the future.
import type { OrderIn } from '@shouhou/shared/contract/orders'
import { type Finding, finding } from './finding.ts'

/** The clock of another system may run ahead by this much, in ms. */
const CLOCK_SKEW = 5 * 60_000
/** Nothing is older; an earlier instant is a mistake of units. */
const EARLIEST = Date.UTC(2000, 0, 1)

/** An instant (epoch ms, null when it has not come) and where it stands. */
interface Moment {
  readonly pointer: string
  readonly at: number | null
}
const moment = (pointer: string, text: string | undefined): Moment => ({
  pointer,
  at: text === undefined ? null : Date.parse(text),
})

export function checkTimes(order: OrderIn, now: number): Finding[] {
  const placed = moment('/placedAt', order.placedAt)
  const paid = moment('/paidAt', order.paidAt)
  const shipped = moment('/shippedAt', order.shippedAt)
  const signed = moment('/signedAt', order.signedAt)
  const lines = order.lines.map((line, i) => ({
    shipped: moment(`/lines/${i}/shippedAt`, line.shippedAt),
    signed: moment(`/lines/${i}/signedAt`, line.signedAt),
    confirmed: moment(`/lines/${i}/exclusionConfirmedAt`, line.exclusionConfirmedAt),
  }))
  const moments = [placed, paid, shipped, signed, ...lines.flatMap((line) => Object.values(line))]
  const senseless = moments.flatMap((m) => checkMoment(m, now))
  if (senseless.length > 0) return senseless
  const found = [
    ...(isBefore(paid, placed) ? [finding('/paidAt', '付款早于下单', 'paid before placed')] : []),
    ...(shipped.at === null ? [] : checkParcel(placed, shipped, signed)),
    // What holds for a line is its own instant, or else the order's.
    ...lines.flatMap((line) =>
      checkParcel(
        placed,
        line.shipped.at === null ? shipped : line.shipped,
        line.signed.at === null ? signed : line.signed,
      ),
    ),
    ...lines.flatMap(({ confirmed }) => checkConfirmation(paid, confirmed)),
  ]
  return [...new Map(found.map((f) => [f.pointer, f])).values()]
}

function checkMoment({ pointer, at }: Moment, now: number): Finding[] {
  if (at === null) return []
  if (Number.isNaN(at)) return [finding(pointer, '不是有效的时间', 'is not an instant')]
  if (at > now + CLOCK_SKEW) return [finding(pointer, '时间在未来', 'is in the future')]
  if (at < EARLIEST) return [finding(pointer, '时间早于 2000 年', 'is before the year 2000')]
  return []
}

const isBefore = (a: Moment, b: Moment) => a.at !== null && b.at !== null && a.at < b.at

/** Goods may leave before they are paid (cash on delivery), but not before they are ordered. */
function checkParcel(placed: Moment, shipped: Moment, signed: Moment): Finding[] {
  if (isBefore(shipped, placed)) {
    return [finding(shipped.pointer, '发货早于下单', 'shipped before placed')]
  }
  if (signed.at !== null && shipped.at === null) {
    return [finding(signed.pointer, '已签收却没有发货时间', 'signed but never shipped')]
  }
  if (isBefore(signed, shipped)) {
    return [finding(signed.pointer, '签收早于发货', 'signed before shipped')]
  }
  return []
}

/** Goods are excluded from seven-day return only by a confirmation at purchase. */
const checkConfirmation = (paid: Moment, confirmed: Moment): Finding[] =>
  isBefore(paid, confirmed)
    ? [
        finding(
          confirmed.pointer,
          '确认时间晚于付款：购买时没有确认的，不能排除七日无理由退货',
          'confirmed after the payment: only a confirmation at purchase counts',
        ),
      ]
    : []
