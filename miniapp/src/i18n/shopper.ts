// Words of the shopper's pages.
import type { AftersaleStatus } from '@shouhou/shared/domain/aftersale-types'
import type { WaitsFor } from '@shouhou/shared/domain/timers'
import type { Word, Words } from './words.ts'

const titles = {
  'home.title': ['售后服务', 'After-sales service'],
  'cases.title': ['我的售后', 'My cases'],
  'bot.title': ['客服', 'Help'],
  'me.title': ['我的', 'Me'],
  'orders.title': ['我的订单', 'My orders'],
  'order.title': ['订单详情', 'Order'],
  'apply.title': ['申请售后', 'Apply'],
  'case.title': ['售后详情', 'Case'],
  'rate.title': ['评价服务', 'Rate the service'],
} as const satisfies Words

const signIn = {
  'signIn.title': ['登录', 'Sign in'],
  'signIn.shop': ['选择店铺', 'Choose a shop'],
  'signIn.noShop': ['还没有店铺', 'There is no shop yet'],
  'signIn.changeShop': ['换一家', 'Another one'],
  'signIn.needed': ['登录后查看您的订单和售后', 'Sign in to see your orders and cases'],
  'signIn.wechat': ['微信一键登录', 'Sign in with WeChat'],
  'signIn.orPhone': ['或用手机号登录', 'Or with your mobile number'],
  'signIn.phone': ['手机号', 'Mobile number'],
  'signIn.code': ['验证码', 'Code'],
  'signIn.getCode': ['获取验证码', 'Get a code'],
  'signIn.resendIn': ['{n} 秒后可重发', 'Again in {n} s'],
  'signIn.codeSent': ['验证码已发送', 'The code is on its way'],
  'signIn.go': ['登录', 'Sign in'],
  'signIn.asStaff': ['我是商家', 'I work for the shop'],
  'signIn.asShopper': ['我是买家', 'I am a shopper'],
  'signIn.account': ['账号', 'Account'],
  'signIn.password': ['密码', 'Password'],
  'signIn.badPhone': ['请输入 11 位手机号', 'Enter the 11 digits of a mobile number'],
  'signIn.badCode': ['请输入 6 位验证码', 'Enter the 6 digits of the code'],
  'signIn.empty': ['请输入账号和密码', 'Enter account and password'],

  'privacy.agree': ['我已阅读并同意', 'I have read and agree to the'],
  'privacy.notice': ['《隐私说明》', 'privacy notice'],
  'privacy.needed': ['请先阅读并同意隐私说明', 'Please read and agree to the privacy notice first'],
  'privacy.what': ['我们使用哪些信息', 'What we use'],
  'privacy.whatText': [
    '手机号或微信身份用于登录和找到您的订单；订单、售后申请、您填写的说明和上传的照片用于处理售后；收货和寄件信息用于退换货。',
    'Your mobile number or WeChat identity to sign you in and find your orders; orders, requests, what you write and the photos you send to work on your cases; addresses to move goods.',
  ],
  'privacy.who': ['谁能看到', 'Who sees it'],
  'privacy.whoText': [
    '只有您购买的这家店铺的售后人员。姓名、手机号和地址默认打码显示，加密保存。照片中的拍摄位置等信息会被删除。',
    'Only the after-sales staff of the shop you bought from. Name, number and address are masked and stored encrypted. Location and the like are removed from photos.',
  ],
  'privacy.machine': ['自动判断', 'Automatic decisions'],
  'privacy.machineText': [
    '部分申请会按店铺公布的规则自动通过，每一步理由都会展示给您。系统不会自动作出最终拒绝，您始终可以要求人工处理。',
    'Some requests are approved automatically by the published rules, and you see the reasons. A machine never refuses for good: you can always ask for a person.',
  ],
  'privacy.rights': ['您的权利', 'Your rights'],
  'privacy.rightsText': [
    '您可以在“我的”页面随时查看和撤回同意、退出所有设备；也可以联系客服查询、更正或删除您的信息。',
    'On the page "Me" you can see and withdraw what you agreed to and sign out everywhere; ask the shop to show, correct or delete your data.',
  ],
  'privacy.accept': ['同意', 'I agree'],
} as const satisfies Words

