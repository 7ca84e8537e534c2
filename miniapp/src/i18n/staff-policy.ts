// Words of the policy page: every setting as a sentence.
import type { ExclusionGround } from '@shouhou/shared/domain/aftersale-policy'
import type { TimerDurations } from '@shouhou/shared/domain/timers'
import type { Word, Words } from './words.ts'

export const staffPolicy = {
  'deskPolicy.title': ['售后规则', 'Rules'],
  'deskPolicy.firstVersion': [
    '正在使用默认规则，按法律规定设置',
    'The rules a shop starts with: what the law asks for',
  ],
  'deskPolicy.version': [
    '第 {n} 版，{name} 于 {time} 保存',
    'Version {n}, saved by {name}, {time}',
  ],
  'deskPolicy.readOnly': ['只有主管和店主可以修改', 'Managers and owners may change them'],
  'deskPolicy.save': ['保存为新版本', 'Save as a new version'],
  'deskPolicy.saved': ['第 {n} 版规则已生效', 'Version {n} is in force'],
  'deskPolicy.unsaved': [
    '有未保存的修改；保存后只影响新的申请',
    'Unsaved changes. Once saved they hold for new requests',
  ],
  'deskPolicy.checking': ['正在检查…', 'Checking…'],
  'deskPolicy.unchanged': ['没有修改', 'Nothing changed'],
  'deskPolicy.problems': [
    '有 {n} 处不符合要求，请先修改',
    '{n} {n|place needs|places need} a change first',
  ],
  'deskPolicy.problem': ['{message}（{ground}）', '{message} ({ground})'],
  'deskPolicy.between': ['可设 {min} 至 {max}（{clause}）', 'From {min} to {max} ({clause})'],
  'policyGap.number': ['请填写不小于 0 的整数', 'Enter a whole number, 0 or more'],
  'policyGap.category': ['请填写类目', 'Enter a category'],
  'policyGap.name': ['请填写收件人', 'Enter a name'],
  'policyGap.phone': ['请填写电话', 'Enter a phone number'],
  'policyGap.address': ['请填写详细地址', 'Enter the address'],

  'unit.days': ['天', 'days'],
  'unit.hours': ['小时', 'hours'],
  'unit.times': ['次', 'times'],
  'unit.percent': ['%', '%'],

  'deskPolicy.windows': ['申请期限', 'Periods'],
  'deskPolicy.windowsAbout': [
    '从签收次日起算。法律规定无理由退货至少七天。',
    'Counted from the day after delivery. The law gives seven days at least.',
  ],
  'window.noReason': ['无理由退货', 'Return without a reason'],
  'window.REFUND_ONLY': ['仅退款', 'Refund only'],
  'window.RETURN_REFUND': ['退货退款', 'Return and refund'],
  'window.EXCHANGE': ['换货', 'Exchange'],

  'deskPolicy.auto': ['自动同意', 'Automatic approval'],
  'deskPolicy.autoAbout': [
    '符合全部条件的申请会自动同意，其余由人工审核。系统不会自动拒绝。',
    'Requests that meet all of this are approved at once, people decide the rest. Nothing is refused automatically.',
  ],
  'deskPolicy.none': ['没有', 'none'],
  'auto.types': ['哪些售后可以自动同意', 'Which kinds'],
  'auto.limitFen': ['单笔不超过（元）', 'Up to, per case (yuan)'],
  'auto.keepItemFen': [
    '已收到货又不用退货时，单笔不超过（元）',
    'Up to, when the shopper keeps the goods (yuan)',
  ],
  'auto.unshipped': ['还没发货的退款也自动同意', 'Also refunds before anything was shipped'],
  'auto.perDay': ['每位买家每天最多', 'A shopper and day, at most'],
  'auto.perDayFen': ['每位买家每天合计不超过（元）', 'A shopper and day, up to (yuan)'],

  'deskPolicy.risk': ['需要人工留意', 'When people should look'],
  'deskPolicy.riskAbout': [
    '超过下面的数字时转人工审核，不会因此拒绝。',
    'Above these a person decides; nobody is refused because of them.',
  ],
  'risk.casesIn30Days': ['30 天内售后超过', 'Cases in 30 days, more than'],
  'risk.ratePercent': [
    '90 天内售后占订单的比例超过（满 5 单才计算）',
    'Share of orders with a case in 90 days, from the fifth order on, more than',
  ],
  'deskPolicy.deductFreight': [
    '部分退货后不再满足包邮条件时，扣除运费',
    'Keep the freight when what is left no longer reaches free delivery',
  ],

  'deskPolicy.timers': ['处理时限', 'Deadlines'],
  'deskPolicy.timersAbout': [
    '到时没有处理，系统会按流程自动继续。',
    'When a deadline passes the case goes on by itself.',
  ],
  'timer.T1': ['商家审核申请', 'We decide'],
  'timer.T1Unshipped': ['商家审核申请（还没发货）', 'We decide, before shipping'],
  'timer.T2': ['买家补充信息', 'The shopper adds information'],
  'timer.T3': ['买家寄回商品', 'The shopper sends the goods back'],
  'timer.T4': ['买家答复协商方案', 'The shopper answers an offer'],
  'timer.T5': ['商家收货验货（送达后）', 'We receive and inspect, from delivery'],
  'timer.T5b': [
    '商家收货验货（没有送达信息时，从寄出起）',
    'We receive and inspect, from shipping, while no delivery is known',
  ],
  'timer.T6': ['买家对拒绝作出回应', 'The shopper answers a refusal'],
  'timer.T7': ['商家给买家发货', 'We ship to the shopper'],
  'timer.T8': ['买家确认收货（送达后）', 'The shopper confirms receipt, from delivery'],
  'timer.T8b': [
    '买家确认收货（没有送达信息时，从发货起）',
    'The shopper confirms receipt, from shipping, while no delivery is known',
  ],
  'timer.T9': ['商家打款', 'We pay out'],
  'timer.T10': ['买家确认线下打款', 'The shopper checks a payout by hand'],
  'timer.T11': ['平台作出判定', 'The platform decides'],
  'timer.T12': ['维修完成', 'The repair is done'],

  'deskPolicy.exclusions': ['不支持七天无理由的类目', 'Categories without seven-day return'],
  'deskPolicy.exclusionsAbout': [
    '只有买家下单时单独确认过才会生效（{clause}）。',
    'Holds only where the shopper confirmed it at purchase ({clause}).',
  ],
  'deskPolicy.addExclusion': ['添加类目', 'Add a category'],
  'deskPolicy.exclusion': ['不支持无理由退货', 'No seven-day return'],
  'deskPolicy.category': ['类目', 'Category'],
  'deskPolicy.categoryHint': ['与订单里的类目写法一致', 'Spelled as in your orders'],
  'deskPolicy.ground': ['依据', 'Ground'],
  'ground.MADE_TO_ORDER': ['定作商品', 'Made to order'],
  'ground.PERISHABLE': ['鲜活易腐', 'Perishable'],
  'ground.DIGITAL_OPENED': ['已拆封的音像、软件', 'Opened recordings or software'],
  'ground.PRESS': ['已交付的报纸、期刊', 'Newspapers and magazines'],
  'ground.UNSAFE_ONCE_OPENED': ['拆封后影响安全或健康', 'Unsafe once opened'],
  'ground.ACTIVATION_LOSES_VALUE': ['激活或试用后大幅贬值', 'Loses its value once activated'],
  'ground.NEAR_EXPIRY_OR_FLAWED': ['临期或已说明瑕疵', 'Near expiry, or sold as flawed'],

  'deskPolicy.address': ['退货地址', 'Return address'],
  'deskPolicy.addressAbout': [
    '同意退货后买家会看到。修改后只影响之后同意的售后。',
    'Shown to shoppers once a return is approved. Changes hold for later approvals.',
  ],
  'deskPolicy.noAddress': [
    '还没有填写：没有地址就不能同意退货，到期的申请也无法自动同意。',
    'Missing: without it no return can be approved, not even by a deadline.',
  ],
  'address.name': ['收件人', 'Name'],
  'address.phone': ['电话', 'Phone'],
  'address.address': ['详细地址', 'Address'],
} as const satisfies Words &
  Record<`timer.${keyof TimerDurations}`, Word> &
  Record<`ground.${ExclusionGround}`, Word>
