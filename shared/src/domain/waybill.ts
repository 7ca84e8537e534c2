// Waybill numbers: which carrier a pasted number belongs to, and whether it can be one at all.

import { LIMITS } from './limits.ts'

/** Carriers by code. `OTHER` takes any sound number: the shopper may choose any carrier. */
export const CARRIERS = [
  'SF',
  'JD',
  'ZTO',
  'YTO',
  'STO',
  'YUNDA',
  'JTSD',
  'EMS',
  'DEPPON',
  'CAINIAO',
  'OTHER',
] as const
export type Carrier = (typeof CARRIERS)[number]

/** Public hotlines, for parcels that do not move. */
export const CARRIER_PHONES: Readonly<Partial<Record<Carrier, string>>> = {
  SF: '95338',
  JD: '950616',
  ZTO: '95311',
  YTO: '95554',
  STO: '95543',
  YUNDA: '95546',
  JTSD: '956025',
  EMS: '11183',
  DEPPON: '95353',
}

/** Shapes of numbers by prefix and length. Digits-only shapes overlap, so several may fit. */
const SHAPES: Readonly<Record<Exclude<Carrier, 'OTHER'>, RegExp>> = {
  SF: /^(SF\d{12,15}|\d{12})$/,
  JD: /^JD[A-Z0-9]{9,18}$/,
  ZTO: /^(ZT\d{10,14}|7[3-9]\d{12}|2[01]\d{10}|\d{12})$/,
  YTO: /^(YT\d{13,16}|[89]\d{17}|G\d{12})$/,
  STO: /^(77\d{13}|88\d{11}|33\d{11})$/,
  YUNDA: /^(YD\d{13,15}|[34]\d{14}|[1-4]\d{12})$/,
  JTSD: /^JT\d{13,15}$/,
  EMS: /^([A-Z]{2}\d{9}CN|1[0-3]\d{11}|9[0-9]\d{11})$/,
  DEPPON: /^(DPK\d{12}|DPL\d{12}|[5-9]\d{9})$/,
  CAINIAO: /^CN[A-Z0-9]{12,18}$/,
}

const SOUND = new RegExp(`^[A-Z0-9]{${LIMITS.waybillMinLength},${LIMITS.waybillLength}}$`)

/** As carriers print it: capitals without spaces, dashes and the words around a pasted number. */
export const tidyWaybill = (text: string): string => {
  const bare = text.toUpperCase().replace(/[\s-]/g, '')
  return /[A-Z0-9]{8,}/.exec(bare)?.[0] ?? bare
}

/** Carriers that the number fits; empty when none is known for it. */
export function recogniseCarrier(text: string): Carrier[] {
  const waybill = tidyWaybill(text)
  return CARRIERS.filter((carrier) => carrier !== 'OTHER' && SHAPES[carrier].test(waybill))
}

/**
 * The waybill number in a message that was copied whole: of all numbers in it the first that some
 * carrier would print, else the longest that could be one. Null when there is none.
 */
export function findWaybill(text: string): string | null {
  const runs: readonly string[] = text.toUpperCase().match(/[A-Z0-9]+(?:[ -][A-Z0-9]+)*/g) ?? []
  const numbers = runs
    .reduce<string[]>((all, run) => all.concat(run, run.split(/[ -]/)), [])
    .map((run) => run.replace(/[ -]/g, ''))
    .filter((run) => SOUND.test(run) && /\d{4}/.test(run))
  const known = numbers.find((number) => recogniseCarrier(number).length > 0)
  const byLength = [...numbers].sort((a, b) => b.length - a.length)
  return known ?? byLength[0] ?? null
}

export type WaybillCheck =
  | { readonly ok: true; readonly carrier: Carrier; readonly waybill: string }
  | {
      readonly ok: false
      readonly code: 'waybill-malformed' | 'waybill-of-other-carrier'
      /** Carriers that the number would fit. */
      readonly fits: readonly Carrier[]
    }

/** Is this a number of that carrier? `OTHER` accepts every sound number. */
export function checkWaybill(carrier: Carrier, text: string): WaybillCheck {
  const waybill = tidyWaybill(text)
  const fits = recogniseCarrier(waybill)
  if (!SOUND.test(waybill) || !/\d{4}/.test(waybill)) {
    return { ok: false, code: 'waybill-malformed', fits }
  }
  if (carrier === 'OTHER' || fits.includes(carrier)) return { ok: true, carrier, waybill }
  return { ok: false, code: 'waybill-of-other-carrier', fits }
}

export const isCarrier = (text: string): text is Carrier =>
  (CARRIERS as readonly string[]).includes(text)