const lists = {
  'forShopper.title': ['这个页面供买家使用', 'This page is for shoppers'],
  'forShopper.text': ['您登录的是商家账号', 'You are signed in as staff'],
  'forShopper.desk': ['打开工作台', 'Open the desk'],

  'home.open': ['进行中的售后', 'Open cases'],
  'home.allCases': ['查看全部售后', 'All cases'],
  'home.noOpen': ['没有进行中的售后', 'No open cases'],
  'home.noOpenText': [
    '商品有问题？在下面选择订单，一分钟即可提交申请。',
    'Something wrong with your goods? Choose an order below; applying takes a minute.',
  ],
  'home.orders': ['最近订单', 'Recent orders'],
  'home.allOrders': ['查看全部订单', 'All orders'],
  'home.ask': ['有疑问？问客服', 'Questions? Ask us'],

  'goods.more': ['共 {n} 种商品', '{n} kinds of goods'],
  'order.no': ['订单号 {no}', 'Order {no}'],
  'order.inCase': ['{n} 个售后进行中', '{n} open {n|case|cases}'],
  'order.unshipped': ['待发货', 'Not shipped'],
  'order.shipped': ['已发货', 'Shipped'],
  'order.signed': ['已签收', 'Delivered'],
  'orders.empty': ['还没有订单', 'No orders yet'],
  'orders.emptyText': [
    '订单由店铺同步，如果刚刚下单，请稍后再看。',
    'Orders come from the shop. If you just bought something, look again in a moment.',
  ],
  'cases.empty': ['没有这一类售后', 'No cases here'],
  'cases.emptyText': ['从订单里可以申请售后。', 'You can apply from an order.'],
  'cases.tab.OPEN': ['进行中', 'Open'],
  'cases.tab.ENDED': ['已结束', 'Ended'],

  chosen: ['已选：{label}', 'Chosen: {label}'],
  'stepper.less': ['减少', 'Less'],
  'stepper.more': ['增加', 'More'],
} as const satisfies Words

const course = {
  'now.PENDING_REVIEW': ['商家正在审核您的申请', 'The shop is reviewing your request'],
  'now.NEED_INFO': ['商家需要您补充信息', 'The shop needs more information from you'],
  'now.OFFER_SENT': ['商家提出了协商方案，请您答复', 'The shop made an offer: please answer'],
  'now.AWAIT_RETURN': ['已同意，请寄回商品', 'Approved: please send the goods back'],
  'now.RETURN_SHIPPED': ['商品正在寄回商家', 'The goods are on their way to the shop'],
  'now.INSPECTING': ['商家已收到商品，正在验货', 'The shop has the goods and inspects them'],
  'now.INSPECTION_FAILED': ['验货未通过，请选择处理方式', 'Inspection not passed: please choose'],
  'now.REPAIRING': ['商品正在维修', 'The goods are being repaired'],
  'now.AWAIT_RESHIP': ['商家正在准备给您发货', 'The shop prepares a parcel for you'],
  'now.RESHIPPED': ['商品已发出，收到后请确认', 'A parcel is on its way: confirm when it arrives'],
  'now.REFUNDING': ['正在给您退款', 'Your refund is on its way'],
  'now.REFUND_ABNORMAL': [
    '退款遇到问题，商家正在处理',
    'The refund is held up; the shop works on it',
  ],
  'now.REJECTED': ['申请未通过', 'The request was refused'],
  'now.DISPUTED': ['平台正在处理', 'The platform decides'],
  'now.COMPLETED': ['售后已完成', 'The case is completed'],
  'now.CLOSED': ['售后已关闭', 'The case is closed'],

  'turn.shopper': ['请您在 {time} 前处理', 'Your turn, until {time}'],
  'turn.merchant': ['商家须在 {time} 前处理', 'The shop must act by {time}'],
  'turn.platform': ['平台须在 {time} 前处理', 'The platform must act by {time}'],
  'turn.paused': ['计时已暂停', 'The clock is paused'],

  'else.timeoutInfo': ['到时未补充，售后将关闭', 'Without an answer the case is closed'],
  'else.timeoutDecision': ['商家到时未处理，系统自动同意', 'Without a decision it is approved'],
  'else.timeoutReturn': ['到时未寄回，售后将关闭', 'If nothing is sent back the case is closed'],
  'else.timeoutOffer': ['到时未答复，按原流程继续', 'Without an answer the case goes on as before'],
  'else.timeoutInspection': [
    '商家到时未验货，视为通过',
    'Without an inspection it counts as passed',
  ],
  'else.timeoutAppeal': ['到时未操作，售后将结束', 'If you do nothing the case ends'],
  'else.timeoutReship': ['商家到时未发货，改为给您退款', 'If nothing is shipped you get a refund'],
  'else.timeoutReceipt': ['到时未确认，系统自动确认收货', 'Without an answer receipt is confirmed'],
  'else.timeoutPayout': ['到时未到账，转人工处理', 'If the money has not come people look into it'],
  'else.timeoutPayoutCheck': ['到时未确认，视为已到账', 'Without an answer it counts as paid'],
  'else.timeoutRepair': ['到时未修好，改为给您退款', 'If it is not repaired you get a refund'],
  'else.missDeadline': [
    '商家到时未处理，系统会提醒负责人',
    'If the shop does nothing its managers are told',
  ],
  'else.escalate': ['到时未处理，由平台介入', 'If nobody acts the platform decides'],
} as const satisfies Words &
  Record<`now.${AftersaleStatus}`, Word> &
  Record<`turn.${WaitsFor}`, Word>

