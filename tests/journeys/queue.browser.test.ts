// A manager with a full queue on a wide window: list and case side by side, keys, a batch of approvals with
// its summary and its results, and the same queue on a phone.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  apply,
  give,
  placeOrder,
  UNSHIPPED,
  withNewShopper,
} from '../features/aftersales/scenario.ts'
import { callerWith } from '../helpers/client.ts'
import { enterAsStaff } from './helpers/scenes.ts'
import { openStage, type Stage } from './helpers/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 60_000)
afterAll(() => stage?.close())

/** Refunds for goods that were never sent, oldest first. */
async function fill(count: number): Promise<Aftersale[]> {
  const made: Aftersale[] = []
  for (let n = 0; n < count; n++) {
    const shop = await withNewShopper(stage.shop)
    const order = await placeOrder(stage.t, shop, {}, UNSHIPPED)
    stage.t.clock.advance(1_000)
    made.push(
      await apply(shop.as('shopper'), order, {
        type: 'REFUND_ONLY',
        reasonCode: 'CHANGED_MIND',
        receivedGoods: false,
      }),
    )
  }
  return made
}

const statusOf = async ({ id }: { id: string }) =>
  (await callerWith(stage.t, stage.shop.apiKey).ok('GET /aftersales/:id', { params: { id } }))
    .status

/** Waits until this case is the open one. */
const waitFor = (page: Page, no: string) =>
  page.locator('.queue-row--current', { hasText: no }).waitFor()

it('works a queue by keys, decides, and goes on to the next case', async () => {
  stage.begin('queue')
  const cases = await fill(5)
  const [first, second, third] = cases as [Aftersale, Aftersale, Aftersale]
  const desk = await stage.desk('desk')
  await enterAsStaff(desk, await stage.hire('manager'))
  await desk.tap('售后列表')
  const { page } = desk
  // What falls due first is open by itself, beside the list.
  await waitFor(page, first.no)
  await desk.see('订单实付')
  await desk.picture('side-by-side')

  await page.keyboard.press('j')
  await waitFor(page, second.no)
  await page.keyboard.press('k')
  await waitFor(page, first.no)
  await page.keyboard.press('?')
  await desk.see('键盘操作')
  await page.keyboard.press('Escape')
  await page.locator('.keys-help').first().waitFor({ state: 'hidden' })

  // Yes to the first: money asks once more, then the second opens by itself.
  await page.keyboard.press('a')
  await desk.see('之后：')
  await desk.tapInSheet('同意并致歉')
  await desk.picture('approve')
  await desk.tapInSheet('同意')
  await desk.tap('确定')
  await waitFor(page, second.no)
  expect(await statusOf(first)).toBe('REFUNDING')

  // No to the second.
  await page.keyboard.press('r')
  await desk.choose('超过申请期限')
  await desk.tapInSheet('超过期限')
  await desk.picture('reject')
  await desk.tapInSheet('拒绝')
  await desk.tap('确定')
  await waitFor(page, third.no)
  expect(await statusOf(second)).toBe('REJECTED')

  // The search takes the keyboard, and gives it back.
  await page.keyboard.press('/')
  await page.keyboard.type(third.no)
  await page.keyboard.press('Enter')
  await page.locator('.queue-row').filter({ hasText: third.no }).waitFor()
  await stage.end()
})

it('approves several at once, leaves out what needs a look, and says what became of each', async () => {
  stage.begin('batch')
  const [one, two, taken] = (await fill(3)) as [Aftersale, Aftersale, Aftersale]
  const desk = await stage.desk('desk')
  await enterAsStaff(desk, await stage.hire('manager'))
  await desk.tap('售后列表')
  const { page } = desk
  await page.locator('.queue-row', { hasText: taken.no }).waitFor()
  await page.keyboard.press('b')
  for (const { no } of [one, two, taken]) await page.locator('.queue-row', { hasText: no }).tap()
  await desk.see('已选 3 张')
  await page.locator('.queue-batch').getByText('同意', { exact: true }).tap()
  await desk.see('同意 3 张，共退')
  await desk.picture('before')
  // A colleague is faster with one of them.
  await give(await stage.shop.newStaff('agent'), taken, 'request-info', { text: '请补拍一张照片' })
  await desk.tap('同意 3 张，¥150.00')
  await desk.see('成功 2，有变化 1，未成功 0')
  await desk.picture('after')
  expect(await Promise.all([one, two, taken].map(statusOf))).toEqual([
    'REFUNDING',
    'REFUNDING',
    'NEED_INFO',
  ])
  await desk.tapInSheet('关闭')
  await stage.end()
})

it('decides from the list of a phone by swiping, and keeps its place when going back', async () => {
  stage.begin('swipe')
  const cases = await fill(8)
  const [, , kase] = cases as [Aftersale, Aftersale, Aftersale]
  const phone = await stage.phone('phone')
  await enterAsStaff(phone, await stage.hire('agent'))
  await phone.tap('售后列表')
  const { page } = phone
  const row = page.locator('.queue-row', { hasText: kase.no })
  await row.waitFor()
  await swipeLeft(page, kase.no)
  await phone.picture('swiped')
  await row.getByText('同意', { exact: true }).tap()
  await phone.see('之后：')
  await phone.tapInSheet('同意')
  await phone.tap('确定')
  await row.waitFor({ state: 'detached' })
  expect(await statusOf(kase)).toBe('REFUNDING')

  const last = cases[7] as Aftersale
  await page.locator('.queue-row', { hasText: last.no }).scrollIntoViewIfNeeded()
  const before = await page.evaluate(() => window.scrollY)
  await page.locator('.queue-row', { hasText: last.no }).tap()
  await phone.see('规则判断')
  await phone.tapNamed('返回')
  await page.locator('.queue-row', { hasText: last.no }).waitFor()
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(before)
  await stage.end()
})

/** A finger moves over the row of a case. */
const swipeLeft = (page: Page, no: string) =>
  page.locator('.queue-row', { hasText: no }).evaluate((row) => {
    const { left, top, width, height } = row.getBoundingClientRect()
    const send = (type: string, x: number) => {
      const touch = new Touch({
        identifier: 1,
        target: row,
        clientX: x,
        clientY: top + height / 2,
      })
      row.dispatchEvent(
        new TouchEvent(type, { bubbles: true, touches: [touch], changedTouches: [touch] }),
      )
    }
    send('touchstart', left + width * 0.8)
    send('touchend', left + width * 0.2)
  })
