// A shop that has lived: after this, every table of a shop has a row of it.
import { randomUUID } from 'node:crypto'
import { noticeDeliveries, notices } from '@shouhou/server/features/notices/tables.ts'
import { eq } from 'drizzle-orm'
import {
  apply,
  give,
  passing,
  pay,
  photo,
  placeOrder,
  readyShop,
  untilInspecting,
} from '../features/aftersales/scenario.ts'
import { TEMPLATE, useTemplate } from '../features/notices/outside.ts'
import type { TestApp } from '../helpers/app.ts'
import { anonymous, type TestShop } from '../helpers/client.ts'
import { aPhone } from '../helpers/factories.ts'

export async function fullShop(t: TestApp): Promise<TestShop> {
  const shop = await readyShop(t)
  await wantMessages(shop)
  await payBack(t, shop)
  await sendMail(t, shop)
  await offerOtherTerms(t, shop)
  await learnAQuestion(shop)
  await shop.as('agent').ok('GET /figures')
  const asked = { format: 'csv' as const, filter: {} }
  await shop.as('owner').ok('POST /exports/orders', { body: asked })
  const body = { shop: shop.slug, phone: aPhone() }
  await anonymous(t).ok('POST /auth/phone-codes', { body })
  await photo(t, shop, shop.as('shopper'))
  const invitation = { invited: { phone: aPhone() }, role: 'agent' as const }
  await shop.as('owner').ok('POST /invitations', { body: invitation })
  return shop
}

/** The shopper wants a message by WeChat when something was approved, and mail about everything. */
async function wantMessages(shop: TestShop): Promise<void> {
  await useTemplate(shop, 'APPROVED')
  const shopper = shop.as('shopper')
  const results = [{ templateId: TEMPLATE, accepted: true }]
  await shopper.ok('POST /me/notice-grants', { body: { results } })
  const topics = [{ topic: 'PROGRESS' as const, channels: ['SMS' as const] }]
  const quiet = { from: 1_320, to: 480 }
  await shopper.ok('PUT /me/notice-settings', { body: { topics, quiet } })
  const filter = { name: '超时', filter: { due: 'overdue' as const } }
  await shop.as('agent').ok('POST /queue-filters', { body: filter })
}

/** Written down as sent: this installation has nobody who sends. */
const sendMail = (t: TestApp, { id: shopId }: TestShop) =>
  t.deps.db.transact({ shopId }, async (tx) => {
    const [notice] = await tx.select().from(notices).where(eq(notices.shopId, shopId)).limit(1)
    const at = t.clock.now()
    const times = { sendAfter: at, createdAt: at, endedAt: at }
    const mail = { channel: 'EMAIL', state: 'SENT', ...times } as const
    const row = { shopId, id: randomUUID(), noticeId: notice?.id ?? '', ...mail }
    await tx.insert(noticeDeliveries).values(row)
  })

/** A return that is inspected, paid back and rated. */
async function payBack(t: TestApp, shop: TestShop): Promise<void> {
  const arrived = await untilInspecting(t, shop)
  const passed = await give(shop.as('warehouse'), arrived, 'pass-inspection', {
    ...passing(arrived, 1),
    text: '完好',
  })
  await pay(shop, passed)
  await t.drain()
  const params = { id: passed.id }
  const words = { attitude: 5, speed: 5, overall: 5, tags: ['快'], comment: '' }
  await shop.as('shopper').ok('POST /aftersales/:id/rating', { params, body: words })
  await shop.as('shopper').ok('POST /aftersales/:id/share', { params })
  await shop.as('agent').ok('POST /aftersales/:id/notes', { params, body: { text: '老客户' } })
}

async function offerOtherTerms(t: TestApp, shop: TestShop): Promise<void> {
  const made = await apply(shop.as('shopper'), await placeOrder(t, shop))
  const offer = { kind: 'CHANGE_AMOUNT', amountFen: 100, text: '部分退款' }
  await give(shop.as('agent'), made, 'offer', offer)
}

/** A question the bot could not answer becomes a wording of an entry. */
async function learnAQuestion(shop: TestShop): Promise<void> {
  const shopper = shop.as('shopper')
  const { id } = await shopper.ok('POST /conversations', { body: { language: 'zh-CN' } })
  const params = { id }
  const body = { text: '咕噜咕噜 叽里呱啦', mediaIds: [] }
  await shopper.ok('POST /conversations/:id/messages', { params, body })
  const agent = shop.as('agent')
  const [unanswered] = (await agent.ok('GET /faq/unanswered')).items
  const [entry] = (await agent.ok('GET /faq/entries')).items
  await agent.ok('POST /faq/unanswered/:id/resolve', {
    params: { id: unanswered?.id ?? '' },
    body: { entryId: entry?.id ?? '' },
  })
}
