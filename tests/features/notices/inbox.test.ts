// Inboxes: what is told to whom, once, and how it is read.
import { notices } from '@shouhou/server/features/notices/tables.ts'
import { DEFAULT_POLICY } from '@shouhou/shared/domain/aftersale-policy'
import type { NoticeEvent } from '@shouhou/shared/domain/notice-events'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { START, type TestApp, testApp } from '../../helpers/app.ts'
import type { Person, TestShop } from '../../helpers/client.ts'
import { checkInvariants } from '../../helpers/invariants.ts'
import {
  apply,
  BY_HAND,
  give,
  passing,
  pay,
  placeOrder,
  RETURN_ADDRESS,
  readyShop,
  UNSHIPPED,
  untilInspecting,
  withNewShopper,
} from '../aftersales/scenario.ts'

const HOUR = 3_600_000
let t: TestApp
let shop: TestShop
beforeAll(async () => {
  t = await testApp()
})
afterAll(async () => {
  await checkInvariants(t)
  await t.close()
})

/** A shop of its own for each test: time has moved on since the last one. */
const fresh = async (policy = BY_HAND) => {
  t.clock.set(START)
  shop = await readyShop(t, policy)
}
/** What a reader was told about a case so far, oldest first; read where it rests, as sessions end. */
async function told({ id }: { readonly id: string }, subjectId: string): Promise<NoticeEvent[]> {
  await t.drain()
  const about = and(eq(notices.readerId, id), eq(notices.subjectId, subjectId))
  const rows = await t.deps.db.transact({ shopId: shop.id }, (tx) =>
    tx.select().from(notices).where(about).orderBy(notices.createdAt, notices.id),
  )
  return rows.map(({ event }) => event)
}
/** The shopper, signed in again. */
const backAgain = () => shop.newShopper({ phone: shop.phone })
const unread = async (who: Person) => (await who.ok('GET /me/notice-count')).unread

const REFUND = { type: 'REFUND_ONLY', reasonCode: 'CHANGED_MIND', receivedGoods: false } as const

