// What the shopper's pages decide by themselves: the way an application is filled in.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import type { Order, OrderLine } from '@shouhou/shared/contract/orders'
import { describe, expect, it } from 'vitest'
import {
  type Application,
  applicationOf,
  askOf,
  firstApplication,
  fitted,
  giftsDue,
  missingOf,
  mustSayReceived,
  reasonChoices,
  settle,
  typeChoices,
  wantedFen,
} from '../../../miniapp/src/packages/aftersales/apply/application.ts'
import { byUrgency, doableOf } from '../../../miniapp/src/pages/home/urgency.ts'

type Possibility = OrderLine['eligibility'][number]

const possible = (type: Possibility['type'], reasons: Possibility['reasons']): Possibility => ({
  type,
  allowed: true,
  until: null,
  noReasonUntil: null,
  why: [],
  clause: null,
  reasons,
})
const blocked = (type: Possibility['type'], why: string): Possibility => ({
  ...possible(type, []),
  allowed: false,
  why: [why],
})

const line = (id: string, change: Partial<OrderLine> = {}): OrderLine => ({
  id,
  lineNo: id,
  sku: id,
  name: id,
  spec: '',
  image: null,
  category: 'c',
  unitPriceFen: 5_000,
  paidFen: 10_000,
  quantity: 2,
  quantityTaken: 0,
  refundedFen: 0,
  shippedAt: '2026-03-01T00:00:00.000Z',
  signedAt: '2026-03-02T00:00:00.000Z',
  sevenDayReturn: true,
  eligibility: [
    possible('REFUND_ONLY', ['QUALITY_FAULT', 'OTHER']),
    possible('RETURN_REFUND', ['QUALITY_FAULT', 'NO_REASON_7D']),
    possible('EXCHANGE', ['QUALITY_FAULT']),
  ],
  ...change,
})

const orderOf = (...lines: OrderLine[]): Order => ({
  id: 'order',
  orderNo: 'A1',
  version: 1,
  placedAt: '2026-03-01T00:00:00.000Z',
  paidAt: '2026-03-01T00:00:00.000Z',
  shippedAt: null,
  signedAt: null,
  goodsFen: 0,
  discountFen: 0,
  freightFen: 0,
  paidFen: 0,
  recipientMasked: null,
  lines,
  gifts: [],
  aftersales: [],
})
const subjectOf = (...lines: OrderLine[]) => ({ order: orderOf(...lines), original: null })

const UNSHIPPED = {
  shippedAt: null,
  signedAt: null,
  eligibility: [
    possible('REFUND_ONLY', ['CHANGED_MIND', 'OTHER']),
    blocked('RETURN_REFUND', 'not-shipped'),
    blocked('EXCHANGE', 'not-shipped'),
  ],
}

describe('a new application', () => {
  it('has the only line chosen with all its free units', () => {
    const subject = subjectOf(line('a', { quantityTaken: 1 }))
    expect(firstApplication(subject, '').quantities).toEqual({ a: 1 })
  })

  it('has the line chosen from which it was opened, and none when there are several', () => {
    const subject = subjectOf(line('a'), line('b'))
    expect(firstApplication(subject, 'b').quantities).toEqual({ b: 2 })
    expect(firstApplication(subject, '').quantities).toEqual({})
  })

  it('leaves a line alone whose units all have a case', () => {
    const subject = subjectOf(line('a', { quantityTaken: 2 }), line('b'))
    expect(firstApplication(subject, 'a').quantities).toEqual({ b: 2 })
  })

  it('guesses from the parcel what is wanted and whether the goods are there', () => {
    const guess = (change: Partial<OrderLine>) => {
      const { type, received } = firstApplication(subjectOf(line('a', change)), 'a')
      return [type, received]
    }
    expect(guess({})).toEqual(['RETURN_REFUND', true])
    expect(guess({ signedAt: null })).toEqual(['REFUND_ONLY', false])
    expect(guess(UNSHIPPED)).toEqual(['REFUND_ONLY', false])
  })

  it('guesses what the rules allow rather than what people decide', () => {
    const late = {
      eligibility: [
        blocked('REFUND_ONLY', 'window-over'),
        blocked('RETURN_REFUND', 'window-over'),
        possible('EXCHANGE', ['QUALITY_FAULT']),
      ],
    }
    expect(firstApplication(subjectOf(line('a', late)), 'a').type).toBe('EXCHANGE')
  })

  it('guesses nothing before goods are chosen, and guesses once they are', () => {
    const subject = subjectOf(line('a'), line('b'))
    const nothing = firstApplication(subject, '')
    expect([nothing.type, nothing.received]).toEqual([null, null])
    expect(settle(subject, { ...nothing, quantities: { b: 1 } }).type).toBe('RETURN_REFUND')
  })

  it('of unshipped goods takes the only possible type and asks nothing about receiving', () => {
    const subject = subjectOf(line('a', UNSHIPPED))
    const application = firstApplication(subject, 'a')
    expect(application).toMatchObject({ type: 'REFUND_ONLY', received: false })
    expect(mustSayReceived(subject, application)).toBe(false)
  })
})

