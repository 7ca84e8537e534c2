// Words for the codes of the rules: reasons, parts of a refund, rules of a decision, clauses, deadlines,
// what was done. Shoppers and staff read the same ones.
import type { Command } from '@shouhou/shared/domain/aftersale-commands'
import type {
  CloseReason,
  Grade,
  OfferKind,
  ParcelDirection,
  ParcelStatus,
  RefundStatus,
} from '@shouhou/shared/domain/aftersale-types'
import type { AssessRule, Outcome } from '@shouhou/shared/domain/assess'
import type { Law } from '@shouhou/shared/domain/clauses'
import type { EligibilityWord } from '@shouhou/shared/domain/eligibility'
import { RATE_TAG_NAMES, REASON_NAMES, REFUND_NAMES } from '@shouhou/shared/domain/names'
import type {
  InspectionFailReason,
  ProofShot,
  ReasonCode,
  ReasonGroup,
  RefusalReason,
} from '@shouhou/shared/domain/reasons'
import type { RefundPartCode } from '@shouhou/shared/domain/refund-order'
import type { Carrier } from '@shouhou/shared/domain/waybill'
import { prefixed, type Word, type Words } from './words.ts'

type Each<P extends string, Code extends string> = Record<`${P}.${Code}`, Word>

const reasons = {
  'reasonGroup.QUALITY': ['质量与描述', 'Quality'],
  'reasonGroup.WRONG_GOODS': ['错发漏发', 'Wrong or missing goods'],
  'reasonGroup.DELIVERY': ['物流问题', 'Delivery'],
  'reasonGroup.CHANGE_OF_MIND': ['不想要了', 'Change of mind'],
  'reasonGroup.PRICE': ['价格问题', 'Price'],
  'reasonGroup.OTHER': ['其他', 'Other'],

  ...prefixed('reason.', REASON_NAMES),

  'shot.FAULT_CLOSE_UP': ['问题部位近照', 'the fault, close up'],
  'shot.WHOLE_ITEM': ['商品整体照', 'the whole item'],
  'shot.LABEL_OR_SERIAL': ['吊牌、标签或序列号', 'label or serial number'],
  'shot.OUTER_PACKAGE': ['外包装', 'the outer package'],
  'shot.WAYBILL': ['快递面单', 'the waybill'],
  'shot.ALL_PARTS_LAID_OUT': ['收到的全部物品摆在一起', 'everything received, laid out'],
  'shot.PAGE_DESCRIPTION': ['商品页面截图', 'a screenshot of the description'],
  'shot.TRACKING_PAGE': ['物流信息截图', 'a screenshot of the tracking'],

  'refusal.OUT_OF_WINDOW': ['超过申请期限', 'The period is over'],
  'refusal.EXCLUDED_GOODS': ['商品不支持无理由退货', 'Goods without seven-day return'],
  'refusal.PROOF_INSUFFICIENT': ['凭证不足', 'Not enough proof'],
  'refusal.DUPLICATE_REQUEST': ['重复申请', 'Asked for twice'],
  'refusal.ALREADY_SHIPPED': ['商品已发出', 'Already shipped'],
  'refusal.DELIVERED_PER_CARRIER': ['物流显示已签收', 'Delivered, says the carrier'],
  'refusal.DAMAGED_BY_USE': ['使用造成损坏', 'Damaged by use'],
  'refusal.NOT_OUR_GOODS': ['不是本店商品', 'Not our goods'],
  'refusal.BAD_FAITH': ['不符合诚信原则', 'Not in good faith'],
  'refusal.OTHER': ['其他原因', 'Another reason'],

  'inspection.NOT_INTACT': ['商品不完好', 'Not intact'],
  'inspection.USED_BEYOND_TRIAL': ['超出合理试用', 'Used beyond a trial'],
  'inspection.DAMAGED_BY_SHOPPER': ['人为损坏', 'Damaged by the shopper'],
  'inspection.PARTS_OR_GIFTS_MISSING': ['缺少配件或赠品', 'Parts or gifts missing'],
  'inspection.WRONG_GOODS_RETURNED': ['寄回的商品不符', 'Other goods came back'],
  'inspection.SERIAL_MISMATCH': ['序列号不符', 'Serial number differs'],
  'inspection.EMPTY_PARCEL': ['空包裹', 'Empty parcel'],
  'inspection.NO_FAULT_FOUND': ['未发现问题', 'No fault found'],
  'inspection.OTHER': ['其他原因', 'Another reason'],
} as const satisfies Words &
  Each<'reasonGroup', ReasonGroup> &
  Each<'reason', ReasonCode> &
  Each<'shot', ProofShot> &
  Each<'refusal', RefusalReason> &
  Each<'inspection', InspectionFailReason>

