// Following a case: with family, without a network, and with somebody of the shop to ask.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aPhone } from '../helpers/factories.ts'
import type { Phone } from './helpers/phone.ts'
import { enterAsShopper, fillApplication, importOrder, sendApplication } from './helpers/scenes.ts'
import { openStage, type Stage } from './helpers/stage.ts'

let stage: Stage
let shopper: Phone
let number: string

beforeAll(async () => {
  stage = await openStage()
}, 60_000)
afterAll(() => stage?.close())

/** A shopper whose application was sent, on the page of the case. Returns its id. */
async function applied(journey: string): Promise<string> {
  stage.begin(journey)
  number = aPhone()
  const orderNo = await importOrder(stage, { phone: number })
  shopper = await stage.phone('shopper')
  await enterAsShopper(stage, shopper, number)
  await fillApplication(stage, shopper, { orderNo, type: '退货退款', reason: '商品有质量问题' })
  return sendApplication(shopper)
}

it('shows a case to family without personal data, until the shopper stops sharing', async () => {
  await applied('share')
  await shopper.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await shopper.tap('分享给家人')
  await shopper.tapInSheet('生成分享链接')
  await shopper.see('链接有效至')
  await shopper.picture('link')
  await shopper.tapInSheet('复制链接')
  const link = await shopper.page.evaluate(() => navigator.clipboard.readText())

  const family = await stage.phone('family')
  await family.page.goto(link)
  await family.see('退货退款')
  await family.see('商家须在')
  await family.see('蓝色马克杯')
  await family.see('买家')
  await family.picture('shared')
  const all = (await family.page.locator('body').textContent()) ?? ''
  for (const secret of ['李小明', number, '文三路', '杯口有裂纹', '100.00']) {
    expect(all).not.toContain(secret)
  }

  await shopper.tapInSheet('停止分享')
  await shopper.tap('确定')
  await shopper.see('生成分享链接')
  await family.page.reload()
  await family.see('链接已失效')
  await family.picture('over')
  await stage.end()
})

it('shows what it knew last while there is no network, with its age, and nothing after sign-out', async () => {
  const id = await applied('offline-case')
  await shopper.see('处理记录')
  const kept = () =>
    shopper.page.waitForFunction((of) => {
      const stored = localStorage.getItem('shouhou.lastKnown') ?? ''
      return stored.includes('GET /aftersales/:id/timeline') && stored.includes(of)
    }, id)
  await kept()
  // The page itself comes from the browser's cache, the answers do not come at all.
  await shopper.page.route('**/v1/**', (route) => route.abort())
  await shopper.page.reload()
  await shopper.see('离线 · ')
  await shopper.see('待审核')
  await shopper.see('商品有质量问题')
  await shopper.picture('offline')

  await shopper.page.unroute('**/v1/**')
  await shopper.page.reload()
  await shopper.lose('离线 · ')
  await shopper.page.goto('/#/pages/me/index')
  await shopper.tap('退出登录')
  await shopper.tap('确定')
  await shopper.see('登录后查看')
  await shopper.page.waitForFunction(() => !localStorage.getItem('shouhou.lastKnown'))
  await stage.end()
})

it('brings the case along to the conversation', async () => {
  await applied('ask-about')
  await shopper.tap('联系客服')
  await shopper.see('退货退款 · ')
  await shopper.picture('subject')
  await shopper.tap('查看进度')
  await shopper.see('当前状态：待审核')
  expect(await shopper.shows('查看进度')).toBe(false)
  await shopper.picture('answered')
  await stage.end()
})
