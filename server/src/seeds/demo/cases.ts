// Cases in many states, each a short story told through the API: who does what, in order.

import type { ContractKey, Input } from '@shouhou/shared/contract'
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import type { ReasonCode } from '@shouhou/shared/domain/reasons'
import type { DemoCaller } from './client.ts'
import type { DemoOrder, Stage } from './orders.ts'
import { demoPhoto } from './photo.ts'

type Who = 'shopper' | 'agent' | 'warehouse' | 'manager'
type CommandKey = Extract<ContractKey, `POST /aftersales/:id/${string}`>
interface Step {
  readonly who: Who
  readonly key: CommandKey
  readonly body: (story: Story) => Promise<object> | object
}
interface Plot {
  readonly stage: Stage
  readonly type: 'REFUND_ONLY' | 'RETURN_REFUND' | 'EXCHANGE'
  readonly reason: ReasonCode
  readonly text: string
  readonly photos: number
  readonly steps: readonly Step[]
}
export interface Cast {
  readonly shopper: DemoCaller
  readonly agent: DemoCaller
  readonly warehouse: DemoCaller
  readonly manager: DemoCaller
}
interface Story {
  readonly name: string
  readonly cast: Cast
  readonly aftersale: Aftersale
}

const step = (who: Who, key: CommandKey, body: Step['body'] = () => ({})): Step => ({
  who,
  key,
  body,
})
const evidence = async ({ name, cast }: Story, who: Who, tag: string) => [
  await cast[who].upload(await demoPhoto(20), `${name}-${tag}`),
]

const approve = step('agent', 'POST /aftersales/:id/approve')
const sendBack = step('shopper', 'POST /aftersales/:id/ship-return', () => ({
  carrier: 'SF',
  waybillNo: 'SF1390000000017',
}))
const receive = step('warehouse', 'POST /aftersales/:id/receive-return', ({ aftersale }) => ({
  lines: aftersale.items.map((i) => ({ lineId: i.lineId, quantityReceived: i.quantity })),
}))
const pass = step('warehouse', 'POST /aftersales/:id/pass-inspection', ({ aftersale }) => ({
  lines: aftersale.items.map((i) => ({
    lineId: i.lineId,
    quantityPassed: i.quantity,
    grade: 'A',
    restock: 'NEW',
  })),
  mediaIds: [],
}))
const fail = step('warehouse', 'POST /aftersales/:id/fail-inspection', async (story) => ({
  reason: 'USED_BEYOND_TRIAL',
  text: '壶底有明显水垢和使用痕迹，已超出合理试用范围。',
  deductionFen: 2_000,
  mediaIds: await evidence(story, 'warehouse', 'fail'),
}))
const ship = step('warehouse', 'POST /aftersales/:id/ship-replacement', () => ({
  carrier: 'SF',
  waybillNo: 'SF1390000000099',
}))
const confirm = step('shopper', 'POST /aftersales/:id/confirm-receipt')
const ask = step('agent', 'POST /aftersales/:id/request-info', () => ({
  text: '请补充一张能看清型号标签的照片。',
}))
const offer = step('agent', 'POST /aftersales/:id/offer', () => ({
  kind: 'CHANGE_AMOUNT',
  amountFen: 3_000,
  text: '商品您留着，我们补偿 30 元，您看可以吗？',
}))
const reject = step('agent', 'POST /aftersales/:id/reject', () => ({
  reasonCode: 'PROOF_INSUFFICIENT',
  text: '照片看不出故障，请联系客服重新提交。',
  mediaIds: [],
}))
const cancel = step('shopper', 'POST /aftersales/:id/cancel')

const plot = (
  stage: Stage,
  type: Plot['type'],
  reason: ReasonCode,
  text: string,
  photos: number,
  ...steps: Step[]
): Plot => ({ stage, type, reason, text, photos, steps })

