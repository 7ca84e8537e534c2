// Lists, counts, timeline, the desk's view, ratings: who sees what, in which order.
import { DAY } from '@shouhou/shared/domain/china-time'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { START, type TestApp, testApp } from '../../helpers/app.ts'
import type { TestShop } from '../../helpers/client.ts'
import {
  apply,
  give,
  pay,
  placeOrder,
  read,
  readyShop,
  UNSHIPPED,
  withNewShopper,
} from './scenario.ts'

let t: TestApp
let shop: TestShop
beforeAll(async () => {
  t = await testApp()
})
beforeEach(async () => {
  t.clock.set(START)
  shop = await readyShop(t)
})
afterAll(() => t.close())

const shopper = () => shop.as('shopper')
const agent = () => shop.as('agent')
const open = async (from: TestShop = shop) => {
  t.clock.advance(1_000)
  return apply(from.as('shopper'), await placeOrder(t, from))
}
const paid = async () => {
  const order = await placeOrder(t, shop, {}, UNSHIPPED)
  const asking = { type: 'REFUND_ONLY', reasonCode: 'CHANGED_MIND', receivedGoods: false } as const
  const approved = await give(agent(), await apply(shopper(), order, asking), 'approve')
  await pay(shop, approved)
  return approved
}

describe('the list', () => {
  test('shows a shopper only their own cases, and staff all of the shop', async () => {
    const mine = await open()
    const theirs = await open(await withNewShopper(shop))
    const stranger = await open(await readyShop(t))
    const ids = async (who: typeof agent) =>
      (await who().ok('GET /aftersales')).items.map(({ id }) => id)
    expect(await ids(shopper)).toEqual([mine.id])
    expect(await ids(agent)).toEqual([theirs.id, mine.id])
    for (const id of [theirs.id, stranger.id]) {
      const problem = await shopper().refused('GET /aftersales/:id', { params: { id } })
      expect(problem.code).toBe('not-found')
    }
    const foreign = await agent().refused('GET /aftersales/:id', { params: { id: stranger.id } })
    expect(foreign.code).toBe('not-found')
  })

  test('goes page by page, newest first or by what is due first', async () => {
    const made = []
    for (let i = 0; i < 5; i++) made.push((await open()).id)
    await give(agent(), await read(agent(), { id: made[4] ?? '' }), 'request-info', { text: '？' })
    const pages = async (sort: 'newest' | 'due') => {
      const seen: string[] = []
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await agent().ok('GET /aftersales', {
          query: { sort, limit: 2, ...(cursor ? { cursor } : {}) },
        })
        seen.push(...page.items.map(({ id }) => id))
        cursor = page.nextCursor
      }
      return seen
    }
    expect(await pages('newest')).toEqual([...made].reverse())
    expect(await pages('due')).toEqual(made)
  })

  test('is narrowed by status, by type and by the beginning of a number', async () => {
    const first = await open()
    const closed = await give(shopper(), await open(), 'cancel')
    const ids = async (query: object) =>
      (await agent().ok('GET /aftersales', { query })).items.map(({ id }) => id)
    expect(await ids({ status: 'OPEN' })).toEqual([first.id])
    expect(await ids({ status: 'ENDED' })).toEqual([closed.id])
    expect(await ids({ status: 'CLOSED' })).toEqual([closed.id])
    expect(await ids({ type: 'EXCHANGE' })).toEqual([])
    expect(await ids({ q: first.no })).toEqual([first.id])
    expect(await ids({ q: first.orderNo.slice(0, 9) })).toEqual([first.id])
    expect(await ids({ q: '%' })).toEqual([])
    expect(await ids({ orderNo: closed.orderNo })).toEqual([closed.id])
  })

  test('says of each case what happened last, when and by whom', async () => {
    const first = await open()
    const second = await open()
    t.clock.advance(60_000)
    await give(agent(), first, 'approve')
    const at = t.clock.now().toISOString()
    const { items } = await shopper().ok('GET /aftersales', { query: {} })
    expect(items.map(({ id, last }) => [id, last])).toEqual([
      [second.id, { at: second.updatedAt, actor: 'shopper', command: 'apply' }],
      [first.id, { at, actor: 'agent', command: 'approve' }],
    ])
  })

  test('counts every status', async () => {
    await open()
    await give(shopper(), await open(), 'cancel')
    const { items } = await shopper().ok('GET /aftersales/counts')
    const counted = items.filter(({ count }) => count > 0)
    expect(counted).toEqual([
      { status: 'PENDING_REVIEW', count: 1 },
      { status: 'CLOSED', count: 1 },
    ])
  })
})

describe('the desk', () => {
  test('sees notes and the past of the shopper, which shoppers never do', async () => {
    await paid()
    const kase = await open()
    const params = { id: kase.id }
    const note = await agent().ok('POST /aftersales/:id/notes', {
      params,
      body: { text: '老客户' },
    })
    expect(note.author).toMatch(/^agent/)
    const desk = await agent().ok('GET /aftersales/:id/desk', { params })
    expect(desk).toMatchObject({
      notes: [{ text: '老客户' }],
      history: { orders: 2, aftersales: 2, refundedFen: 5_000, ratePercent: 100 },
    })
    expect(desk.history.recent).toHaveLength(1)
    const problem = await shopper().refused('GET /aftersales/:id/desk', { params })
    expect(problem.code).toBe('not-allowed')
  })

  test('knows colleagues by name, shoppers know only that the shop acted', async () => {
    const kase = await open()
    await give(agent(), kase, 'approve')
    const params = { id: kase.id }
    const names = async (who: typeof agent) =>
      (await who().ok('GET /aftersales/:id/timeline', { params })).items.map((e) => e.actorName)
    expect((await names(agent))[1]).toMatch(/^agent/)
    expect(await names(shopper)).toEqual(['', ''])
  })

  test('shows nobody a whole name or phone', async () => {
    const { shopper: person } = await open()
    expect(person).toMatchObject({
      name: '李**',
      phoneMasked: expect.stringMatching(/^\d{3}\*{4}\d{4}$/),
    })
  })
})

describe('a rating', () => {
  const rating = { attitude: 5, speed: 4, overall: 5, tags: ['很快'], comment: '谢谢' }

  test('is given once, by the shopper, after completion', async () => {
    const kase = await paid()
    const done = await read(shopper(), kase)
    expect(new Date(done.rateUntil ?? 0).getTime()).toBe(START.getTime() + 15 * DAY)
    const given = { params: { id: kase.id }, body: rating }
    await shopper().ok('POST /aftersales/:id/rating', given)
    expect(await shopper().refused('POST /aftersales/:id/rating', given)).toMatchObject({
      code: 'already-exists',
    })
    expect(await read(shopper(), kase)).toMatchObject({ rating, rateUntil: null })
    const other = await shop.newShopper()
    expect(await other.refused('POST /aftersales/:id/rating', given)).toMatchObject({
      code: 'not-found',
    })
  })

  test('comes too early before the end and too late after fifteen days', async () => {
    const early = { params: { id: (await open()).id }, body: rating }
    expect((await shopper().refused('POST /aftersales/:id/rating', early)).code).toBe(
      'wrong-status',
    )
    const late = { params: { id: (await paid()).id }, body: rating }
    t.clock.advance(15 * DAY + 1)
    const again = await shop.newShopper({ phone: shop.phone })
    expect((await again.refused('POST /aftersales/:id/rating', late)).code).toBe('wrong-status')
  })
})