describe('filling in', () => {
  const subject = subjectOf(line('a'))
  const start = firstApplication(subject, 'a')
  const with_ = (part: Partial<Application>, from = start) => settle(subject, { ...from, ...part })

  it('asks about receiving only for a refund of shipped goods without sending back', () => {
    expect(mustSayReceived(subject, with_({ type: 'REFUND_ONLY' }))).toBe(true)
    expect(mustSayReceived(subject, with_({ type: 'RETURN_REFUND' }))).toBe(false)
    expect(with_({ type: 'EXCHANGE' }).received).toBe(true)
  })

  it('drops a reason that does not fit the type any more', () => {
    const free = with_({ reasonCode: 'NO_REASON_7D' }, with_({ type: 'RETURN_REFUND' }))
    expect(free.reasonCode).toBe('NO_REASON_7D')
    expect(with_({ type: 'EXCHANGE' }, free).reasonCode).toBeNull()
  })

  it('offers all reasons of the type and marks those outside the rules', () => {
    const reasons = reasonChoices(subject, with_({ type: 'RETURN_REFUND' }))
      .flatMap((group) => group.reasons)
      .filter(({ withinRules }) => withinRules)
    expect(reasons.map(({ code }) => code).sort()).toEqual(['NO_REASON_7D', 'QUALITY_FAULT'])
  })

  it('lets a type be asked for whose period is over, but not one of goods in a case', () => {
    const over = line('a', { eligibility: [blocked('EXCHANGE', 'window-over')] })
    const taken = line('b', { eligibility: [blocked('EXCHANGE', 'in-open-aftersale')] })
    const exchange = (one: OrderLine) => {
      const about = subjectOf(one)
      const chosen = { ...start, quantities: { [one.id]: 1 } }
      return typeChoices(about, chosen).find(({ type }) => type === 'EXCHANGE')?.possible
    }
    expect(exchange(over)).toBe(true)
    expect(exchange(taken)).toBe(false)
  })

  it('names what is missing, one thing at a time', () => {
    const about = { files: 0, refundFen: 10_000, refused: false }
    expect(missingOf({ ...start, quantities: {} }, about)).toBe('lines')
    expect(missingOf({ ...start, type: null }, about)).toBe('type')
    const typed = with_({ type: 'REFUND_ONLY' })
    expect(missingOf({ ...typed, received: null }, about)).toBe('received')
    const received = with_({ received: true }, typed)
    expect(missingOf(received, about)).toBe('reason')
    const full = with_({ reasonCode: 'QUALITY_FAULT' }, received)
    expect(missingOf(full, about)).toBe('proof')
    const proved = { ...about, files: 1 }
    expect(missingOf(full, proved)).toBeNull()
    expect(missingOf({ ...full, wantText: '100.01' }, proved)).toBe('amount')
    expect(missingOf({ ...full, wantText: '0' }, proved)).toBe('amount')
    expect(missingOf({ ...full, wantText: '100' }, proved)).toBeNull()
    expect(missingOf(full, { ...proved, refused: true })).toBe('review')
    expect(missingOf({ ...full, humanReview: true }, { ...proved, refused: true })).toBeNull()
  })

  it('asks for all when no amount is typed', () => {
    expect(wantedFen(start)).toBeUndefined()
    expect(wantedFen({ ...start, wantText: '12.5' })).toBe(1_250)
    expect(wantedFen({ ...start, wantText: 'x' })).toBeNull()
  })

  it('has nothing to ask the server before the reason is chosen', () => {
    const typed = with_({ type: 'RETURN_REFUND' })
    expect(askOf(subject, typed)).toBeNull()
    expect(askOf(subject, with_({ reasonCode: 'NO_REASON_7D' }, typed))).toEqual({
      type: 'RETURN_REFUND',
      lines: [{ lineId: 'a', quantity: 2 }],
      reasonCode: 'NO_REASON_7D',
      receivedGoods: true,
    })
  })

  it('cuts a kept draft to what is still free', () => {
    const later = subjectOf(line('a', { quantityTaken: 1 }))
    const draft = { ...start, quantities: { a: 2, gone: 1 } }
    expect(fitted(later, draft).quantities).toEqual({ a: 1 })
  })
})