/** Ends marked PAY and RATE are told after the last step. */
export const PLOTS: Readonly<Record<string, Plot>> = {
  'waits-for-decision': plot(1, 'RETURN_REFUND', 'QUALITY_FAULT', '壶身有裂纹，烧水时漏水。', 2),
  'before-shipping': plot('paid', 'REFUND_ONLY', 'CHANGED_MIND', '地址填错了，想重新下单。', 0),
  'needs-info': plot(3, 'RETURN_REFUND', 'NOT_AS_DESCRIBED', '颜色和页面不一样。', 1, ask),
  'offer-open': plot(6, 'RETURN_REFUND', 'PACKAGE_DAMAGED', '外箱破了，商品有磕碰。', 1, offer),
  'waits-for-goods': plot(2, 'RETURN_REFUND', 'NO_REASON_7D', '家里已经有一个了。', 0, approve),
  'goods-on-their-way': plot(
    5,
    'RETURN_REFUND',
    'QUALITY_FAULT',
    '按键失灵。',
    1,
    approve,
    sendBack,
  ),
  inspecting: plot(
    4,
    'RETURN_REFUND',
    'QUALITY_FAULT',
    '通电没有反应。',
    2,
    approve,
    sendBack,
    receive,
  ),
  'inspection-failed': plot(
    1,
    'RETURN_REFUND',
    'NO_REASON_7D',
    '不太合适。',
    0,
    approve,
    sendBack,
    receive,
    fail,
  ),
  'money-due': plot(
    3,
    'RETURN_REFUND',
    'QUALITY_FAULT',
    '噪音特别大。',
    1,
    approve,
    sendBack,
    receive,
    pass,
  ),
  'PAY-RATE': plot(
    1,
    'RETURN_REFUND',
    'WRONG_ITEM',
    '收到的颜色不对。',
    1,
    approve,
    sendBack,
    receive,
    pass,
  ),
  'exchange-to-ship': plot(
    3,
    'EXCHANGE',
    'QUALITY_FAULT',
    '盖子关不严，想换一个。',
    1,
    approve,
    sendBack,
    receive,
    pass,
  ),
  'exchange-on-its-way': plot(
    2,
    'EXCHANGE',
    'SIZE_COLOR',
    '想换成灰色。',
    0,
    approve,
    sendBack,
    receive,
    pass,
    ship,
  ),
  'exchange-RATE': plot(
    5,
    'EXCHANGE',
    'QUALITY_FAULT',
    '屏幕不亮。',
    1,
    approve,
    sendBack,
    receive,
    pass,
    ship,
    confirm,
  ),
  rejected: plot(6, 'RETURN_REFUND', 'QUALITY_FAULT', '好像不太好用。', 1, reject),
  cancelled: plot(4, 'RETURN_REFUND', 'NO_REASON_7D', '再想想。', 0, cancel),
}

async function open(name: string, plot: Plot, { order, orderNo }: DemoOrder, cast: Cast) {
  const stored = await cast.shopper.call('GET /orders/:orderNo', { params: { orderNo } })
  const line = stored.lines.find((l) => l.lineNo === order.lines[0]?.lineNo)
  const mediaIds: string[] = []
  for (let n = 0; n < plot.photos; n++) {
    mediaIds.push(await cast.shopper.upload(await demoPhoto(200 + n * 60), `${name}-photo-${n}`))
  }
  const body = {
    orderNo,
    type: plot.type,
    lines: [{ lineId: line?.id ?? '', quantity: 1 }],
    reasonCode: plot.reason,
    receivedGoods: plot.stage !== 'paid',
    description: plot.text,
    mediaIds,
    humanReview: true,
  }
  return cast.shopper.call(
    'POST /aftersales',
    { body } as Input<'POST /aftersales'>,
    `${name}-apply`,
  )
}

/** Only possible while people still have to decide; the policy decides small amounts itself. */
const DECIDING: readonly CommandKey[] = [
  'POST /aftersales/:id/request-info',
  'POST /aftersales/:id/offer',
  'POST /aftersales/:id/reject',
]

/** Tells one story from the application to its last step. */
export async function tell(name: string, plot: Plot, order: DemoOrder, cast: Cast): Promise<void> {
  let aftersale: Aftersale = await open(name, plot, order, cast)
  for (const { who, key, body } of plot.steps) {
    const decided = aftersale.status !== 'PENDING_REVIEW'
    if (decided && key === 'POST /aftersales/:id/approve') continue
    if (decided && DECIDING.includes(key)) return
    const input = {
      params: { id: aftersale.id },
      body: { version: aftersale.version, ...(await body({ name, cast, aftersale })) },
    }
    aftersale = (await cast[who].call(key, input as never, `${name}-${key}`)) as Aftersale
  }
  if (name.includes('PAY')) await pay(name, aftersale, cast)
  if (name.includes('RATE')) await rate(name, aftersale, cast)
}

async function pay(name: string, { id }: Aftersale, { manager }: Cast): Promise<void> {
  const { refunds } = await manager.call('GET /aftersales/:id', { params: { id } })
  for (const refund of refunds) {
    const input = { params: { id: refund.id }, body: { reference: `WX${refund.refundNo}` } }
    await manager.call('POST /refunds/:id/confirm', input, `${name}-pay`)
  }
}

async function rate(name: string, { id }: Aftersale, { shopper }: Cast): Promise<void> {
  const body = {
    attitude: 5,
    speed: 4,
    overall: 5,
    tags: ['处理及时', '态度好'],
    comment: '客服很耐心，退款也快。',
  }
  await shopper.call('POST /aftersales/:id/rating', { params: { id }, body }, `${name}-rate`)
}
