// Notices by e-mail and SMS: over SMTP to a server in process, and signed to our Alibaba Cloud.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { START, type TestApp } from '../../helpers/app.ts'
import { anonymous, type Person, type TestShop } from '../../helpers/client.ts'
import { aPhone, nextNumber } from '../../helpers/factories.ts'
import { checkInvariants } from '../../helpers/invariants.ts'
import { apply, give, placeOrder, readyShop, UNSHIPPED } from '../aftersales/scenario.ts'
import { approvedCase, deliveriesOf, outsideWorld, wechatShopper } from './outside.ts'

const REFUND = { type: 'REFUND_ONLY', reasonCode: 'CHANGED_MIND', receivedGoods: false } as const

type World = Awaited<ReturnType<typeof outsideWorld>>
let world: World
let t: TestApp
let shop: TestShop
beforeAll(async () => {
  world = await outsideWorld()
  t = world.t
})
afterAll(async () => {
  await t.drain()
  await checkInvariants(t)
  await world.stop()
})
beforeEach(async () => {
  t.clock.set(START)
  shop = await readyShop(t)
})

const aWechatShopper = () => wechatShopper(world, shop)
const approved = (mine: TestShop) => approvedCase(t, shop, mine)

describe('e-mail', () => {
  /** Names an address and confirms it with the code that arrives. */
  async function confirmEmail(who: Person, email: string) {
    await who.ok('PUT /me/notice-email', { body: { email } })
    return who.ok('POST /me/notice-email/confirm', { body: { code: newestCode() } })
  }
  const newestCode = () => /\d{6}/.exec(mails().at(-1)?.text ?? '')?.[0] ?? ''
  const mails = () => world.mail.mails
  const deliveries = () => deliveriesOf(t, shop, 'EMAIL')
  const consent = (who: Person) =>
    who.ok('PUT /me', { body: { consent: { kind: 'NOTICES', version: '1', agreed: true } } })

  test('goes to an address its owner has confirmed, and to no other', async () => {
    const { who, mine } = await aWechatShopper()
    await consent(who)
    const email = `shopper${nextNumber()}@example.com`
    const named = await who.ok('PUT /me/notice-email', { body: { email } })
    expect(named).toMatchObject({ emailMasked: null, wantedEmailMasked: 's***@example.com' })
    await approved(mine)
    await t.drain()
    expect(mails().filter(({ to }) => to === email)).toHaveLength(1)
    const wrong = await who.refused('POST /me/notice-email/confirm', { body: { code: '000000' } })
    expect(wrong.code).toBe('code-wrong')
    const code = newestCode()
    const settings = await who.ok('POST /me/notice-email/confirm', { body: { code } })
    expect(settings).toMatchObject({ emailMasked: 's***@example.com', wantedEmailMasked: null })
    await approved(mine)
    await t.drain()
    expect(mails().filter(({ to }) => to === email)).toHaveLength(2)
    expect(mails().at(-1)?.source).toMatch(/Message-ID: <[0-9a-f-]{36}@qinghe\.example>/)
    await who.ok('DELETE /me/notice-email')
    await approved(mine)
    await t.drain()
    expect(mails().filter(({ to }) => to === email)).toHaveLength(2)
  })

  test('refused for good is not tried again; refused for now is', async () => {
    const { who, mine } = await aWechatShopper()
    await consent(who)
    await confirmEmail(who, `shopper${nextNumber()}@example.com`)
    world.mail.refuseNext(550)
    await approved(mine)
    await t.drain()
    expect(await deliveries()).toMatchObject([{ state: 'DROPPED', why: 'smtp-550' }])
    world.mail.refuseNext(451)
    await approved(mine)
    await t.drain()
    expect((await deliveries()).at(-1)).toMatchObject({ state: 'QUEUED', why: 'smtp-451' })
    t.clock.advance(60_000)
    await t.drain()
    expect((await deliveries()).at(-1)).toMatchObject({ state: 'SENT', attempts: 2 })
  })

  test('reaches staff about deadlines and payouts', async () => {
    const manager = shop.as('manager')
    const email = `manager${nextNumber()}@example.com`
    await confirmEmail(manager, email)
    const made = await apply(shop.as('shopper'), await placeOrder(t, shop, {}, UNSHIPPED), REFUND)
    await give(shop.as('agent'), made, 'approve')
    await t.drain()
    expect(mails().filter(({ to }) => to === email)).toHaveLength(2)
  })

  test('that the mail server does not take is told at once, and may be asked for again', async () => {
    const { who } = await aWechatShopper()
    const body = { email: `shopper${nextNumber()}@example.com` }
    world.mail.refuseNext(550)
    expect((await who.refused('PUT /me/notice-email', { body })).code).toBe('outside-failed')
    expect(await who.ok('PUT /me/notice-email', { body })).toMatchObject({ emailMasked: null })
  })

  test('with a code that was tried five times needs another one', async () => {
    const { who } = await aWechatShopper()
    await who.ok('PUT /me/notice-email', { body: { email: 'somebody@example.com' } })
    const code = newestCode()
    for (let n = 0; n < 5; n++) {
      await who.refused('POST /me/notice-email/confirm', { body: { code: '999999' } })
    }
    const late = await who.refused('POST /me/notice-email/confirm', { body: { code } })
    expect(late.code).toBe('code-wrong')
  })
})

describe('SMS', () => {
  test('carries notices to those who chose it, with no more than shop, title and number', async () => {
    const { who, mine } = await aWechatShopper()
    await who.ok('PUT /me', { body: { consent: { kind: 'NOTICES', version: '1', agreed: true } } })
    const topics = [{ topic: 'PROGRESS' as const, channels: ['SMS' as const] }]
    await who.ok('PUT /me/notice-settings', { body: { topics, quiet: null } })
    const kase = await approved(mine)
    await t.drain()
    expect(world.sms.taken.filter(({ phone }) => phone === mine.phone)).toEqual([
      {
        phone: mine.phone,
        sign: '青禾',
        template: 'SMS_NOTICE',
        params: { shop: '测试店', title: '申请已通过', no: kase.no },
      },
    ])
  })

  test('carries sign-in codes; what the provider refuses is an outside fault', async () => {
    const phone = aPhone()
    const body = { shop: shop.slug, phone }
    await anonymous(t).ok('POST /auth/phone-codes', { body })
    const code = world.sms.taken.at(-1)?.params.code ?? ''
    const session = await anonymous(t).ok('POST /auth/phone', { body: { ...body, code } })
    expect(session.me.role).toBe('shopper')
    world.sms.failNext('isv.BUSINESS_LIMIT_CONTROL')
    const other = { shop: shop.slug, phone: aPhone() }
    const problem = await anonymous(t).refused('POST /auth/phone-codes', { body: other })
    expect(problem.code).toBe('outside-failed')
  })
})
