// Rows become what the contract shows. Personal data leaves masked.
import type { Order, OrderLine, OrderSummary } from '@shouhou/shared/contract/orders'
import type { Policy } from '@shouhou/shared/domain/aftersale-policy'
import { type Eligibility, eligibility } from '@shouhou/shared/domain/eligibility'
import type { Static } from 'typebox'
import { maskAddress, maskName, maskPhone, type PersonalData } from '../../crypto/personal-data.ts'
import { giftsOf } from './order-gifts.ts'
import type { LineRow, OrderRow } from './store.ts'

const iso = (at: Date | null) => at?.toISOString() ?? null
const isoOfMs = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())

/** Everything the page of one order shows. */
export interface OrderParts {
  readonly order: OrderRow
  readonly lines: readonly LineRow[]
  readonly aftersales: Order['aftersales']
  readonly inOpenAftersales: ReadonlySet<string>
  readonly policy: Policy
}

export function viewOrder(parts: OrderParts, personal: PersonalData, now: Date): Order {
  const { order } = parts
  const listFen = parts.lines.reduce((sum, line) => sum + line.unitPriceFen * line.quantity, 0)
  const goodsFen = parts.lines.reduce((sum, line) => sum + line.paidFen, 0)
  return {
    id: order.id,
    orderNo: order.orderNo,
    version: order.version,
    placedAt: order.placedAt.toISOString(),
    paidAt: order.paidAt.toISOString(),
    shippedAt: iso(order.shippedAt),
    signedAt: iso(order.signedAt),
    goodsFen: listFen,
    discountFen: listFen - goodsFen,
    freightFen: order.freightPaidFen,
    paidFen: order.paidFen,
    recipientMasked: maskRecipient(order, personal),
    lines: parts.lines.map((line) => viewLine(line, parts, now)),
    gifts: giftsOf(order, parts.lines),
    aftersales: parts.aftersales,
  }
}

interface Recipient {
  readonly name: string
  readonly phone: string
  readonly address: string
}

function maskRecipient({ recipientSealed }: OrderRow, personal: PersonalData) {
  if (recipientSealed === null) return null
  const { name, phone, address } = JSON.parse(personal.open(recipientSealed)) as Recipient
  return { name: maskName(name), phone: maskPhone(phone), address: maskAddress(address) }
}

/** What may be asked for on one line, type by type. */
function eligibilityOf(
  line: LineRow,
  { order, inOpenAftersales, policy }: Omit<OrderParts, 'aftersales'>,
  now: Date,
): Eligibility[] {
  const facts = {
    category: line.category,
    unitsFree: line.quantity - line.quantityTaken,
    inOpenAftersale: inOpenAftersales.has(line.id),
    shippedAt: (line.shippedAt ?? order.shippedAt)?.getTime() ?? null,
    signedAt: (line.signedAt ?? order.signedAt)?.getTime() ?? null,
    sevenDayReturn: line.sevenDayReturn,
    exclusionConfirmedAt: line.exclusionConfirmedAt?.getTime() ?? null,
  }
  return eligibility({ paidAt: order.paidAt.getTime() }, facts, policy, now.getTime())
}

function viewLine(line: LineRow, parts: OrderParts, now: Date): OrderLine {
  return {
    id: line.id,
    lineNo: line.lineNo,
    sku: line.sku,
    name: line.name,
    spec: line.spec,
    image: line.image,
    category: line.category,
    unitPriceFen: line.unitPriceFen,
    paidFen: line.paidFen,
    quantity: line.quantity,
    quantityTaken: line.quantityTaken,
    refundedFen: line.refundReservedFen,
    shippedAt: iso(line.shippedAt ?? parts.order.shippedAt),
    signedAt: iso(line.signedAt ?? parts.order.signedAt),
    sevenDayReturn: line.sevenDayReturn,
    eligibility: eligibilityOf(line, parts, now).map(viewEligibility),
  }
}

const viewEligibility = (e: Eligibility): OrderLine['eligibility'][number] => ({
  type: e.type,
  allowed: e.allowed,
  until: isoOfMs(e.until),
  noReasonUntil: isoOfMs(e.noReasonUntil),
  why: [...e.why],
  clause: e.clause,
  reasons: [...e.reasons],
})

export function viewSummary(
  parts: Omit<OrderParts, 'aftersales'>,
  openAftersales: number,
  now: Date,
): Static<typeof OrderSummary> {
  const { order, lines } = parts
  const found = lines.flatMap((line) => eligibilityOf(line, parts, now))
  const allowed = found.filter((one) => one.allowed).map(({ type }) => type)
  return {
    id: order.id,
    orderNo: order.orderNo,
    placedAt: order.placedAt.toISOString(),
    shippedAt: iso(order.shippedAt),
    signedAt: iso(order.signedAt),
    paidFen: order.paidFen,
    lines: lines.map(({ name, spec, image, quantity }) => ({ name, spec, image, quantity })),
    openAftersales,
    allowed: [...new Set(allowed)],
  }
}
