// What people and shops keep for the queue: saved filters, ready words.
import { replyTemplates } from '@shouhou/server/features/queue/tables.ts'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { TEMPLATE_ACTS } from '@shouhou/shared/domain/queue'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../helpers/app.ts'
import { createShop, type TestShop } from '../../helpers/client.ts'

let t: TestApp
let shop: TestShop
beforeAll(async () => {
  t = await testApp()
})
beforeEach(async () => {
  shop = await createShop(t)
})
afterAll(() => t.close())

const named = (name: string) => ({ name, filter: { status: 'TODO' as const, minFen: 10_000 } })

describe('saved filters', () => {
  test('are kept by the person, changed and removed by the person', async () => {
    const agent = shop.as('agent')
    const made = await agent.ok('POST /queue-filters', { body: named('  大额 ') })
    expect(made).toMatchObject({ name: '大额', filter: { status: 'TODO', minFen: 10_000 } })
    const params = { id: made.id }
    const body = { name: '快到期', filter: { due: '4h' as const, sort: 'due' as const } }
    const changed = await agent.ok('PUT /queue-filters/:id', { params, body })
    expect(changed).toEqual({ ...made, ...body })
    expect(await agent.ok('PUT /queue-filters/:id', { params, body })).toEqual(changed)
    expect((await agent.ok('GET /queue-filters')).items).toEqual([changed])
    await agent.ok('DELETE /queue-filters/:id', { params })
    expect((await agent.ok('GET /queue-filters')).items).toEqual([])
  })

  test('guarantee: of a colleague answer exactly like missing ones', async () => {
    const { id } = await shop.as('agent').ok('POST /queue-filters', { body: named('我的') })
    const owner = shop.as('owner')
    expect((await owner.ok('GET /queue-filters')).items).toEqual([])
    for (const some of [id, t.deps.ids.id()]) {
      const params = { id: some }
      const put = await owner.refused('PUT /queue-filters/:id', { params, body: named('x') })
      const gone = await owner.refused('DELETE /queue-filters/:id', { params })
      expect([put.code, gone.code]).toEqual(['not-found', 'not-found'])
    }
    expect((await shop.as('agent').ok('GET /queue-filters')).items).toHaveLength(1)
  })

  test('have names that one person uses once', async () => {
    const agent = shop.as('agent')
    await agent.ok('POST /queue-filters', { body: named('一') })
    const other = await agent.ok('POST /queue-filters', { body: named('二') })
    const again = await agent.refused('POST /queue-filters', { body: named('一') })
    expect(again).toMatchObject({ code: 'already-exists', errors: [{ pointer: '/name' }] })
    const renamed = { params: { id: other.id }, body: named('一') }
    expect((await agent.refused('PUT /queue-filters/:id', renamed)).code).toBe('already-exists')
    await shop.as('owner').ok('POST /queue-filters', { body: named('一') })
  })

  test('are twenty at most, also when many are saved at once', async () => {
    const agent = shop.as('agent')
    const tries = Array.from({ length: LIMITS.savedFilters + 3 }, (_none, n) =>
      agent.call('POST /queue-filters', { body: named(`筛选 ${n}`) }),
    )
    const refused = (await Promise.all(tries)).filter(({ problem }) => problem)
    expect(refused.map(({ problem }) => problem?.code)).toEqual(Array(3).fill('limit-reached'))
    expect((await agent.ok('GET /queue-filters')).items).toHaveLength(LIMITS.savedFilters)
  })
})

describe('ready words', () => {
  test('are there for every action in both languages when a shop opens', async () => {
    const { items } = await shop.as('warehouse').ok('GET /reply-templates')
    for (const language of ['zh-CN', 'en'] as const) {
      const acts = items.filter((one) => one.language === language).map(({ act }) => act)
      expect([...new Set(acts)].sort()).toEqual([...TEMPLATE_ACTS].sort())
    }
    const some = await shop.as('agent').ok('GET /reply-templates', { query: { act: 'reject' } })
    expect(some.items.every(({ act }) => act === 'reject')).toBe(true)
    expect(some.items.length).toBe(items.filter(({ act }) => act === 'reject').length)
  })

  test('are added, changed and removed by managers, each change on the version that was seen', async () => {
    const manager = shop.as('manager')
    const body = {
      act: 'offer' as const,
      language: 'zh-CN' as const,
      title: ' 补差 ',
      text: '补差价',
    }
    const made = await manager.ok('POST /reply-templates', { body })
    expect(made).toMatchObject({ title: '补差', text: '补差价', version: 1 })
    const params = { id: made.id }
    const next = { version: 1, title: '补差价', text: '为您补差价，可以吗？' }
    const changed = await manager.ok('PUT /reply-templates/:id', { params, body: next })
    expect(changed).toMatchObject({ title: '补差价', version: 2 })
    const late = await manager.refused('PUT /reply-templates/:id', { params, body: next })
    expect(late).toMatchObject({ code: 'version-conflict', currentVersion: 2 })
    await manager.ok('DELETE /reply-templates/:id', { params })
    const gone = await manager.refused('DELETE /reply-templates/:id', { params })
    expect(gone.code).toBe('not-found')
    expect((await shop.as('agent').refused('POST /reply-templates', { body })).code).toBe(
      'not-allowed',
    )
  })

  test('guarantee: of another shop are neither read nor changed', async () => {
    const other = await createShop(t)
    const [theirs] = (await other.as('owner').ok('GET /reply-templates')).items
    const params = { id: theirs?.id ?? '' }
    const body = { version: 1, title: 'x', text: 'x' }
    const owner = shop.as('owner')
    expect((await owner.refused('PUT /reply-templates/:id', { params, body })).code).toBe(
      'not-found',
    )
    expect((await owner.refused('DELETE /reply-templates/:id', { params })).code).toBe('not-found')
    const mine = (await owner.ok('GET /reply-templates')).items.map(({ id }) => id)
    expect(mine).not.toContain(params.id)
  })

  test('are two hundred at most', async () => {
    const { items } = await shop.as('manager').ok('GET /reply-templates')
    const now = t.clock.now()
    const rows = Array.from({ length: LIMITS.replyTemplates - items.length }, () => ({
      shopId: shop.id,
      id: t.deps.ids.id(),
      act: 'approve' as const,
      language: 'en' as const,
      title: 'x',
      text: 'x',
      version: 1,
      createdAt: now,
      updatedAt: now,
    }))
    await t.deps.db.transact({ shopId: shop.id }, (tx) => tx.insert(replyTemplates).values(rows))
    const body = { act: 'approve' as const, language: 'en' as const, title: 'x', text: 'x' }
    const problem = await shop.as('manager').refused('POST /reply-templates', { body })
    expect(problem.code).toBe('limit-reached')
  })
})
