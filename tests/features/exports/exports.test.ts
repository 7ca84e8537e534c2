// Lists as files: the same rows as the list, for those who may, once; and what becomes of a job whose worker
// dies, sleeps or is stopped.
import { aftersales } from '@shouhou/server/features/aftersales/tables.ts'
import { claim } from '@shouhou/server/features/exports/store.ts'
import { exports } from '@shouhou/server/features/exports/tables.ts'
import { writeExports } from '@shouhou/server/features/exports/write-exports.ts'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { parse } from 'csv-parse/sync'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { START, type TestApp, testApp } from '../../helpers/app.ts'
import { anonymous, createShop, type Person, type TestShop } from '../../helpers/client.ts'
import { aLine } from '../../helpers/factories.ts'
import { apply, placeOrder, readyShop } from '../aftersales/scenario.ts'

const DAY = 24 * 3_600_000
const running = new AbortController().signal

let t: TestApp
let shop: TestShop
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t.close())
beforeEach(async () => {
  t.clock.set(START)
  shop = await readyShop(t)
})

const asked = { format: 'csv' as const, filter: {} }

async function fileOf(who: Person, id: string): Promise<string> {
  const { url, state } = await who.ok('GET /exports/:id', { params: { id } })
  if (url === null) throw new Error(`no file: ${state}`)
  const answer = await t.app.inject(url)
  expect(answer.statusCode).toBe(200)
  return answer.body
}
const rowsOf = (file: string): Record<string, string>[] => parse(file, { bom: true, columns: true })

async function stored(): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of t.deps.storage.list(`${shop.id}/`)) keys.push(key)
  return keys
}

/** A job that nobody has begun; writing at once is what a worker did that died right after. */
async function waiting(): Promise<string> {
  const { id } = await shop.as('owner').ok('POST /exports/aftersales', { body: asked })
  await t.deps.db.transact('platform', async (tx) => {
    const [row] = await tx.select().from(exports).where(eq(exports.id, id))
    if (row?.fileKey) await t.deps.storage.remove(row.fileKey)
    await tx
      .update(exports)
      .set({ state: 'WAITING', leaseUntil: START, fileKey: null, finishedAt: null, rows: 0 })
      .where(eq(exports.id, id))
  })
  return id
}

describe('a file', () => {
  test('holds what the list with the same filter shows, masked, and is ready at once', async () => {
    const swap = { type: 'EXCHANGE', reasonCode: 'SIZE_COLOR' } as const
    const name = '=HYPERLINK("http://evil.example")'
    const order = await placeOrder(t, shop, { lines: [aLine({ name })] })
    const made = await apply(shop.as('shopper'), order, swap)
    await apply(shop.as('shopper'), await placeOrder(t, shop))
    const manager = shop.as('manager')
    const body = { format: 'csv' as const, filter: { type: 'EXCHANGE' as const } }
    const job = await manager.ok('POST /exports/aftersales', { body })
    expect(job).toMatchObject({ state: 'WAITING', fileName: '售后单-2026-03-01.csv' })
    const done = await manager.ok('GET /exports/:id', { params: { id: job.id } })
    expect(done).toMatchObject({ state: 'READY', rows: 1, cut: false })
    const file = await fileOf(manager, job.id)
    expect(file.startsWith('\ufeff')).toBe(true)
    expect(rowsOf(file)).toMatchObject([
      {
        售后单号: made.no,
        类型: '换货',
        状态: '待审核',
        原因: '尺码、颜色不合适',
        买家: '李**',
        商品: `'${name}`,
        申请时间: '2026-03-01 12:00:00',
      },
    ])
    expect(file).not.toContain(shop.phone)
  })

  test('is in English for who reads English, of each list and in each format', async () => {
    await apply(shop.as('shopper'), await placeOrder(t, shop))
    const owner = shop.as('owner')
    const headers = { 'accept-language': 'en' }
    for (const list of ['aftersales', 'refunds', 'orders', 'ratings', 'unanswered'] as const) {
      for (const format of ['csv', 'xlsx'] as const) {
        const body = { format, filter: {} }
        const { id } = await owner.ok(`POST /exports/${list}`, { body, headers })
        const { fileName, url } = await owner.ok('GET /exports/:id', { params: { id } })
        expect(fileName).toMatch(/^[A-Z][a-z ]+-2026-03-01\.(csv|xlsx)$/)
        const answer = await t.app.inject(url ?? '')
        expect(answer.statusCode).toBe(200)
        expect(answer.headers['content-disposition']).toContain('attachment')
        expect(answer.rawPayload[0]).toBe(format === 'xlsx' ? 0x50 : 0xef)
      }
    }
  })

  test('is removed after a day; who took it stays known', async () => {
    const owner = shop.as('owner')
    const { id } = await owner.ok('POST /exports/orders', { body: asked })
    const { url } = await owner.ok('GET /exports/:id', { params: { id } })
    expect(await stored()).toHaveLength(1)
    t.clock.advance(DAY + 1)
    await t.drain()
    expect(await stored()).toEqual([])
    expect((await t.app.inject(url ?? '')).statusCode).toBe(403)
    const { items } = await (await shop.newStaff('owner')).ok('GET /exports')
    expect(items).toMatchObject([{ id, state: 'REMOVED', url: null, list: 'orders' }])
    expect(items[0]?.requestedBy).not.toBe('')
  })

  test('whose file was lost from the storage is not found', async () => {
    const owner = shop.as('owner')
    const { id } = await owner.ok('POST /exports/orders', { body: asked })
    const { url } = await owner.ok('GET /exports/:id', { params: { id } })
    for (const key of await stored()) await t.deps.storage.remove(key)
    expect((await t.app.inject(url ?? '')).statusCode).toBe(404)
  })
})

