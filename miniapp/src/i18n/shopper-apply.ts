// Words of the shopper's home page, of the application, and of the page after it was sent.
import type { ProofShot } from '@shouhou/shared/domain/reasons'
import type { RefundPartCode } from '@shouhou/shared/domain/refund-order'
import type { Word, Words } from './words.ts'

const home = {
  'home.open': ['进行中的售后', 'Open cases'],
  'home.allCases': ['查看全部售后', 'All cases'],
  'home.noOpen': ['没有进行中的售后', 'No open cases'],
  'home.noOpenText': [
    '商品有问题？在下面的订单里点“申请售后”，一分钟即可提交。',
    'Something wrong with your goods? Apply from an order below; it takes a minute.',
  ],
  'home.yourTurn': ['轮到您', 'Your turn'],
  'home.shopTurn': ['等商家', 'The shop'],
  'home.platformTurn': ['等平台', 'The platform'],
  'home.pausedTurn': ['已暂停', 'Paused'],
  'home.before': ['{time} 前', 'by {time}'],
  'home.last': ['{who} · {did}', '{who}: {did}'],
  'home.see': ['查看进展', 'See progress'],
  'home.do.NEED_INFO': ['去补充信息', 'Give information'],
  'home.do.OFFER_SENT': ['查看并答复方案', 'Answer the offer'],
  'home.do.AWAIT_RETURN': ['填写寄回运单号', 'Enter the waybill'],
  'home.do.INSPECTION_FAILED': ['选择处理方式', 'Choose what happens'],
  'home.do.REJECTED': ['查看原因并修改', 'See why and change'],
  'home.do.RESHIPPED': ['查看并确认收货', 'Confirm receipt'],
  'home.do.REFUND_ABNORMAL': ['确认是否到账', 'Has it arrived?'],
  'home.orders': ['最近订单', 'Recent orders'],
  slash: ['、', ', '],
  'home.allOrders': ['查看全部订单', 'All orders'],
  'home.canApply': ['可申请：{types}', 'You can ask for: {types}'],
  'home.cannotApply': ['目前没有可申请的售后', 'Nothing to apply for now'],
  'home.help': ['帮助', 'Help'],
  'home.bot': ['问智能助手', 'Ask the assistant'],
  'home.botText': ['随时在线，答不上可转人工', 'Any time; it hands over to a person'],
  'home.welcome': ['退货、换货、退款，都在这里', 'Returns, exchanges and refunds in one place'],
  'home.welcome.1': [
    '点三下提交申请，能退多少先算给您看',
    'Three taps to apply; see your refund first',
  ],
  'home.welcome.2': [
    '每一步谁处理、最晚何时，都有期限',
    'Who acts next and by when: every step has a limit',
  ],
  'home.welcome.3': [
    '商家超时不处理，系统自动推进',
    'If the shop is silent, your case moves on by itself',
  ],
} as const satisfies Words

