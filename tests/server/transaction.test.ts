// The promise of a transaction: what was answered as done is stored.
import { shops } from '@shouhou/server/features/auth/tables.ts'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../helpers/app.ts'
import { createShop, type TestShop } from '../helpers/client.ts'

describe('a transaction', () => {
  let t: TestApp
  let shop: TestShop
  beforeAll(async () => {
    t = await testApp()
    shop = await createShop(t)
  })
  afterAll(() => t.close())

  const nameNow = () =>
    t.deps.db.transact('platform', async (tx) => {
      const [row] = await tx.select().from(shops).where(eq(shops.slug, shop.slug))
      return row?.name
    })

  test('guarantee: work that kept a failure to itself is not told as done', async () => {
    const before = await nameNow()
    const work = t.deps.db.transact('platform', async (tx) => {
      await tx.update(shops).set({ name: '改名' }).where(eq(shops.slug, shop.slug))
      await tx.execute(sql`select 1 / 0`).catch(() => undefined)
      return 'done'
    })
    await expect(work).rejects.toThrow('Rolled back')
    expect(await nameNow()).toBe(before)
  })

  test('is there again for the next after one that failed', async () => {
    const failed = t.deps.db.transact('platform', async (tx) => {
      await tx.execute(sql`select 1 / 0`)
    })
    await expect(failed).rejects.toThrow()
    expect(await nameNow()).toBeDefined()
  })
})