describe('what is told', () => {
  test('a returned cup, from the application to the rating', async () => {
    await fresh()
    const shopper = shop.as('shopper')
    const inspecting = await untilInspecting(t, shop)
    const passed = await give(
      shop.as('warehouse'),
      inspecting,
      'pass-inspection',
      passing(inspecting, 1),
    )
    await pay(shop, passed)
    expect(await told(shopper, inspecting.id)).toEqual([
      'APPROVED',
      'GOODS_RECEIVED',
      'INSPECTION_PASSED',
      'REFUND_SUCCEEDED',
    ])
    t.clock.advance(25 * HOUR)
    expect(await told(shopper, inspecting.id)).toContain('RATING_ASKED')
  })

  test('a request for a rating is dropped when the shopper has rated', async () => {
    await fresh()
    const shopper = shop.as('shopper')
    const order = await placeOrder(t, shop, {}, UNSHIPPED)
    const paid = await give(shop.as('agent'), await apply(shopper, order, REFUND), 'approve')
    await pay(shop, paid)
    await t.drain()
    await shopper.ok('POST /aftersales/:id/rating', {
      params: { id: paid.id },
      body: { attitude: 5, speed: 5, overall: 5, tags: [], comment: '' },
    })
    t.clock.advance(25 * HOUR)
    expect(await told(shopper, paid.id)).not.toContain('RATING_ASKED')
  })

  test('staff hear of a new case, of answers, of goods and of refunds to pay, by role', async () => {
    await fresh()
    const made = await apply(shop.as('shopper'), await placeOrder(t, shop))
    expect(await told(shop.as('agent'), made.id)).toEqual(['NEW_CASE'])
    expect(await told(shop.as('warehouse'), made.id)).toEqual([])
    const asked = await give(shop.as('agent'), made, 'request-info', { text: '请补充照片' })
    expect(await told(shop.as('shopper'), made.id)).toEqual(['INFO_ASKED'])
    const answer = { text: '好的', mediaIds: [] }
    const supplied = await give(shop.as('shopper'), asked, 'supply-info', answer)
    expect(await told(shop.as('agent'), made.id)).toEqual(['NEW_CASE', 'SHOPPER_ANSWERED'])
    const approved = await give(shop.as('agent'), supplied, 'approve')
    const parcel = { carrier: 'SF', waybillNo: 'SF1234567890123' }
    await give(shop.as('shopper'), approved, 'ship-return', parcel)
    expect(await told(shop.as('warehouse'), made.id)).toEqual(['PARCEL_COMING'])
  })

  test('a case approved by the policy calls nobody to decide', async () => {
    const policy = { ...DEFAULT_POLICY, returnAddress: RETURN_ADDRESS }
    await fresh({ ...policy, autoApprove: { ...policy.autoApprove, unshipped: true } })
    const made = await apply(shop.as('shopper'), await placeOrder(t, shop, {}, UNSHIPPED), REFUND)
    expect(made.status).toBe('REFUNDING')
    expect(await told(shop.as('agent'), made.id)).toEqual([])
    expect(await told(shop.as('manager'), made.id)).toEqual(['REFUND_DUE'])
    expect(await told(shop.as('shopper'), made.id)).toEqual(['APPROVED'])
  })

  test('a failed payout is told to the shopper and to the payers but the one who said so', async () => {
    await fresh()
    const order = await placeOrder(t, shop, {}, UNSHIPPED)
    const made = await apply(shop.as('shopper'), order, REFUND)
    const { id, refunds } = await give(shop.as('agent'), made, 'approve')
    const refund = { params: { id: refunds[0]?.id ?? '' }, body: { text: '账户异常' } }
    await shop.as('manager').ok('POST /refunds/:id/fail', refund)
    expect(await told(shop.as('shopper'), id)).toEqual(['APPROVED', 'REFUND_DELAYED'])
    expect(await told(shop.as('owner'), id)).toContain('REFUND_FAILED')
    expect(await told(shop.as('manager'), id)).not.toContain('REFUND_FAILED')
  })

  test('both sides are reminded before a deadline, and not of a clock that has stopped', async () => {
    await fresh()
    const made = await apply(shop.as('shopper'), await placeOrder(t, shop))
    await t.drain()
    t.clock.advance(25 * HOUR)
    expect(await told(shop.as('agent'), made.id)).toEqual(['NEW_CASE', 'DECISION_NEAR'])
    const approved = await give(await shop.newStaff('agent'), made, 'approve')
    await t.drain()
    t.clock.advance(84 * HOUR + 1)
    expect(await told(shop.as('shopper'), made.id)).toEqual(['APPROVED', 'DEADLINE_NEAR'])
    await give(await backAgain(), approved, 'cancel')
    t.clock.advance(72 * HOUR)
    expect(await told(shop.as('shopper'), made.id)).toEqual(['APPROVED', 'DEADLINE_NEAR'])
  })

  test('answers of staff that wait unread are one notice, also for a shopper who asked twice', async () => {
    await fresh()
    const shopper = shop.as('shopper')
    const { id } = await shopper.ok('POST /conversations', { body: { language: 'zh-CN' } })
    const say = (who: Person, text: string) =>
      who.ok('POST /conversations/:id/messages', { params: { id }, body: { text, mediaIds: [] } })
    const human = { choice: { kind: 'HUMAN' as const, id: null }, text: '人工', mediaIds: [] }
    await shopper.ok('POST /conversations/:id/messages', { params: { id }, body: human })
    expect(await told(shop.as('agent'), id)).toEqual(['SHOPPER_WAITS'])
    await say(shop.as('agent'), '您好')
    await say(shop.as('agent'), '请讲')
    expect(await told(shopper, id)).toEqual(['STAFF_ANSWERED'])
    await say(shopper, '杯子坏了')
    await say(shop.as('agent'), '好的')
    expect(await told(shopper, id)).toEqual(['STAFF_ANSWERED', 'STAFF_ANSWERED'])
  })
})

