// Ready words that a new shop starts with. They promise no amount and no day that the shop has not set.
import type { TemplateAct } from '@shouhou/shared/domain/queue'

interface Words {
  readonly title: string
  readonly text: string
}

interface Seed {
  readonly act: TemplateAct
  readonly zh: Words
  readonly en: Words
}

const words = (title: string, text: string): Words => ({ title, text })

export const templateSeeds: readonly Seed[] = [
  {
    act: 'approve',
    zh: words('同意并致歉', '给您带来不便，非常抱歉。您的申请已同意，我们会尽快办理。'),
    en: words(
      'Yes, and sorry',
      'We are sorry for the trouble. Your request is approved and will be handled soon.',
    ),
  },
  {
    act: 'approve',
    zh: words('请寄回', '申请已同意。请按页面上的地址寄回商品和配件，并填写运单号。'),
    en: words(
      'Please send it back',
      'Approved. Please send the goods with all parts to the address shown and fill in the waybill number.',
    ),
  },
  {
    act: 'reject',
    zh: words('超过期限', '很抱歉，这件商品已超过售后期限。如有特殊情况，请补充说明后重新申请。'),
    en: words(
      'Too late',
      'We are sorry, the period for this item is over. If there is a special reason, please tell us and apply again.',
    ),
  },
  {
    act: 'reject',
    zh: words(
      '影响二次销售',
      '商品有使用痕迹或配件不齐，影响再次销售，详见照片。您可以修改后重新申请。',
    ),
    en: words(
      'Used or incomplete',
      'The item shows signs of use or is incomplete, see the photos. You can change your request and apply again.',
    ),
  },
  {
    act: 'reject',
    zh: words('凭证不足', '现有照片还看不出问题，请补拍清楚的细节照片后重新申请。'),
    en: words(
      'Not shown clearly',
      'The photos do not show the problem yet. Please add clear close-ups and apply again.',
    ),
  },
  {
    act: 'requestInfo',
    zh: words('补拍问题照片', '请补拍问题部位的近照和商品整体的照片，光线充足一些。'),
    en: words(
      'More photos',
      'Please send a close-up of the problem and a photo of the whole item, in good light.',
    ),
  },
  {
    act: 'requestInfo',
    zh: words('补拍吊牌和包装', '请补拍吊牌、条码和外包装的照片，方便我们核实批次。'),
    en: words(
      'Label and box',
      'Please send photos of the label, the barcode and the box, so that we can check the batch.',
    ),
  },
  {
    act: 'requestInfo',
    zh: words('说明使用情况', '请说明是在什么情况下发现问题的，以及已经试过哪些办法。'),
    en: words(
      'How it happened',
      'Please tell us when the problem showed up and what you have tried already.',
    ),
  },
  {
    act: 'offer',
    zh: words('部分退款', '商品不影响使用，您可以留着继续用，我们退一部分货款给您，您看可以吗？'),
    en: words(
      'Part of the money',
      'The item still works: you could keep it and get part of the money back. Would that be all right?',
    ),
  },
  {
    act: 'offer',
    zh: words('换货改退款', '同款暂时无货，换货需要等待较久，建议改为退款，您看可以吗？'),
    en: words(
      'Refund instead',
      'The same item is not in stock for some time. Would you like a refund instead?',
    ),
  },
  {
    act: 'waiveReturn',
    zh: words('运费高于货值', '寄回的运费高于商品价值，不用寄回。'),
    en: words(
      'Carriage costs more',
      'Sending it back would cost more than the item is worth, so you may keep it.',
    ),
  },
  {
    act: 'waiveReturn',
    zh: words('不便寄回', '商品破损，寄回途中容易伤人，不用寄回，请妥善处理。'),
    en: words(
      'Not safe to send',
      'The item is broken and not safe to send, so you need not return it.',
    ),
  },
  {
    act: 'passInspection',
    zh: words('完好', '商品完好，配件齐全。'),
    en: words('All in order', 'The goods are in order and complete.'),
  },
  {
    act: 'failInspection',
    zh: words('有使用痕迹', '收到的商品有明显使用痕迹，见照片。请选择接受扣款，或由我们寄还。'),
    en: words(
      'Signs of use',
      'The goods show clear signs of use, see the photos. Please accept the deduction, or we send them back.',
    ),
  },
  {
    act: 'failInspection',
    zh: words('配件缺失', '收到的商品缺少配件，见照片。请补寄配件，或接受扣款。'),
    en: words(
      'Parts missing',
      'Parts are missing, see the photos. Please send them on, or accept the deduction.',
    ),
  },
  {
    act: 'reportOutOfStock',
    zh: words('同款售罄', '同款已经售罄，无法换新，可以为您退款，请确认。'),
    en: words(
      'Sold out',
      'The item is sold out and cannot be replaced. We can refund you instead, please confirm.',
    ),
  },
  {
    act: 'recordOfflinePayout',
    zh: words('转账给买家', '原路退款没有成功，已与买家核对收款账户后转账。'),
    en: words(
      'Paid by transfer',
      'The refund could not go back the way it came, so it was transferred to the account the shopper named.',
    ),
  },
  {
    act: 'forceRefund',
    zh: words('协商一致', '已与买家电话协商一致，直接退款。'),
    en: words('Agreed by phone', 'Agreed with the shopper by phone: refunded directly.'),
  },
  {
    act: 'forceClose',
    zh: words('买家不再需要', '已与买家确认不再需要售后，关闭本单。'),
    en: words(
      'No longer needed',
      'The shopper confirmed that nothing more is needed. The case is closed.',
    ),
  },
]
