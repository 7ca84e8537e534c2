// Between a stored case and the facts the machine decides on.
import type { AftersaleFacts } from '@shouhou/shared/domain/aftersale-facts'
import type { CaseRow } from './case-store.ts'

/** Facts that are not columns of the case: they follow from refunds, policy and order. */
export type DerivedFacts = Pick<
  AftersaleFacts,
  'moneyUnderWay' | 'hasReturnAddress' | 'refundableFen' | 'sentSince'
>

export const factsOf = (row: CaseRow, derived: DerivedFacts): AftersaleFacts => ({
  type: row.type,
  status: row.status,
  previousStatus: row.previousStatus,
  attempts: row.attempts,
  infoRequests: row.infoRequests,
  offersMade: row.offersMade,
  missedDeadlines: row.missedDeadlines,
  offer: row.openOffer,
  parcelUnderWay: row.parcelUnderWay,
  delivered: row.delivered,
  goodsHeld: row.goodsHeld,
  reshipping: row.reshipping,
  deductionOffered: row.deductionOffered,
  offlinePayout: row.offlinePayout,
  repairMode: row.repairMode,
  ...derived,
})

/** Columns of the facts a decision ends with. */
export const factColumns = (facts: AftersaleFacts) => ({
  type: facts.type,
  status: facts.status ?? 'PENDING_REVIEW',
  previousStatus: facts.previousStatus,
  attempts: facts.attempts,
  infoRequests: facts.infoRequests,
  offersMade: facts.offersMade,
  missedDeadlines: facts.missedDeadlines,
  openOffer: facts.offer,
  parcelUnderWay: facts.parcelUnderWay,
  delivered: facts.delivered,
  goodsHeld: facts.goodsHeld,
  reshipping: facts.reshipping,
  deductionOffered: facts.deductionOffered,
  offlinePayout: facts.offlinePayout,
  repairMode: facts.repairMode,
})
