import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../helpers/app.ts'
import type { TestShop } from '../../helpers/client.ts'
import { application, apply, placeOrder, readyShop } from './scenario.ts'

describe('applying', () => {
  let t: TestApp
  let shop: TestShop
  beforeAll(async () => {
    t = await testApp()
    shop = await readyShop(t)
  })
  afterAll(() => t.close())

  test('a case starts in review with its amount, its deadline and its reasons', async () => {
    const order = await placeOrder(t, shop)
    const made = await apply(shop.as('shopper'), order)
    expect(made).toMatchObject({
      status: 'PENDING_REVIEW',
      version: 1,
      wantFen: 5_000,
      decision: { verdict: 'review' },
      deadline: { kind: 'T1', ifNobodyActs: 'timeoutDecision' },
    })
  })
})
