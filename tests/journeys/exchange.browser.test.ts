// Goods for goods in a browser: application, parcel back, inspection, new parcel, receipt, rating.
import { afterAll, beforeAll, it } from 'vitest'
import {
  actAtDesk,
  enterBoth,
  fillApplication,
  follows,
  importOrder,
  openAtDesk,
  rateCase,
  sendApplication,
  sendBack,
} from './helpers/scenes.ts'
import { openStage, type Stage } from './helpers/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 60_000)
afterAll(() => stage?.close())

it('takes goods back for new ones', async () => {
  stage.begin('exchange')
  const orderNo = await importOrder(stage)
  const { shopper, desk } = await enterBoth(stage)
  const wish = { orderNo, type: '换货', reason: '商品有质量问题', promise: '换货不退款' }
  await fillApplication(stage, shopper, wish)
  await shopper.picture('form')
  await sendApplication(shopper)

  await openAtDesk(desk, orderNo)
  await follows(shopper, '待寄回', () => actAtDesk(desk, '同意'))
  await follows(desk, '退货在途', () => sendBack(shopper))
  await follows(shopper, '验货中', () => actAtDesk(desk, '确认收货'))
  await follows(shopper, '待发货', () => actAtDesk(desk, '验货通过', { sure: true }))
  await shopper.picture('passed')
  await follows(shopper, '待收货', () =>
    actAtDesk(desk, '发货', { fill: () => desk.type('运单号', 'SF1234567890999') }),
  )
  await shopper.picture('shipped')
  await follows(desk, '已完成', async () => {
    await shopper.tap('确认收货')
    await shopper.tap('确定')
    await shopper.see('售后已完成')
  })
  await desk.picture('completed')
  await rateCase(shopper)
  await stage.end()
})
