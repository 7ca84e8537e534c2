// What people do on their phones, step by step, in words of the pages.

import { PASSWORD } from '../../helpers/client.ts'
import { anOrder, anOrderNo, putOrder, shopperOf } from '../../helpers/factories.ts'
import type { Phone } from './phone.ts'
import type { Stage } from './stage.ts'

const HOUR = 3_600_000

/** The shop's own system sends an order over REST. Returns its number. */
export async function importOrder(
  { t, shop }: Stage,
  { shipped = true, phone = shop.phone } = {},
): Promise<string> {
  const before = (hours: number) => new Date(t.clock.now().getTime() - hours * HOUR).toISOString()
  const {
    shippedAt: _s,
    signedAt: _r,
    ...order
  } = anOrder({
    shopper: shopperOf({ phone }),
    placedAt: before(121),
    paidAt: before(120),
  })
  const way = shipped ? { shippedAt: before(96), signedAt: before(48) } : {}
  return putOrder(t, shop, { ...order, ...way }, anOrderNo())
}

/** Signs the shopper in with phone and one-time code, from the home page. */
export async function enterAsShopper({ t }: Stage, phone: Phone, number: string): Promise<void> {
  await phone.tap('登录')
  await phone.tap('我已阅读并同意')
  await phone.type('手机号', number)
  await phone.tap('获取验证码')
  await phone.see('秒后可重发')
  await phone.type('验证码', t.codeFor(number))
  await phone.picture('sign-in')
  await phone.tap('登录')
  await phone.see('最近订单')
}

/** Signs a member of staff in with account and password. */
export async function enterAsStaff(phone: Phone, login: string): Promise<void> {
  await phone.tap('登录')
  await phone.tap('我是商家')
  await phone.type('账号', login)
  await phone.type('密码', PASSWORD)
  await phone.tap('登录')
  await phone.see('今日数据')
}

const MORE = '补充照片或说明（选填）'

export interface Wish {
  readonly orderNo: string
  /** What the page then promises. */
  readonly promise?: string
  /** Words of the buttons. */
  readonly type: string
  readonly reason: string
}

/** From the home page to the filled form, with a photo; does not send it. */
export async function fillApplication(
  { photo }: Stage,
  phone: Phone,
  { orderNo, type, reason, promise = '预计退款' }: Wish,
): Promise<void> {
  await phone.tap(`订单号 ${orderNo}`)
  await phone.see('实付')
  await phone.picture('order')
  await phone.tap('申请售后')
  await phone.choose(type)
  await phone.choose(reason)
  // Folded, unless the reason needs a photo.
  if (await phone.shows(MORE)) await phone.tap(MORE)
  await addPhoto(phone, photo)
  await phone.type('问题描述（选填）', '杯口有裂纹，无法使用')
  await phone.see(promise)
}

/** Chooses a photo and waits until it has arrived. Shoppers are asked for their consent first. */
export async function addPhoto(phone: Phone, file: string, { asked = true } = {}): Promise<void> {
  await phone.give(file, async () => {
    await phone.tapNamed('添加照片或视频')
    if (asked) await phone.tap('同意')
  })
  await phone.page.locator('.picker__cell--done').filter({ visible: true }).waitFor()
}

/** Both people on their phones: the shopper on the home page, a manager at the desk. */
export async function enterBoth(stage: Stage): Promise<{ shopper: Phone; desk: Phone }> {
  const shopper = await stage.phone('shopper')
  await enterAsShopper(stage, shopper, stage.shop.phone)
  const desk = await stage.phone('desk')
  await enterAsStaff(desk, await stage.hire('manager'))
  return { shopper, desk }
}

/** Sends the filled form; returns the id of the case. */
export async function sendApplication(phone: Phone): Promise<string> {
  await phone.tap('提交申请')
  await phone.see('提交成功')
  await phone.picture('sent')
  return caseOnScreen(phone)
}

/** The id of the case whose page is on screen. */
export const caseOnScreen = ({ page }: Phone): string =>
  /[?&]id=([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''

/** Lets somebody act, and waits until the other's page tells it: over the live channel, not reloaded. */
export async function follows(phone: Phone, news: string, act: () => Promise<void>): Promise<void> {
  const heard = phone.signals
  await act()
  await phone.see(news)
  if (phone.signals === heard) throw new Error(`“${news}” did not come over the live channel`)
}

/** From the desk to the case of an order. */
export async function openAtDesk(phone: Phone, orderNo: string): Promise<void> {
  await phone.tap('售后列表')
  await phone.tap(`订单号 ${orderNo}`)
  await phone.see('规则判断')
}

/** One action of the desk: its button, what it asks, its own button, and the question behind it. */
export async function actAtDesk(
  phone: Phone,
  action: string,
  { fill, sure = false }: { fill?: () => Promise<void>; sure?: boolean } = {},
): Promise<void> {
  await phone.tap(action)
  await phone.see('之后：')
  await fill?.()
  await phone.picture('act')
  await phone.tapInSheet(action)
  if (sure) await phone.tap('确定')
  await phone.lose('之后：')
}

/** From the case at the desk to its refund, which was paid. */
export async function reportPayout(phone: Phone): Promise<void> {
  await phone.tap('登记打款结果')
  await phone.see('原路退回')
  await phone.tap('已打款')
  await phone.type('打款流水号', 'WX4200001234')
  await phone.picture('payout')
  await phone.tapInSheet('已打款')
  await phone.tap('确定')
  await phone.see('WX4200001234')
}

/** The shopper sends the goods back. */
export async function sendBack(phone: Phone): Promise<void> {
  await phone.tap('填写运单号')
  await phone.type('运单号', 'SF1234567890123')
  await phone.picture('waybill')
  await phone.tapInSheet('提交')
  await phone.see('退货在途')
}

/** The shopper rates the case on screen and comes back to it. */
export async function rateCase(phone: Phone): Promise<void> {
  await phone.tap('评价服务')
  await phone.tapNamed('服务态度：5 星')
  await phone.tapNamed('处理速度：4 星')
  await phone.tapNamed('总体满意度：5 星')
  await phone.tap('处理快')
  await phone.type('还想说些什么（选填）', '处理得很快，谢谢')
  await phone.picture('rating')
  await phone.tap('提交')
  await phone.see('我的评价')
  await phone.picture('rated')
}
