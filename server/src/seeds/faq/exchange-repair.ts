// Exchange, repair and warranty. Rules: Consumer Rights Protection Law art. 24, its Regulation
// art. 18 (warranty restarts after an exchange, repair time does not count).
import type { FaqSeed } from './seed.ts'

export const exchangeRepair: readonly FaqSeed[] = [
  {
    id: 'how-to-exchange',
    category: 'exchange-repair',
    zh: {
      question: '怎么换货？',
      phrasings: [
        '尺码不合适想换一个',
        '可以换颜色吗',
        '换大一码怎么操作',
        '申请换货的步骤',
        '想换成别的款式',
      ],
      answer:
        '在订单详情页选择商品，点击“申请售后”，类型选“换货”，再选要换的规格和原因。审核通过后寄回原商品，商家验收后发出新商品，运单号会显示在进度里。换其他款式时请先退货再重新下单。',
    },
    en: {
      question: 'How do I exchange an item?',
      phrasings: [
        'The size does not fit, I want another one',
        'Can I swap it for a different colour?',
        'I need a larger size',
        'What are the steps of an exchange?',
      ],
      answer:
        'Choose the item on the order page, tap "Apply for after-sales", choose "Exchange", then the variant and the reason. After approval send the item back; once it is accepted, the new one is sent and its waybill number appears in the progress. For a different product, return this one and place a new order.',
    },
  },
  {
    id: 'exchange-out-of-stock',
    category: 'exchange-repair',
    zh: {
      question: '想换的款式没货怎么办？',
      phrasings: ['换货缺货了', '要换的尺码断货', '没有库存还能换吗', '商家说没货可以退款吗'],
      answer:
        '换货的规格缺货时，商家会提出等待补货、换其他规格或改为退款的方案，由您选择。您没有接受的方案不会生效。',
    },
    en: {
      question: 'What if the variant I want is out of stock?',
      phrasings: [
        'The size for my exchange is sold out',
        'There is no stock for the exchange',
        'Can I get a refund if the replacement is unavailable?',
      ],
      answer:
        'Then the merchant offers to wait for new stock, another variant or a refund instead, and you choose. Nothing takes effect that you have not accepted.',
    },
  },
  {
    id: 'how-to-repair',
    category: 'exchange-repair',
    zh: {
      question: '坏了怎么申请维修？',
      phrasings: [
        '保修期内怎么报修',
        '产品故障怎么修',
        '维修要寄到哪里',
        '可以上门维修吗',
        '想修一下怎么办理',
      ],
      answer:
        '在订单详情页选择商品，点击“申请售后”，类型选“维修”，说明故障并上传照片或视频。审核后按提示寄修、送到维修点或预约上门；检测结果、是否收费和更换的零件都会写入维修记录，收费项目需要您先同意。寄出前请备份并清除个人数据。',
    },
    en: {
      question: 'How do I request a repair?',
      phrasings: [
        'It is broken, how can I have it repaired?',
        'How does the warranty repair work?',
        'Where do I send a product for repair?',
        'Can a technician come to my home?',
      ],
      answer:
        'Choose the item on the order page, tap "Apply for after-sales", choose "Repair", describe the fault and add photos or a video. You are then told to send it in, bring it to a repair point or book a visit; findings, costs and replaced parts are recorded, and nothing chargeable is done without your consent. Back up and erase personal data first.',
    },
  },
  {
    id: 'warranty-period',
    category: 'exchange-repair',
    zh: {
      question: '保修期多长？',
      phrasings: [
        '质保几年',
        '保修从什么时候开始算',
        '怎么查是否过保',
        '换货后保修重新算吗',
        '三包是哪三包',
      ],
      answer:
        '列入国家“三包”目录的商品，整机保修期一般为一年，主要部件可能更长，以三包凭证为准；商家承诺更长的按承诺。保修从交付（需要安装的从安装完成）之日起算，维修占用的时间不计入，换货后重新计算。请保留购买凭证。',
    },
    en: {
      question: 'How long is the warranty?',
      phrasings: [
        'From when does the warranty count?',
        'Is my product still under warranty?',
        'Does the warranty start again after an exchange?',
        'How many years of guarantee do I have?',
      ],
      answer:
        'For goods under the state warranty rules it is usually one year for the whole product, longer for some main parts, as the warranty card says; a longer promise of the merchant applies. It runs from delivery, or from installation where needed; repair time does not count, and it starts anew after an exchange. Keep your proof of purchase.',
    },
  },
  {
    id: 'repair-time',
    category: 'exchange-repair',
    zh: {
      question: '维修要多久？',
      phrasings: ['修一次一般几天', '寄修多长时间能修好', '维修超过一个月怎么办', '等配件要等多久'],
      answer:
        '一般包括寄送、检测和维修三段，预计完成时间写在维修记录里。列入“三包”目录的商品，因维修方原因超过 30 日、因缺少零配件超过 90 日仍未修好的，可以要求更换。',
    },
    en: {
      question: 'How long does a repair take?',
      phrasings: [
        'How many days does a repair need?',
        'My repair takes more than a month',
        'How long do I wait for spare parts?',
      ],
      answer:
        'It consists of shipping, checking and repairing; the expected date stands in the repair record. For goods under the state warranty rules you may ask for an exchange if the repairer takes more than 30 days, or more than 90 days for lack of parts.',
    },
  },
  {
    id: 'repaired-again-broken',
    category: 'exchange-repair',
    zh: {
      question: '修了两次还是坏怎么办？',
      phrasings: [
        '维修后又出现同样的问题',
        '修好没几天又坏了',
        '反复维修可以换新吗',
        '多次维修能退货吗',
      ],
      answer:
        '列入“三包”目录的商品，同一保修期内修理两次仍不能正常使用的，可以凭维修记录要求更换；修好后 30 日内应能正常使用，再次出现同样故障请直接提交售后申请并注明上次的维修单号。',
    },
    en: {
      question: 'It was repaired twice and is broken again',
      phrasings: [
        'The same fault came back after the repair',
        'It broke again a few days after being fixed',
        'Can I get a new one after several repairs?',
      ],
      answer:
        'For goods under the state warranty rules: if two repairs within the warranty did not help, you may ask for an exchange on the repair records. A repaired item should work for at least 30 days; if the fault returns, apply again and name the earlier repair.',
    },
  },
  {
    id: 'repair-cost',
    category: 'exchange-repair',
    zh: {
      question: '维修要收费吗？',
      phrasings: [
        '过保了修要多少钱',
        '人为损坏保修吗',
        '摔坏了能免费修吗',
        '维修报价不同意怎么办',
        '进水了保不保',
      ],
      answer:
        '保修期内的质量故障免费维修。人为损坏、进水、自行拆修或过保的，检测后先报价，您同意才维修；不同意可以取消并取回商品，是否收取检测费以事先告知为准。',
    },
    en: {
      question: 'Do I have to pay for the repair?',
      phrasings: [
        'How much is a repair out of warranty?',
        'I dropped it, is the repair free?',
        'What if I do not accept the repair quote?',
        'Is water damage covered?',
      ],
      answer:
        'Faults within the warranty are repaired free of charge. For accidental or water damage, your own attempts at repair or an expired warranty you get a quote after the check, and nothing is done before you agree; if you decline, you get the item back. A fee for the check applies only if you were told beforehand.',
    },
  },
]
