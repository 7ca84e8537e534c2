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
  'deskPolicy.review': ['查看变化并保存', 'See what changes, and save'],
  'deskPolicy.confirm': ['保存前看一下', 'Before you save'],
  'deskPolicy.before': ['原来：{text}', 'Before: {text}'],
  'deskPolicy.old': ['原：{text}', 'Old: {text}'],
  'deskPolicy.new': ['新：{text}', 'New: {text}'],
  'deskPolicy.gone': ['不再有这一条', 'no longer there'],
  'deskPolicy.effect': ['会影响什么', 'What it does'],
  'deskPolicy.effectAbout': [
    '只影响保存之后的新决定；进行中的售后，已定的结果和时限不变。',
    'It holds for new decisions only: what is decided and the deadlines that run stay as they are.',
  ],
  'deskPolicy.counting': ['正在用近 30 天的申请试算…', 'Trying it on the last 30 days…'],
  'deskPolicy.noRequests': ['近 {days} 天没有申请可以对照', 'No requests in the last {days} days'],
  'deskPolicy.allSame': [
    '用近 {days} 天的 {n} 个申请试算，结果都一样',
    'The {n} {n|request|requests} of the last {days} days would have gone the same way',
  ],
  'deskPolicy.wouldDiffer': [
    '近 {days} 天的 {n} 个申请里，有 {changed} 个结果会不同',
    '{changed} of the {n} {n|request|requests} of the last {days} days would have gone another way',
  ],
  'deskPolicy.move': ['{n} 个由“{from}”变为“{to}”', '{n} from "{from}" to "{to}"'],
  'policyVerdict.approve': ['自动同意', 'approved at once'],
  'policyVerdict.review': ['人工审核', 'decided by people'],
  'policyVerdict.refuse': ['不符合条件', 'not eligible'],
  'deskPolicy.versions': ['历史版本', 'Versions'],
  'deskPolicy.versionNo': ['第 {n} 版', 'Version {n}'],
  'deskPolicy.lawful': ['开店时的默认规则', 'What a shop starts with'],
  'deskPolicy.inForce': ['正在使用', 'In force'],
  'deskPolicy.compare': ['与现在有 {n} 处不同', '{n} {n|difference|differences}'],
  'deskPolicy.sameAsNow': ['与现在相同', 'The same as now'],
  'deskPolicy.take': ['恢复这一版', 'Take this one'],
  'deskPolicy.otherUnit': ['单位：{unit}，点击切换', 'In {unit}: tap to change'],
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

  'say.window.noReason': [
    '签收次日起 {n} 天内，可以无理由退货',
    'Within {n} days after receipt, goods may come back without a reason',
  ],
  'say.window.REFUND_ONLY': [
    '签收次日起 {n} 天内，可以申请仅退款',
    'Within {n} days after receipt, a refund alone may be asked for',
  ],
  'say.window.RETURN_REFUND': [
    '签收次日起 {n} 天内，可以申请退货退款',
    'Within {n} days after receipt, a return may be asked for',
  ],
  'say.window.EXCHANGE': [
    '签收次日起 {n} 天内，可以申请换货',
    'Within {n} days after receipt, an exchange may be asked for',
  ],
  'say.auto.types': ['可以自动同意的售后：{n}', 'Approved at once where all fits: {n}'],
  'say.auto.limitFen': ['单笔不超过 {n} 元，才自动同意', 'Approved at once up to {n} yuan a case'],
  'say.auto.keepItemFen': [
    '买家不用退货的，不超过 {n} 元，才自动同意',
    'Approved at once up to {n} yuan when the shopper keeps the goods',
  ],
  'say.auto.perDay': [
    '同一位买家，每天最多自动同意 {n} 次',
    'For one shopper, at most {n} a day are approved at once',
  ],
  'say.auto.perDayFen': [
    '同一位买家，每天自动同意合计不超过 {n} 元',
    'For one shopper, at most {n} yuan a day are approved at once',
  ],
  'say.unshipped': ['还没发货的退款，{n}', 'Refunds before anything was shipped are {n}'],
  'say.unshipped.on': ['自动同意', 'approved at once'],
  'say.unshipped.off': ['由人工审核', 'decided by people'],
  'say.unshipped.yes': ['还没发货的退款，自动同意', 'Refunds before shipping are approved at once'],
  'say.unshipped.no': [
    '还没发货的退款，由人工审核',
    'Refunds before shipping are decided by people',
  ],
  'say.risk.casesIn30Days': [
    '30 天内申请超过 {n} 次的，由人工审核',
    'More than {n} cases in 30 days: people decide',
  ],
  'say.risk.ratePercent': [
    '90 天内售后占订单超过 {n}% 的，由人工审核（满 5 单才计算）',
    'Cases for more than {n}% of orders in 90 days: people decide (from the fifth order on)',
  ],
  'say.freight': [
    '部分退货后不再满足包邮条件时，{n}运费',
    'When what is left no longer reaches free delivery, the freight is {n}',
  ],
  'say.freight.on': ['扣除', 'kept'],
  'say.freight.off': ['不扣', 'not kept'],
  'say.freight.yes': [
    '部分退货后不再满足包邮条件时，扣除运费',
    'When what is left no longer reaches free delivery, the freight is kept',
  ],
  'say.freight.no': [
    '部分退货后不再满足包邮条件时，不扣运费',
    'When what is left no longer reaches free delivery, the freight is not kept',
  ],
  'say.timer.T1': ['买家申请后，我们在 {n} 内审核', 'We decide within {n}'],
  'say.timer.T1Unshipped': [
    '还没发货就申请的，我们在 {n} 内审核',
    'Before shipping, we decide within {n}',
  ],
  'say.timer.T2': ['请买家补充信息后，等 {n}', 'A shopper has {n} to add information'],
  'say.timer.T3': ['同意退货后，买家在 {n} 内寄回', 'A shopper has {n} to send the goods back'],
  'say.timer.T4': ['我们提出协商方案后，等买家 {n}', 'A shopper has {n} to answer an offer'],
  'say.timer.T5': ['退货送达后，我们在 {n} 内验货', 'We inspect within {n} after delivery'],
  'say.timer.T5b': [
    '不知道是否送达时，从寄出起 {n} 内验货',
    'While no delivery is known, we inspect within {n} after shipping',
  ],
  'say.timer.T6': ['我们拒绝后，等买家回应 {n}', 'A shopper has {n} to answer a refusal'],
  'say.timer.T7': ['该我们发货时，在 {n} 内寄出', 'We ship within {n}'],
  'say.timer.T8': [
    '换货送达后 {n}，自动确认收货',
    'Receipt counts as confirmed {n} after delivery',
  ],
  'say.timer.T8b': [
    '不知道是否送达时，发货 {n} 后自动确认收货',
    'While no delivery is known, receipt counts as confirmed {n} after shipping',
  ],
  'say.timer.T9': ['该退款时，我们在 {n} 内打款', 'We pay out within {n}'],
  'say.timer.T10': [
    '线下打款后，等买家核对 {n}',
    'A shopper has {n} to check a payout made by hand',
  ],
  'say.exclusion': [
    '“{category}”不支持七天无理由退货（{ground}）',
    '"{category}" has no seven-day return ({ground})',
  ],
  'say.address': ['退货寄到：{n}', 'Returns go to: {n}'],
  'say.noAddress': ['还没有退货地址', 'There is no return address yet'],

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
