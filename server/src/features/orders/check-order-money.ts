// The amounts of an order: nothing above its price, discounts that explain what was not paid, and
// payments that cover exactly the goods and the freight.
import type { OrderIn } from '@shouhou/shared/contract/orders'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { formatFen, sumFen } from '@shouhou/shared/domain/money'
import { type Finding, finding } from './finding.ts'

type LineIn = OrderIn['lines'][number]
const listFen = (line: LineIn) => line.unitPriceFen * line.quantity
const reductionFen = (line: LineIn) => listFen(line) - line.paidFen

export const checkMoney = (order: OrderIn): Finding[] => [
  ...checkPrices(order),
  ...checkDiscounts(order),
  ...checkFreight(order),
  ...checkPayments(order),
]

function checkPrices({ lines, freight }: OrderIn): Finding[] {
  const overpaid = lines.flatMap((line, i) => {
    if (line.paidFen <= listFen(line)) return []
    const [paid, list] = [formatFen(line.paidFen), formatFen(listFen(line))]
    const zh = `实付 ${paid} 元超过单价×数量 ${list} 元`
    return [
      finding(`/lines/${i}/paidFen`, zh, `${paid} yuan is more than price × quantity, ${list}`),
    ]
  })
  if (sumFen(lines.map(listFen)) + freight.fullFen <= LIMITS.amountFen) return overpaid
  const most = formatFen(LIMITS.amountFen)
  return [
    ...overpaid,
    finding('/lines', `订单总额超过 ${most} 元`, `the order is worth more than ${most} yuan`),
  ]
}

/** Every discount within the lines it covers, and all of them together exactly what was not paid. */
function checkDiscounts({ lines, discounts = [] }: OrderIn): Finding[] {
  const covers = discounts.map(({ lineNos }) => {
    const named = lineNos && new Set(lineNos)
    return new Set(named ? lines.filter((line) => named.has(line.lineNo)) : lines)
  })
  const findings = discounts.flatMap((discount, i) => {
    const cover = covers[i] ?? new Set()
    const inside = discounts.filter((_, j) =>
      [...(covers[j] ?? [])].every((line) => cover.has(line)),
    )
    return checkDiscount(discount, i, [...cover], sumFen(inside.map((d) => d.amountFen)))
  })
  if (findings.length > 0) return findings
  const claimed = sumFen(discounts.map((d) => d.amountFen))
  const given = sumFen(lines.map(reductionFen))
  if (claimed === given) return []
  const [sum, gap] = [formatFen(claimed), formatFen(given)]
  const zh = `优惠合计 ${sum} 元，与商品减免合计 ${gap} 元不一致`
  return [
    finding('/discounts', zh, `discounts of ${sum} yuan do not explain a reduction of ${gap}`),
  ]
}

/** `claimedFen`: this discount and all that cover no line outside of it. */
function checkDiscount(
  discount: NonNullable<OrderIn['discounts']>[number],
  index: number,
  covered: readonly LineIn[],
  claimedFen: number,
): Finding[] {
  const at = `/discounts/${index}`
  const goodsFen = sumFen(covered.map(listFen))
  if (goodsFen < discount.thresholdFen) {
    const [goods, from] = [formatFen(goodsFen), formatFen(discount.thresholdFen)]
    const zh = `参与商品共 ${goods} 元，未达到门槛 ${from} 元`
    return [
      finding(`${at}/thresholdFen`, zh, `the covered goods, ${goods} yuan, do not reach ${from}`),
    ]
  }
  const givenFen = sumFen(covered.map(reductionFen))
  if (claimedFen <= givenFen) return []
  const [claimed, given] = [formatFen(claimedFen), formatFen(givenFen)]
  const zh = `优惠 ${claimed} 元超过所含商品的实际减免 ${given} 元`
  const en = `${claimed} yuan is more than the covered lines were reduced, ${given}`
  return [finding(`${at}/amountFen`, zh, en)]
}

function checkFreight({ freight }: OrderIn): Finding[] {
  if (freight.paidFen <= freight.fullFen) return []
  const [paid, full] = [formatFen(freight.paidFen), formatFen(freight.fullFen)]
  const zh = `实付运费 ${paid} 元超过原运费 ${full} 元`
  return [finding('/freight/paidFen', zh, `${paid} yuan is more than the full freight, ${full}`)]
}

function checkPayments({ lines, freight, payments }: OrderIn): Finding[] {
  const paidFen = sumFen(payments.map((payment) => payment.paidFen))
  const dueFen = sumFen(lines.map((line) => line.paidFen)) + freight.paidFen
  if (paidFen === dueFen) return []
  const [paid, due] = [formatFen(paidFen), formatFen(dueFen)]
  const zh = `支付合计 ${paid} 元，与商品实付加运费 ${due} 元不一致`
  return [
    finding('/payments', zh, `payments of ${paid} yuan differ from lines and freight, ${due}`),
  ]
}
