// Two people, a person and a deadline, twenty applications at once: whatever the order in which the
// database sees them, the end is one that some order of one after the other would have had.
import { fireTimers } from '@shouhou/server/features/aftersales/index.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  application,
  apply,
  type CommandName,
  give,
  placeOrder,
  read,
  readyShop,
  story,
  UNSHIPPED,
  withNewShopper,
} from '../features/aftersales/scenario.ts'
import { type TestApp, testApp } from '../helpers/app.ts'
import type { Caller, TestShop } from '../helpers/client.ts'
import { aLine } from '../helpers/factories.ts'
import { checkInvariants } from '../helpers/invariants.ts'
import { codes, count, ROUNDS, race } from './race.ts'

let t: TestApp
let ready: TestShop
/** With a new shopper for every round, whom no limit on requests has counted yet. */
let shop: TestShop
beforeAll(async () => {
  t = await testApp()
  ready = await readyShop(t)
})
afterAll(() => t.close())

const shopper = () => shop.as('shopper')
const agent = () => shop.as('agent')

const command =
  (who: Caller, { id, version }: { id: string; version: number }, name: CommandName, body = {}) =>
  () =>
    who.call(`POST /aftersales/:id/${name}`, {
      params: { id },
      body: { version, ...body } as never,
    })

const rounds = async (round: () => Promise<void>) => {
  for (let i = 0; i < ROUNDS; i++) {
    shop = await withNewShopper(ready)
    await round()
  }
  await checkInvariants(t, { rest: false })
}
const open = async () => apply(shopper(), await placeOrder(t, shop))
const refund = async () =>
  give(
    agent(),
    await apply(shopper(), await placeOrder(t, shop, {}, UNSHIPPED), {
      type: 'REFUND_ONLY',
      reasonCode: 'CHANGED_MIND',
      receivedGoods: false,
    }),
    'approve',
  )

describe('guarantee: exactly one wins', () => {
  test('when two approve', () =>
    rounds(async () => {
      const kase = await open()
      const outcomes = await race(
        command(agent(), kase, 'approve'),
        command(shop.as('manager'), kase, 'approve', { amountFen: 3_000 }),
      )
      expect(codes(outcomes).sort()).toEqual(['ok', 'version-conflict'])
      const first = outcomes[0]?.code === 'ok'
      expect(await read(shopper(), kase)).toMatchObject({
        status: 'AWAIT_RETURN',
        version: 2,
        approvedFen: first ? 5_000 : 3_000,
      })
    }))

  test('when one approves and the shopper withdraws', () =>
    rounds(async () => {
      const kase = await open()
      const [approved, cancelled] = await race(
        command(agent(), kase, 'approve'),
        command(shopper(), kase, 'cancel'),
      )
      expect([approved?.code, cancelled?.code].sort()).toEqual(['ok', 'version-conflict'])
      const after = await read(shopper(), kase)
      expect(after.status).toBe(approved?.code === 'ok' ? 'AWAIT_RETURN' : 'CLOSED')
    }))

  test('when an offer is accepted and declined', () =>
    rounds(async () => {
      const offer = { kind: 'CHANGE_AMOUNT', amountFen: 2_000, text: '部分退款' }
      const offered = await give(agent(), await open(), 'offer', offer)
      const outcomes = await race(
        command(shopper(), offered, 'accept-offer'),
        command(shopper(), offered, 'decline-offer'),
      )
      expect(codes(outcomes).sort()).toEqual(['ok', 'version-conflict'])
      const after = await read(shopper(), offered)
      const expected =
        outcomes[0]?.code === 'ok' ? ['AWAIT_RETURN', 2_000] : ['PENDING_REVIEW', null]
      expect([after.status, after.approvedFen]).toEqual(expected)
    }))

  test('when a payout is confirmed twice, with other references', () =>
    rounds(async () => {
      const refunding = await refund()
      const params = { id: refunding.refunds[0]?.id ?? '' }
      const confirm = (reference: string) => () =>
        shop.as('manager').call('POST /refunds/:id/confirm', { params, body: { reference } })
      const outcomes = await race(confirm('A-1'), confirm('B-2'))
      expect(codes(outcomes).sort()).toEqual(['ok', 'wrong-status'])
      const { refund: paid, ledger } = await shop.as('manager').ok('GET /refunds/:id', { params })
      expect(paid.reference).toBe(outcomes[0]?.code === 'ok' ? 'A-1' : 'B-2')
      expect(ledger).toHaveLength(4)
    }))

  test('when a payout is confirmed while the case is closed by force', () =>
    rounds(async () => {
      const refunding = await refund()
      const params = { id: refunding.refunds[0]?.id ?? '' }
      const [paid, closed] = await race(
        () =>
          shop
            .as('manager')
            .call('POST /refunds/:id/confirm', { params, body: { reference: 'A-1' } }),
        command(shop.as('owner'), refunding, 'force-close', { text: '取消' }),
      )
      expect([paid?.code, closed?.code].filter((code) => code === 'ok')).toHaveLength(1)
      const after = await read(shopper(), refunding)
      expect(after.status).toBe(paid?.code === 'ok' ? 'COMPLETED' : 'CLOSED')
    }))
})

