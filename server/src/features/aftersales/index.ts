// What other slices may ask of aftersales.

export { fireTimers } from './fire-timers.ts'
export { refundHandlers } from './pay-refund.ts'
export { casesOfShopper } from './read-store.ts'
