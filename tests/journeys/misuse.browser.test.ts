// What impatient, offline and curious people do with the web page, and what comes of it.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { callerWith } from '../helpers/client.ts'
import { aPhone } from '../helpers/factories.ts'
import type { Phone } from './helpers/phone.ts'
import {
  caseOnScreen,
  enterAsShopper,
  fillApplication,
  importOrder,
  sendApplication,
} from './helpers/scenes.ts'
import { openStage, type Stage } from './helpers/stage.ts'

/** How often the page sends one tap by itself when no answer comes. */
const TRIES = 3

let stage: Stage
let orderNo: string
let shopper: Phone

beforeAll(async () => {
  stage = await openStage()
}, 60_000)
afterAll(() => stage?.close())

/** A shopper with an order of their own, on the home page. */
async function start(journey: string): Promise<void> {
  stage.begin(journey)
  const phone = aPhone()
  orderNo = await importOrder(stage, { phone })
  shopper = await stage.phone('shopper')
  await enterAsShopper(stage, shopper, phone)
}

const fill = () =>
  fillApplication(stage, shopper, { orderNo, type: '退货退款', reason: '商品有质量问题' })

/** How many cases the server has for the order. */
async function casesOfOrder(): Promise<number> {
  const key = callerWith(stage.t, stage.shop.apiKey)
  const { items } = await key.ok('GET /aftersales', { query: { q: orderNo } })
  return items.length
}

it('makes one case of two taps', async () => {
  await start('double-tap')
  await fill()
  await shopper.words('提交申请').evaluate((button) => {
    for (let tap = 0; tap < 2; tap += 1) (button as HTMLElement).click()
  })
  await shopper.see('提交成功')
  expect(await casesOfOrder()).toBe(1)
  await stage.end()
})

it('does not apply again when the shopper goes back after sending', async () => {
  await start('back-button')
  await fill()
  await sendApplication(shopper)
  await shopper.page.goBack()
  await shopper.see('其中 2 件已申请售后')
  await shopper.picture('order-again')
  expect(await shopper.shows('提交申请')).toBe(false)
  await shopper.page.goForward()
  await shopper.see('待审核')
  expect(await casesOfOrder()).toBe(1)
  await stage.end()
})

it('opens the case that is there when the form is opened again after sending', async () => {
  await start('apply-again')
  await fill()
  const form = shopper.page.url()
  const id = await sendApplication(shopper)
  await shopper.page.goBack()
  await shopper.see('其中 2 件已申请售后')
  await shopper.page.goto(form)
  await shopper.see('这些商品都已有售后单')
  await shopper.picture('taken')
  await shopper.tap('查看售后单')
  await shopper.see('待审核')
  expect(caseOnScreen(shopper)).toBe(id)
  expect(await casesOfOrder()).toBe(1)
  await stage.end()
})

it('goes on sending a photo by itself when the network is back', async () => {
  await start('photo-offline')
  await fill()
  const arrived = shopper.page.locator('.picker__cell--done').filter({ visible: true })
  await shopper.page.context().setOffline(true)
  await shopper.give(stage.photo, () => shopper.tapNamed('添加照片或视频'))
  await shopper.see('联网后续传')
  await shopper.picture('waits')
  expect(await arrived.count()).toBe(1)
  await shopper.page.context().setOffline(false)
  await arrived.nth(1).waitFor()
  await sendApplication(shopper)
  expect(await casesOfOrder()).toBe(1)
  await stage.end()
})

it('keeps an application that was left, with its photo, and sends it later', async () => {
  await start('draft')
  await fill()
  await shopper.tapNamed('返回')
  // The form has gone, not only its page from sight.
  await shopper.page.getByText('提交申请', { exact: true }).waitFor({ state: 'detached' })
  await shopper.page.reload()
  await shopper.tap('申请售后')
  await shopper.see('已恢复上次未提交的内容')
  expect(await shopper.valueOf('问题描述（选填）')).toBe('杯口有裂纹，无法使用')
  await shopper.see('✓ 商品有质量问题')
  await shopper.see('1/9')
  await shopper.picture('back-again')
  await sendApplication(shopper)
  expect(await casesOfOrder()).toBe(1)
  await stage.end()
})

it('makes one case when the network fails while it is sent', async () => {
  await start('offline')
  await fill()
  await shopper.page.context().setOffline(true)
  await shopper.tap('提交申请')
  await shopper.see('网络连不上，请检查网络后重试')
  await shopper.picture('offline')
  await shopper.page.context().setOffline(false)
  await sendApplication(shopper)
  expect(await casesOfOrder()).toBe(1)
  await stage.end()
})

it('makes one case when the answer gets lost on its way', async () => {
  await start('lost-answer')
  await fill()
  let lost = 0
  await shopper.page.route('**/v1/aftersales', async (route) => {
    if (route.request().method() !== 'POST' || lost === TRIES) return route.continue()
    lost += 1
    // The server does the work; nobody hears of it.
    await route.fetch()
    await route.abort()
  })
  await shopper.tap('提交申请')
  await shopper.see('网络连不上，请检查网络后重试')
  await sendApplication(shopper)
  expect([lost, await casesOfOrder()]).toEqual([TRIES, 1])
  await stage.end()
})

it('shows nothing of a case to another shopper who has its address', async () => {
  await start('curious')
  await fill()
  await sendApplication(shopper)
  const address = shopper.page.url()

  const other = await stage.phone('other')
  await enterAsShopper(stage, other, aPhone())
  await other.page.goto(address)
  await other.see('没有找到')
  expect(await other.shows('重试')).toBe(false)
  await other.picture('not-found')
  expect(await other.shows('蓝色马克杯')).toBe(false)
  expect(await other.shows('退货退款')).toBe(false)
  await other.tap('去我的售后')
  await other.see('没有这一类售后')
  await stage.end()
})
