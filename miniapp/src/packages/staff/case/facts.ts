// The machine's facts of a case as far as its page shows them, so that a sheet can say what an action
// causes by the same table the server uses. Pure.
import type { Aftersale, TimelineEntry } from '@shouhou/shared/contract/aftersale-views'
import { type AftersaleFacts, aftersaleFacts } from '@shouhou/shared/domain/aftersale-facts'
import { isEnd, type Reshipment } from '@shouhou/shared/domain/aftersale-types'

type Event = Pick<TimelineEntry, 'command' | 'from' | 'to' | 'details'>

/** @param events the timeline, oldest first */
export function factsOfCase(
  aftersale: Aftersale,
  events: readonly Event[],
  hasReturnAddress: boolean,
): AftersaleFacts {
  const { type, status, attempts, inspections } = aftersale
  const arrival = arrivalIn(status, events)
  const times = (wanted: (event: Event) => boolean) => events.filter(wanted).length
  const interrupted = status === 'OFFER_SENT' || status === 'NEED_INFO'
  return aftersaleFacts({
    type,
    status,
    attempts,
    hasReturnAddress,
    sentSince: aftersale.sentSince,
    previousStatus: interrupted ? (arrival?.from ?? null) : null,
    infoRequests: times(({ command }) => command === 'requestInfo'),
    offersMade: times(({ from, to }) => to === 'OFFER_SENT' && from !== to),
    missedDeadlines: times(({ command }) => command === 'missDeadline'),
    offer: openOffer(aftersale, arrival),
    parcelUnderWay: status === 'RETURN_SHIPPED',
    delivered: delivered(status, events),
    goodsHeld: goodsHeld(aftersale, events),
    reshipping: reshipping(aftersale, events),
    deductionOffered:
      status === 'INSPECTION_FAILED' && inspections.some(({ deductionFen }) => deductionFen > 0),
    offlinePayout: status === 'REFUNDING' && arrival?.command === 'recordOfflinePayout',
  })
}

/** What brought the case into a status. */
const arrivalIn = (status: Aftersale['status'], events: readonly Event[]): Event | undefined =>
  [...events].reverse().find(({ from, to }) => to === status && from !== to)

/** Where it still matters that a carrier has reported the delivery of the last parcel. */
const PARCEL_MATTERS = ['RETURN_SHIPPED', 'INSPECTING', 'OFFER_SENT', 'RESHIPPED']

function delivered(status: Aftersale['status'], events: readonly Event[]): boolean {
  const parcel = [...events]
    .reverse()
    .find(({ command }) => ['shipReturn', 'shipReplacement', 'reportDelivered'].includes(command))
  return parcel?.command === 'reportDelivered' && PARCEL_MATTERS.includes(status)
}

/** Only a merchant's own offer lapses in silence; a refund instead of missing goods takes effect. */
function openOffer({ offer, type, status }: Aftersale, arrival: Event | undefined) {
  if (status !== 'OFFER_SENT' || !offer) return null
  const silence = arrival === undefined || arrival.command === 'offer' ? 'decline' : 'accept'
  return { kind: offer.kind, type: offer.type ?? type, silence } as const
}

function goodsHeld({ items, status }: Aftersale, events: readonly Event[]): boolean {
  if (isEnd(status) || status === 'RESHIPPED') return false
  const counted = items.some(({ quantityReceived }) => (quantityReceived ?? 0) > 0)
  return counted || events.some(({ command }) => command === 'timeoutInspection')
}

/** Commands after which the shopper's own goods go back. */
const BACK = ['askGoodsBack', 'timeoutAppeal']

function reshipping({ status }: Aftersale, events: readonly Event[]): Reshipment | null {
  if (status !== 'AWAIT_RESHIP' && status !== 'RESHIPPED') return null
  const arrival = arrivalIn('AWAIT_RESHIP', events)
  if (!arrival) return 'REPLACEMENT'
  if (arrival.command === 'finishRepair') return 'REPAIRED'
  const withdrawn =
    arrival.from === 'OFFER_SENT' && arrivalIn('OFFER_SENT', events)?.details.kind === 'CANCEL'
  return BACK.includes(arrival.command) || withdrawn ? 'ORIGINAL' : 'REPLACEMENT'
}