describe('guarantee: each notice once', () => {
  test('several workers at the same time tell it once', async () => {
    await fresh()
    const made = await apply(shop.as('shopper'), await placeOrder(t, shop))
    await give(shop.as('agent'), made, 'approve')
    await Promise.all([t.drain(), t.drain(), t.drain()])
    expect(await told(shop.as('shopper'), made.id)).toEqual(['APPROVED'])
    expect(await unread(shop.as('shopper'))).toBe(1)
  })

  test('what happened long before the worker ran is no news', async () => {
    await fresh()
    const made = await apply(shop.as('shopper'), await placeOrder(t, shop))
    t.clock.advance(47 * HOUR)
    await give(await shop.newStaff('agent'), made, 'reject', {
      reasonCode: 'OUT_OF_WINDOW',
      text: '超时',
      mediaIds: [],
    })
    t.clock.advance(3 * 24 * HOUR)
    expect(await told(shop.as('shopper'), made.id)).toEqual([])
  })
})

describe('the inbox', () => {
  test('has one thread for each case, newest first, page by page, in the reader’s language', async () => {
    await fresh()
    const [shopper, agent] = [shop.as('shopper'), shop.as('agent')]
    const cases: string[] = []
    for (let n = 0; n < 3; n++) {
      const made = await apply(shopper, await placeOrder(t, shop))
      await give(agent, made, 'approve')
      cases.push(made.id)
      await t.drain()
      t.clock.advance(1_000)
    }
    const first = await shopper.ok('GET /me/notices', { query: { limit: 2 } })
    expect(first.items.map(({ subject }) => subject.id)).toEqual([cases[2], cases[1]])
    const cursor = first.nextCursor ?? ''
    const english = { headers: { 'accept-language': 'en' } }
    const second = await shopper.ok('GET /me/notices', { query: { limit: 2, cursor }, ...english })
    expect(second.nextCursor).toBeNull()
    expect(second.items).toMatchObject([{ unread: 1, latest: { title: 'Approved', readAt: null } }])
    expect(first.items[0]?.latest.body).toContain(first.items[0]?.subject.no)
  })

  test('is marked read by notice, by case, or as a whole, and never below zero', async () => {
    await fresh()
    const [shopper, agent] = [shop.as('shopper'), shop.as('agent')]
    const ids: string[] = []
    for (let n = 0; n < 3; n++) {
      const made = await apply(shopper, await placeOrder(t, shop))
      await give(agent, made, 'approve')
      ids.push(made.id)
    }
    await t.drain()
    expect(await unread(shopper)).toBe(3)
    const read = (body: object) => shopper.ok('POST /me/notices/read', { body })
    expect(await read({ subjectId: ids[0] })).toEqual({ unread: 2 })
    expect(await read({ subjectId: ids[0] })).toEqual({ unread: 2 })
    const { items } = await shopper.ok('GET /me/notices', { query: { unread: true } })
    expect(items).toHaveLength(2)
    expect(await read({ noticeId: items[0]?.latest.id })).toEqual({ unread: 1 })
    const both = await Promise.all([read({}), read({})])
    expect(both.map((answer) => answer.unread)).toEqual([0, 0])
  })

  test('of another person is not seen and not touched', async () => {
    await fresh()
    const made = await apply(shop.as('shopper'), await placeOrder(t, shop))
    await give(shop.as('agent'), made, 'approve')
    await t.drain()
    const other = (await withNewShopper(shop)).as('shopper')
    const about = { subjectId: made.id }
    const seen = await other.refused('GET /me/notices/:subjectId', { params: about })
    expect(seen.code).toBe('not-found')
    const read = await other.refused('POST /me/notices/read', { body: about })
    expect(read.code).toBe('not-found')
    expect(await unread(shop.as('shopper'))).toBe(1)
  })

  test('forgets what is older than half a year, with its counts', async () => {
    await fresh()
    const made = await apply(shop.as('shopper'), await placeOrder(t, shop))
    await give(shop.as('agent'), made, 'approve')
    await t.drain()
    t.clock.advance(181 * 24 * HOUR)
    await t.drain()
    expect(await told(shop.as('shopper'), made.id)).not.toContain('APPROVED')
  })
})
