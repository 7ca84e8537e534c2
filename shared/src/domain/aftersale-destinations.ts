// Where a transition leads when that depends on the facts: each destination names its possible statuses.

import type { AftersaleFacts, CommandInput } from './aftersale-facts.ts'
import { comesBack } from './aftersale-guards.ts'
import type { AftersaleStatus } from './aftersale-types.ts'
import { LIMITS } from './limits.ts'

/** Facts a transition changes; the status is always among them. */
export type Change = Partial<AftersaleFacts> & { readonly status: AftersaleStatus }

export interface Destination {
  readonly possible: readonly AftersaleStatus[]
  readonly go: (facts: AftersaleFacts, input: CommandInput) => Change
}

const to = (status: AftersaleStatus): Change => ({ status })
const sendBack: Change = { status: 'AWAIT_RESHIP', reshipping: 'ORIGINAL' }
const sendNew: Change = { status: 'AWAIT_RESHIP', reshipping: 'REPLACEMENT' }

/** Goods of the type are wanted back first, or the service can begin. */
function approved(facts: AftersaleFacts): Change {
  if (comesBack(facts) && !facts.goodsHeld) return to('AWAIT_RETURN')
  return served(facts)
}

/** What the type is about: money, a parcel or a repair. */
function served({ type }: AftersaleFacts): Change {
  if (type === 'EXCHANGE' || type === 'RESEND') return sendNew
  return to(type === 'REPAIR' ? 'REPAIRING' : 'REFUNDING')
}

/** Ends a case without success; goods of the shopper are never kept. */
const closed = (facts: AftersaleFacts): Change => (facts.goodsHeld ? sendBack : to('CLOSED'))

/** The parcel to the shopper has arrived; sending the original back is no service. */
const arrived = ({ reshipping }: AftersaleFacts): Change =>
  to(reshipping === 'ORIGINAL' ? 'CLOSED' : 'COMPLETED')

function offerTaken(facts: AftersaleFacts): Change {
  const { offer } = facts
  if (offer?.kind === 'CANCEL') return closed(facts)
  if (offer?.kind === 'KEEP_ITEM') return { status: 'REFUNDING', type: 'REFUND_ONLY' }
  const terms = { ...facts, type: offer?.type ?? facts.type }
  return { ...approved(terms), type: terms.type }
}

const before = ({ previousStatus }: AftersaleFacts): Change =>
  to(previousStatus ?? 'PENDING_REVIEW')

/** The promised service fails: money instead, as an offer for as long as one may still be made. */
function refundInstead(facts: AftersaleFacts, input: CommandInput): Change {
  const refund = facts.goodsHeld || facts.type === 'REPAIR' ? 'RETURN_REFUND' : 'REFUND_ONLY'
  if (facts.offersMade >= LIMITS.offers)
    return { ...approved({ ...facts, type: refund }), type: refund }
  return {
    status: 'OFFER_SENT',
    offersMade: facts.offersMade + 1,
    offer: { kind: 'CHANGE_TYPE', type: input.offer?.type ?? refund, silence: 'accept' },
  }
}

function verdict(facts: AftersaleFacts, { verdict: said }: CommandInput): Change {
  if (said === 'REFUND') return to('REFUNDING')
  if (said === 'RESHIP') return sendNew
  if (said === 'RETURN') {
    const type = facts.type === 'REFUND_ONLY' ? 'RETURN_REFUND' : facts.type
    return { status: 'AWAIT_RETURN', type }
  }
  if (facts.offlinePayout) return to('COMPLETED')
  return facts.previousStatus === 'RESHIPPED' ? arrived(facts) : closed(facts)
}

/** Destinations by name; documents draw `possible`, the machine calls `go`. */
export const DESTINATIONS = {
  approved: {
    possible: ['REFUNDING', 'AWAIT_RETURN', 'AWAIT_RESHIP', 'REPAIRING'],
    go: approved,
  },
  served: { possible: ['REFUNDING', 'AWAIT_RESHIP', 'REPAIRING'], go: served },
  closed: { possible: ['CLOSED', 'AWAIT_RESHIP'], go: closed },
  arrived: { possible: ['COMPLETED', 'CLOSED'], go: arrived },
  offerTaken: {
    possible: ['REFUNDING', 'AWAIT_RETURN', 'AWAIT_RESHIP', 'REPAIRING', 'CLOSED'],
    go: offerTaken,
  },
  previous: { possible: ['PENDING_REVIEW', 'INSPECTING', 'AWAIT_RESHIP', 'REPAIRING'], go: before },
  offerLapsed: {
    possible: ['PENDING_REVIEW', 'INSPECTING', 'REFUNDING', 'AWAIT_RETURN', 'AWAIT_RESHIP'],
    go: (facts) => (facts.offer?.silence === 'accept' ? offerTaken(facts) : before(facts)),
  },
  refundInstead: { possible: ['OFFER_SENT', 'REFUNDING', 'AWAIT_RETURN'], go: refundInstead },
  repaired: {
    possible: ['AWAIT_RESHIP', 'COMPLETED'],
    go: ({ repairMode }) =>
      repairMode === 'MAIL_IN'
        ? { status: 'AWAIT_RESHIP', reshipping: 'REPAIRED' }
        : to('COMPLETED'),
  },
  verdict: {
    possible: ['REFUNDING', 'AWAIT_RETURN', 'AWAIT_RESHIP', 'COMPLETED', 'CLOSED'],
    go: verdict,
  },
  sentBack: { possible: ['AWAIT_RESHIP'], go: () => sendBack },
  /** Stays where it is; only facts or clocks change. */
  same: { possible: [], go: ({ status }) => to(status ?? 'PENDING_REVIEW') },
} as const satisfies Record<string, Destination>
export type DestinationName = keyof typeof DESTINATIONS