const apply = {
  'apply.change': ['修改申请', 'Change the application'],
  'apply.draft': ['已恢复上次未提交的内容', 'What you left here is back'],
  'apply.lines': ['售后商品', 'Goods'],
  'apply.moreLines': ['添加本单其他商品（{n}）', 'Add other goods of this order ({n})'],
  'apply.noUnits': ['已全部申请过售后', 'All units have a case'],
  'apply.units': ['数量（最多 {n}）', 'Units (up to {n})'],
  'apply.taken': ['这些商品都已有售后单', 'All these goods have a case already'],
  'apply.takenText': [
    '没有重复提交。您可以直接查看已有的售后单。',
    'Nothing was sent twice. You can open the case that is there.',
  ],
  'apply.seeCase': ['查看售后单', 'Open the case'],
  'apply.type': ['需要什么服务', 'What do you need'],
  'apply.typePeople': [
    '按规则暂不符合，可以提交由人工审核',
    'Not within the rules; you can ask for people to decide',
  ],
  'apply.about.REFUND_ONLY': [
    '不退商品，只退款。适合未收到货、未发货，或与商家协商部分退款',
    'Money without sending goods back: not received, not shipped, or a part of the price',
  ],
  'apply.about.RETURN_REFUND': [
    '寄回商品，商家验货后退款',
    'Send the goods back; after inspection you get the money',
  ],
  'apply.about.EXCHANGE': [
    '寄回商品，商家验货后发出新的；想换的规格请写在说明里',
    'Send the goods back and get new ones; write below which variant you want',
  ],
  'apply.received': ['收到商品了吗？', 'Have you received the goods?'],
  'apply.received.yes': ['已收到', 'Yes'],
  'apply.received.no': ['没收到', 'No'],
  'apply.reason': ['申请原因', 'Why'],
  'apply.reasonLater': ['先选择商品和服务', 'Choose goods and service first'],
  'apply.reasonPeople': [
    '这个原因按规则暂不符合，可以提交由人工审核',
    'This reason is not within the rules now; you can ask for people to decide',
  ],
  'apply.proof': ['凭证照片', 'Photos'],
  'apply.proofNeeded': ['至少一张', 'At least one'],
  'apply.addMore': ['补充照片或说明（选填）', 'Add photos or words (optional)'],
  'apply.shots': ['这样拍，审核更快：', 'What makes it quick:'],
  'apply.mediaLimits': [
    '最多 {n} 个，照片自动压缩；视频不超过 {video} MB、{seconds} 秒',
    'Up to {n}; photos are made smaller. Videos up to {video} MB and {seconds} s',
  ],
  'apply.filesSending': ['文件还在上传，请稍等', 'Files are still being sent'],
  'apply.filesFailed': ['有文件上传失败，请重试或移除', 'A file failed: try again or remove it'],
  'apply.description': ['问题描述（选填）', 'Description (optional)'],
  'apply.descriptionHint': [
    '说说发生了什么，有助于更快处理',
    'What happened? It helps us to be quick',
  ],
  'apply.gifts': ['赠品一并退回', 'Gifts come back too'],
  'apply.gift': ['{name} ×{n}', '{name} ×{n}'],
  'apply.giftBack': ['一并寄回，不扣款', 'Comes back: nothing is kept'],
  'apply.giftKept': ['不寄回，扣除 ¥{yuan}', 'Stays with you: ¥{yuan} is kept'],
  'apply.send': ['提交申请', 'Send'],
  'apply.sendChange': ['提交修改', 'Send the change'],
  'apply.missing.lines': ['请选择商品', 'Choose the goods'],
  'apply.missing.type': ['请选择需要的服务', 'Choose what you need'],
  'apply.missing.received': ['请选择是否收到商品', 'Say whether you have the goods'],
  'apply.missing.reason': ['请选择申请原因', 'Choose a reason'],
  'apply.missing.proof': ['这个原因需要至少一张照片或视频', 'This reason needs a photo or video'],
  'apply.missing.amount': ['金额应大于 0，且不超过可退金额', 'More than 0 and at most the refund'],
  'apply.missing.review': [
    '请勾选“申请人工审核”，或修改申请内容',
    'Tick "let people decide", or change the application',
  ],

  'shotHint.FAULT_CLOSE_UP': ['对准问题处，光线充足', 'Close to the fault, in good light'],
  'shotHint.WHOLE_ITEM': ['整件商品都在画面里', 'All of it in the picture'],
  'shotHint.LABEL_OR_SERIAL': ['字迹清晰可读', 'Letters sharp enough to read'],
  'shotHint.OUTER_PACKAGE': ['拍到破损的一面', 'Show the damaged side'],
  'shotHint.WAYBILL': ['运单号完整可见', 'The whole number visible'],
  'shotHint.ALL_PARTS_LAID_OUT': ['全部摆开，不要重叠', 'Side by side, nothing covered'],
  'shotHint.PAGE_DESCRIPTION': ['截到不符的描述', 'The words that are not true'],
  'shotHint.TRACKING_PAGE': ['截到最新的物流', 'With the latest entry'],
} as const satisfies Words & Record<`shotHint.${ProofShot}`, Word>

