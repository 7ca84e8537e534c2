// Orders, invoices, gifts and price protection as far as they touch after-sales service.
import type { FaqSeed } from './seed.ts'

export const orders: readonly FaqSeed[] = [
  {
    id: 'get-invoice',
    category: 'orders',
    zh: {
      question: '怎么开发票？',
      phrasings: [
        '可以补开发票吗',
        '在哪里申请开票',
        '电子发票发到哪',
        '能开专票吗',
        '发票什么时候给我',
      ],
      answer:
        '请把抬头、税号（个人不用税号）和接收邮箱发给人工客服，或在下单的商城里申请；电子发票开好后会发到您的邮箱。订单完成后也可以补开。发票金额为实际支付金额，商家不得拒绝开具。',
    },
    en: {
      question: 'How do I get an invoice?',
      phrasings: [
        'Can you issue an invoice afterwards?',
        'Where do I request a VAT invoice?',
        'Where is my electronic invoice sent?',
        'When do I receive the fapiao?',
      ],
      answer:
        'Send name, tax number (persons need none) and an e-mail address to a human here, or request it in the shop where you ordered; electronic invoices are sent by e-mail. It can also be requested after the order is completed. It shows what was really paid, and the merchant may not refuse it.',
    },
  },
  {
    id: 'change-invoice',
    category: 'orders',
    zh: {
      question: '发票开错了怎么改？',
      phrasings: [
        '抬头写错了',
        '税号填错怎么重开',
        '个人发票换公司',
        '发票内容不对',
        '发票要重新开',
      ],
      answer:
        '请转人工，说明订单号和正确的抬头、税号。商家作废（冲红）原发票后重新开具；纸质发票需要先寄回原票。',
    },
    en: {
      question: 'How do I correct an invoice?',
      phrasings: [
        'The name on the invoice is wrong',
        'I entered a wrong tax number',
        'Change a personal invoice to a company one',
      ],
      answer:
        'Ask a human and give the order number with the right name and tax number. The merchant cancels the first invoice and issues a new one; a paper invoice has to be sent back first.',
    },
  },
  {
    id: 'gift-on-return',
    category: 'orders',
    zh: {
      question: '退货时赠品要退回吗？',
      phrasings: [
        '送的东西也要寄回吗',
        '赠品用掉了怎么退货',
        '退一件赠品还要退吗',
        '赠品丢了会扣钱吗',
        '礼品要一起退吗',
      ],
      answer:
        '整单退货或退货后不再满足赠送条件的，赠品需要一并退回；无法退回的，按下单时标明的赠品价格处理，页面会在提交前显示。仍满足赠送条件的，赠品可以保留。',
    },
    en: {
      question: 'Do I have to send the free gift back?',
      phrasings: [
        'I used the gift, can I still return the goods?',
        'What about the freebie when I return one item?',
        'The gift is lost, what happens?',
      ],
      answer:
        'If you return everything, or the rest no longer earns the gift, it has to go back too; otherwise its price as declared with the order counts, shown before you submit. If the rest still earns it, keep it.',
    },
  },
  {
    id: 'price-protection',
    category: 'orders',
    zh: {
      question: '买完就降价了可以退差价吗？',
      phrasings: [
        '怎么申请价保',
        '刚买就便宜了',
        '价格保护期多久',
        '买贵了怎么办',
        '活动价比我买的低',
      ],
      answer:
        '商品页或商家公告写明“价保”的，在价保期内同款降价可以申请，由商家核对同款、同规格和优惠条件后处理；没有写明的以商家规定为准。请转人工并附上现价截图。是否符合及金额由人工确认，机器人不作承诺。',
    },
    en: {
      question: 'The price dropped after I bought it',
      phrasings: [
        'How do I apply for price protection?',
        'It is cheaper now than when I ordered',
        'How long is the price protection period?',
        'Can I get the price difference?',
      ],
      answer:
        'If the product page or a notice of the merchant promises price protection, you can claim it within that period; the merchant compares the product, variant and offer conditions. Otherwise the rules of the shop apply. Ask a human and add a screenshot of the price now. Whether it applies and the amount are confirmed by a human; the bot makes no promise.',
    },
  },
  {
    id: 'change-delivery-address',
    category: 'orders',
    zh: {
      question: '收货地址填错了怎么改？',
      phrasings: [
        '下单后怎么修改地址',
        '电话写错了能改吗',
        '寄到旧地址了怎么办',
        '发货了还能改地址吗',
      ],
      answer:
        '未发货时请在下单的商城修改，或尽快转人工通知商家；已发货的需要联系快递改派，不一定成功，费用以快递规定为准。寄错的包裹可以拒收，退回后再处理。',
    },
    en: {
      question: 'How do I change the delivery address?',
      phrasings: [
        'I entered a wrong address',
        'My phone number on the order is wrong',
        'It was sent to my old address',
        'Can the address be changed after shipping?',
      ],
      answer:
        'Before shipping, change it in the shop where you ordered, or ask a human to tell the merchant at once. After shipping the carrier has to redirect the parcel, which may fail or cost something. You can refuse a misdirected parcel; it is dealt with when it is back.',
    },
  },
]
