// What a shopper can do about a case: the server's allowed commands, and rating. Pure.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'

/** Most wanted first. Answers to an offer stand on the offer's own card. */
const ACTS = [
  'supplyInfo',
  'shipReturn',
  'confirmReceipt',
  'confirmPayout',
  'acceptDeduction',
  'askGoodsBack',
  'edit',
  'cancel',
] as const

export type Act = (typeof ACTS)[number] | 'rate'

/** The buttons of a case; commands this version does not know are left out. */
export function actsOf({
  allowedCommands,
  rateUntil,
}: Pick<Aftersale, 'allowedCommands' | 'rateUntil'>): Act[] {
  const acts = ACTS.filter((act) => allowedCommands.includes(act))
  return rateUntil === null ? acts : ['rate', ...acts]
}

/** Side by side there is room for this many; more than that are folded behind the first. */
const SHOWN = 2

/** Which buttons stand in the bar, and which behind "more". */
export function inBar(acts: readonly Act[]): { shown: readonly Act[]; folded: readonly Act[] } {
  const room = acts.length > SHOWN ? 1 : SHOWN
  return { shown: acts.slice(0, room), folded: acts.slice(room) }
}
