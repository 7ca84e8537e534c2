// Figures by day: whatever happened when, they say what a plain recount of the rows says.

import { refunds } from '@shouhou/server/features/aftersales/refund-tables.ts'
import { aftersaleEvents, aftersales, ratings } from '@shouhou/server/features/aftersales/tables.ts'
import { chinaDay, DAY, dayText, HOUR } from '@shouhou/shared/domain/china-time'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { START, type TestApp, testApp } from '../../helpers/app.ts'
import { createShop, type TestShop } from '../../helpers/client.ts'
import { apply, give, placeOrder, readyShop } from '../aftersales/scenario.ts'
import { type Happening, remember } from './history.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t.close())

const figures = async (shop: TestShop, days?: number) =>
  (await shop.newStaff('agent')).ok('GET /figures', { query: days === undefined ? {} : { days } })

describe('figures', () => {
  test('of a new shop are zero on each of thirty days, today last', async () => {
    const shop = await createShop(t)
    const { days, reasons } = await figures(shop)
    expect(days).toHaveLength(30)
    expect(days.at(-1)).toEqual({
      day: '2026-03-01',
      created: 0,
      byPolicy: 0,
      byPeople: 0,
      refunds: 0,
      refundedFen: 0,
      ratings: 0,
      ratingAverage: null,
    })
    expect(days[0]?.day).toBe('2026-01-31')
    expect(reasons).toEqual([])
  })

  test('open the list they count', async () => {
    const shop = await readyShop(t)
    const made = await apply(shop.as('shopper'), await placeOrder(t, shop))
    await give(shop.as('agent'), made, 'approve')
    const { days, reasons } = await figures(shop, 1)
    expect(days[0]).toMatchObject({ created: 1, byPeople: 1, byPolicy: 0 })
    const list = async (query: object) =>
      (await shop.as('agent').ok('GET /aftersales', { query })).items.length
    const day = days[0]?.day ?? ''
    expect(await list({ createdOn: day })).toBe(1)
    expect(await list({ decidedOn: day, decidedBy: 'people' })).toBe(1)
    expect(reasons).toEqual([{ reasonCode: 'NO_REASON_7D', count: 1 }])
    expect(await list({ reasonCode: 'NO_REASON_7D', created: '30d' })).toBe(1)
  })
})

const happening: fc.Arbitrary<Happening> = fc.record({
  before: fc.integer({ min: -2 * DAY, max: 32 * DAY }),
  kind: fc.constantFrom('created', 'policy', 'people', 'refund', 'rating'),
  n: fc.integer({ min: 1, max: 5 }),
})

describe('guarantee', () => {
  test('figures, kept or not, equal a recount of every row', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 40 }), async (happened) => {
        t.clock.set(START)
        const shop = await readyShop(t)
        const model = await apply(shop.as('shopper'), await placeOrder(t, shop))
        const write = (some: readonly Happening[]) => remember(t, shop, model.id, some, START)
        const past = happened.filter(({ before }) => before >= 0)
        await write(past)
        expect((await figures(shop)).days).toEqual(await recount(shop))
        // Once more from the kept days, and again after two days in which more has happened.
        expect((await figures(shop)).days).toEqual(await recount(shop))
        t.clock.advance(2 * DAY + HOUR)
        await write(happened.filter(({ before }) => before < 0))
        expect((await figures(shop)).days).toEqual(await recount(shop))
      }),
      { numRuns: 6 },
    )
  })
})

/** Every row of the shop, counted one by one. */
async function recount(shop: TestShop) {
  const now = t.clock.now().getTime()
  const rows = await t.deps.db.transact({ shopId: shop.id }, async (tx) => ({
    cases: await tx.select().from(aftersales),
    events: await tx.select().from(aftersaleEvents),
    refunds: await tx.select().from(refunds),
    ratings: await tx.select().from(ratings),
  }))
  return Array.from({ length: 30 }, (_, n) => {
    const day = chinaDay(now) - 29 + n
    const on = (at: Date | null) => at !== null && chinaDay(at.getTime()) === day
    const decided = (commands: string[]) =>
      new Set(
        rows.events
          .filter(({ at, command }) => on(at) && commands.includes(command))
          .map(({ aftersaleId }) => aftersaleId),
      ).size
    const paid = rows.refunds.filter(({ succeededAt }) => on(succeededAt))
    const rated = rows.ratings.filter(({ at }) => on(at))
    const sum = rated.reduce((all, { overall }) => all + overall, 0)
    return {
      day: dayText(day),
      created: rows.cases.filter(({ createdAt }) => on(createdAt)).length,
      byPolicy: decided(['autoApprove']),
      byPeople: decided(['approve', 'reject']),
      refunds: paid.length,
      refundedFen: paid.reduce((all, { amountFen }) => all + amountFen, 0),
      ratings: rated.length,
      ratingAverage: rated.length === 0 ? null : Math.round((sum * 10) / rated.length) / 10,
    }
  })
}
