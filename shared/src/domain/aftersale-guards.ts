// Conditions of the transition table. Each looks at facts and input only and names what is missing.

import type { AftersaleFacts, CommandInput } from './aftersale-facts.ts'
import type { AftersaleType, Offers } from './aftersale-types.ts'
import { LIMITS } from './limits.ts'
import { INSPECTION_FAIL_REASONS, isRefusalReason, REFUSAL_REASONS } from './reasons.ts'
import type { Actor } from './roles.ts'
import { isStaff } from './roles.ts'

/** Why a command is refused, as a problem code of the API. */
export type DenialCode =
  | 'wrong-status'
  | 'not-allowed'
  | 'not-offered'
  | 'limit-reached'
  | 'input-missing'
  | 'amount-exceeds-paid'

/** What a guard may look at. */
export interface GuardScene {
  readonly facts: AftersaleFacts
  readonly input: CommandInput
  readonly actor: Actor
  readonly offers: Offers
}

interface Guard {
  readonly code: DenialCode
  /** Looks at the input: can only be checked once somebody acts, not when buttons are drawn. */
  readonly onInput: boolean
  readonly holds: (scene: GuardScene) => boolean
}

const onFacts = (code: DenialCode, holds: (facts: AftersaleFacts) => boolean): Guard => ({
  code,
  onInput: false,
  holds: ({ facts }) => holds(facts),
})
const onInput = (code: DenialCode, holds: Guard['holds']): Guard => ({ code, onInput: true, holds })

const isAmount = (fen: number | undefined): boolean => Number.isSafeInteger(fen) && (fen ?? 0) > 0

/** Types that make sense while the shop holds the goods. */
const HOLDS: readonly AftersaleType[] = ['RETURN_REFUND', 'EXCHANGE', 'REPAIR']

/** Types whose goods must come back before anything is paid or sent. */
export const comesBack = ({ type, repairMode }: AftersaleFacts): boolean =>
  type === 'RETURN_REFUND' || type === 'EXCHANGE' || (type === 'REPAIR' && repairMode !== 'ON_SITE')

/** All guards. The name doubles as the stable word that tells a person what is in the way. */
export const GUARDS = {
  'type-offered': onInput('not-offered', ({ facts, input, offers }) =>
    offers.types.includes(input.offer?.type ?? input.type ?? facts.type),
  ),
  'disputes-offered': {
    code: 'not-offered',
    onInput: false,
    holds: ({ offers }: GuardScene) => offers.disputes,
  },
  'attempts-left': onFacts('limit-reached', (f) => f.attempts < LIMITS.attempts),
  'info-requests-left': onFacts('limit-reached', (f) => f.infoRequests < LIMITS.infoRequests),
  'offers-left': onFacts('limit-reached', (f) => f.offersMade < LIMITS.offers),
  'no-parcel-under-way': onFacts('wrong-status', (f) => !f.parcelUnderWay),
  'no-goods-held': onFacts('wrong-status', (f) => !f.goodsHeld),
  'goods-held': onFacts('wrong-status', (f) => f.goodsHeld),
  'goods-arrived': onFacts('wrong-status', (f) => f.goodsHeld || f.delivered),
  'no-money-under-way': onFacts('wrong-status', (f) => !f.moneyUnderWay),
  'no-payout-recorded': onFacts('wrong-status', (f) => !f.offlinePayout),
  'payout-recorded': onFacts('wrong-status', (f) => f.offlinePayout),
  'not-yet-delivered': onFacts('wrong-status', (f) => !f.delivered),
  // Only people can stop a parcel or say that it is too late; silence must not give it away.
  'nothing-sent-since': onFacts('wrong-status', (f) => !f.sentSince),
  'replacement-due': onFacts('wrong-status', (f) => f.reshipping === 'REPLACEMENT'),
  'money-type': onFacts('wrong-status', (f) => f.type === 'RETURN_REFUND'),
  'deduction-offered': onFacts('wrong-status', (f) => f.deductionOffered),
  'return-address': onFacts('input-missing', (f) => {
    const kept = f.offer?.kind === 'KEEP_ITEM' || f.offer?.kind === 'CANCEL'
    const terms = { ...f, type: f.offer?.type ?? f.type }
    return f.hasReturnAddress || f.goodsHeld || kept || !comesBack(terms)
  }),
  'offer-possible': onInput('input-missing', ({ facts, input: { offer, amountFen } }) => {
    if (!offer) return false
    if (offer.kind === 'CHANGE_TYPE') {
      const next = offer.type
      return next !== undefined && next !== facts.type && (!facts.goodsHeld || HOLDS.includes(next))
    }
    if (offer.kind === 'CHANGE_AMOUNT') return isAmount(amountFen)
    return offer.kind === 'CANCEL' || !facts.goodsHeld
  }),
  'amount-within-refundable': onInput(
    'amount-exceeds-paid',
    ({ facts, input: { amountFen } }) =>
      amountFen === undefined ||
      (Number.isSafeInteger(amountFen) && amountFen >= 0 && amountFen <= facts.refundableFen),
  ),
  'amount-given': onInput('input-missing', ({ input }) => isAmount(input.amountFen)),
  'words-given': onInput('input-missing', ({ input }) => (input.text ?? '').trim() !== ''),
  'refusal-reasoned': onInput('input-missing', ({ input: { reasonCode = '', evidence = 0 } }) => {
    if (!isRefusalReason(reasonCode)) return false
    return !REFUSAL_REASONS[reasonCode].needsEvidence || evidence > 0
  }),
  'failure-proved': onInput(
    'input-missing',
    ({ input: { reasonCode = '', evidence = 0 } }) =>
      (INSPECTION_FAIL_REASONS as readonly string[]).includes(reasonCode) && evidence > 0,
  ),
  'waybill-valid': onInput('input-missing', ({ input }) => input.waybillValid === true),
  'received-counted': onInput('input-missing', ({ actor, input }) =>
    actor === 'system' ? true : countsFit(input, 'received'),
  ),
  'passed-counted': onInput(
    'input-missing',
    ({ input }) =>
      countsFit(input, 'passed') && (input.lines ?? []).some((line) => line.passed > 0),
  ),
  'reference-given': onInput(
    'input-missing',
    ({ actor, input }) => !isStaff(actor) || (input.reference ?? '').trim() !== '',
  ),
  'verdict-possible': onInput('input-missing', ({ facts, input: { verdict } }) => {
    if (verdict === 'RETURN') return !facts.goodsHeld && facts.hasReturnAddress
    if (verdict === 'CLOSE') return !facts.moneyUnderWay
    return verdict !== undefined
  }),
} as const satisfies Record<string, Guard>
export type GuardName = keyof typeof GUARDS
export const GUARD_NAMES = Object.keys(GUARDS) as readonly GuardName[]

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0

/** 0 ≤ passed ≤ received ≤ requested on every line. */
function countsFit({ lines }: CommandInput, upTo: 'received' | 'passed'): boolean {
  if (!lines || lines.length === 0) return false
  return lines.every(
    ({ requested, received, passed }) =>
      isCount(received) &&
      received <= requested &&
      (upTo === 'received' || (isCount(passed) && passed <= received)),
  )
}