const order = {
  'order.number': ['订单号', 'Order number'],
  'order.placedAt': ['下单时间', 'Ordered'],
  'order.shippedAt': ['发货时间', 'Shipped'],
  'order.signedAt': ['签收时间', 'Delivered'],
  'order.recipient': ['收货信息', 'Delivered to'],
  'order.cases': ['本订单的售后', 'Cases of this order'],
  'order.paid': ['实付', 'Paid'],
  'order.goods': ['商品总价', 'Goods'],
  'order.discount': ['优惠', 'Discounts'],
  'order.freight': ['运费', 'Delivery'],
  'order.gift': ['赠品：{name}', 'Gift: {name}'],
  'line.taken': ['其中 {n} 件已申请售后', '{n} in cases'],
  'line.until': ['可申请至 {time}', 'until {time}'],
  'line.noEnd': ['可申请', 'possible now'],
  'line.ended': ['截止于 {time}', 'ended {time}'],
  'line.noReasonUntil': ['七天无理由至 {time}', 'Without a reason until {time}'],
  'line.askPeople': ['仍可申请人工审核', 'you may still ask for people to decide'],
} as const satisfies Words

const apply = {
  'apply.change': ['修改申请', 'Change the application'],
  'apply.draft': ['已恢复上次未提交的内容', 'What you left here is back'],
  'apply.lines': ['选择商品', 'Which goods'],
  'apply.noUnits': ['已全部申请过售后', 'All units have a case'],
  'apply.units': ['数量（最多 {n}）', 'Units (up to {n})'],
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
  'apply.proof': ['凭证和说明', 'Photos and description'],
  'apply.shots': ['请拍清楚：', 'Please show:'],
  'apply.mediaLimits': [
    '最多 {n} 个；照片不超过 {photo} MB，视频不超过 {video} MB、{seconds} 秒',
    'Up to {n}; photos up to {photo} MB, videos up to {video} MB and {seconds} s',
  ],
  'apply.filesSending': ['文件还在上传，请稍等', 'Files are still being sent'],
  'apply.filesFailed': ['有文件上传失败，请重试或移除', 'A file failed: try again or remove it'],
  'apply.description': ['问题描述（选填）', 'Description (optional)'],
  'apply.descriptionHint': [
    '说说发生了什么，有助于更快处理',
    'What happened? It helps us to be quick',
  ],
  'apply.send': ['提交申请', 'Send'],
  'apply.sendChange': ['提交修改', 'Send the change'],
  'apply.missing.lines': ['请选择商品', 'Choose the goods'],
  'apply.missing.type': ['请选择需要的服务', 'Choose what you need'],
  'apply.missing.received': ['请选择是否收到商品', 'Say whether you have the goods'],
  'apply.missing.reason': ['请选择申请原因', 'Choose a reason'],
  'apply.missing.proof': ['这个原因需要至少一张照片或视频', 'This reason needs a photo or video'],
  'apply.missing.amount': [
    '金额应大于 0，且不超过可退金额',
    'More than 0 and at most the refund above',
  ],
  'apply.missing.review': [
    '请勾选“申请人工审核”，或修改申请内容',
    'Tick "let people decide", or change the application',
  ],

  'quote.title': ['您将得到', 'What you will get'],
  'quote.onChange': [
    '提交修改后会重新计算退款金额，并重新审核',
    'The change is calculated and decided anew when you send it',
  ],
  'quote.updating': ['计算中…', 'Calculating…'],
  'quote.refund': ['预计退款', 'Refund'],
  'quote.exchange': [
    '换货不退款：商家收到并验货后，给您发出新的商品',
    'No money moves: after inspection the shop sends you new goods',
  ],
  'quote.want': ['申请金额（选填，元）', 'Amount you ask for (optional, yuan)'],
  'quote.wantHint': ['不填则按上面的金额申请', 'Empty asks for the amount above'],
  'quote.carriage.merchant': ['寄回运费由商家承担', 'The shop pays for sending back'],
  'quote.carriage.shopper': ['寄回运费由您承担', 'You pay for sending back'],
  'quote.answerBy': ['商家须在 {time} 前答复', 'The shop must answer by {time}'],
  'quote.askPeople': ['申请人工审核', 'Let people decide'],
  'decision.all': ['查看全部 {n} 条判断', 'All {n} {n|rule|rules}'],
  'decision.less': ['收起', 'Less'],
} as const satisfies Words

const me = {
  'me.language': ['语言', 'Language'],
  'me.signOut': ['退出登录', 'Sign out'],
} as const satisfies Words

export const shopper = { ...titles, ...signIn, ...lists, ...course, ...order, ...apply, ...me }
