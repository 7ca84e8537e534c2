// The WeChat build against the real server, for the three types: a shopper who came in with WeChat
// applies with a photo, follows and rates; a manager decides on another phone with the same build.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { readyShop } from '../features/aftersales/scenario.ts'
import { type TestApp, testApp } from '../helpers/app.ts'
import { PASSWORD, type TestShop } from '../helpers/client.ts'
import { anOrder, anOrderNo, anUnshippedOrder, putOrder } from '../helpers/factories.ts'
import { fakeWechat, type TestWechat } from '../helpers/fake-wechat.ts'
import { checkInvariants } from '../helpers/invariants.ts'
import { plainJpeg } from '../media/photo-samples.ts'
import { passThrough } from '../miniapp/weapp/fake-server.ts'
import type { WorldHooks } from '../miniapp/weapp/world.ts'
import { launchWeapp, type Weapp } from '../miniapp/weapp-harness.ts'

let t: TestApp
let shop: TestShop
let wechat: TestWechat
let origin: string
let folder: string
let photo: { path: string; size: number }
let people = 0
let phones: Weapp[]

beforeAll(async () => {
  wechat = await fakeWechat()
  t = await testApp(wechat.env)
  shop = await readyShop(t)
  const bytes = await plainJpeg()
  folder = await mkdtemp(join(tmpdir(), 'shouhou-weapp-'))
  photo = { path: join(folder, 'cup.jpg'), size: bytes.length }
  await writeFile(photo.path, bytes)
  origin = await t.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await t.close()
  await wechat.stop()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(() => {
  phones = []
})
afterEach(async () => {
  const errors = phones.flatMap((app) => app.runtime.errors)
  for (const app of phones) app.close()
  expect(errors).toEqual([])
  await t.drain()
  await checkInvariants(t)
})

async function phoneOf(person: string, more: WorldHooks = {}): Promise<Weapp> {
  const app = await launchWeapp({
    hooks: {
      ...passThrough(origin),
      ...more,
      loginCode: () => wechat.codeFor(person),
      onChooseMedia: () => [photo],
    },
    page: 'pages/sign-in/index',
    query: { shop: shop.slug },
  })
  phones.push(app)
  return app
}

/** A shopper on their home page, with an order that the shop's system sent. */
async function shopperWithOrder({ shipped = true } = {}, more: WorldHooks = {}) {
  people += 1
  const person = `shopper-${people}`
  const shopper = { openid: wechat.openidOf(person), name: '李小明' }
  const order = shipped ? anOrder({ shopper }) : anUnshippedOrder({ shopper })
  const orderNo = await putOrder(t, shop, order, anOrderNo())
  const app = await phoneOf(person, more)
  await app.tap('我已阅读并同意')
  await app.tap('微信一键登录')
  await app.arrive('pages/home/index')
  await app.see(orderNo)
  return { app, orderNo }
}

async function managerAtDesk(): Promise<Weapp> {
  const { login } = await shop.newStaff('manager')
  const app = await phoneOf('manager')
  await app.tap('我是商家')
  await app.type('账号', login)
  await app.type('密码', PASSWORD)
  await app.tap('登录')
  await app.arrive('packages/staff/desk/index')
  return app
}

const MORE = '补充照片或说明（选填）'

/** From the home page to the case that was sent. `nth`: words that a heading has, too. */
async function applyFor(
  app: Weapp,
  orderNo: string,
  choices: readonly (readonly [words: string, nth?: number])[],
): Promise<void> {
  await app.tap(`订单号 ${orderNo}`)
  await app.arrive('packages/orders/detail/index')
  await app.tap('申请售后')
  await app.arrive('packages/aftersales/apply/index')
  for (const [words, nth] of choices) await app.tap(words, nth)
  // Folded, unless the reason needs a photo.
  if (app.text.includes(MORE)) await app.tap(MORE)
  await app.tapClass('picker__cell--add')
  await app.until(() => app.world.uploads.length === 1 && app.world.pending === 0, 'the photo')
  await app.type('问题描述（选填）', '杯口有裂纹')
  await app.see('由商家审核')
  await app.tap('提交申请')
  await app.arrive('packages/aftersales/detail/index')
  await app.see('提交成功')
}

async function openCase(desk: Weapp, orderNo: string): Promise<void> {
  await desk.tap('售后列表')
  await desk.arrive('packages/staff/queue/index')
  await desk.tap(`订单号 ${orderNo}`)
  await desk.arrive('packages/staff/case/index')
}

/** Opens the sheet of an action and presses its button, which stands behind its title. */
async function act(desk: Weapp, action: string, fill = async () => {}): Promise<void> {
  await desk.tap(action)
  await desk.see('之后：')
  await fill()
  await desk.tap(action, 1)
  await desk.lose('之后：')
}

async function payOut(desk: Weapp): Promise<void> {
  await desk.tap('登记打款结果')
  await desk.arrive('packages/staff/refund/index')
  await desk.tap('已打款')
  await desk.type('打款流水号', 'WX4200001234')
  await desk.tap('已打款', 1)
  await desk.see('WX4200001234')
}

async function sendBack(app: Weapp): Promise<void> {
  await app.tap('填写运单号')
  await app.type('运单号', 'SF1234567890123')
  // The first is a step of the way.
  await app.tap('提交', 1)
  await app.see('退货在途')
}

async function rate(app: Weapp): Promise<void> {
  await app.tap('评价服务')
  await app.arrive('packages/aftersales/rate/index')
  for (const star of [4, 8, 14]) await app.tapClass('stars__star', star)
  await app.tap('处理快')
  await app.tap('提交')
  await app.arrive('packages/aftersales/detail/index')
  await app.see('我的评价')
}

it('gives money back for goods that were never sent', async () => {
  const { app, orderNo } = await shopperWithOrder({ shipped: false })
  await applyFor(app, orderNo, [['不想要了', 1]])
  const desk = await managerAtDesk()
  await openCase(desk, orderNo)
  await act(desk, '同意')
  await app.see('退款中')
  await payOut(desk)
  await app.see('售后已完成')
  await rate(app)
})

it('takes goods back for money', async () => {
  const { app, orderNo } = await shopperWithOrder()
  // The parcel has arrived, so a return is what the page supposes.
  await applyFor(app, orderNo, [['商品有质量问题']])
  const desk = await managerAtDesk()
  await openCase(desk, orderNo)
  await act(desk, '同意')
  await app.see('待寄回')
  await sendBack(app)
  await desk.see('退货在途')
  await act(desk, '确认收货')
  await app.see('验货中')
  await act(desk, '验货通过')
  await app.see('退款中')
  await payOut(desk)
  await app.see('售后已完成')
  await rate(app)
})

it('takes goods back for new ones', async () => {
  const { app, orderNo } = await shopperWithOrder()
  await applyFor(app, orderNo, [['换货'], ['商品有质量问题']])
  const desk = await managerAtDesk()
  await openCase(desk, orderNo)
  await act(desk, '同意')
  await app.see('待寄回')
  await sendBack(app)
  await desk.see('退货在途')
  await act(desk, '确认收货')
  await act(desk, '验货通过')
  await app.see('待发货')
  await act(desk, '发货', () => desk.type('运单号', 'SF1234567890999'))
  await app.see('待收货')
  await app.tap('确认收货')
  await app.see('售后已完成')
  await rate(app)
})

it('shares a case as a card without personal data, and takes a parcel’s number from its label', async () => {
  const copied = () => '【顺丰】您的快件 SF1234567890123 已由 13800001111 揽收'
  const { app, orderNo } = await shopperWithOrder(
    {},
    { clipboard: copied, onScan: () => 'YT1234567890123' },
  )
  await applyFor(app, orderNo, [['商品有质量问题']])
  await app.tap('分享给家人')
  await app.tap('生成分享链接')
  await app.see('链接有效至')
  expect(app.tags()).toContain('button')
  const card = app.runtime.share()
  expect(card?.title).toBe('退货退款进度：待审核')
  const [page = '', token = ''] = (card?.path ?? '').split('?token=')
  expect(page).toBe('/packages/aftersales/shared/index')

  const family = await launchWeapp({
    hooks: passThrough(origin),
    page: page.slice(1),
    query: { token },
  })
  phones.push(family)
  await family.see('商家须在')
  expect(family.text).not.toContain('李小明')
  expect(family.text).not.toContain('杯口有裂纹')

  const desk = await managerAtDesk()
  await openCase(desk, orderNo)
  await act(desk, '同意')
  await app.see('待寄回')
  await app.tapClass('sheet__close')
  await app.tap('填写运单号')
  await app.tap('扫条码')
  await app.until(() => app.valueOf('运单号') === 'YT1234567890123', 'the scanned number')
  await app.see('✓ 圆通速递')
  await app.tap('粘贴')
  await app.until(() => app.valueOf('运单号') === 'SF1234567890123', 'the copied number')
  await app.see('✓ 顺丰速运')
})
