// Who is signed in, and what a person changes of themselves.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../helpers/app.ts'
import {
  anonymous,
  createArbiter,
  createShop,
  signInShopper,
  type TestShop,
} from '../../helpers/client.ts'
import { aPhone } from '../../helpers/factories.ts'

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

  test('who takes the privacy consent back is signed out everywhere, and agrees to nothing', async () => {
    const phone = aPhone()
    const shopper = await shop.newShopper({ phone })
    const elsewhere = await signInShopper(t, shop.slug, phone)
    const consent = (kind: 'PRIVACY' | 'NOTICES', agreed: boolean) =>
      shopper.ok('PUT /me', { body: { consent: { kind, version: '1', agreed } } })
    await consent('PRIVACY', true)
    await consent('NOTICES', true)
    expect((await consent('PRIVACY', false)).consents).toEqual([])
    expect((await shopper.refused('GET /me')).code).toBe('session-ended')
    expect((await elsewhere.refused('GET /me')).code).toBe('session-ended')
    t.clock.advance(61_000)
    const back = await signInShopper(t, shop.slug, phone)
    expect(back.session.me).toMatchObject({ id: shopper.id, consents: [] })
  })

  test('nobody is told to sign in', async () => {
    expect(await anonymous(t).refused('GET /me')).toMatchObject({ code: 'not-signed-in' })
  })
})
