// Two shops full of rows, with people of every kind and words that must not leave their place.
import { randomUUID } from 'node:crypto'
import {
  application,
  apply,
  give,
  photo,
  placeOrder,
  readyShop,
  UNSHIPPED,
} from '../features/aftersales/scenario.ts'
import type { TestApp } from '../helpers/app.ts'
import { type Caller, createArbiter, type Person, type TestShop } from '../helpers/client.ts'
import { aLine, aPhone } from '../helpers/factories.ts'
import type { Refs } from './samples.ts'

/** Stands in texts of the other shop; must be in no answer to this one. */
export const SHOP_CANARY = 'CANARY-OF-THE-OTHER-SHOP'
/** Stands in texts of the other shopper; must be in no answer to this one. */
export const SHOPPER_CANARY = 'CANARY-OF-A-NEIGHBOUR'

export interface World {
  readonly shop: TestShop
  readonly arbiter: Person
  /** Of the shop's shopper. */
  readonly mine: Refs
  /** Of another shopper of the same shop. */
  readonly neighbours: Refs
  readonly otherShop: TestShop
  /** Of the other shop. */
  readonly foreign: Refs
  /** Ids of nothing. */
  readonly missing: Refs
  /** People in every role whose access tokens are past their time. */
  readonly expired: TestShop
  /** People in every role who have signed out, and a revoked key. */
  readonly revoked: TestShop
}

export async function createWorld(t: TestApp): Promise<World> {
  const expired = await readyShop(t)
  t.clock.advance(16 * 60_000)
  const shop = await readyShop(t)
  const otherShop = await readyShop(t)
  const revoked = await readyShop(t)
  await signEverybodyOut(revoked)
  const neighbour = await withNewShopper(shop)
  const world = {
    shop,
    otherShop,
    expired,
    revoked,
    arbiter: await createArbiter(t),
    mine: await fill(t, shop, '我的'),
    neighbours: await fill(t, neighbour, SHOPPER_CANARY),
    foreign: await fill(t, otherShop, SHOP_CANARY),
    missing: missingRefs(),
  }
  // People are told of the cases.
  await t.drain()
  return world
}

/** The same shop as another shopper meets it. */
async function withNewShopper(shop: TestShop): Promise<TestShop> {
  const phone = aPhone()
  const shopper = await shop.newShopper({ phone, name: SHOPPER_CANARY })
  const as = (role: never) => (role === 'shopper' ? shopper : shop.as(role))
  return { ...shop, phone, as: as as TestShop['as'] }
}

/** Makes one row of each kind for the shop's shopper; `mark` stands in every text. */
async function fill(t: TestApp, shop: TestShop, mark: string): Promise<Refs> {
  const shopper = shop.as('shopper')
  const lines = [aLine({ name: mark, quantity: 9 })]
  const order = await placeOrder(t, shop, { lines })
  const body = { ...application(order), description: mark }
  const { id: caseId } = await shopper.ok('POST /aftersales', { body })
  return {
    slug: shop.slug,
    orderNo: order.orderNo,
    lineId: order.lineIds[0] ?? '',
    caseId,
    uploadId: await photo(t, shop, shopper),
    looseUploadId: await photo(t, shop, shopper),
    refundId: await makeRefund(t, shop, mark),
    ...(await talk(shop, mark)),
    entryId: await writeEntry(shop, mark),
    memberId: (await shop.newStaff('agent')).id,
    apiKeyId: (await shop.newKey(['faq:read'])).id,
    exportId: await takeAway(shop),
    invitationId: await invite(shop),
    filterId: await keepFilter(shop, mark),
    templateId: await writeTemplate(shop, mark),
  }
}

async function takeAway(shop: TestShop): Promise<string> {
  const body = { format: 'csv' as const, filter: {} }
  return (await shop.as('owner').ok('POST /exports/ratings', { body })).id
}

