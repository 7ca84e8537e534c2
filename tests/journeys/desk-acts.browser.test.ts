// Everything that the desk can do to a case besides the usual course, tried by hand in a browser: from the
// button over ready words and warnings to what the case then is.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import {
  apply,
  give,
  passing,
  placeOrder,
  UNSHIPPED,
  untilInspecting,
  WAYBILL,
} from '../features/aftersales/scenario.ts'
import { callerWith, type TestShop } from '../helpers/client.ts'
import { aLine } from '../helpers/factories.ts'
import type { Phone } from './helpers/phone.ts'
import { actAtDesk, addPhoto, enterAsStaff } from './helpers/scenes.ts'
import { openStage, type Stage } from './helpers/stage.ts'

let stage: Stage
let shop: TestShop
let desk: Phone
beforeAll(async () => {
  stage = await openStage()
  shop = stage.shop
}, 60_000)
afterAll(() => stage?.close())
beforeEach(async () => {
  stage.begin('desk-acts')
  desk = await stage.phone('desk')
  await enterAsStaff(desk, await stage.hire('manager'))
})

const open = async ({ id }: Aftersale) => {
  await desk.page.goto(`/#/packages/staff/case/index?id=${id}`)
  await desk.see('订单实付')
}
const now = ({ id }: Aftersale) =>
  callerWith(stage.t, shop.apiKey).ok('GET /aftersales/:id', { params: { id } })

/** An action behind “more”. */
async function actBehind(action: string, fill: () => Promise<void>, sure = false): Promise<void> {
  await desk.tap('更多操作')
  await desk.tapInSheet(action)
  await desk.see('之后：')
  await fill()
  await desk.picture(action)
  await desk.tapInSheet(action)
  if (sure) await desk.tap('确定')
  await desk.lose('之后：')
}
const ready = (title: string) => () => desk.tapInSheet(title)

const asked = async () => apply(shop.as('shopper'), await placeOrder(stage.t, shop))
const approved = async () => give(shop.as('agent'), await asked(), 'approve')
async function refunding(): Promise<Aftersale> {
  const order = await placeOrder(stage.t, shop, {}, UNSHIPPED)
  const asking = { type: 'REFUND_ONLY', reasonCode: 'CHANGED_MIND', receivedGoods: false } as const
  return give(shop.as('agent'), await apply(shop.as('shopper'), order, asking), 'approve')
}
const payoutFails = ({ refunds }: Aftersale) =>
  shop.as('manager').ok('POST /refunds/:id/fail', {
    params: { id: refunds[0]?.id ?? '' },
    body: { text: '账户已注销' },
  })

it('asks for more, offers other terms, does without the goods', async () => {
  const first = await asked()
  await open(first)
  await actBehind('要求补充', ready('补拍问题照片'))
  expect(await now(first)).toMatchObject({
    status: 'NEED_INFO',
    statusNote: { text: '请补拍问题部位的近照和商品整体的照片，光线充足一些。' },
  })

  const second = await asked()
  await open(second)
  await actBehind('协商', async () => {
    await desk.choose('调整退款金额')
    await desk.type('退款金额（元）', '12.5')
    await desk.tapInSheet('部分退款')
  })
  expect(await now(second)).toMatchObject({
    status: 'OFFER_SENT',
    offer: { kind: 'CHANGE_AMOUNT', amountFen: 1_250 },
  })

  const third = await approved()
  await open(third)
  await actAtDesk(desk, '免退货退款', { fill: ready('运费高于货值'), sure: true })
  expect(await now(third)).toMatchObject({ status: 'REFUNDING' })
  await stage.end()
})

it('passes a part of what came back, and says that a replacement is out of stock', async () => {
  const order = await placeOrder(stage.t, shop, { lines: [aLine({ quantity: 2 })] })
  const two = await apply(shop.as('shopper'), order, { quantity: 2 })
  const back = await give(
    shop.as('shopper'),
    await give(shop.as('agent'), two, 'approve'),
    'ship-return',
    WAYBILL,
  )
  const lines = back.items.map(({ lineId }) => ({ lineId, quantityReceived: 2 }))
  const inspecting = await give(shop.as('warehouse'), back, 'receive-return', { lines })
  await open(inspecting)
  await actAtDesk(desk, '验货通过', {
    fill: async () => {
      await desk.tapNamed('减少')
      await desk.choose('商品不完好')
      await desk.type('协商扣款（元）', '5')
      await desk.tapInSheet('有使用痕迹')
      await addPhoto(desk, stage.photo, { asked: false })
    },
    sure: true,
  })
  const passed = await now(inspecting)
  expect(passed).toMatchObject({ status: 'REFUNDING', linked: [{ status: 'INSPECTION_FAILED' }] })
  await desk.see('拆分出')
  await desk.picture('split')

  const exchange = await untilInspecting(stage.t, shop, {
    type: 'EXCHANGE',
    reasonCode: 'SIZE_COLOR',
  })
  const toShip = await give(shop.as('warehouse'), exchange, 'pass-inspection', passing(exchange, 1))
  await open(toShip)
  await actAtDesk(desk, '缺货', { fill: ready('同款售罄'), sure: true })
  expect(await now(toShip)).toMatchObject({ status: 'OFFER_SENT' })
  await stage.end()
})

it('tries a payout again, records one made by hand, and forces an end', async () => {
  const abnormal = await refunding()
  await payoutFails(abnormal)
  await open(abnormal)
  await actAtDesk(desk, '重新退款')
  expect(await now(abnormal)).toMatchObject({ status: 'REFUNDING' })
  await payoutFails(await now(abnormal))
  await desk.see('退款异常')
  await actAtDesk(desk, '登记线下打款', {
    fill: async () => {
      await desk.type('打款流水号', 'BANK-77')
      await desk.tapInSheet('转账给买家')
    },
    sure: true,
  })
  expect(await now(abnormal)).toMatchObject({ status: 'REFUNDING' })

  const closed = await approved()
  await open(closed)
  await actBehind('强制关闭', ready('买家不再需要'), true)
  expect(await now(closed)).toMatchObject({ status: 'CLOSED', closeReason: 'FORCED' })

  const forced = await asked()
  await open(forced)
  await actBehind('直接退款', ready('协商一致'), true)
  expect(await now(forced)).toMatchObject({ status: 'REFUNDING' })
  await stage.end()
})
