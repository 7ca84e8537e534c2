// The rest of the desk in the WeChat build against the real server: rules, FAQ, conversations, people and
// API keys. What is done on the page is asked for again through the API.
import { STAFF_ROLES } from '@shouhou/shared/domain/roles'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { readyShop } from '../features/aftersales/scenario.ts'
import { type TestApp, testApp } from '../helpers/app.ts'
import { PASSWORD, type TestShop } from '../helpers/client.ts'
import { passThrough } from '../miniapp/weapp/fake-server.ts'
import { launchWeapp, type Weapp } from '../miniapp/weapp-harness.ts'

let t: TestApp
let shop: TestShop
let origin: string
let phones: Weapp[]

beforeAll(async () => {
  t = await testApp()
  shop = await readyShop(t)
  origin = await t.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => t.close())
beforeEach(() => {
  phones = []
})
afterEach(() => {
  const errors = phones.flatMap((app) => app.runtime.errors)
  for (const app of phones) app.close()
  expect(errors).toEqual([])
})

async function atDesk(role: 'owner' | 'manager' | 'agent' | 'warehouse'): Promise<Weapp> {
  const { login } = await shop.newStaff(role)
  const app = await launchWeapp({
    hooks: passThrough(origin),
    page: 'pages/sign-in/index',
    query: { shop: shop.slug },
  })
  phones.push(app)
  await app.tap('我是商家')
  await app.type('账号', login)
  await app.type('密码', PASSWORD)
  await app.tap('登录')
  await app.arrive('packages/staff/desk/index')
  await app.see('今日数据')
  return app
}

it('offers each role what it may do', async () => {
  const warehouse = await atDesk('warehouse')
  expect(warehouse.text).toContain('售后列表')
  for (const entrance of ['登记线下打款结果', '员工与角色', '给店铺系统使用']) {
    expect(warehouse.text).not.toContain(entrance)
  }
  await warehouse.tap('售后规则')
  await warehouse.arrive('packages/staff/policy/index')
  await warehouse.see('只有主管和店主可以修改')
  expect(warehouse.text).not.toContain('保存为新版本')
})

it('says what the law forbids while a rule is typed, and saves what it allows', async () => {
  const manager = await atDesk('manager')
  await manager.tap('售后规则')
  await manager.arrive('packages/staff/policy/index')
  await manager.type('无理由退货', '5')
  await manager.see('不能短于 7 天（《消费者权益保护法》第 25 条）')
  await manager.type('无理由退货', '10')
  await manager.lose('不能短于')
  await manager.type('30 天内售后超过', '6')
  await manager.see('有未保存的修改')
  const { version } = await shop.as('owner').ok('GET /policy')
  await manager.tap('查看变化并保存')
  await manager.see('原：签收次日起 7 天内，可以无理由退货')
  await manager.see('新：签收次日起 10 天内，可以无理由退货')
  await manager.see('只影响保存之后的新决定')
  await manager.tap('保存为新版本')
  await manager.see(`第 ${version + 1} 版`)
  const { document } = await shop.as('owner').ok('GET /policy')
  expect(document.windows.noReason).toBe(10)
  expect(document.risk.casesIn30Days).toBe(6)
})

it('keeps what was typed when a colleague saves first', async () => {
  const manager = await atDesk('manager')
  await manager.tap('售后规则')
  await manager.arrive('packages/staff/policy/index')
  await manager.type('30 天内售后超过', '9')
  const { version, document } = await shop.as('owner').ok('GET /policy')
  await shop.as('owner').ok('PUT /policy', {
    body: { version, document: { ...document, risk: { ...document.risk, ratePercent: 55 } } },
  })
  await manager.see('同事刚刚保存了新的版本')
  expect(manager.valueOf('30 天内售后超过')).toBe('9')
  await manager.tap('放弃我的修改，载入新版本')
  await manager.lose('同事刚刚保存了新的版本')
  const stored = await shop.as('owner').ok('GET /policy')
  expect(stored.document.risk).toEqual({ ...document.risk, ratePercent: 55 })
})

it('writes an answer, publishes it, and finds it when asked', async () => {
  const agent = await atDesk('agent')
  await agent.tap('问答库')
  await agent.arrive('packages/staff/faq/index')
  await agent.tap('新建问答')
  await agent.arrive('packages/staff/faq-entry/index')
  await agent.tap('商品问题')
  await agent.type('标准问题', '紫砂锅第一次用要开锅吗')
  await agent.type('答案', '需要，用米汤小火煮半小时即可。')
  await agent.tap('保存为草稿')
  await agent.tap('发布')
  await agent.see('已发布')
  const found = await shop.as('agent').ok('POST /faq/test', {
    body: { question: '紫砂锅要开锅吗' },
  })
  expect(found.verdict).toBe('answer')
  expect(found.ranked[0]?.question).toBe('紫砂锅第一次用要开锅吗')
})

it('answers a shopper who asked for a person', async () => {
  const shopper = shop.as('shopper')
  const talk = await shopper.ok('POST /conversations', { body: { language: 'zh-CN' } })
  const params = { id: talk.id }
  await shopper.ok('POST /conversations/:id/messages', {
    params,
    body: { text: '我要人工', mediaIds: [], choice: { kind: 'HUMAN', id: null } },
  })
  const agent = await atDesk('agent')
  await agent.tap('买家会话')
  await agent.arrive('packages/staff/talks/index')
  await agent.tapClass('talk-row__last')
  await agent.arrive('packages/staff/talk/index')
  await agent.tap('我来接待')
  await agent.see('人工接待')
  await agent.type('回复买家', '您好，请问有什么可以帮您？')
  await agent.tap('发送')
  await agent.see('您好，请问有什么可以帮您？')
  await agent.tap('结束会话')
  await agent.see('已结束')
  const { conversation, items } = await shopper.ok('GET /conversations/:id/messages', {
    params,
    query: {},
  })
  expect(conversation.status).toBe('ENDED')
  expect(items.map(({ text }) => text)).toContain('您好，请问有什么可以帮您？')
})

it('invites somebody, who accepts with the code, and ends their access', async () => {
  const owner = await atDesk('owner')
  await owner.tap('员工')
  await owner.arrive('packages/staff/team/index')
  await owner.tap('邀请员工')
  await owner.tap('账号名')
  await owner.type('对方账号', 'xiaochen')
  // By place: the words stand in the list behind, too.
  await owner.tapClass('chip', 2 + STAFF_ROLES.indexOf('warehouse'))
  await owner.tap('生成邀请')
  await owner.see('邀请已生成')
  const code = /in_[\w-]{30,}/.exec(owner.text)?.[0] ?? ''
  expect(code).not.toBe('')
  const newcomer = await launchWeapp({
    hooks: passThrough(origin),
    page: 'packages/staff/join/index',
  })
  phones.push(newcomer)
  await newcomer.type('邀请码或链接', `请点击 ${code}`)
  await newcomer.tap('下一步')
  await newcomer.see('担任仓库')
  await newcomer.type('您的姓名', '新来的小陈')
  await newcomer.type('账号', 'xiaochen')
  await newcomer.type('设置密码', 'my-own-password-1')
  await newcomer.tap('接受并进入工作台')
  await newcomer.arrive('packages/staff/desk/index')
  await newcomer.see('仓库')
  await owner.tapClass('sheet__close')
  const again = await atDesk('owner')
  await again.tap('员工')
  await again.arrive('packages/staff/team/index')
  await again.see('账号 xiaochen')
  await again.tap('新来的小陈')
  await again.tap('停用账号')
  await again.see('已停用')
  const { items } = await shop.as('owner').ok('GET /staff')
  const added = items.find(({ login }) => login === 'xiaochen')
  expect(added).toMatchObject({ role: 'warehouse', disabled: true })
})

it('makes an API key whose secret is shown once, and revokes it', async () => {
  const owner = await atDesk('owner')
  await owner.tap('接口密钥')
  await owner.arrive('packages/staff/keys/index')
  await owner.tap('新建密钥')
  await owner.type('用途', '订单同步')
  await owner.tap('生成密钥')
  await owner.see('密钥只显示这一次')
  const secret = /shk_[\w-]{30,}/.exec(owner.text)?.[0] ?? ''
  expect(secret).not.toBe('')
  await owner.tap('复制')
  await owner.tapClass('sheet__close')
  await owner.lose(secret)
  await owner.tap('撤销密钥')
  await owner.see('已撤销')
})
