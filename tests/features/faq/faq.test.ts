// The FAQ of a shop: sixty ready entries, editing, publishing, learning.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../helpers/app.ts'
import { createShop, type TestShop } from '../../helpers/client.ts'

let t: TestApp
let shop: TestShop
beforeAll(async () => {
  t = await testApp()
  shop = await createShop(t)
})
afterAll(() => t.close())

const wordings = [
  {
    language: 'zh-CN' as const,
    question: '鹦鹉玩具会不会掉毛',
    phrasings: ['玩具掉毛怎么办'],
    answer: '会掉一点，抖一抖就好。',
  },
]

describe('the FAQ', () => {
  test('gives a new shop sixty published answers in Chinese and English, page by page', async () => {
    const shopper = shop.as('shopper')
    for (const language of ['zh-CN', 'en'] as const) {
      const seen = new Set<string>()
      let cursor: string | undefined
      do {
        const query = { language, limit: 25, ...(cursor ? { cursor } : {}) }
        const page = await shopper.ok('GET /faq', { query })
        for (const { id } of page.items) seen.add(id)
        cursor = page.nextCursor ?? undefined
      } while (cursor)
      expect(seen.size).toBe(60)
    }
  })

  test('answers with a new entry only once it is published, and no more once it is taken back', async () => {
    const agent = shop.as('agent')
    const ask = () => agent.ok('POST /faq/test', { body: { question: '鹦鹉玩具掉毛吗' } })
    const entry = await agent.ok('POST /faq/entries', {
      body: { slug: 'parrot', category: '玩具', wordings },
    })
    expect(entry.status).toBe('DRAFT')
    expect((await ask()).ranked.map((r) => r.entryId)).not.toContain(entry.id)
    const published = await agent.ok('PUT /faq/entries/:id/status', {
      params: { id: entry.id },
      body: { version: 1, status: 'PUBLISHED' },
    })
    expect((await ask()).ranked[0]?.entryId).toBe(entry.id)
    await agent.ok('PUT /faq/entries/:id/status', {
      params: { id: entry.id },
      body: { version: published.version, status: 'ARCHIVED' },
    })
    expect((await ask()).ranked.map((r) => r.entryId)).not.toContain(entry.id)
  })

  test('refuses to overwrite what somebody else has changed meanwhile', async () => {
    const agent = shop.as('agent')
    const entry = await agent.ok('POST /faq/entries', {
      body: { slug: 'twice', category: '玩具', wordings },
    })
    const change = { version: 1, category: '玩具', wordings }
    await agent.ok('PUT /faq/entries/:id', { params: { id: entry.id }, body: change })
    const problem = await agent.refused('PUT /faq/entries/:id', {
      params: { id: entry.id },
      body: change,
    })
    expect(problem).toMatchObject({ code: 'version-conflict', currentVersion: 2 })
  })

  test('keeps the slug of an entry unique, and one wording for each language', async () => {
    const agent = shop.as('agent')
    const body = { slug: 'unique', category: '玩具', wordings }
    await agent.ok('POST /faq/entries', { body })
    expect(await agent.refused('POST /faq/entries', { body })).toMatchObject({
      code: 'already-exists',
      errors: [{ pointer: '/slug' }],
    })
    const doubled = { slug: 'doubled', category: '玩具', wordings: [...wordings, ...wordings] }
    expect(await agent.refused('POST /faq/entries', { body: doubled })).toMatchObject({
      code: 'invalid-input',
    })
  })

  test("learns a shopper's own words for an entry, and to stay silent where staff say so", async () => {
    const shopper = shop.as('shopper')
    const agent = shop.as('agent')
    const chat = await shopper.ok('POST /conversations', { body: { language: 'zh-CN' } })
    const askBot = (text: string) =>
      shopper.ok('POST /conversations/:id/messages', {
        params: { id: chat.id },
        body: { text, mediaIds: [] },
      })
    const words = '噗噜噗噜怎么弄呀'
    await askBot(words)
    const list = await agent.ok('GET /faq/unanswered', { query: {} })
    const open = list.items.find((q) => q.question === words)
    expect(open).toMatchObject({ count: 1, cause: 'MISSED' })
    const [target] = (await agent.ok('GET /faq/entries', { query: { q: 'refund', limit: 1 } }))
      .items
    await agent.ok('POST /faq/unanswered/:id/resolve', {
      params: { id: open?.id ?? '' },
      body: { entryId: target?.id ?? null },
    })
    const found = await agent.ok('POST /faq/test', { body: { question: words } })
    expect(found.verdict).toBe('answer')
    expect(found.ranked[0]?.entryId).toBe(target?.id)
    const left = await agent.ok('GET /faq/unanswered', { query: {} })
    expect(left.items.map((q) => q.question)).not.toContain(words)
    expect(
      await agent.refused('POST /faq/unanswered/:id/resolve', {
        params: { id: open?.id ?? '' },
        body: { entryId: null },
      }),
    ).toMatchObject({ code: 'not-found' })
  })

  test('shows the entries of another shop to nobody', async () => {
    const other = await createShop(t)
    const [mine] = (await shop.as('agent').ok('GET /faq/entries', { query: { limit: 1 } })).items
    const params = { id: mine?.id ?? '' }
    expect(await other.as('owner').refused('GET /faq/entries/:id', { params })).toMatchObject({
      code: 'not-found',
    })
  })
})