describe('guarantee', () => {
  test('only managers and owners take lists away, and only of their own shop', async () => {
    for (const role of ['agent', 'warehouse', 'technician', 'shopper'] as const) {
      const refused = await shop.as(role).refused('POST /exports/aftersales', { body: asked })
      expect(refused.code).toBe('not-allowed')
    }
    const other = await createShop(t)
    await apply(shop.as('shopper'), await placeOrder(t, shop))
    const { id } = await shop.as('owner').ok('POST /exports/aftersales', { body: asked })
    expect(await other.as('owner').refused('GET /exports/:id', { params: { id } })).toMatchObject({
      code: 'not-found',
    })
    expect((await other.as('owner').ok('GET /exports')).items).toEqual([])
    const theirs = await other.as('owner').ok('POST /exports/aftersales', { body: asked })
    expect(rowsOf(await fileOf(other.as('owner'), theirs.id))).toEqual([])
  })

  test('an address works for minutes, and for nothing but its file', async () => {
    const { id } = await shop.as('owner').ok('POST /exports/orders', { body: asked })
    const { url } = await shop.as('owner').ok('GET /exports/:id', { params: { id } })
    const part = await t.app.inject({ url: url ?? '', headers: { range: 'bytes=0-2' } })
    expect(part.statusCode).toBe(206)
    const behind = await t.app.inject({ url: url ?? '', headers: { range: 'bytes=999999-' } })
    expect(behind.statusCode).toBe(416)
    const second = await shop.as('owner').ok('POST /exports/orders', { body: asked })
    const forged = (url ?? '').replace(id, second.id)
    expect((await t.app.inject(forged)).statusCode).toBe(403)
    t.clock.advance(11 * 60_000)
    expect((await t.app.inject(url ?? '')).statusCode).toBe(403)
  })

  test('a worker that dies is followed by another, and there is one file', async () => {
    await apply(shop.as('shopper'), await placeOrder(t, shop))
    const id = await waiting()
    const lease = new Date(t.clock.now().getTime() + 30_000)
    const dead = await t.deps.db.transact('platform', (tx) => claim(tx, t.clock.now(), lease, id))
    expect(dead?.state).toBe('RUNNING')
    expect(await writeExports(t.deps, running)).toBe(0)
    t.clock.advance(30_001)
    expect(await writeExports(t.deps, running)).toBe(1)
    expect(rowsOf(await fileOf(await shop.newStaff('owner'), id))).toHaveLength(1)
    expect(await stored()).toHaveLength(1)
  })

  test('a worker that slept past its lease takes its file back', async () => {
    await apply(shop.as('shopper'), await placeOrder(t, shop))
    const id = await waiting()
    let wake = () => {}
    const asleep = new Promise<void>((resolve) => (wake = resolve))
    let arrived = () => {}
    const sleeping = new Promise<void>((resolve) => (arrived = resolve))
    const slow = {
      ...t.deps,
      storage: {
        ...t.deps.storage,
        put: async (key: string, body: string | Uint8Array) => {
          const put = await t.deps.storage.put(key, body)
          arrived()
          await asleep
          return put
        },
      },
    }
    const first = writeExports(slow, running)
    await sleeping
    t.clock.advance(30_001)
    expect(await writeExports(t.deps, running)).toBe(1)
    wake()
    expect(await first).toBe(0)
    const keys = await stored()
    expect(keys).toHaveLength(1)
    expect(rowsOf(await fileOf(await shop.newStaff('owner'), id))).toHaveLength(1)
  })

  test('a worker that is stopped gives its job back at once', async () => {
    const id = await waiting()
    const stopping = new AbortController()
    const stopped = {
      ...t.deps,
      db: {
        ...t.deps.db,
        read: async <Row>(...args: Parameters<typeof t.deps.db.read>) => {
          const rows = await t.deps.db.read<Row>(...args)
          stopping.abort()
          return rows
        },
      },
    }
    await copyCases(501)
    expect(await writeExports(stopped, stopping.signal)).toBe(0)
    const owner = shop.as('owner')
    const left = await owner.ok('GET /exports/:id', { params: { id } })
    expect(left).toMatchObject({ state: 'WAITING', rows: 0 })
    expect(await writeExports(t.deps, running)).toBe(1)
    expect((await owner.ok('GET /exports/:id', { params: { id } })).rows).toBe(502)
  })

  test('a list whose storage fails is tried again, and given up in the end', async () => {
    const id = await waiting()
    const broken = {
      ...t.deps,
      storage: { ...t.deps.storage, put: () => Promise.reject(new Error('disk full')) },
    }
    for (let n = 0; n < 6; n++) {
      expect(await writeExports(broken, running)).toBe(0)
      t.clock.advance(3_600_000)
    }
    const { state } = await (await shop.newStaff('owner')).ok('GET /exports/:id', {
      params: { id },
    })
    expect(state).toBe('FAILED')
  })

  test('a shop has few exports at once', async () => {
    for (let n = 0; n < LIMITS.exportsAtOnce; n++) await waiting()
    for (const list of ['aftersales', 'refunds', 'orders', 'ratings', 'unanswered'] as const) {
      const refused = await shop.as('owner').refused(`POST /exports/${list}`, { body: asked })
      expect(refused.code).toBe('limit-reached')
    }
    await writeExports(t.deps, running)
    await shop.as('owner').ok('POST /exports/orders', { body: asked })
  })

  test('a repeated request makes one export', async () => {
    const owner = shop.as('owner')
    const idempotencyKey = crypto.randomUUID()
    const first = await owner.ok('POST /exports/orders', { body: asked, idempotencyKey })
    const second = await owner.ok('POST /exports/orders', { body: asked, idempotencyKey })
    expect(second).toEqual(first)
    expect((await owner.ok('GET /exports')).items).toHaveLength(1)
    expect((await anonymous(t).refused('GET /exports')).code).toBe('not-signed-in')
  })
})

/** That many more cases like one of the shop. */
async function copyCases(count: number): Promise<void> {
  const { id } = await apply(shop.as('shopper'), await placeOrder(t, shop))
  await t.deps.db.transact({ shopId: shop.id }, async (tx) => {
    const [row] = await tx.select().from(aftersales).where(eq(aftersales.id, id))
    if (!row) throw new Error('no case to copy')
    const copies = Array.from({ length: count }, (_, n) => ({
      ...row,
      id: t.deps.ids.id(),
      no: `COPY${n}`,
    }))
    await tx.insert(aftersales).values(copies)
  })
}