const quote = {
  'quote.title': ['预计退款明细', 'Your refund, part by part'],
  'quote.explain': ['明细', 'Details'],
  'quote.refund': ['预计退款', 'Refund'],
  'quote.afterReason': ['选好原因后显示', 'Shown after the reason'],
  'quote.exchange': [
    '换货不退款：商家收到并验货后，给您发出新的商品',
    'No money moves: after inspection the shop sends you new goods',
  ],
  'quote.exchangeShort': ['换货不退款', 'No money moves'],
  'quote.want': ['申请金额（选填，元）', 'Amount you ask for (optional, yuan)'],
  'quote.wantHint': ['不填则按上面的金额申请', 'Empty asks for the amount above'],
  'quote.carriage.merchant': ['寄回运费由商家承担', 'The shop pays for sending back'],
  'quote.carriage.shopper': ['寄回运费由您承担', 'You pay for sending back'],
  'quote.way': ['款项按原支付方式退回', 'The money goes back the way you paid'],
  'quote.decision': ['会怎么审核', 'How it will be decided'],
  'quote.preview.approve': ['符合规则，提交后自动通过', 'Within the rules: approved at once'],
  'quote.preview.review': ['由商家审核', 'The shop decides'],
  'quote.preview.reviewBy': ['由商家审核，最晚 {time} 答复', 'The shop decides by {time}'],
  'quote.preview.refuse': [
    '按规则暂不符合，可申请人工审核',
    'Not within the rules; people can decide',
  ],
  'quote.askPeople': ['申请人工审核', 'Let people decide'],
  'decision.all': ['查看全部 {n} 条判断', 'All {n} {n|rule|rules}'],
  'decision.less': ['收起', 'Less'],

  'partWhy.paid-share': [
    '按您实际支付的金额，优惠已按比例分摊',
    'What you really paid, discounts shared out',
  ],
  'partWhy.discount-lost': [
    '剩下的商品达不到满减门槛，这部分优惠不再成立',
    'What you keep is below the threshold, so this discount ends',
  ],
  'partWhy.discount-regained': [
    '相关商品也退了，上次扣的优惠退还给您',
    'Those goods go back too, so it is paid back',
  ],
  'partWhy.free-freight-lost': [
    '剩下的商品达不到包邮门槛，按规则扣除当时免掉的运费',
    'What you keep is below free delivery, so its cost is kept',
  ],
  'partWhy.gift-due': ['随商品一起寄回即可', 'Put it into the same parcel'],
  'partWhy.gift-kept': ['留下赠品，按页面标明的价格计算', 'At the price that was declared'],
  'partWhy.inspection-deduction': ['验货时双方约定', 'Agreed at inspection'],
  'partWhy.freight-unshipped': ['还没发货，运费全额退还', 'Nothing was sent'],
  'partWhy.freight-fault': ['因商家原因退货，运费一并退还', 'The fault is not yours'],
  'partWhy.freight-kept': ['个人原因退货，已发生的运费不退', 'It was delivered as ordered'],
  'partWhy.agreed': ['您填写或双方约定的金额', 'What you asked for, or agreed'],
  'partWhy.paid-cap': [
    '退款总额不超过您还未退回的付款',
    'Never more than is left of what you paid',
  ],
} as const satisfies Words & Record<`partWhy.${RefundPartCode}`, Word>

const sent = {
  'sent.title': ['提交成功', 'Sent'],
  'sent.waits': ['商家已收到您的申请，接下来：', 'The shop has your request. What comes next:'],
  'sent.approved': [
    '您的申请已按规则自动通过，接下来：',
    'Approved by the rules. What comes next:',
  ],
  'sent.notify': ['有进展时微信通知我', 'Tell me by WeChat'],
  'sent.notified': ['✓ 有进展时会微信通知您', '✓ You will hear by WeChat'],
  'sent.notNotified': [
    '好的，不发微信通知；可以随时在这里查看',
    'All right. You can look here at any time',
  ],
} as const satisfies Words

export const shopperApply = { ...home, ...apply, ...quote, ...sent }
