// May a shopper ask although the rules say no? People of the shop may decide otherwise on a period that
// is over, not on goods that are in another case already. Pure.
import type { OrderLine } from '@shouhou/shared/contract/orders'
import type { EligibilityWord } from '@shouhou/shared/domain/eligibility'

const FINAL: readonly EligibilityWord[] = [
  'type-not-offered',
  'not-paid',
  'not-shipped',
  'in-open-aftersale',
  'no-units-left',
]

/** True when an application for this type can be sent, at least for people to decide. */
export const canAsk = (possibility: OrderLine['eligibility'][number]): boolean =>
  possibility.allowed || !possibility.why.some((word) => FINAL.some((final) => final === word))
