// What notices say where a shop has not written its own words: title and body, Chinese and English.
import type { NoticeEvent } from './notice-events.ts'

/** `{places}` are filled by notice-text.ts. */
export interface NoticeText {
  readonly title: string
  readonly body: string
}
export type NoticeWording = Readonly<Record<'zh-CN' | 'en', NoticeText>>

const says = (
  [zhTitle, zhBody]: readonly [string, string],
  [title, body]: readonly [string, string],
): NoticeWording => ({ 'zh-CN': { title: zhTitle, body: zhBody }, en: { title, body } })

export const NOTICE_TEXTS: Readonly<Record<NoticeEvent, NoticeWording>> = {
  APPROVED: says(
    ['申请已通过', '您的售后单 {no} 已通过审核，打开查看下一步。'],
    ['Approved', 'Your case {no} was approved. Open it to see what comes next.'],
  ),
  REFUSED: says(
    ['申请未通过', '您的售后单 {no} 未通过审核，原因和您还可以做的都在售后单里。'],
    [
      'Not approved',
      'Your case {no} was not approved. Open it for the reason and what you can do.',
    ],
  ),
  OFFERED: says(
    ['商家提出了新方案', '商家就售后单 {no} 提出了新方案，请在 {due} 前答复。'],
    ['An offer for you', 'The shop made an offer on case {no}. Please answer by {due}.'],
  ),
  INFO_ASKED: says(
    ['需要您补充信息', '处理售后单 {no} 还缺一些信息，请在 {due} 前补充。'],
    ['Something is missing', 'Case {no} needs more information from you by {due}.'],
  ),
  GOODS_RECEIVED: says(
    ['商家已收到退货', '售后单 {no} 的退货已送达，正在验货。'],
    ['Your goods arrived', 'The goods of case {no} arrived and are being inspected.'],
  ),
  INSPECTION_PASSED: says(
    ['验货通过', '售后单 {no} 的退货已通过验货，打开查看下一步。'],
    ['Inspection passed', 'The goods of case {no} passed inspection. Open it to see what is next.'],
  ),
  INSPECTION_FAILED: says(
    ['验货有异议', '售后单 {no} 的退货验货有异议，请在 {due} 前选择处理方式。'],
    ['Inspection not passed', 'There is a question about the goods of case {no}. Choose by {due}.'],
  ),
  GOODS_SENT: says(
    ['商家已发货', '售后单 {no} 的商品已发出，收到后请确认。'],
    [
      'On its way to you',
      'The goods of case {no} are on their way. Please confirm when they arrive.',
    ],
  ),
  CASE_ENDED: says(
    ['售后单已结束', '售后单 {no} 已结束，打开查看结果。'],
    ['Case ended', 'Case {no} has ended. Open it to see the result.'],
  ),
  REFUND_STARTED: says(
    ['退款处理中', '售后单 {no} 的退款 {amount} 元正在处理，将原路退回。'],
    ['Refund on its way', 'The refund of ¥{amount} for case {no} is being paid out.'],
  ),
  PAYOUT_RECORDED: says(
    ['商家已线下退款', '商家已就售后单 {no} 线下退款 {amount} 元，请在 {due} 前确认到账。'],
    ['Paid outside', 'The shop paid ¥{amount} for case {no} directly. Please confirm by {due}.'],
  ),
  REFUND_SUCCEEDED: says(
    ['退款成功', '售后单 {no} 的退款 {amount} 元已退回原支付方式。'],
    ['Refunded', 'The refund of ¥{amount} for case {no} was paid back.'],
  ),
  REFUND_DELAYED: says(
    ['退款延迟', '售后单 {no} 的退款 {amount} 元遇到问题，商家正在处理，您无需操作。'],
    ['Refund delayed', 'The refund of ¥{amount} for case {no} is held up. The shop is on it.'],
  ),
  DEADLINE_NEAR: says(
    ['请及时处理', '售后单 {no} 在等您处理，截止 {due}。'],
    ['Waiting for you', 'Case {no} is waiting for you until {due}.'],
  ),
  STAFF_ANSWERED: says(
    ['客服回复了您', '{shop} 的客服回复了您，点击查看。'],
    ['You have an answer', 'Customer service of {shop} answered you.'],
  ),
  RATING_ASKED: says(
    ['这次售后还满意吗', '售后单 {no} 已完成，欢迎评价。'],
    ['How was it?', 'Case {no} is done. Tell us how it went.'],
  ),
  NEW_CASE: says(
    ['新的售后申请', '售后单 {no} 等待审核，截止 {due}。'],
    ['New case', 'Case {no} is waiting for a decision until {due}.'],
  ),
  SHOPPER_ANSWERED: says(
    ['顾客有了答复', '顾客更新了售后单 {no}，请查看。'],
    ['The shopper answered', 'The shopper answered on case {no}.'],
  ),
  PARCEL_COMING: says(
    ['退货已寄出', '售后单 {no} 的退货已寄出，请留意收货。'],
    ['Goods on their way', 'The goods of case {no} are on their way to you.'],
  ),
  RESHIP_DUE: says(
    ['待发货', '售后单 {no} 需要给顾客发货，截止 {due}。'],
    ['Goods to ship', 'Case {no} needs goods shipped to the shopper by {due}.'],
  ),
  REFUND_DUE: says(
    ['待退款', '售后单 {no} 需退款 {amount} 元，截止 {due}。'],
    ['Refund to pay', 'Case {no} needs a refund of ¥{amount} by {due}.'],
  ),
  REFUND_FAILED: says(
    ['退款异常', '售后单 {no} 的退款 {amount} 元没有成功，请尽快处理。'],
    ['Refund failed', 'The refund of ¥{amount} for case {no} did not work. Please look at it.'],
  ),
  DECISION_NEAR: says(
    ['审核即将超时', '售后单 {no} 需在 {due} 前处理，超时将自动推进。'],
    ['Decision due', 'Case {no} must be decided by {due}, or it goes on by itself.'],
  ),
  GOODS_NEAR: says(
    ['收发货即将超时', '售后单 {no} 的商品需在 {due} 前处理，超时将自动推进。'],
    ['Goods due', 'The goods of case {no} must be handled by {due}, or it goes on by itself.'],
  ),
  PAYOUT_NEAR: says(
    ['退款即将超时', '售后单 {no} 的退款 {amount} 元需在 {due} 前完成。'],
    ['Payout due', 'The refund of ¥{amount} for case {no} must be paid by {due}.'],
  ),
  DEADLINE_MISSED: says(
    ['已超时', '售后单 {no} 已超过处理时限，请立即处理。'],
    ['Deadline missed', 'Case {no} is past its deadline. Please act now.'],
  ),
  SHOPPER_WAITS: says(
    ['顾客在等人工客服', '有顾客在等人工客服，请尽快接待。'],
    ['A shopper is waiting', 'A shopper is waiting for a person to talk to.'],
  ),
}
