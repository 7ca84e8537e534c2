// What other slices may ask of orders.
export { loadOrderForAftersale, type OrderForAftersale } from './load-for-aftersale.ts'
export { giftsOf } from './order-gifts.ts'
export { paidOrder } from './paid-order.ts'
export { readOrders } from './read-orders.ts'
export { release, reserve } from './reserve.ts'
export type { Claim } from './reserve-store.ts'
