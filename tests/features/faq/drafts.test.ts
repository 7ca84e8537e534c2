// Trying an entry before it is published, and what the bot's memory does with changes.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../helpers/app.ts'
import { createShop, type Person, type TestShop } from '../../helpers/client.ts'

let t: TestApp
let shop: TestShop
let agent: Person
beforeAll(async () => {
  t = await testApp()
})
beforeEach(async () => {
  shop = await createShop(t)
  agent = shop.as('agent')
})
afterAll(() => t.close())

const parrot = {
  language: 'zh-CN' as const,
  question: '鹦鹉玩具会不会掉毛',
  phrasings: ['玩具掉毛怎么办'],
  answer: '会掉一点，抖一抖就好。',
}
const QUESTION = '鹦鹉玩具掉毛吗'

async function ask(question: string, shopper: Person) {
  const { id } = await shopper.ok('POST /conversations', { body: { language: 'zh-CN' } })
  const body = { text: question, mediaIds: [] }
  const { items } = await shopper.ok('POST /conversations/:id/messages', { params: { id }, body })
  return { id, answer: items.find(({ sender }) => sender === 'bot') }
}

const write = async (slug: string, wordings = [parrot]) => {
  const entry = await agent.ok('POST /faq/entries', { body: { slug, category: '玩具', wordings } })
  return agent.ok('PUT /faq/entries/:id/status', {
    params: { id: entry.id },
    body: { version: 1, status: 'PUBLISHED' },
  })
}

describe('a draft', () => {
  test('is found by the test box as it would be once published, and by no shopper', async () => {
    const draft = { entryId: null, wordings: [parrot] }
    const tried = await agent.ok('POST /faq/test', { body: { question: QUESTION, draft } })
    expect(tried).toMatchObject({
      verdict: 'answer',
      says: { text: parrot.answer },
    })
    expect(tried.ranked[0]).toMatchObject({ entryId: null, question: parrot.question })
    const without = await agent.ok('POST /faq/test', { body: { question: QUESTION } })
    expect(without.ranked.map(({ entryId }) => entryId)).not.toContain(null)
    const { answer } = await ask(QUESTION, shop.as('shopper'))
    expect(answer?.text).not.toBe(parrot.answer)
  })

  test('stands in for the stored entry only while it is tried', async () => {
    const entry = await write('parrot')
    const draft = { entryId: entry.id, wordings: [{ ...parrot, answer: '换成新的答案。' }] }
    for (let round = 0; round < 3; round++) {
      const tried = await agent.ok('POST /faq/test', { body: { question: QUESTION, draft } })
      expect(tried.ranked[0]?.entryId).toBe(entry.id)
      expect(tried.says.text).toBe('换成新的答案。')
    }
    const stored = await agent.ok('POST /faq/test', { body: { question: QUESTION } })
    expect(stored).toMatchObject({ verdict: 'answer', says: { text: parrot.answer } })
  })

  test('tried by several people at once answers each with their own', async () => {
    const drafts = ['一', '二', '三', '四', '五'].map((n) => ({ ...parrot, answer: `答案${n}` }))
    const answers = await Promise.all(
      drafts.map((wording) =>
        agent.ok('POST /faq/test', {
          body: { question: QUESTION, draft: { entryId: null, wordings: [wording] } },
        }),
      ),
    )
    expect(answers.map(({ says }) => says.text)).toEqual(drafts.map(({ answer }) => answer))
  })

  test('says which words another entry answers already, but not its own', async () => {
    const entry = await write('parrot')
    const same = { ...parrot, question: '这个玩具掉毛怎么办', phrasings: ['火星上几点了'] }
    const found = await agent.ok('POST /faq/check', {
      body: { draft: { entryId: null, wordings: [same] } },
    })
    expect(found.clashes).toMatchObject([
      { phrasing: same.question, entryId: entry.id, question: parrot.question },
    ])
    const own = await agent.ok('POST /faq/check', {
      body: { draft: { entryId: entry.id, wordings: [parrot] } },
    })
    expect(own.clashes).toEqual([])
  })

  test('says which unanswered questions it would answer', async () => {
    await ask('鹦鹉玩具老是掉毛咋整', await shop.newShopper())
    await ask('咕噜咕噜叽里呱啦', await shop.newShopper())
    const { questions } = await agent.ok('POST /faq/check', {
      body: { draft: { entryId: null, wordings: [parrot] } },
    })
    expect(questions).toMatchObject([{ question: '鹦鹉玩具老是掉毛咋整', count: 1 }])
  })

  test('is tried in the words of either language, as the bot says them', async () => {
    const question = 'zzzz qqqq'
    const tried = (language: 'zh-CN' | 'en') =>
      agent.ok('POST /faq/test', { body: { question, language } })
    expect((await tried('zh-CN')).says.text).toContain('人工')
    expect((await tried('en')).says.text).toContain('person')
  })
})

