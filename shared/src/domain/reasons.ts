// Why shoppers ask, why staff refuse, why an inspection fails: codes, and what follows from each.

import type { AftersaleType } from './aftersale-types.ts'

/** First level of the reason tree. */
export const REASON_GROUPS = [
  'QUALITY',
  'WRONG_GOODS',
  'DELIVERY',
  'CHANGE_OF_MIND',
  'PRICE',
  'OTHER',
] as const
export type ReasonGroup = (typeof REASON_GROUPS)[number]

/** A picture that makes a good proof; the page shows one hint per shot. */
export const PROOF_SHOTS = [
  'FAULT_CLOSE_UP',
  'WHOLE_ITEM',
  'LABEL_OR_SERIAL',
  'OUTER_PACKAGE',
  'WAYBILL',
  'ALL_PARTS_LAID_OUT',
  'PAGE_DESCRIPTION',
  'TRACKING_PAGE',
] as const
export type ProofShot = (typeof PROOF_SHOTS)[number]

/** Who pays carriage. By law the merchant for faults (消保法 art. 24), else the shopper (art. 25). */
export type FreightPayer = 'merchant' | 'shopper'

const ALL_GOODS: readonly AftersaleType[] = ['REFUND_ONLY', 'RETURN_REFUND', 'EXCHANGE']

interface ReasonRule {
  readonly group: ReasonGroup
  readonly types: readonly AftersaleType[]
  /** Must the shopper hold the goods for this reason to make sense? */
  readonly received: 'yes' | 'no' | 'either'
  readonly needsProof: boolean
  readonly proofShots: readonly ProofShot[]
  readonly freightPayer: FreightPayer
  /** Stands on the seven-day right to return without giving a reason. */
  readonly noReason: boolean
}

const rule = (
  group: ReasonGroup,
  types: readonly AftersaleType[],
  received: ReasonRule['received'],
  proofShots: readonly ProofShot[],
  freightPayer: FreightPayer = 'merchant',
): ReasonRule => ({
  group,
  types,
  received,
  needsProof: proofShots.length > 0,
  proofShots,
  freightPayer,
  noReason: group === 'CHANGE_OF_MIND',
})

/** The whole reason tree, in the order pages show it. */
export const REASONS = {
  QUALITY_FAULT: rule('QUALITY', [...ALL_GOODS, 'REPAIR'], 'yes', ['FAULT_CLOSE_UP', 'WHOLE_ITEM']),
  NOT_AS_DESCRIBED: rule('QUALITY', ALL_GOODS, 'yes', ['WHOLE_ITEM', 'PAGE_DESCRIPTION']),
  COUNTERFEIT: rule('QUALITY', ALL_GOODS, 'yes', ['LABEL_OR_SERIAL', 'WHOLE_ITEM']),
  EXPIRED: rule('QUALITY', ALL_GOODS, 'yes', ['LABEL_OR_SERIAL']),
  WRONG_ITEM: rule('WRONG_GOODS', ALL_GOODS, 'yes', ['WHOLE_ITEM', 'WAYBILL']),
  MISSING_PARTS: rule('WRONG_GOODS', [...ALL_GOODS, 'RESEND'], 'yes', [
    'ALL_PARTS_LAID_OUT',
    'OUTER_PACKAGE',
  ]),
  PACKAGE_DAMAGED: rule('DELIVERY', [...ALL_GOODS, 'RESEND'], 'yes', [
    'OUTER_PACKAGE',
    'WAYBILL',
    'FAULT_CLOSE_UP',
  ]),
  NOT_RECEIVED: rule('DELIVERY', ['REFUND_ONLY', 'RESEND'], 'no', []),
  LATE_DELIVERY: rule('DELIVERY', ['REFUND_ONLY', 'RETURN_REFUND'], 'either', []),
  NO_REASON_7D: rule('CHANGE_OF_MIND', ['RETURN_REFUND'], 'yes', [], 'shopper'),
  SIZE_COLOR: rule('CHANGE_OF_MIND', ['RETURN_REFUND', 'EXCHANGE'], 'yes', [], 'shopper'),
  CHANGED_MIND: rule('CHANGE_OF_MIND', ['REFUND_ONLY'], 'no', [], 'shopper'),
  ORDERED_BY_MISTAKE: rule('CHANGE_OF_MIND', ['REFUND_ONLY'], 'no', [], 'shopper'),
  PRICE_DROP: rule('PRICE', ['PRICE_PROTECT'], 'either', ['PAGE_DESCRIPTION']),
  SERVICE_FAILURE: rule('OTHER', ['COMPENSATION'], 'either', []),
  OTHER: rule(
    'OTHER',
    ['REFUND_ONLY', 'RETURN_REFUND', 'EXCHANGE', 'REPAIR', 'RESEND', 'COMPENSATION'],
    'either',
    [],
    'shopper',
  ),
} as const satisfies Record<string, ReasonRule>
export type ReasonCode = keyof typeof REASONS
export const REASON_CODES = Object.keys(REASONS) as readonly ReasonCode[]

/** The rule of one code, with its widened type. */
export const reasonRule = (code: ReasonCode): ReasonRule => REASONS[code]

/** Does the code fit the type, and what the shopper says about having the goods? */
export function reasonFits(code: ReasonCode, type: AftersaleType, received: boolean): boolean {
  const { types, received: needs } = reasonRule(code)
  return types.includes(type) && (needs === 'either' || (needs === 'yes') === received)
}

/** The tree a page shows: groups in order, each with the codes that fit; empty groups are left out. */
export function reasonTree(
  type: AftersaleType,
  received: boolean,
): { group: ReasonGroup; codes: ReasonCode[] }[] {
  return REASON_GROUPS.map((group) => ({
    group,
    codes: REASON_CODES.filter((c) => REASONS[c].group === group && reasonFits(c, type, received)),
  })).filter((branch) => branch.codes.length > 0)
}

/** Why staff refuse a request; `needsEvidence` codes must come with at least one file. */
export const REFUSAL_REASONS = {
  OUT_OF_WINDOW: { needsEvidence: false },
  EXCLUDED_GOODS: { needsEvidence: false },
  PROOF_INSUFFICIENT: { needsEvidence: false },
  DUPLICATE_REQUEST: { needsEvidence: false },
  ALREADY_SHIPPED: { needsEvidence: true },
  DELIVERED_PER_CARRIER: { needsEvidence: true },
  DAMAGED_BY_USE: { needsEvidence: true },
  NOT_OUR_GOODS: { needsEvidence: true },
  BAD_FAITH: { needsEvidence: true },
  OTHER: { needsEvidence: true },
} as const
export type RefusalReason = keyof typeof REFUSAL_REASONS
export const REFUSAL_REASON_CODES = Object.keys(REFUSAL_REASONS) as readonly RefusalReason[]

export const isRefusalReason = (code: string): code is RefusalReason =>
  (REFUSAL_REASON_CODES as readonly string[]).includes(code)

/** Why returned goods do not pass. Photos are always obligatory. */
export const INSPECTION_FAIL_REASONS = [
  'NOT_INTACT',
  'USED_BEYOND_TRIAL',
  'DAMAGED_BY_SHOPPER',
  'PARTS_OR_GIFTS_MISSING',
  'WRONG_GOODS_RETURNED',
  'SERIAL_MISMATCH',
  'EMPTY_PARCEL',
  'NO_FAULT_FOUND',
  'OTHER',
] as const
export type InspectionFailReason = (typeof INSPECTION_FAIL_REASONS)[number]
