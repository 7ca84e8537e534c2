// The charts of a shop with a past, in a browser: drawn, in light and dark, as tables, and each number a way to
// its list.
import { DAY, HOUR } from '@shouhou/shared/domain/china-time'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { apply, placeOrder } from '../features/aftersales/scenario.ts'
import { type Happening, remember } from '../features/figures/history.ts'
import { enterAsStaff } from './helpers/scenes.ts'
import { openStage, type Stage } from './helpers/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 60_000)
afterAll(() => stage?.close())

/** Thirty days with a rhythm: weekends are quiet, today has begun. */
function past(): Happening[] {
  return Array.from({ length: 30 }, (_, day) => day).flatMap((day) => {
    const many = day % 7 < 2 ? 2 : 4 + (day % 4)
    const some = (kind: Happening['kind'], count: number): Happening[] =>
      Array.from({ length: count }, (_, n) => ({
        before: day * DAY + (n % 3) * HOUR,
        kind,
        n: 1 + ((day + n) % 5),
      }))
    return [
      ...some('created', many),
      ...some('policy', Math.floor(many / 2)),
      ...some('people', Math.ceil(many / 3)),
      ...some('refund', many),
      ...some('rating', day % 5 === 0 ? 0 : 2),
    ]
  })
}

/** Whether something is drawn on the canvas in this element. */
const isDrawn = (page: Page, id: string) =>
  page.waitForFunction((wanted) => {
    const canvas = document.querySelector<HTMLCanvasElement>(`#${wanted} canvas`)
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data
    return pixels?.some((value) => value !== 0)
  }, id)

it('shows the shop in charts', async () => {
  const { t, shop } = stage
  const model = await apply(shop.as('shopper'), await placeOrder(t, shop))
  stage.begin('figures')
  await remember(t, shop, model.id, past(), t.clock.now())
  const desk = await stage.phone('manager')
  await enterAsStaff(desk, await stage.hire('manager'))
  await desk.tap('看图表')
  await desk.see('申请与处理')
  for (const id of ['chart-decided', 'chart-refunds', 'chart-ratings']) {
    await isDrawn(desk.page, id)
  }
  await desk.picture('light')
  await desk.page.emulateMedia({ colorScheme: 'dark' })
  await desk.picture('dark')
  await desk.page.emulateMedia({ colorScheme: 'light' })
  await desk.page.setViewportSize({ width: 1280, height: 900 })
  await desk.page.screenshot({ path: 'artifacts/journeys/figures/wide.png' })
  await desk.page.setViewportSize({ width: 375, height: 812 })

  // A column is a day; its number opens the cases of that day.
  const chart = desk.page.locator('#chart-decided')
  const box = await chart.boundingBox()
  if (!box) throw new Error('no chart')
  await desk.page.mouse.click(box.x + box.width * 0.6, box.y + box.height * 0.5)
  await desk.picture('chosen')
  await desk.page.getByText('看表格').first().click()
  await desk.see('日期')
  await desk.picture('table')
  // Not the end of a journey: a past of copied rows keeps no books.
  expect(desk.troubles).toEqual([])
})