async function makeRefund(t: TestApp, shop: TestShop, mark: string): Promise<string> {
  const order = await placeOrder(t, shop, { lines: [aLine({ name: mark })] }, UNSHIPPED)
  const asking = { type: 'REFUND_ONLY', reasonCode: 'CHANGED_MIND', receivedGoods: false } as const
  const made = await apply(shop.as('shopper'), order, asking)
  const approved = await give(shop.as('agent'), made, 'approve')
  return approved.refunds[0]?.id ?? ''
}

/** A conversation with an answer of the bot that did not help, which a person then has to take. */
async function talk(shop: TestShop, mark: string) {
  const shopper = shop.as('shopper')
  const { id } = await shopper.ok('POST /conversations', { body: { language: 'zh-CN' } })
  const say = (text: string) =>
    shopper.ok('POST /conversations/:id/messages', {
      params: { id },
      body: { text, mediaIds: [] },
    })
  const { items } = await say('退货运费谁出')
  const messageId = items.find(({ sender }) => sender === 'bot')?.id ?? ''
  const unhelpful = { params: { id, messageId }, body: { helpful: false } }
  await shopper.ok('POST /conversations/:id/messages/:messageId/feedback', unhelpful)
  await say(`咕噜咕噜 ${mark}`)
  await say(`叽里呱啦 ${mark}`)
  const unanswered = await shop.as('agent').ok('GET /faq/unanswered')
  const [first, second] = unanswered.items.map((question) => question.id)
  return { conversationId: id, messageId, unansweredId: first ?? '', questionId: second ?? '' }
}

async function invite(shop: TestShop): Promise<string> {
  const body = { invited: { login: `invited-${randomUUID()}` }, role: 'agent' as const }
  return (await shop.as('owner').ok('POST /invitations', { body })).invitation.id
}

async function writeEntry(shop: TestShop, mark: string): Promise<string> {
  const wordings = [{ language: 'zh-CN' as const, question: mark, phrasings: [], answer: mark }]
  const slug = `entry-${randomUUID()}`
  const body = { slug, category: mark, wordings }
  return (await shop.as('agent').ok('POST /faq/entries', { body })).id
}

async function keepFilter(shop: TestShop, mark: string): Promise<string> {
  const body = { name: mark, filter: { status: 'OPEN' as const } }
  return (await shop.as('agent').ok('POST /queue-filters', { body })).id
}

async function writeTemplate(shop: TestShop, mark: string): Promise<string> {
  const body = { act: 'approve' as const, language: 'en' as const, title: mark, text: mark }
  return (await shop.as('manager').ok('POST /reply-templates', { body })).id
}

async function signEverybodyOut(shop: TestShop): Promise<void> {
  const { items } = await shop.as('owner').ok('GET /api-keys')
  for (const { id } of items) await shop.as('owner').ok('DELETE /api-keys/:id', { params: { id } })
  const roles = ['shopper', 'agent', 'warehouse', 'technician', 'manager', 'owner'] as const
  for (const role of roles) {
    await shop.as(role).ok('POST /auth/sign-out', { body: { everywhere: false } })
  }
}

function missingRefs(): Refs {
  const ids = ['lineId', 'caseId', 'uploadId', 'looseUploadId', 'conversationId', 'messageId']
  const more = [
    'refundId',
    'entryId',
    'unansweredId',
    'questionId',
    'memberId',
    'apiKeyId',
    'exportId',
    'invitationId',
    'filterId',
    'templateId',
  ]
  const nothing = Object.fromEntries([...ids, ...more].map((name) => [name, randomUUID()]))
  return { ...nothing, slug: 'no-such-shop', orderNo: 'NO-SUCH-ORDER' } as unknown as Refs
}

/** Everybody who is signed in around a shop. */
export const callerIn = ({ shop, arbiter }: World, role: string): Caller =>
  role === 'arbiter' ? arbiter : shop.as(role as 'owner')
