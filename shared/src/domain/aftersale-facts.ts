// What the transition table may look at: the facts of one aftersale and what a command brings along.

import type {
  AftersaleStatus,
  AftersaleType,
  OfferKind,
  RepairMode,
  Reshipment,
  Verdict,
} from './aftersale-types.ts'
import type { Fen } from './money.ts'

/** Terms that wait for the shopper's answer. */
export interface OpenOffer {
  readonly kind: OfferKind
  /** Type of the aftersale once accepted. */
  readonly type: AftersaleType
  /** What silence means: a merchant's wish lapses, a refund instead of missing goods takes effect. */
  readonly silence: 'accept' | 'decline'
}

/** Everything a decision rests on. Stored as columns; a decision returns the next facts whole. */
export interface AftersaleFacts {
  readonly type: AftersaleType
  /** Null before the application exists. */
  readonly status: AftersaleStatus | null
  /** Where an offer, a question or a dispute was opened from; null otherwise. */
  readonly previousStatus: AftersaleStatus | null
  /** Applications so far: the first one and every edit. */
  readonly attempts: number
  readonly infoRequests: number
  readonly offersMade: number
  readonly missedDeadlines: number
  readonly offer: OpenOffer | null
  /** A parcel with the shopper's goods is on its way to the shop. */
  readonly parcelUnderWay: boolean
  /** The carrier has reported the delivery of the parcel that is under way now. */
  readonly delivered: boolean
  /** The shop holds goods that belong to the shopper. */
  readonly goodsHeld: boolean
  readonly reshipping: Reshipment | null
  /** The failed inspection came with a lower amount that the shopper may accept. */
  readonly deductionOffered: boolean
  /** A payout outside the system was recorded and waits for the shopper's check. */
  readonly offlinePayout: boolean
  /** A refund was asked for before anything had left the shop, and goods have left it since. */
  readonly sentSince: boolean
  /** A payment provider is working on a refund: its outcome must be awaited. */
  readonly moneyUnderWay: boolean
  /** The shop has told the system where returned goods go. */
  readonly hasReturnAddress: boolean
  /** Most that may still be refunded for these lines. */
  readonly refundableFen: Fen
  readonly repairMode: RepairMode | null
}

/** Quantities of one line as requested, received and passed. */
export interface LineCount {
  readonly requested: number
  readonly received: number
  readonly passed: number
}

/** What a command brings along; each command demands its part (see the guards of its row). */
export interface CommandInput {
  readonly type?: AftersaleType
  readonly reasonCode?: string
  /** Words of whoever acts. */
  readonly text?: string
  /** Number of photos and videos attached. */
  readonly evidence?: number
  readonly amountFen?: Fen
  readonly offer?: { readonly kind: OfferKind; readonly type?: AftersaleType }
  readonly waybillValid?: boolean
  readonly lines?: readonly LineCount[]
  readonly verdict?: Verdict
  /** Number of a payment or payout outside the system. */
  readonly reference?: string
}

/** Facts of an application that does not exist yet, with whatever is known already. */
export const aftersaleFacts = (
  known: Partial<AftersaleFacts> & Pick<AftersaleFacts, 'type'>,
): AftersaleFacts => ({
  status: null,
  previousStatus: null,
  attempts: 0,
  infoRequests: 0,
  offersMade: 0,
  missedDeadlines: 0,
  offer: null,
  parcelUnderWay: false,
  delivered: false,
  goodsHeld: false,
  reshipping: null,
  deductionOffered: false,
  offlinePayout: false,
  sentSince: false,
  moneyUnderWay: false,
  hasReturnAddress: true,
  refundableFen: 0,
  repairMode: known.type === 'REPAIR' ? 'MAIL_IN' : null,
  ...known,
})
