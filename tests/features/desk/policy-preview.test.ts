// What a changed policy would have decided, and the versions there were.
import type { Input } from '@shouhou/shared/contract'
import { DEFAULT_POLICY } from '@shouhou/shared/domain/aftersale-policy'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../helpers/app.ts'
import type { Person, TestShop } from '../../helpers/client.ts'
import { apply, placeOrder, readyShop } from '../aftersales/scenario.ts'

type Document = Input<'PUT /policy'>['body']['document']

let t: TestApp
let shop: TestShop
let owner: Person
beforeAll(async () => {
  t = await testApp()
})
beforeEach(async () => {
  shop = await readyShop(t)
  owner = shop.as('owner')
})
afterAll(() => t.close())

const inForce = async () => (await owner.ok('GET /policy')).document
const withLimit = (document: Document, limitFen: number): Document => ({
  ...document,
  autoApprove: { ...document.autoApprove, limitFen },
})

describe('a changed policy, before it is saved', () => {
  test('tells which requests it would have decided otherwise, and changes nothing', async () => {
    const document = await inForce()
    const made = await apply(shop.as('shopper'), await placeOrder(t, shop))
    const same = await owner.ok('POST /policy/preview', { body: { document } })
    expect(same).toMatchObject({ looked: 1, all: true, changed: 0, moves: [], examples: [] })
    const automatic = { ...DEFAULT_POLICY.autoApprove, types: ['RETURN_REFUND' as const] }
    const preview = await owner.ok('POST /policy/preview', {
      body: { document: { ...document, autoApprove: automatic } },
    })
    expect(preview).toMatchObject({ looked: 1, changed: 1 })
    expect(preview.examples[0]).toMatchObject({ aftersaleId: made.id, aftersaleNo: made.no })
    expect(preview.examples[0]?.rules).toContain('type-automatic')
    expect(preview.moves).toEqual([{ from: 'review', to: 'approve', count: 1 }])
    expect((await owner.ok('GET /policy')).document).toEqual(document)
  })

  test('looks thirty days back, and at this shop only', async () => {
    await apply(shop.as('shopper'), await placeOrder(t, shop))
    const other = await readyShop(t)
    const { looked } = await other
      .as('owner')
      .ok('POST /policy/preview', { body: { document: await inForce() } })
    expect(looked).toBe(0)
  })

  test('says what is unlawful, as saving it would', async () => {
    const document = await inForce()
    const unlawful = { ...document, windows: { ...document.windows, noReason: 3 } }
    const { problems } = await owner.ok('POST /policy/preview', { body: { document: unlawful } })
    expect(problems).toMatchObject([{ pointer: '/windows/noReason', code: 'too-short' }])
  })
})

describe('versions of a policy', () => {
  test('are listed newest first with who and when, down to the lawful start', async () => {
    const start = await owner.ok('GET /policy')
    const saved = await owner.ok('PUT /policy', {
      body: { version: start.version, document: withLimit(start.document, 12_345) },
    })
    const { items } = await owner.ok('GET /policy/versions')
    expect(items[0]).toEqual(saved)
    expect(items[0]?.createdBy).not.toBe('')
    expect(items.at(-1)).toMatchObject({ version: 1, document: DEFAULT_POLICY, createdBy: '' })
    const first = await owner.ok('GET /policy/versions', { query: { limit: 1 } })
    const rest = await owner.ok('GET /policy/versions', {
      query: { cursor: first.nextCursor ?? '', limit: 50 },
    })
    expect([...first.items, ...rest.items]).toEqual(items)
  })
})
