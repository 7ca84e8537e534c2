// What types, statuses and reasons are called, in Chinese and English: pages, the bot and exported files say
// the same.
import type { AftersaleStatus, AftersaleType, RefundStatus } from './aftersale-types.ts'
import type { ReasonCode } from './reasons.ts'

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

export const REASON_NAMES = {
  QUALITY_FAULT: ['商品有质量问题', 'The goods are faulty'],
  NOT_AS_DESCRIBED: ['与描述不符', 'Not as described'],
  COUNTERFEIT: ['怀疑是假货', 'May be counterfeit'],
  EXPIRED: ['已过期或临期', 'Expired or about to'],
  WRONG_ITEM: ['发错货', 'Wrong goods sent'],
  MISSING_PARTS: ['少件或缺配件', 'Something is missing'],
  PACKAGE_DAMAGED: ['包装或商品破损', 'Damaged on the way'],
  NOT_RECEIVED: ['没有收到货', 'Not received'],
  LATE_DELIVERY: ['发货或送货太慢', 'Too late'],
  NO_REASON_7D: ['七天无理由退货', 'Seven-day return, no reason needed'],
  SIZE_COLOR: ['尺码、颜色不合适', 'Wrong size or colour for me'],
  CHANGED_MIND: ['不想要了', 'I do not want it any more'],
  ORDERED_BY_MISTAKE: ['拍错了', 'Ordered by mistake'],
  PRICE_DROP: ['买贵了', 'The price dropped'],
  SERVICE_FAILURE: ['服务不周', 'Poor service'],
  OTHER: ['其他原因', 'Another reason'],
} as const satisfies Record<ReasonCode, Name>

export const REFUND_NAMES = {
  PLANNED: ['等待打款', 'Waiting to be paid'],
  SUBMITTED: ['已提交打款', 'Submitted'],
  PROCESSING: ['打款处理中', 'Being processed'],
  SUCCEEDED: ['已退款', 'Paid back'],
  ABNORMAL: ['打款异常', 'Held up'],
  CLOSED: ['已取消', 'Called off'],
} as const satisfies Record<RefundStatus, Name>

export const RATE_TAG_NAMES = {
  FAST: ['处理快', 'Fast'],
  FRIENDLY: ['态度好', 'Friendly'],
  CLEAR: ['说明清楚', 'Clear'],
  FAIR: ['处理公平', 'Fair'],
  SLOW: ['处理慢', 'Slow'],
  UNFRIENDLY: ['态度差', 'Unfriendly'],
  UNCLEAR: ['说明不清', 'Unclear'],
  UNFAIR: ['处理不公', 'Unfair'],
} as const satisfies Record<string, Name>
