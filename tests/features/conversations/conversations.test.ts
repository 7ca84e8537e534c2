// Talking: the bot first, then people.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../helpers/app.ts'
import { createShop, type Person, type TestShop } from '../../helpers/client.ts'

let t: TestApp
let shop: TestShop
beforeAll(async () => {
  t = await testApp()
  shop = await createShop(t)
})
afterAll(() => t.close())

const open = (who: Person, language: 'zh-CN' | 'en' = 'zh-CN') =>
  who.ok('POST /conversations', { body: { language } })
const tell = (who: Person, id: string, text: string, choice?: object) =>
  who.ok('POST /conversations/:id/messages', {
    params: { id },
    body: { text, mediaIds: [], ...(choice ? { choice } : {}) } as never,
  })

describe('a conversation', () => {
  test('is the same one until it is ended', async () => {
    const shopper = await shop.newShopper()
    const first = await open(shopper)
    expect((await open(shopper)).id).toBe(first.id)
    await shopper.ok('POST /conversations/:id/end', { params: { id: first.id } })
    expect((await open(shopper)).id).not.toBe(first.id)
  })

  test('answers a known question with the entry cited', async () => {
    const shopper = await shop.newShopper()
    const { id } = await open(shopper)
    const { items } = await tell(shopper, id, '退货运费谁出')
    expect(items.map((m) => m.sender)).toEqual(['shopper', 'bot'])
    expect(items[1]?.citation?.question).toBeTruthy()
  })

  test('answers in English when asked in English', async () => {
    const shopper = await shop.newShopper()
    const { id } = await open(shopper, 'en')
    const { items } = await tell(shopper, id, 'How do I apply for a return?')
    expect(items[1]?.text).toMatch(/[a-z]{4}/)
    expect(items[1]?.text).not.toMatch(/[\u4e00-\u9fff]/)
  })

  test('answers in the language chosen last, also one that was begun in another', async () => {
    const shopper = await shop.newShopper()
    const { id } = await open(shopper, 'zh-CN')
    expect(await open(shopper, 'en')).toMatchObject({ id, language: 'en' })
    const { items } = await tell(shopper, id, 'How do I apply for a return?')
    expect(items[1]?.text).not.toMatch(/[\u4e00-\u9fff]/)
  })

  test('goes to a person on request and after two misses, with the words said so far', async () => {
    const asked = await shop.newShopper()
    const first = await open(asked)
    expect((await tell(asked, first.id, '转人工')).conversation).toMatchObject({
      status: 'QUEUED',
      handoverReason: 'ASKED',
    })
    const lost = await shop.newShopper()
    const second = await open(lost)
    await tell(lost, second.id, '咕噜咕噜叽里呱啦')
    const after = await tell(lost, second.id, '哇啦哇啦')
    expect(after.conversation.status).toBe('QUEUED')
    const agent = shop.as('agent')
    const queue = await agent.ok('GET /conversations', { query: { status: 'QUEUED' } })
    const mine = queue.items.find((c) => c.id === second.id)
    expect(mine?.summary).toContain('哇啦哇啦')
  })

  test('never names or promises an amount', async () => {
    const shopper = await shop.newShopper()
    const { id } = await open(shopper)
    for (const text of ['你们能赔我多少钱', '退款金额能不能多给点']) {
      const { items } = await tell(shopper, id, text)
      for (const m of items.filter((one) => one.sender !== 'shopper')) {
        expect(m.text).not.toMatch(/\d+(\.\d+)?\s*元|¥|￥/)
      }
    }
  })

  test('is silent while a person answers, and staff see and answer with their name', async () => {
    const shopper = await shop.newShopper()
    const { id } = await open(shopper)
    await tell(shopper, id, '我要人工')
    const agent = shop.as('agent')
    await agent.ok('POST /conversations/:id/take', { params: { id } })
    const reply = await tell(agent, id, '您好，请问有什么可以帮您')
    expect(reply.items[0]).toMatchObject({ sender: 'staff' })
    const said = await tell(shopper, id, '退货运费谁出')
    expect(said.items.map((m) => m.sender)).toEqual(['shopper'])
    const all = await shopper.ok('GET /conversations/:id/messages', { params: { id }, query: {} })
    expect(all.items.map((m) => m.seq)).toEqual(all.items.map((_m, i) => i + 1))
    expect(all.conversation.agent?.name).toBeTruthy()
  })

  test('of another shopper is like none', async () => {
    const mine = await open(await shop.newShopper())
    const other = await shop.newShopper()
    const params = { id: mine.id }
    expect(await other.refused('GET /conversations/:id/messages', { params })).toMatchObject({
      code: 'not-found',
    })
    expect(
      await other.refused('POST /conversations/:id/messages', {
        params,
        body: { text: '在吗', mediaIds: [] },
      }),
    ).toMatchObject({ code: 'not-found' })
  })

  test('takes no more words once ended, and no empty ones', async () => {
    const shopper = await shop.newShopper()
    const { id } = await open(shopper)
    const say = (text: string) =>
      shopper.refused('POST /conversations/:id/messages', {
        params: { id },
        body: { text, mediaIds: [] },
      })
    expect(await say('  ')).toMatchObject({ code: 'input-missing' })
    await shopper.ok('POST /conversations/:id/end', { params: { id } })
    expect(await say('还在吗')).toMatchObject({ code: 'wrong-status' })
    expect(
      await shop.as('agent').refused('POST /conversations/:id/take', { params: { id } }),
    ).toMatchObject({ code: 'wrong-status' })
  })

  test('counts an opinion once, lets it change, and keeps what did not help for the merchant', async () => {
    const shopper = await shop.newShopper()
    const { id } = await open(shopper)
    const question = '退货运费谁出'
    const { items } = await tell(shopper, id, question)
    const answer = items[1]
    const vote = (helpful: boolean) =>
      shopper.ok('POST /conversations/:id/messages/:messageId/feedback', {
        params: { id, messageId: answer?.id ?? '' },
        body: { helpful },
      })
    const entry = async () =>
      shop
        .as('agent')
        .ok('GET /faq/entries/:id', { params: { id: answer?.citation?.entryId ?? '' } })
    const before = await entry()
    await vote(true)
    await vote(true)
    expect((await entry()).helpful).toBe(before.helpful + 1)
    await vote(false)
    expect(await entry()).toMatchObject({
      helpful: before.helpful,
      unhelpful: before.unhelpful + 1,
    })
    const unanswered = await shop.as('agent').ok('GET /faq/unanswered', { query: {} })
    expect(unanswered.items.find((q) => q.question === question)).toMatchObject({
      cause: 'UNHELPFUL',
    })
  })

  test('opened sixteen times at once is one conversation', async () => {
    const shopper = await shop.newShopper()
    const opened = await Promise.all(Array.from({ length: 16 }, () => open(shopper)))
    expect(new Set(opened.map((c) => c.id)).size).toBe(1)
  })
})