const money = {
  'part.paid-share': ['商品实付金额', 'Paid for the goods'],
  'part.discount-lost': [
    '退货后不再满足优惠门槛，扣回优惠',
    'The rest no longer reaches the threshold of a discount',
  ],
  'part.discount-regained': [
    '此前扣回的优惠，现予退还',
    'A discount kept back earlier is paid back now',
  ],
  'part.free-freight-lost': [
    '退货后不再满足包邮门槛，扣除运费',
    'The rest no longer reaches free delivery',
  ],
  'part.gift-due': ['赠品需一并寄回，不扣款', 'The gift comes back too; nothing is kept for it'],
  'part.gift-kept': ['赠品未退回，按标价扣除', 'A gift is kept: its declared price'],
  'part.inspection-deduction': ['验货协商扣款', 'Deduction agreed at inspection'],
  'part.freight-unshipped': ['尚未发货，退还运费', 'Not shipped: delivery is paid back'],
  'part.freight-fault': ['商家责任，退还运费', 'The shop is at fault: delivery is paid back'],
  'part.freight-kept': ['个人原因，发货运费不退', 'Change of mind: delivery is not paid back'],
  'part.agreed': ['按双方约定的金额调整', 'Adjusted to the agreed amount'],
  'part.paid-cap': ['不超过剩余实付金额', 'No more than is left of the payment'],

  ...prefixed('refund.', REFUND_NAMES),

  'offer.CHANGE_TYPE': ['改为{type}', 'Change to: {type}'],
  'offer.CHANGE_AMOUNT': ['调整退款金额', 'Another amount'],
  'offer.KEEP_ITEM': ['商品不用退回，直接退款', 'Keep the goods and get a refund'],
  'offer.CANCEL': ['撤销本次售后', 'Withdraw the case'],
} as const satisfies Words &
  Each<'part', RefundPartCode> &
  Each<'refund', RefundStatus> &
  Each<'offer', OfferKind>

const rules = {
  'verdict.approve': ['符合规则，自动通过', 'Within the rules: approved at once'],
  'verdict.review': ['由商家审核', 'The shop decides'],
  'verdict.refuse': ['按规则暂不符合条件', 'Not within the rules'],

  'decided.approve': ['符合规则，已自动通过', 'Within the rules: was approved at once'],
  'decided.review': ['已转由商家人工审核', 'Was handed to the shop to decide'],
  'decided.refuse': ['按规则未能自动通过', 'Was not within the rules'],
  'rule.type-offered': ['本店提供此类售后', 'The shop offers this'],
  'rule.paid': ['订单已付款', 'The order is paid'],
  'rule.reason-fits': ['原因与售后类型相符', 'The reason fits the request'],
  'rule.units-free': ['商品数量可申请', 'The units are free'],
  'rule.window': ['在申请期限内', 'Within the period'],
  'rule.exclusion': ['支持无理由退货', 'Seven-day return applies'],
  'rule.proof': ['已提供凭证', 'Proof is given'],
  'rule.type-automatic': ['此类售后可自动通过', 'This kind may be automatic'],
  'rule.amount-limit': ['不超过自动通过金额', 'Within the automatic limit'],
  'rule.before-shipping': ['未发货可自动通过', 'Not shipped: may be automatic'],
  'rule.keep-item': ['不退货的金额上限', 'Limit without sending back'],
  'rule.daily-count': ['今日自动通过次数', 'Automatic approvals today'],
  'rule.daily-amount': ['今日自动通过金额', 'Automatic amount today'],
  'rule.velocity': ['近 30 天申请次数', 'Requests in 30 days'],
  'rule.case-rate': ['近 90 天售后比例', 'Cases for each 100 orders, 90 days'],
  'rule.flagged': ['无异常记录', 'No marks of bad faith'],
  'outcome.pass': ['符合', 'Fits'],
  'outcome.review': ['需人工判断', 'People decide'],
  'outcome.refuse': ['不符合', 'Does not fit'],
  'trace.values': ['实际：{fact}；要求：{threshold}', 'Is: {fact}; needed: {threshold}'],
  'trace.automatic': ['本店设置：{type}可自动通过', 'The shop lets {type} be automatic'],
  'trace.byPeople': ['本店设置：{type}由商家人工审核', 'In this shop people decide about {type}'],
  'trace.unshippedAutomatic': ['本店设置：未发货的可自动通过', 'Unshipped goods may be automatic'],
  'trace.unshippedByPeople': [
    '本店设置：未发货的也由人工审核',
    'People decide about unshipped goods',
  ],
  'trace.instant': [
    '申请时间：{fact}；期限：{threshold}',
    'Asked: {fact}; period ends: {threshold}',
  ],
  'fact.yes': ['是', 'yes'],
  'fact.no': ['否', 'no'],
  'fact.offered': ['本店提供', 'offered'],
  'fact.ordinary': ['普通商品', 'ordinary goods'],
  'fact.excluded': ['不支持无理由退货', 'without seven-day return'],
  'fact.none': ['不限', 'no end'],

  'why.type-not-offered': ['本店未开通', 'The shop does not offer it'],
  'why.not-paid': ['订单未付款', 'Not paid yet'],
  'why.not-shipped': ['还没有发货', 'Not shipped yet'],
  'why.already-received': ['已签收，不能再按未收货申请', 'It was delivered already'],
  'why.in-open-aftersale': ['正在售后中', 'In a case already'],
  'why.no-units-left': ['已全部申请过售后', 'All units had a case'],
  'why.window-over': ['已过申请期限', 'The period is over'],
  'why.no-reason-window-over': ['七天无理由期限已过', 'The seven days without a reason are over'],
  'why.excluded-goods': [
    '购买时已确认不支持七天无理由',
    'You confirmed at purchase: no seven-day return',
  ],
  'why.exclusion-unconfirmed': [
    '未经您确认，仍支持七天无理由',
    'Not confirmed by you, so seven-day return applies',
  ],

  'law.CONSUMER_LAW': ['《消费者权益保护法》', 'Consumer Protection Law'],
  'law.CONSUMER_REGULATION': [
    '《消费者权益保护法实施条例》',
    'Regulation on the Consumer Protection Law',
  ],
  'law.SEVEN_DAY_MEASURES': ['《网络购买商品七日无理由退货暂行办法》', 'Seven-Day Return Measures'],
  'law.PENALTY_MEASURES': ['《侵害消费者权益行为处罚办法》', 'Penalty Measures on Consumer Rights'],
  'law.COURT_ONLINE_RULES': [
    '最高人民法院网络消费纠纷司法解释（一）',
    'Supreme Court Provisions on Online Consumption (I)',
  ],
  'law.PERSONAL_DATA_LAW': ['《个人信息保护法》', 'Personal Information Protection Law'],
  'law.WARRANTY_RULES': ['三包规定', 'Repair, Replacement and Return Rules'],
  'law.WECHAT_RULES': ['微信小店售后规则', 'WeChat shop after-sales rules'],
  'law.SHOP': ['本店售后规则', "The shop's own rules"],
  clause: ['{law}第 {article} 条', '{law}, art. {article}'],
} as const satisfies Words &
  Each<'rule', AssessRule> &
  Each<'outcome', Outcome> &
  Each<'why', EligibilityWord> &
  Each<'law', Law>

