// Sending goods back: freight, address, pick-up, waybill. Rules: Consumer Rights Protection Law
// art. 24 and 25, Interim Measures on seven-day returns art. 11, 18 and 19.
import type { FaqSeed } from './seed.ts'

export const sending: readonly FaqSeed[] = [
  {
    id: 'return-freight',
    category: 'sending',
    zh: {
      question: '退货运费谁承担？',
      phrasings: [
        '退货的快递费谁出',
        '寄回去的邮费要我自己付吗',
        '质量问题退货运费怎么算',
        '换货来回运费谁付',
        '退货包邮吗',
      ],
      answer:
        '质量问题、发错货、少件、与描述不符等商家原因，往返运费由商家承担；无理由退货的寄回运费由您承担，商家另有承诺（如包退运费）的按承诺执行。申请页会根据所选原因显示运费由谁承担。',
    },
    en: {
      question: 'Who pays the return freight?',
      phrasings: [
        'Do I have to pay the postage for sending it back?',
        'Who covers shipping for a faulty item?',
        'Is return shipping free?',
        'Who pays carriage both ways for an exchange?',
      ],
      answer:
        'For faults, wrong or missing items and goods not as described, the merchant bears the freight both ways. For a return without a reason you bear the way back, unless the merchant promised otherwise. The application page shows who pays for the reason you choose.',
    },
  },
  {
    id: 'freight-insurance',
    category: 'sending',
    zh: {
      question: '运费险怎么理赔？',
      phrasings: [
        '有运费险还要付运费吗',
        '退货运费险什么时候到账',
        '运费险怎么用',
        '没买运费险怎么办',
        '怎么看有没有运费险',
      ],
      answer:
        '订单详情标有“运费险”的，由保险公司按保单处理：寄回并填写运单号后自动报案，一般无需另外申请，能否理赔和金额以保险公司为准。没有运费险的，运费按退货原因由您或商家承担。',
    },
    en: {
      question: 'How does return freight insurance work?',
      phrasings: [
        'I have freight insurance, do I still pay the postage?',
        'When is the freight insurance paid out?',
        'How can I see whether my order has freight insurance?',
        'What if I did not buy freight insurance?',
      ],
      answer:
        'If the order shows "freight insurance", the insurer handles it under its policy: the claim starts by itself once you sent the goods and entered the waybill number; whether and what it pays is decided by the insurer. Without it, freight is borne by you or the merchant depending on the reason.',
    },
  },
  {
    id: 'how-to-send-back',
    category: 'sending',
    zh: {
      question: '退货怎么寄回？',
      phrasings: [
        '审核通过后怎么把东西寄给商家',
        '可以用任意快递寄回吗',
        '寄回要用顺丰吗',
        '退货寄件有什么要求',
        '可以到店退货吗',
      ],
      answer:
        '审核通过后，在售后详情页选择上门取件或自行寄回。自行寄回可以任选快递，请妥善包装并附上售后单号，寄出后在期限内填写运单号。请保留寄件凭证，签收前的物流信息会自动显示在进度里。',
    },
    en: {
      question: 'How do I send the goods back?',
      phrasings: [
        'What do I do after my return is approved?',
        'Can I use any courier for the return?',
        'How should I pack a returned item?',
        'Do I have to use a certain carrier?',
      ],
      answer:
        'After approval choose door pick-up or sending it yourself on the case page. You may use any carrier; pack the goods well, put the case number inside and enter the waybill number in time. Keep the receipt. Tracking is then shown in the progress.',
    },
  },
  {
    id: 'door-pickup',
    category: 'sending',
    zh: {
      question: '可以上门取件吗？',
      phrasings: [
        '怎么预约快递员上门收退货',
        '上门取件要收费吗',
        '快递员没来取件怎么办',
        '怎么改取件时间',
        '能不能来家里拿',
      ],
      answer:
        '审核通过后，如果您的地区支持，详情页会有“上门取件”，选择地址和时间即可；可以在取件前修改或取消。快递员未按时上门时，可以改约或改为自行寄回。运费由谁承担与退货原因有关，预约页会显示。',
    },
    en: {
      question: 'Can the parcel be picked up at my door?',
      phrasings: [
        'How do I book a pick-up for my return?',
        'Is the pick-up free?',
        'The courier did not come to collect it',
        'How do I change the pick-up time?',
      ],
      answer:
        'If your area is covered, the case page offers "Door pick-up" after approval: choose address and time. You can change or cancel it before the courier comes. If nobody comes, book again or send it yourself. Who pays depends on the reason and is shown when booking.',
    },
  },
  {
    id: 'return-address',
    category: 'sending',
    zh: {
      question: '退货地址是什么？',
      phrasings: [
        '退货寄到哪里',
        '寄回的收件人和电话是多少',
        '怎么看商家的退货地址',
        '可以寄到发货的地址吗',
        '没看到退货地址',
      ],
      answer:
        '审核通过后，售后详情页会显示本次的退货地址、收件人和电话，点击即可复制。请以详情页为准，不要按面单上的发货地址或他人提供的地址寄出，以免无法签收。',
    },
    en: {
      question: 'What is the return address?',
      phrasings: [
        'Where do I send the goods?',
        'Who is the recipient of my return?',
        'I cannot find the return address',
        'Can I send it to the address on the label?',
      ],
      answer:
        'After approval the case page shows the return address, recipient and phone number for this return; tap to copy. Please use that address only, not the sender on the label or one that somebody else gave you, or the parcel may not be accepted.',
    },
  },
  {
    id: 'enter-waybill',
    category: 'sending',
    zh: {
      question: '在哪里填写退货运单号？',
      phrasings: [
        '寄出后怎么填快递单号',
        '物流单号填在哪',
        '退货多久之内要填单号',
        '忘记填写运单号怎么办',
        '怎么上传寄件信息',
      ],
      answer:
        '在“我的售后”打开该申请，点击“填写运单号”，输入或扫描单号并选择快递公司。请在页面显示的截止时间前填写；到期没有填写且没有预约取件的，申请会自动关闭，仍在售后期限内的可以重新申请。',
    },
    en: {
      question: 'Where do I enter the waybill number?',
      phrasings: [
        'I sent the parcel, where does the tracking number go?',
        'By when must I fill in the tracking number?',
        'I forgot to enter the waybill number',
        'How do I submit my shipping details?',
      ],
      answer:
        'Open the case under "My cases", tap "Enter waybill number", type or scan it and choose the carrier. Do it before the deadline shown: a case without number or booked pick-up is then closed; you can apply again if the time limit for that has not passed.',
    },
  },
  {
    id: 'return-parcel-lost',
    category: 'sending',
    zh: {
      question: '退货包裹丢了或商家说没收到怎么办？',
      phrasings: [
        '寄回去的快递丢失了谁负责',
        '物流显示签收商家说没收到',
        '退货在路上坏了怎么办',
        '退货包裹一直没有物流更新',
      ],
      answer:
        '请先向快递公司查件并保留寄件凭证、签收底单，上传到售后详情页。物流显示已签收而商家否认的，可以转人工或申请平台介入，按签收证据判断。因快递原因丢失或损坏的，由寄件方先向快递公司索赔；商家安排的上门取件由商家处理。',
    },
    en: {
      question: 'What if my return parcel is lost?',
      phrasings: [
        'The merchant says the return never arrived',
        'Tracking says signed for, but the seller denies it',
        'My returned goods were damaged on the way',
        'The tracking of my return does not move',
      ],
      answer:
        'Ask the carrier to trace it, keep the posting receipt and proof of delivery, and add them to the case. If tracking shows delivery and the merchant denies it, ask a human or the platform, which decides on that proof. For losses by the carrier the sender claims first; a pick-up arranged by the merchant is handled by the merchant.',
    },
  },
]
