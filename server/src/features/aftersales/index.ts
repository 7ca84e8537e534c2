// What other slices may ask of aftersales.

export { lockCase } from './case-store.ts'
export { type RecentDecision, recentDecisions } from './decision-store.ts'
export { fireTimers } from './fire-timers.ts'
export { readRefunds, refundHandlers } from './pay-refund.ts'
export { caseFor, readList } from './read-aftersales.ts'
export { casesOfShopper } from './read-store.ts'
export { sharedCase } from './shared-case.ts'