const parcels = {
  'carrier.SF': ['顺丰速运', 'SF Express'],
  'carrier.JD': ['京东物流', 'JD Logistics'],
  'carrier.ZTO': ['中通快递', 'ZTO'],
  'carrier.YTO': ['圆通速递', 'YTO'],
  'carrier.STO': ['申通快递', 'STO'],
  'carrier.YUNDA': ['韵达快递', 'Yunda'],
  'carrier.JTSD': ['极兔速递', 'J&T Express'],
  'carrier.EMS': ['邮政 EMS', 'China Post EMS'],
  'carrier.DEPPON': ['德邦快递', 'Deppon'],
  'carrier.CAINIAO': ['菜鸟速递', 'Cainiao'],
  'carrier.OTHER': ['其他快递', 'Another carrier'],
  'parcel.RETURN': ['寄回商家', 'Back to the shop'],
  'parcel.RESHIP': ['发给买家', 'To the shopper'],
  'parcelStatus.BOOKED': ['已登记', 'Booked'],
  'parcelStatus.COLLECTED': ['已揽收', 'Collected'],
  'parcelStatus.MOVING': ['运输中', 'On its way'],
  'parcelStatus.DELIVERING': ['派送中', 'Out for delivery'],
  'parcelStatus.SIGNED': ['已签收', 'Delivered'],
  'parcelStatus.ABNORMAL': ['物流异常', 'Held up'],
  'parcelStatus.REFUSED': ['已拒收', 'Refused'],
  'parcelStatus.RETURNED': ['已退回', 'Returned'],
  'grade.A': ['A 如新', 'A, as new'],
  'grade.B': ['B 已拆封', 'B, opened'],
  'grade.C': ['C 有使用痕迹或瑕疵', 'C, used or flawed'],
  'grade.D': ['D 无法再售', 'D, cannot be sold'],
} as const satisfies Words &
  Each<'carrier', Carrier> &
  Each<'parcel', ParcelDirection> &
  Each<'parcelStatus', ParcelStatus> &
  Each<'grade', Grade>

