// Inbox, settings and templates in a browser: a notice arrives, counts, is read and opens its case.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { apply, give, placeOrder } from '../features/aftersales/scenario.ts'
import { enterAsShopper, enterAsStaff } from './helpers/scenes.ts'
import { openStage, type Stage } from './helpers/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage({
    WECHAT_APP_ID: 'wxdemo0000000001',
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'notice@qinghe.example',
  })
}, 60_000)
afterAll(() => stage?.close())

it('tells a shopper what happened, counts it, and opens the case', async () => {
  stage.begin('notices')
  const { t, shop } = stage
  const shopper = await stage.phone('shopper')
  await enterAsShopper(stage, shopper, shop.phone)
  const person = await shop.newShopper({ phone: shop.phone })
  await shopper.tap('我的')
  await shopper.tap('消息')
  await shopper.see('还没有消息')
  await shopper.picture('inbox-empty')

  const agent = await shop.newStaff('agent')
  const hoursBefore = (hours: number) => new Date(t.clock.now().getTime() - hours * 3_600_000)
  const times = {
    placedAt: hoursBefore(121).toISOString(),
    paidAt: hoursBefore(120).toISOString(),
    shippedAt: hoursBefore(96).toISOString(),
    signedAt: hoursBefore(48).toISOString(),
  }
  const first = await apply(person, await placeOrder(t, shop, times))
  await give(agent, first, 'approve')
  const second = await apply(person, await placeOrder(t, shop, times))
  await give(agent, second, 'request-info', { text: '请补充一张杯底的照片' })
  await t.drain()
  await shopper.see('申请已通过')
  await shopper.see('需要您补充信息')
  expect(await shopper.named('1 条未读').count()).toBeGreaterThan(0)
  await shopper.picture('inbox')

  await shopper.tap('需要您补充信息')
  await shopper.see('请补充一张杯底的照片')
  await shopper.page.goBack()
  await shopper.tap('未读')
  await shopper.lose('需要您补充信息')
  await shopper.tap('全部已读')
  await shopper.see('都读过了')
  await shopper.picture('inbox-all-read')
  await shopper.page.goBack()
  await shopper.tap('通知设置')
  await shopper.tap('同意接收售后进度通知')
  await shopper.choose('21:00–09:00')
  await shopper.picture('settings')
  const settings = await person.ok('GET /me/notice-settings')
  expect(settings.quiet).toEqual({ from: 1_260, to: 540 })
  await stage.end()
}, 120_000)

it('lets a manager write the shop’s words and see how they arrive', async () => {
  stage.begin('notice-templates')
  const manager = await stage.phone('manager')
  await enterAsStaff(manager, await stage.hire('manager'))
  await manager.tap('通知模板')
  await manager.see('申请已通过')
  await manager.picture('templates')
  await manager.tap('申请已通过')
  await manager.see('收到的样子')
  await manager.type('标题', '好消息')
  await manager.type('内容', '{shop}已同意售后单 {no}，{name}')
  await manager.see('有不能使用的占位符')
  await manager.picture('template-wrong')
  await manager.type('内容', '{shop}已同意您的售后单 {no}')
  await manager.see('测试店已同意您的售后单')
  await manager.picture('template')
  await manager.tap('保存')
  await manager.see('自定义')
  await stage.end()
}, 120_000)
