// Something is wrong with what arrived, or nothing arrived. Rules: Consumer Rights Protection
// Law art. 24 (quality faults; the merchant bears the freight), E-Commerce Law art. 62.
import type { FaqSeed } from './seed.ts'

export const problems: readonly FaqSeed[] = [
  {
    id: 'damaged-on-arrival',
    category: 'problems',
    zh: {
      question: '收到的商品破损了怎么办？',
      phrasings: [
        '快递到了东西碎了',
        '包裹压坏了',
        '开箱发现坏的',
        '外包装烂了要签收吗',
        '运输途中摔坏了谁负责',
      ],
      answer:
        '请先不要丢弃包装，拍下面单、外包装和破损处，提交售后申请并选择“包装或商品破损”。商家核实后为您补发、换货或退款，运费由商家承担。外包装明显破损时，可以当面验货后再签收或直接拒收。',
    },
    en: {
      question: 'The goods arrived damaged, what should I do?',
      phrasings: [
        'My parcel came broken',
        'The item was smashed when I opened the box',
        'Should I accept a crushed package?',
        'Who is liable for damage in transit?',
      ],
      answer:
        'Keep the packaging, take photos of the label, the box and the damage, and apply with the reason "damaged". After checking, the merchant resends, exchanges or refunds and bears the freight. If the box is clearly damaged, check the goods before signing or refuse the parcel.',
    },
  },
  {
    id: 'missing-items',
    category: 'problems',
    zh: {
      question: '少发了商品或配件怎么办？',
      phrasings: [
        '买了两件只收到一件',
        '缺配件',
        '漏发了怎么补',
        '包裹里少东西',
        '数量不对少了一个',
      ],
      answer:
        '请先确认是否分多个包裹发出。确实缺少的，拍下包裹内全部物品、面单和包装，提交售后申请，选择“少件或漏发”，商家核实后补寄或退款。',
    },
    en: {
      question: 'Something is missing from my parcel',
      phrasings: [
        'I ordered two and got only one',
        'An accessory was not included',
        'Parts are left out, can you resend them?',
        'The quantity is short',
      ],
      answer:
        'Check first whether the order was sent in several parcels. If something is really missing, take photos of everything in the parcel, the label and the packaging and apply with the reason "missing"; after checking, the merchant resends or refunds it.',
    },
  },
  {
    id: 'wrong-item',
    category: 'problems',
    zh: {
      question: '发错货了怎么办？',
      phrasings: [
        '收到的不是我买的',
        '颜色发错了',
        '尺码寄错了',
        '商家发错商品了',
        '型号跟下单的不一样',
      ],
      answer:
        '请保持商品未使用，拍下实物、标签和面单，提交售后申请，选择“发错货”。核实后可以换成正确的商品或退货退款，往返运费由商家承担。',
    },
    en: {
      question: 'I received the wrong item',
      phrasings: [
        'This is not what I ordered',
        'You sent the wrong colour',
        'The size is different from my order',
        'Wrong model delivered',
      ],
      answer:
        'Leave it unused, take photos of the item, its tag and the label and apply with the reason "wrong item". You then get the right one or a refund against return; the merchant bears the freight both ways.',
    },
  },
  {
    id: 'quality-fault',
    category: 'problems',
    zh: {
      question: '商品有质量问题怎么处理？',
      phrasings: [
        '用了几天就坏了',
        '开不了机是质量问题吗',
        '衣服开线掉色怎么办',
        '产品有瑕疵',
        '东西用不了',
      ],
      answer:
        '请提交售后申请，选择“质量问题”，说明故障并上传照片或视频。签收七日内可以选择退货、换货或维修；之后按三包规定或商家承诺处理。属于质量问题的，运输费用由商家承担。',
    },
    en: {
      question: 'The product is faulty, what now?',
      phrasings: [
        'It stopped working after a few days',
        'It does not switch on',
        'The seam came apart, it is a defect',
        'Poor quality, what can I do?',
      ],
      answer:
        'Apply with the reason "quality fault", describe it and add photos or a video. Within seven days of delivery you can choose return, exchange or repair; later the state warranty rules or the promise of the merchant apply. For real faults the merchant bears the carriage.',
    },
  },
  {
    id: 'not-as-described',
    category: 'problems',
    zh: {
      question: '实物和描述不一样怎么办？',
      phrasings: [
        '跟图片不符',
        '色差太大',
        '材质和写的不一样',
        '货不对板可以退吗',
        '功能没有宣传的那样',
      ],
      answer:
        '请提交售后申请，选择“与描述不符”，上传实物照片和商品页截图，写明不符的地方。核实后可以退货退款或换货，运费由商家承担。显示器造成的轻微色差一般不算不符，可以按无理由退货处理。',
    },
    en: {
      question: 'The item is not as described',
      phrasings: [
        'It looks different from the pictures',
        'The material is not what the page says',
        'The colour differs a lot',
        'It does not do what was advertised',
      ],
      answer:
        'Apply with the reason "not as described", add photos of the item and a screenshot of the product page, and say what differs. After checking you can return or exchange it at the expense of the merchant. Slight differences in colour caused by screens usually do not count; a return without a reason is still open to you.',
    },
  },
  {
    id: 'authenticity',
    category: 'problems',
    zh: {
      question: '怀疑是假货怎么办？',
      phrasings: [
        '怎么鉴定是不是正品',
        '感觉买到山寨的了',
        '这个是真的吗',
        '收到盗版了',
        '需要鉴定报告吗',
      ],
      answer:
        '请保留商品、包装和防伪标识，提交售后申请，选择“怀疑非正品”，上传细节照片；有品牌方或有资质机构的鉴定结果请一并上传。商家需要提供进货来源证明，双方有争议时由平台根据证据判断。',
    },
    en: {
      question: 'I suspect that the goods are fake',
      phrasings: [
        'How can I tell whether it is genuine?',
        'I think I got a counterfeit',
        'Is this product authentic?',
        'Do I need an expert report?',
      ],
      answer:
        'Keep the goods, packaging and security labels, apply with the reason "suspected counterfeit" and add close-up photos and, if you have one, a finding of the brand or a qualified body. The merchant has to prove the source; if you disagree, the platform decides on the evidence.',
    },
  },
  {
    id: 'spoiled-food',
    category: 'problems',
    zh: {
      question: '生鲜食品变质了怎么办？',
      phrasings: [
        '水果烂了怎么赔付流程',
        '收到的食品发霉',
        '吃的东西过期了',
        '冷冻的到了化了',
        '临期食品能退吗',
      ],
      answer:
        '请尽快拍下变质或化冻的情况、生产日期和快递面单，一般在签收后 24 小时内提交售后申请，便于核实。这类商品通常不需要寄回，由商家根据凭证处理。请不要食用。',
    },
    en: {
      question: 'The food arrived spoiled',
      phrasings: [
        'The fruit is rotten',
        'The food I got is mouldy',
        'It is past its expiry date',
        'Frozen goods came thawed',
      ],
      answer:
        'Take photos of the state, the date of production and the label and apply as soon as you can, best within 24 hours of delivery so that it can be checked. Such goods usually need not be sent back; the merchant decides on the evidence. Please do not eat them.',
    },
  },
  {
    id: 'parcel-late',
    category: 'problems',
    zh: {
      question: '快递一直没到怎么办？',
      phrasings: [
        '物流好几天不更新',
        '包裹卡在半路了',
        '迟迟没收到货',
        '快递太慢了',
        '什么时候能送到',
      ],
      answer:
        '请在订单详情页查看物流。超过预计时间或三天没有更新的，可以转人工请商家联系快递查件；确认丢失的，可以申请补发或“仅退款（未收到货）”。',
    },
    en: {
      question: 'My parcel has not arrived',
      phrasings: [
        'The tracking has not moved for days',
        'The delivery is late',
        'My package is stuck on the way',
        'When will my order be delivered?',
      ],
      answer:
        'See the tracking on the order page. If the expected date has passed or nothing moved for three days, ask a human: the merchant has the carrier trace it. If it is lost, you can apply for a new shipment or "Refund only (not received)".',
    },
  },
  {
    id: 'signed-not-received',
    category: 'problems',
    zh: {
      question: '显示已签收但没收到怎么办？',
      phrasings: [
        '物流显示签收我没拿到',
        '快递被别人签了',
        '包裹找不到了显示已妥投',
        '说放驿站了找不到',
      ],
      answer:
        '请先问问家人、物业、驿站和快递柜，再联系派送员核对签收人。确认没有收到的，提交售后申请，选择“未收到货”，商家会要求快递提供签收凭证；不能证明交付给您的，由商家负责。',
    },
    en: {
      question: 'It is shown as delivered but I did not get it',
      phrasings: [
        'Tracking says signed for, I have nothing',
        'Somebody else signed for my parcel',
        'The parcel marked as delivered is missing',
        'It should be at the pick-up point but is not there',
      ],
      answer:
        'Ask family, neighbours, the pick-up point and the courier first. If it is really missing, apply with the reason "not received": the merchant asks the carrier for the proof of delivery, and is liable if it cannot show that you got the parcel.',
    },
  },
]
