// The whole way of a return in a browser: order import, application with a photo, decision, parcel,
// inspection, payout, rating. The shopper follows on their own phone and never reloads.
import { afterAll, beforeAll, it } from 'vitest'
import {
  actAtDesk,
  enterAsShopper,
  enterAsStaff,
  fillApplication,
  follows,
  importOrder,
  openAtDesk,
  rateCase,
  reportPayout,
  sendApplication,
  sendBack,
} from './helpers/scenes.ts'
import { openStage, type Stage } from './helpers/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 60_000)
afterAll(() => stage?.close())

it('takes goods back for money', async () => {
  stage.begin('return-refund')
  const orderNo = await importOrder(stage)
  const shopper = await stage.phone('shopper')
  await shopper.see('登录后查看')
  await shopper.picture('welcome')
  await enterAsShopper(stage, shopper, stage.shop.phone)
  await shopper.see(orderNo)
  await shopper.picture('home')
  await fillApplication(stage, shopper, { orderNo, type: '退货退款', reason: '商品有质量问题' })
  await shopper.picture('form')
  await sendApplication(shopper)

  const desk = await stage.phone('desk')
  await enterAsStaff(desk, await stage.hire('manager'))
  await desk.picture('desk')
  await openAtDesk(desk, orderNo)
  await desk.picture('case')
  await follows(shopper, '待寄回', () => actAtDesk(desk, '同意'))
  await shopper.picture('approved')

  await follows(desk, '退货在途', () => sendBack(shopper))
  await desk.picture('shipped-back')
  await follows(shopper, '验货中', () => actAtDesk(desk, '确认收货'))
  await shopper.picture('received')
  await follows(shopper, '退款中', () => actAtDesk(desk, '验货通过', { sure: true }))
  await shopper.picture('refunding')
  await follows(shopper, '售后已完成', () => reportPayout(desk))
  await desk.picture('paid')
  await shopper.picture('completed')
  await rateCase(shopper)
  await stage.end()
})
