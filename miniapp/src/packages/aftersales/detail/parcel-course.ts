// What is known of a parcel's way, from the events of its case. Pure.
import type { Aftersale, TimelineEntry } from '@shouhou/shared/contract/aftersale-views'
import { CARRIER_PHONES } from '@shouhou/shared/domain/waybill'

type Parcel = Aftersale['parcels'][number]

/** Commands that say something about a parcel, by its direction. */
const TOLD: Readonly<Record<Parcel['direction'], readonly string[]>> = {
  RETURN: ['shipReturn', 'reportDelivered', 'receiveReturn'],
  RESHIP: ['shipReplacement', 'confirmReceipt', 'timeoutReceipt'],
}

interface ParcelEvent {
  readonly command: string
  readonly at: string
}

/** Latest first. A corrected waybill begins the way anew: what was told of the number before is left out. */
export function parcelCourse(parcel: Parcel, events: readonly TimelineEntry[]): ParcelEvent[] {
  const told = events.filter(({ command }) => TOLD[parcel.direction].includes(command))
  const start = told.map(({ details }) => details.waybillNo).lastIndexOf(parcel.waybillNo)
  const end = told.findIndex(
    ({ details }, index) => index > start && typeof details.waybillNo === 'string',
  )
  const own = start < 0 ? [] : told.slice(start, end < 0 ? undefined : end)
  return own.map(({ command, at }) => ({ command, at })).reverse()
}

/** The carrier's public hotline; null where we know none. */
export const carrierPhone = (carrier: string): string | null =>
  CARRIER_PHONES[carrier as keyof typeof CARRIER_PHONES] ?? null

/** As the address forms of carriers read it when it is pasted: name, phone, address, in one line. */
export const pastedAddress = ({ name, phone, address }: Address): string =>
  [name, phone, address].map((part) => part.replace(/\s+/g, ' ').trim()).join(' ')

type Address = NonNullable<Aftersale['returnAddress']>
