// Who is signed in, and what a person changes of themselves.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../helpers/app.ts'
import { anonymous, createArbiter, createShop, type TestShop } from '../../helpers/client.ts'

describe('the signed-in person', () => {
  let t: TestApp
  let shop: TestShop
  beforeAll(async () => {
    t = await testApp()
    shop = await createShop(t)
  })
  afterAll(() => t.close())

  test('a shopper sees the shop, their name and a masked phone', async () => {
    const me = await shop.as('shopper').ok('GET /me')
    expect(me).toMatchObject({ role: 'shopper', name: '李小明', shop: { slug: shop.slug } })
    expect(me.phoneMasked).toBe(`${shop.phone.slice(0, 3)}****${shop.phone.slice(-4)}`)
  })

  test.each(['agent', 'warehouse', 'technician', 'manager', 'owner'] as const)(
    'a member of staff sees the role %s and the shops they may switch to',
    async (role) => {
      const me = await shop.as(role).ok('GET /me')
      expect(me).toMatchObject({ role, shops: [{ slug: shop.slug, role }] })
    },
  )

  test('an arbiter belongs to no shop', async () => {
    const arbiter = await createArbiter(t)
    expect(await arbiter.ok('GET /me')).toMatchObject({ role: 'arbiter', shop: null, shops: [] })
  })

  test('nobody is told to sign in', async () => {
    expect(await anonymous(t).refused('GET /me')).toMatchObject({ code: 'not-signed-in' })
  })
})