describe('gifts', () => {
  const gift = (ref: string, forLineId: string | null) => ({
    ref,
    sku: ref,
    name: ref,
    quantity: 1,
    declaredFen: 500,
    forLineId,
  })
  const order = { ...orderOf(line('a'), line('b')), gifts: [gift('tea', 'a'), gift('mug', null)] }
  const subject = { order, original: null }
  const start = { ...firstApplication(subject, 'a'), reasonCode: 'NO_REASON_7D' as const }
  const part = (code: 'gift-due' | 'gift-kept', ref: string) => ({
    code,
    ref,
    lineId: null,
    fen: 0,
  })
  const quote = { parts: [part('gift-due', 'tea')], freightPayer: 'shopper' as const }

  it('are asked about when the calculation wants them back and keeping them is a choice', () => {
    const due = (change: Partial<typeof quote | { freightPayer: 'merchant' }>) =>
      giftsDue(subject, start, { ...quote, ...change }).map(({ ref }) => ref)
    expect(due({})).toEqual(['tea'])
    expect(due({ parts: [part('gift-kept', 'mug')] })).toEqual(['mug'])
    expect(due({ freightPayer: 'merchant' })).toEqual([])
    expect(giftsDue(subject, { ...start, received: false }, quote)).toEqual([])
  })

  it('that are kept are part of what is asked, as long as their goods are', () => {
    const kept = settle(subject, { ...start, giftsKept: ['tea', 'mug', 'gone'] })
    expect(askOf(subject, kept)).toMatchObject({ giftsKept: ['tea', 'mug'] })
    expect(settle(subject, { ...kept, quantities: { b: 1 } }).giftsKept).toEqual(['mug'])
    expect(askOf(subject, start)).not.toHaveProperty('giftsKept')
  })
})

const aftersale = (change: Partial<Aftersale>): Aftersale =>
  ({
    type: 'RETURN_REFUND',
    status: 'PENDING_REVIEW',
    parcels: [],
    inspections: [],
    refunds: [],
    returnAddress: null,
    items: [{ lineId: 'a', quantity: 2, quantityReceived: null }],
    allowedCommands: [],
    rateUntil: null,
    ...change,
  }) as Aftersale

describe('changing an application', () => {
  it('starts from what was sent, whose own units are free', () => {
    const original = aftersale({
      reasonCode: 'QUALITY_FAULT',
      receivedGoods: true,
      giftsKept: [],
      description: 'broken',
      media: [],
    })
    const taken = line('a', {
      quantityTaken: 2,
      eligibility: [blocked('RETURN_REFUND', 'in-open-aftersale')],
    })
    const subject = { order: orderOf(taken), original }
    expect(fitted(subject, applicationOf(original))).toMatchObject({
      quantities: { a: 2 },
      type: 'RETURN_REFUND',
      received: true,
      reasonCode: 'QUALITY_FAULT',
      description: 'broken',
    })
  })
})

describe('open cases on the home page', () => {
  const open = (
    status: Aftersale['status'],
    waitsFor: 'shopper' | 'merchant',
    dueAt: string,
    paused = false,
  ) => ({ status, deadline: { waitsFor, dueAt, paused } as Aftersale['deadline'] })
  const review = open('PENDING_REVIEW', 'merchant', '2026-03-05T00:00:00Z')
  const later = open('AWAIT_RETURN', 'shopper', '2026-03-09T00:00:00Z')
  const soon = open('OFFER_SENT', 'shopper', '2026-03-06T00:00:00Z')
  const stopped = open('PENDING_REVIEW', 'merchant', '2026-03-04T00:00:00Z', true)

  it('begin with what waits for the shopper, then with what is due first', () => {
    expect(byUrgency([stopped, review, later, soon])).toEqual([soon, later, review, stopped])
  })

  it('have a button for what the shopper has to do, and only then', () => {
    expect([review, soon].map(doableOf)).toEqual([null, 'OFFER_SENT'])
    expect(doableOf(open('AWAIT_RETURN', 'shopper', '2026-03-09T00:00:00Z', true))).toBeNull()
    expect(doableOf(open('REFUND_ABNORMAL', 'merchant', '2026-03-09T00:00:00Z'))).toBeNull()
  })
})