describe('guarantee: a person and a deadline', () => {
  test('never both act', () =>
    rounds(async () => {
      const kase = await open()
      const due = new Date(kase.deadline?.dueAt ?? 0)
      // Sessions would end before the deadline: only the worker lives in the future.
      const later = { ...t.deps, clock: { now: () => due } }
      const [rejected] = await race(
        command(agent(), kase, 'reject', {
          reasonCode: 'OUT_OF_WINDOW',
          text: '过期',
          mediaIds: [],
        }),
        async () => ({ status: await fireTimers(later) }),
      )
      const after = await read(shopper(), kase)
      expect(after.version).toBe(2)
      expect(after.status).toBe(rejected?.code === 'ok' ? 'REJECTED' : 'AWAIT_RETURN')
    }))

  test('several workers fire each deadline once', () =>
    rounds(async () => {
      const kase = await open()
      const due = new Date(kase.deadline?.dueAt ?? 0)
      const later = { ...t.deps, clock: { now: () => due } }
      await Promise.all([fireTimers(later), fireTimers(later), fireTimers(later)])
      expect(await story(shopper(), kase)).toEqual([
        'shopper apply PENDING_REVIEW',
        'system timeoutDecision AWAIT_RETURN',
      ])
    }))
})

describe('guarantee: nothing is taken twice', () => {
  test('by twenty applications with one key', () =>
    rounds(async () => {
      const body = application(await placeOrder(t, shop), { quantity: 2 })
      const idempotencyKey = t.deps.ids.id()
      const answers = await Promise.all(
        Array.from({ length: 20 }, () =>
          shopper().call('POST /aftersales', { body, idempotencyKey }),
        ),
      )
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
      expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1)
    }))

  test('by twenty applications with keys of their own', () =>
    rounds(async () => {
      const body = application(await placeOrder(t, shop), { quantity: 2 })
      const outcomes = await race(
        ...Array.from({ length: 20 }, () => () => shopper().call('POST /aftersales', { body })),
      )
      expect(count(outcomes, 'ok')).toBe(1)
      expect(count(outcomes, 'units-taken')).toBe(19)
    }))

  test('by eight refunds on one line of seven units', () =>
    rounds(async () => {
      const order = await placeOrder(
        t,
        shop,
        { lines: [aLine({ quantity: 7, paidFen: 9_999 })] },
        UNSHIPPED,
      )
      const body = application(order, {
        type: 'REFUND_ONLY',
        reasonCode: 'CHANGED_MIND',
        receivedGoods: false,
      })
      const made = await Promise.all(
        Array.from({ length: 8 }, () => shopper().call('POST /aftersales', { body })),
      )
      const cases = made.filter(({ status }) => status === 201).map((answer) => answer.body)
      expect(cases).toHaveLength(7)
      const outcomes = await race(...cases.map((kase) => command(agent(), kase, 'approve')))
      expect(count(outcomes, 'ok')).toBe(7)
      const paid = await Promise.all(cases.map((kase) => read(shopper(), kase)))
      const total = paid.reduce((sum, kase) => sum + (kase.refunds[0]?.amountFen ?? 0), 0)
      expect(total).toBe(9_999)
    }))

  test('by two forced refunds that together are all that was paid', () =>
    rounds(async () => {
      const order = await placeOrder(t, shop)
      const first = await apply(shopper(), order)
      const second = await apply(shopper(), order)
      const forced = { amountFen: 5_000, text: '全退' }
      const outcomes = await race(
        command(shop.as('manager'), first, 'force-refund', forced),
        command(shop.as('owner'), second, 'force-refund', forced),
      )
      expect(codes(outcomes)).toEqual(['ok', 'ok'])
    }))
})