const course = {
  ...prefixed('rateTag.', RATE_TAG_NAMES),

  'closed.SHOPPER_CANCELLED': ['买家撤销了申请', 'Withdrawn by the shopper'],
  'closed.SHOPPER_TIMEOUT': ['超过时间没有操作', 'Nothing was done in time'],
  'closed.REFUSAL_FINAL': ['商家拒绝后没有进一步操作', 'Refused, and nothing more was done'],
  'closed.GOODS_SENT_BACK': ['商品已寄还买家', 'The goods were sent back'],
  'closed.DISPUTE_CLOSED': ['平台判定关闭', 'Closed by the platform'],
  'closed.FORCED': ['商家主管关闭', 'Closed by a manager of the shop'],

  'did.apply': ['提交申请', 'Applied'],
  'did.autoApprove': ['按规则自动同意', 'Approved by the rules'],
  'did.requestInfo': ['要求补充信息', 'Asked for information'],
  'did.supplyInfo': ['补充了信息', 'Gave the information'],
  'did.approve': ['同意申请', 'Approved'],
  'did.reject': ['拒绝申请', 'Refused'],
  'did.offer': ['提出协商方案', 'Made an offer'],
  'did.acceptOffer': ['接受协商方案', 'Accepted the offer'],
  'did.declineOffer': ['拒绝协商方案', 'Declined the offer'],
  'did.edit': ['修改了申请', 'Changed the application'],
  'did.cancel': ['撤销申请', 'Withdrew the application'],
  'did.shipReturn': ['寄回商品', 'Sent the goods back'],
  'did.reportDelivered': ['快递已送达', 'The parcel was delivered'],
  'did.waiveReturn': ['免退货，直接退款', 'Refund without sending back'],
  'did.receiveReturn': ['收到退货', 'Received the goods'],
  'did.passInspection': ['验货通过', 'Passed the inspection'],
  'did.failInspection': ['验货未通过', 'Inspection not passed'],
  'did.acceptDeduction': ['接受扣款', 'Accepted the deduction'],
  'did.askGoodsBack': ['要求寄还商品', 'Asked for the goods back'],
  'did.openDispute': ['申请平台介入', 'Asked the platform to decide'],
  'did.finishRepair': ['维修完成', 'Repaired'],
  'did.declareUnrepairable': ['无法修复', 'Cannot be repaired'],
  'did.shipReplacement': ['商品已发出', 'Shipped to the shopper'],
  'did.reportOutOfStock': ['缺货，改为退款', 'Out of stock: refund instead'],
  'did.confirmReceipt': ['确认收货', 'Confirmed receipt'],
  'did.reportNotReceived': ['反馈未收到', 'Reported as not received'],
  'did.refundSucceeded': ['退款成功', 'Refund paid'],
  'did.refundFailed': ['退款失败', 'Refund failed'],
  'did.retryRefund': ['重新发起退款', 'Refund tried again'],
  'did.recordOfflinePayout': ['登记线下打款', 'Paid out by hand'],
  'did.confirmPayout': ['确认收到退款', 'Confirmed the payout'],
  'did.escalate': ['升级平台处理', 'Handed to the platform'],
  'did.settleDispute': ['平台作出判定', 'The platform decided'],
  'did.forceClose': ['主管关闭售后', 'Closed by a manager'],
  'did.forceRefund': ['主管直接退款', 'Refunded by a manager'],
  'did.timeoutInfo': ['超时未补充信息', 'No information in time'],
  'did.timeoutDecision': ['商家超时，自动同意', 'No decision in time: approved'],
  'did.timeoutReturn': ['超时未寄回', 'Not sent back in time'],
  'did.timeoutOffer': ['协商方案到期', 'The offer ended'],
  'did.timeoutInspection': ['超时未验货，视为通过', 'Not inspected in time: passed'],
  'did.timeoutAppeal': ['超时未处理，售后结束', 'No answer in time: ended'],
  'did.timeoutReship': ['超时未发货，改为退款', 'Not shipped in time: refund instead'],
  'did.timeoutReceipt': ['超时自动确认收货', 'Receipt confirmed by time'],
  'did.timeoutPayout': ['超时未到账', 'Not paid in time'],
  'did.timeoutPayoutCheck': ['超时视为已到账', 'Payout confirmed by time'],
  'did.timeoutRepair': ['维修超时', 'Not repaired in time'],
  'did.missDeadline': ['商家超时，已提醒负责人', 'A deadline was missed; managers were told'],
} as const satisfies Words & Each<'closed', CloseReason> & Each<'did', Command>

export const codes = { ...reasons, ...money, ...rules, ...parcels, ...course }
