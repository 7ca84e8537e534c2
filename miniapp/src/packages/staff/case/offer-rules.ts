// Which offers make sense in a situation; the machine's guards and the server refuse the rest. Pure.
import type { AftersaleFacts } from '@shouhou/shared/domain/aftersale-facts'
import {
  OFFER_KINDS,
  type OfferedType,
  type OfferKind,
} from '@shouhou/shared/domain/aftersale-types'

/** An exchange pays nothing, so no amount can be agreed; goods in our hands cannot be kept. */
export const kindsOf = ({ type, goodsHeld }: AftersaleFacts): OfferKind[] =>
  OFFER_KINDS.filter((kind) => {
    if (kind === 'CHANGE_AMOUNT') return type !== 'EXCHANGE'
    if (kind === 'KEEP_ITEM') return !goodsHeld && type !== 'REFUND_ONLY'
    return true
  })

/** Types to change to; a refund without goods makes no sense while we hold them. */
export const typesOf = (
  { type, goodsHeld }: AftersaleFacts,
  offered: readonly OfferedType[],
): OfferedType[] => offered.filter((one) => one !== type && !(goodsHeld && one === 'REFUND_ONLY'))

/** Whether an offer names an amount; left out, the whole calculated one is meant. */
export function amountOf(
  { type }: AftersaleFacts,
  kind: OfferKind | null,
  next: OfferedType | null,
): 'needed' | 'optional' | 'none' {
  if (kind === 'CHANGE_AMOUNT') return 'needed'
  if (kind === 'KEEP_ITEM') return type === 'EXCHANGE' ? 'none' : 'optional'
  if (kind === 'CHANGE_TYPE' && next !== null) return next === 'EXCHANGE' ? 'none' : 'optional'
  return 'none'
}
