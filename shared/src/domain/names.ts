// What types and statuses are called, in Chinese and English: pages and the bot say the same.
import type { AftersaleStatus, AftersaleType } from './aftersale-types.ts'

export type Name = readonly [zh: string, en: string]

export const TYPE_NAMES = {
  REFUND_ONLY: ['仅退款', 'Refund only'],
  RETURN_REFUND: ['退货退款', 'Return and refund'],
  EXCHANGE: ['换货', 'Exchange'],
  REPAIR: ['维修', 'Repair'],
  RESEND: ['补寄', 'Resend'],
  PRICE_PROTECT: ['价保', 'Price protection'],
  COMPENSATION: ['补偿', 'Compensation'],
} as const satisfies Record<AftersaleType, Name>

export const STATUS_NAMES = {
  PENDING_REVIEW: ['待审核', 'Under review'],
  NEED_INFO: ['待补充', 'More information needed'],
  OFFER_SENT: ['协商待确认', 'Offer to answer'],
  AWAIT_RETURN: ['待寄回', 'Send the goods back'],
  RETURN_SHIPPED: ['退货在途', 'Goods on their way back'],
  INSPECTING: ['验货中', 'Being inspected'],
  INSPECTION_FAILED: ['验货异议', 'Inspection not passed'],
  REPAIRING: ['维修中', 'Being repaired'],
  AWAIT_RESHIP: ['待发货', 'To be shipped'],
  RESHIPPED: ['待收货', 'On its way to you'],
  REFUNDING: ['退款中', 'Refund on its way'],
  REFUND_ABNORMAL: ['退款异常', 'Refund held up'],
  REJECTED: ['已拒绝', 'Refused'],
  DISPUTED: ['平台介入', 'Platform decides'],
  COMPLETED: ['已完成', 'Completed'],
  CLOSED: ['已关闭', 'Closed'],
} as const satisfies Record<AftersaleStatus, Name>