describe("the bot's memory", () => {
  test('takes in what was changed, taken back and published again', async () => {
    const shopper = shop.as('shopper')
    const says = async () => (await ask(QUESTION, shopper)).answer?.text
    let entry = await write('parrot')
    expect(await says()).toBe(parrot.answer)
    entry = await agent.ok('PUT /faq/entries/:id', {
      params: { id: entry.id },
      body: {
        version: entry.version,
        category: '玩具',
        wordings: [{ ...parrot, answer: '不掉了。' }],
      },
    })
    expect(await says()).toBe('不掉了。')
    const become = async (status: 'DRAFT' | 'PUBLISHED') => {
      const body = { version: entry.version, status }
      entry = await agent.ok('PUT /faq/entries/:id/status', { params: { id: entry.id }, body })
    }
    await become('DRAFT')
    expect(await says()).not.toBe('不掉了。')
    await become('PUBLISHED')
    expect(await says()).toBe('不掉了。')
  })

  test('asked by many while it loads gives all of them the same', async () => {
    const entry = await write('parrot')
    const shoppers = await Promise.all(Array.from({ length: 5 }, () => shop.newShopper()))
    const answers = await Promise.all(shoppers.map((shopper) => ask(QUESTION, shopper)))
    expect(answers.map(({ answer }) => answer?.citation?.entryId)).toEqual(
      answers.map(() => entry.id),
    )
  })
})

describe('an unanswered question', () => {
  const open = async () => (await agent.ok('GET /faq/unanswered')).items

  test('counts once however politely it is asked', async () => {
    for (const text of [
      '噗噜怎么弄',
      '请问噗噜怎么弄呀？',
      '您好，噗噜怎么弄呢',
      '噗噜怎麼弄啊!!',
    ]) {
      await ask(text, await shop.newShopper())
    }
    expect(await open()).toMatchObject([{ question: '噗噜怎么弄', count: 4 }])
  })

  test('taught or set aside by mistake comes back, and the bot forgets', async () => {
    const words = '噗噜噗噜怎么弄'
    await ask(words, await shop.newShopper())
    const [question] = await open()
    const params = { id: question?.id ?? '' }
    const [target] = (await agent.ok('GET /faq/entries', { query: { limit: 1 } })).items
    const verdict = async () => {
      const found = await agent.ok('POST /faq/test', { body: { question: words } })
      return found.verdict
    }
    const before = await verdict()
    for (const entryId of [target?.id ?? '', null]) {
      await agent.ok('POST /faq/unanswered/:id/resolve', { params, body: { entryId } })
      expect(await open()).toEqual([])
      expect(await verdict()).toBe(entryId ? 'answer' : 'handover')
      await agent.ok('POST /faq/unanswered/:id/reopen', { params })
      expect(await open()).toMatchObject([{ question: words }])
      expect(await verdict()).toBe(before)
    }
  })
})

describe('an entry', () => {
  test('tells where it was used and whether it helped', async () => {
    const entry = await write('parrot')
    const shopper = shop.as('shopper')
    const { id, answer } = await ask(QUESTION, shopper)
    const params = { id, messageId: answer?.id ?? '' }
    await shopper.ok('POST /conversations/:id/messages/:messageId/feedback', {
      params,
      body: { helpful: true },
    })
    await ask('玩具掉毛怎么办', await shop.newShopper())
    const uses = await agent.ok('GET /faq/entries/:id/uses', { params: { id: entry.id } })
    expect(uses).toMatchObject({ answered: 2, helpful: 1, unhelpful: 0 })
    expect(uses.recent.map(({ question }) => question).sort()).toEqual(
      [QUESTION, '玩具掉毛怎么办'].sort(),
    )
  })

  test('is listed by its category', async () => {
    await write('parrot')
    const { items } = await agent.ok('GET /faq/categories')
    expect(items).toContainEqual({ category: '玩具', count: 1 })
    const listed = await agent.ok('GET /faq/entries', { query: { category: '玩具' } })
    expect(listed.items.map(({ slug }) => slug)).toEqual(['parrot'])
  })
})
