// What can be returned, and until when. Rules: Consumer Rights Protection Law art. 24 and 25,
// Interim Measures on seven-day returns art. 7 to 10 and 17 to 20.
import type { FaqSeed } from './seed.ts'

export const conditions: readonly FaqSeed[] = [
  {
    id: 'seven-day-return',
    category: 'conditions',
    zh: {
      question: '支持七天无理由退货吗？',
      phrasings: [
        '买了不喜欢可以退吗',
        '不想要了能不能退货',
        '7天无理由怎么退',
        '没有质量问题也可以退吗',
        '后悔了想退掉行不行',
      ],
      answer:
        '网上购买的商品，签收后七天内可以无理由退货，商品完好即可，不需要说明原因。法律规定的例外（如定制商品、鲜活易腐商品、已拆封的数字化商品、报纸期刊）除外，订单详情页会标明每件商品是否支持。请在“我的订单”中选择商品，点击“申请售后”。',
    },
    en: {
      question: 'Can I return goods within seven days without a reason?',
      phrasings: [
        "I don't like it, can I send it back?",
        'I changed my mind about my purchase',
        'Is there a seven-day return?',
        'Can I return it if nothing is wrong with it?',
      ],
      answer:
        'Goods bought online can be returned within seven days of delivery without a reason, as long as they are intact. The law excepts some goods, such as made-to-order goods, perishables, opened digital goods and newspapers; the order page shows for each item whether it can be returned. Choose the item under "My orders" and tap "Apply for after-sales".',
    },
  },
  {
    id: 'seven-days-counting',
    category: 'conditions',
    zh: {
      question: '七天从哪天开始算？',
      phrasings: [
        '七天无理由是从下单算还是从签收算',
        '退货期限最后一天是哪天',
        '签收当天算不算第一天',
        '今天是第七天还能退吗',
        '7天怎么计算',
      ],
      answer:
        '七天从签收的次日开始计算，签收当天不算。例如 1 日签收，最晚 8 日可以提交无理由退货申请。以提交申请的时间为准，之后寄回路上的时间不计入。订单详情页会显示最后可申请的时间。',
    },
    en: {
      question: 'From which day are the seven days counted?',
      phrasings: [
        'Do the seven days start at order or at delivery?',
        'What is the last day to return?',
        'Does the day of delivery count?',
        'How is the return window calculated?',
      ],
      answer:
        'The seven days are counted from the day after delivery; the day of delivery does not count. Delivered on the 1st, you can apply until the end of the 8th. What counts is when you apply, not when the parcel is back. The order page shows your last moment to apply.',
    },
  },
  {
    id: 'not-returnable',
    category: 'conditions',
    zh: {
      question: '哪些商品不能无理由退货？',
      phrasings: [
        '什么东西不支持七天无理由',
        '定制的商品能退吗',
        '生鲜水果可以无理由退吗',
        '内衣拆封了不能退吗',
        '为什么这个商品不支持退货',
      ],
      answer:
        '定制商品、鲜活易腐商品、在线下载或已拆封的音像制品和软件、已交付的报纸期刊不适用无理由退货。拆封后影响安全或品质的商品、一经激活价值大幅减少的商品、临近保质期或有瑕疵的商品，只有您下单时单独确认过才不适用。有质量问题的商品不受此限，仍可申请退货、更换或维修。',
    },
    en: {
      question: 'Which goods cannot be returned without a reason?',
      phrasings: [
        'What is excluded from the seven-day return?',
        'Can custom-made goods be returned?',
        'Can I return fresh food just because I changed my mind?',
        'Why is this item not returnable?',
      ],
      answer:
        'Made-to-order goods, perishables, downloaded or unsealed recordings and software, and delivered newspapers and magazines are excluded. Goods that become unsafe or spoil once opened, lose much of their value once activated, are near expiry or are sold as flawed are excluded only if you confirmed this separately when ordering. Faulty goods are never excluded: you can still ask for a return, exchange or repair.',
    },
  },
  {
    id: 'opened-goods',
    category: 'conditions',
    zh: {
      question: '拆开用过还能退吗？',
      phrasings: [
        '打开包装看过还可以退货吗',
        '衣服试穿过能退不',
        '拆封了影响退货吗',
        '试用了一下不满意想退',
        '商品完好是什么标准',
      ],
      answer:
        '为了查看和确认商品而拆开包装、合理试穿或试用，不影响退货。商品本身、配件、吊牌和说明书要齐全，没有超出试用范围的使用痕迹、污渍或损坏；电子产品没有激活、登录或产生数据。洗涤、剪标或长期使用后一般不再视为完好。',
    },
    en: {
      question: 'Can I return something I have opened or tried?',
      phrasings: [
        'I opened the box, can I still return it?',
        'I tried the clothes on, can they go back?',
        'Does unsealing affect the return?',
        'What does intact mean?',
      ],
      answer:
        'Opening the package to look at the goods, trying on and reasonable testing do not affect your return. The goods, accessories, tags and manual must be complete, without stains, damage or signs of use beyond a trial; electronics must not be activated, signed in or hold data. Washed goods, cut tags or longer use usually mean that goods are no longer intact.',
    },
  },
  {
    id: 'lost-packaging',
    category: 'conditions',
    zh: {
      question: '包装盒丢了还能退货吗？',
      phrasings: [
        '外包装扔了可以退吗',
        '没有原包装怎么退',
        '吊牌剪掉了能退货吗',
        '盒子撕坏了影响退货吗',
        '说明书找不到了还能退不',
      ],
      answer:
        '运输用的外箱不是必须的，用能保护商品的包装寄回即可。商品自身的包装盒、吊牌、配件、说明书和赠品请一并寄回；缺少时商家会在验货时核实是否影响商品完好。申请时请如实说明，避免验货时产生争议。',
    },
    en: {
      question: 'Can I return goods without the original packaging?',
      phrasings: [
        'I threw the box away, can I return it?',
        'The tag is cut off, can I still return it?',
        'I lost the manual, is a return possible?',
        'The packaging is torn, does that matter?',
      ],
      answer:
        "The outer shipping box is not needed: any packaging that protects the goods will do. Please send back the product's own box, tags, accessories, manual and gifts; if something is missing, the merchant checks on arrival whether the goods still count as intact. Say so in your application to avoid a dispute at inspection.",
    },
  },
  {
    id: 'partial-return',
    category: 'conditions',
    zh: {
      question: '一个订单可以只退其中一件吗？',
      phrasings: [
        '买了三件只想退一件',
        '能不能部分退货',
        '一单里有几个商品可以单独退吗',
        '套装能拆开退吗',
        '同款买了两个退一个可以吗',
      ],
      answer:
        '可以。申请时勾选要退的商品并选择数量，没有勾选的不受影响。优惠按各商品实际分摊计算；如果退货后不再满足满减或包邮门槛，页面会在提交前列明每一项如何计算。成套出售的商品需要整套退回。',
    },
    en: {
      question: 'Can I return only part of an order?',
      phrasings: [
        'I bought three and want to return one',
        'Is a partial return possible?',
        'Can I send back just one item of my order?',
        'Can I split a set and return a piece?',
      ],
      answer:
        'Yes. Tick the items and choose the quantity in your application; the rest is not affected. Discounts are split as they were paid; if the rest no longer reaches a discount or free-shipping threshold, the page shows how each part is calculated before you submit. Goods sold as a set go back as a set.',
    },
  },
  {
    id: 'after-seven-days',
    category: 'conditions',
    zh: {
      question: '超过七天了还能退换吗？',
      phrasings: [
        '签收半个月了还可以退吗',
        '过了退货期怎么办',
        '十天了才发现有问题能换吗',
        '超时了不让申请退货',
        '买了一个月坏了能退吗',
      ],
      answer:
        '超过七天后不能再无理由退货，但有质量问题仍可处理：列入国家“三包”目录的商品，七日内可退货、换货或维修，十五日内可换货或维修，之后在保修期内可维修。商家承诺更长期限的，按承诺执行。请按实际情况选择“质量问题”提交申请并上传照片。',
    },
    en: {
      question: 'Can I still return or exchange after seven days?',
      phrasings: [
        'It has been two weeks, can I return it?',
        'I missed the return window',
        'I found a fault after ten days, can it be exchanged?',
        'It broke after a month, what can I do?',
      ],
      answer:
        'After seven days goods cannot be returned without a reason, but faults are still covered: for goods under the state warranty rules you can return, exchange or repair within 7 days, exchange or repair within 15 days, and have them repaired during the warranty period after that. A longer period promised by the merchant applies. Choose "quality fault" in your application and add photos.',
    },
  },
]
