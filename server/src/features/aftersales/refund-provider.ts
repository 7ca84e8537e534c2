// Who moves the money. The rest of the server knows a provider only by what it promises here.
import type { RefundStatus } from '@shouhou/shared/domain/aftersale-types'
import type { RefundProviderName } from './refund-tables.ts'

export interface RefundProvider {
  readonly name: RefundProviderName
  /** Where a refund stands that was just handed over, or handed over again. */
  readonly handedOver: Extract<RefundStatus, 'PLANNED' | 'SUBMITTED'>
  /** People say how the payout ended; false where only the provider's own word counts. */
  readonly confirmedByStaff: boolean
}

/** Staff pay in the payment platform's own pages and confirm with the reference they got there. */
const manual: RefundProvider = { name: 'manual', handedOver: 'PLANNED', confirmedByStaff: true }

/** An abnormal refund was paid past the provider; the shopper, or silence, says that it arrived. */
const offline: RefundProvider = {
  name: 'offline',
  handedOver: 'SUBMITTED',
  confirmedByStaff: false,
}

const PROVIDERS: Readonly<Record<RefundProviderName, RefundProvider>> = { manual, offline }

export const providerOf = (name: RefundProviderName): RefundProvider => PROVIDERS[name]
/** The provider that new refunds go to. */
export const defaultProvider = manual

/** A machine is working on it, so its outcome must be awaited. People's payouts never are. */
export const isUnderWay = (refund: { provider: RefundProviderName; status: RefundStatus }) =>
  refund.provider !== 'offline' && ['SUBMITTED', 'PROCESSING'].includes(refund.status)
