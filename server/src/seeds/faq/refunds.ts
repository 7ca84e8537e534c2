// Refunds. Rules: Interim Measures on seven-day returns art. 12 to 17 (what was really paid, the
// original way, within seven days of receiving intact goods). No entry names an amount.
import type { FaqSeed } from './seed.ts'

export const refunds: readonly FaqSeed[] = [
  {
    id: 'refund-time',
    category: 'refunds',
    zh: {
      question: '退款多久到账？',
      phrasings: [
        '退的钱几天能到',
        '商家同意后多长时间退款',
        '退款一般要等几天',
        '钱什么时候退回来',
        '退款到账时间',
      ],
      answer:
        '仅退款在审核通过后发起；退货退款在商家收到完好商品并验收后发起，依法不超过收到商品后七日。发起后到账时间取决于支付方式：零钱通常当天，银行卡一般 1–3 个工作日，信用卡可能更久。具体进度以售后详情页为准。',
    },
    en: {
      question: 'How long does a refund take?',
      phrasings: [
        'When will the money be back?',
        'How many days until a refund arrives?',
        'When is a refund paid after approval?',
        'Refund processing time',
      ],
      answer:
        'A refund without return starts after approval; with a return it starts once the merchant has received and accepted the intact goods, by law within seven days of receiving them. Then it depends on how you paid: wallet balance usually the same day, bank cards mostly 1–3 working days, credit cards sometimes longer. The case page shows where it stands.',
    },
  },
  {
    id: 'refund-way',
    category: 'refunds',
    zh: {
      question: '退款退到哪里？',
      phrasings: [
        '钱会退到哪个账户',
        '是原路退回吗',
        '微信付的款退到零钱还是银行卡',
        '可以退到别的卡上吗',
        '组合支付怎么退',
      ],
      answer:
        '退款按原支付方式退回：零钱退零钱，银行卡退原卡，信用卡退回信用额度；多种方式一起支付的，按各自实付比例退回。只有您明确同意，才会改用其他方式。',
    },
    en: {
      question: 'Where does my refund go?',
      phrasings: [
        'Which account is the money returned to?',
        'Is it refunded to the original payment method?',
        'Can it be paid to a different card?',
        'I paid with two methods, how is it refunded?',
      ],
      answer:
        'Refunds go back the way you paid: wallet to wallet, bank card to the same card, credit card to its balance. If you paid in several ways, each gets its share. Another way is used only if you clearly agree.',
    },
  },
  {
    id: 'refund-amount',
    category: 'refunds',
    zh: {
      question: '退款金额是怎么计算的？',
      phrasings: [
        '为什么退的钱比付的少',
        '退款金额不对',
        '用了优惠券退款怎么算',
        '满减的订单退一件怎么退',
        '退款会扣钱吗',
      ],
      answer:
        '退款以该商品的实际支付金额为准，订单优惠按商品分摊。部分退货后不再满足满减、套装或包邮条件的，会重新计算相应优惠或运费。提交申请前页面会逐项列出计算过程，最终金额由人工或退款单确认，机器人不承诺金额。',
    },
    en: {
      question: 'How is the refund amount calculated?',
      phrasings: [
        'Why is my refund less than I paid?',
        'The refund amount is wrong',
        'How is a discount shared when I return one item?',
        'Is anything deducted from the refund?',
      ],
      answer:
        'What you really paid for the item counts; order discounts are split over the items. If the rest no longer meets a discount, set or free-shipping condition, that part is calculated anew. The page lists every step before you submit; the final amount is confirmed by a human or the refund record, never by the bot.',
    },
  },
  {
    id: 'refund-not-arrived',
    category: 'refunds',
    zh: {
      question: '显示退款成功但没到账怎么办？',
      phrasings: [
        '显示已退款但我没收到钱',
        '退款成功了卡里没有',
        '查不到退款记录',
        '银行卡注销了退款去哪了',
        '退款失败怎么办',
      ],
      answer:
        '请先在支付应用的账单中查看退款记录，银行卡到账可能晚 1–3 个工作日，信用卡看额度变化。原卡已注销或冻结的，退款会被退回，请联系人工核对身份后换一种方式处理。超过上述时间仍未到账，请带上售后单号转人工查询。',
    },
    en: {
      question: 'The refund is shown as paid but has not arrived',
      phrasings: [
        'It says refunded but I got no money',
        'I cannot find the refund in my bank statement',
        'My bank card is closed, where did the refund go?',
        'What if a refund fails?',
      ],
      answer:
        'Look for the refund in the bill of your payment app first; bank cards may take 1–3 working days longer, credit cards show a changed balance. If the card is closed or frozen, the money bounces: ask a human, who checks your identity and arranges another way. If it is still missing after that time, ask a human and name your case number.',
    },
  },
  {
    id: 'refund-before-shipment',
    category: 'refunds',
    zh: {
      question: '还没发货可以退款吗？',
      phrasings: [
        '没发货想取消订单退款',
        '拍错了还没发货怎么退',
        '未发货申请仅退款',
        '不等了还没寄出能退吗',
        '预售的能退吗',
      ],
      answer:
        '可以。在订单详情页选择“仅退款（未发货）”，商家确认没有发出后原路退款。如果包裹已经交给快递，可以等收到后拒收，或签收后按退货退款申请。',
    },
    en: {
      question: 'Can I get a refund before the order is shipped?',
      phrasings: [
        'It has not been shipped yet, I want my money back',
        'I ordered by mistake and it is not sent yet',
        'Refund for an order not yet dispatched',
        'Can I cancel a pre-order?',
      ],
      answer:
        'Yes. Choose "Refund only (not shipped)" on the order page; once the merchant confirms that nothing was sent, the refund goes back the way you paid. If the parcel is already with the carrier, refuse it at the door or apply for a return after delivery.',
    },
  },
  {
    id: 'refund-only',
    category: 'refunds',
    zh: {
      question: '可以只退款不退货吗？',
      phrasings: [
        '仅退款是什么意思',
        '东西不值钱能不能不寄回直接退款',
        '什么情况可以仅退款',
        '收到货了能申请仅退款吗',
      ],
      answer:
        '没有收到商品、少件，或商品变质等不适合寄回的情况可以申请仅退款；其他已收到商品的情况一般需要退货退款。商家也可能提出保留商品的方案，由您决定是否接受。能否仅退款由商家根据您提供的凭证审核。',
    },
    en: {
      question: 'Can I get a refund without sending the goods back?',
      phrasings: [
        'What does refund only mean?',
        'Do I have to return a cheap item?',
        'When is a refund without return possible?',
        'I received it, can I still apply for refund only?',
      ],
      answer:
        'Refund only is meant for goods that did not arrive, are missing or cannot sensibly be sent back, such as spoiled food; otherwise received goods usually have to be returned. The merchant may also offer that you keep the item, and you decide. Whether it is possible is decided on the evidence you give.',
    },
  },
  {
    id: 'coupon-back',
    category: 'refunds',
    zh: {
      question: '退款后优惠券会退回吗？',
      phrasings: [
        '退货了用掉的券还给我吗',
        '优惠券过期了退货怎么办',
        '红包能退回来吗',
        '退款后积分会还我吗',
        '用积分抵扣的怎么退',
      ],
      answer:
        '整单退款时，未过有效期的优惠券和已使用的积分按原样返还；部分退货按分摊规则处理。已过期的券是否补发由商家确认。购物获得的积分会随退货扣回。结果在提交申请前可以看到。',
    },
    en: {
      question: 'Do I get my coupon or points back after a refund?',
      phrasings: [
        'Is the used voucher returned?',
        'My coupon has expired meanwhile, what now?',
        'What happens to loyalty points I spent?',
        'Are points taken back after a return?',
      ],
      answer:
        'When a whole order is refunded, coupons still valid and points you spent are given back in kind; for part of an order the shares count. Whether an expired coupon is renewed is for the merchant to confirm. Points earned by the purchase are taken back. You see the result before you submit.',
    },
  },
  {
    id: 'compensation',
    category: 'refunds',
    zh: {
      question: '可以要求赔偿吗？',
      phrasings: [
        '商品有问题怎么索赔',
        '假货怎么赔',
        '给我造成损失了怎么办',
        '补偿怎么申请',
        '商家承诺的赔付怎么兑现',
      ],
      answer:
        '机器人不能承诺任何赔偿或补偿。请在售后申请中说明情况并上传凭证，由人工根据法律规定、商家公开承诺和证据核实后答复；协商不成可以申请平台介入，或向 12315 反映。',
    },
    en: {
      question: 'Can I claim compensation?',
      phrasings: [
        'How do I claim damages for a faulty product?',
        'I suffered a loss because of this item',
        'How do I get the compensation the shop promised?',
        'What do I get if the goods are counterfeit?',
      ],
      answer:
        'The bot cannot promise any compensation. Describe what happened in an application and add evidence; a human checks it against the law, the public promises of the merchant and the evidence, and answers you. If you cannot agree, ask the platform to step in or turn to 12315.',
    },
  },
]
