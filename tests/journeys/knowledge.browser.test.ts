// What a shop tells its bot, its rules and its people, on the web page: the editors and the invitations.
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { application } from '../features/aftersales/scenario.ts'
import { SCREEN } from '../helpers/browser.ts'
import { aPhone } from '../helpers/factories.ts'
import type { Phone } from './helpers/phone.ts'
import { enterAsStaff, importOrder } from './helpers/scenes.ts'
import { openStage, type Stage } from './helpers/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 60_000)
afterAll(() => stage?.close())

const WIDE = { width: 1280, height: 900 }

/** A picture as a desktop browser shows the same page. */
async function wide({ page }: Phone, journey: string, step: string): Promise<void> {
  await page.setViewportSize(WIDE)
  const path = join(import.meta.dirname, '../artifacts/journeys', journey, `wide-${step}.png`)
  await page.screenshot({ path, animations: 'disabled' })
  await page.setViewportSize(SCREEN)
}

async function askBot(question: string): Promise<void> {
  const shopper = await stage.shop.newShopper()
  const { id } = await shopper.ok('POST /conversations', { body: { language: 'zh-CN' } })
  await shopper.ok('POST /conversations/:id/messages', {
    params: { id },
    body: { text: question, mediaIds: [] },
  })
}

it('turns a question the bot missed into an answer, tried before it is published', async () => {
  stage.begin('faq-editor')
  await askBot('紫砂壶第一次用要开壶吗')
  await askBot('请问紫砂壶第一次用要开壶吗？')
  await askBot('新紫砂壶怎么开壶呀')
  const desk = await stage.phone('agent')
  await enterAsStaff(desk, await stage.hire('agent'))
  await desk.tap('机器人未答')
  await desk.see('紫砂壶第一次用要开壶吗')
  await desk.see('问过 2 次')
  await desk.picture('unanswered')
  await desk.tap('新建答案')
  await desk.see('机器人会这样说')
  const inputs = desk.page.locator('input').filter({ visible: true })
  const values = await inputs.evaluateAll((all) =>
    all.map((one) => (one as HTMLInputElement).value),
  )
  expect(values.some((value) => value.includes('开壶'))).toBe(true)
  await desk.choose('商品问题')
  // The Chinese one stands first.
  const answer = desk.page.locator('textarea').filter({ visible: true }).first()
  await answer.fill('需要。先用清水煮半小时，再用茶叶煮半小时，晾干即可使用。')
  await desk.see('买家问过的相近问题')
  await desk.page.getByText('加为问法').first().tap()
  await desk.type('输入买家会问的话，看看机器人怎么答', '新壶要不要开壶')
  await desk.tap('测试')
  await desk.see('这条草稿')
  await desk.picture('draft-tried')
  await wide(desk, 'faq-editor', 'draft-tried')
  await desk.tap('保存为草稿')
  await desk.tap('发布')
  await desk.see('已发布，买家下一句就能问到')
  await desk.tap('撤销')
  await desk.see('已撤回，机器人不再使用')
  await desk.tap('发布')
  await desk.see('近 30 天用到的地方')
  await desk.picture('published')
  await desk.page.goBack()
  await desk.page.goBack()
  await stage.end()
})

it('shows what a changed rule does before it is saved, and takes an old version back', async () => {
  stage.begin('policy-editor')
  const phone = aPhone()
  const orderNo = await importOrder(stage, { phone })
  const shopper = await stage.shop.newShopper({ phone })
  const { lines } = await shopper.ok('GET /orders/:orderNo', { params: { orderNo } })
  const lineIds = lines.map(({ id }) => id)
  await shopper.ok('POST /aftersales', { body: application({ orderNo, lineIds }) })
  const desk = await stage.phone('manager')
  await enterAsStaff(desk, await stage.hire('manager'))
  await desk.tap('售后规则')
  await desk.see('签收次日起')
  await desk.picture('rules')
  await wide(desk, 'policy-editor', 'rules')
  const days = desk.page.getByPlaceholder('无理由退货').filter({ visible: true })
  await days.fill('3')
  await desk.see('不能短于 7 天')
  await desk.picture('unlawful')
  await days.fill('10')
  await desk.lose('不能短于')
  await desk.choose('退货退款')
  await desk.tap('查看变化并保存')
  await desk.see('新：签收次日起 10 天内，可以无理由退货')
  await desk.see('有 1 个结果会不同')
  await desk.picture('changes')
  await wide(desk, 'policy-editor', 'changes')
  await desk.tap('保存为新版本')
  await desk.lose('保存前看一下')
  await desk.tap('历史版本')
  await desk.see('正在使用')
  await desk.picture('versions')
  await desk.page.getByText('恢复这一版').first().tap()
  await desk.see('有未保存的修改')
  expect(await days.inputValue()).toBe('7')
  await desk.tap('查看变化并保存')
  await desk.tap('保存为新版本')
  await desk.lose('保存前看一下')
  const { document } = await stage.shop.as('integrator').ok('GET /policy')
  expect(document.windows.noReason).toBe(7)
  await stage.end()
})

it('lets an invited person in once, and nobody else with the same link', async () => {
  stage.begin('invitation')
  const owner = await stage.phone('owner')
  await enterAsStaff(owner, await stage.hire('owner'))
  await owner.tap('员工')
  await owner.tap('邀请员工')
  await owner.type('对方手机号', '13912345678')
  await owner.picture('invite')
  await owner.tapInSheet('生成邀请')
  await owner.see('邀请已生成')
  await owner.picture('link')
  const link = (await owner.page.locator('.team__secret').first().textContent()) ?? ''
  expect(link).toContain('#/packages/staff/join/index?code=in_')
  const person = await stage.phone('newcomer')
  await person.page.goto(new URL(link).href)
  await person.see('担任客服')
  await person.type('您的手机号', '13900000000')
  await person.type('您的姓名', '小陈')
  await person.type('账号', 'xiaochen')
  await person.type('设置密码', 'my-own-password-1')
  await person.tap('接受并进入工作台')
  await person.see('这个邀请不能使用')
  await person.picture('wrong-person')
  await person.type('您的手机号', '13912345678')
  await person.tap('接受并进入工作台')
  await person.see('今日数据')
  await person.picture('desk')
  const thief = await stage.phone('thief')
  await thief.page.goto(new URL(link).href)
  await thief.see('这个邀请不能使用')
  await thief.picture('used')
  await stage.end()
})
