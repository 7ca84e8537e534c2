import type { CommandInput } from '@shouhou/shared/domain/aftersale-facts'
import {
  allowedCommands,
  commandMenu,
  decide,
  fireTimer,
  nobodyActs,
  whatHappens,
} from '@shouhou/shared/domain/aftersale-machine'
import { AFTERSALE_TYPES } from '@shouhou/shared/domain/aftersale-types'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { describe, expect, it } from 'vitest'

import { at, counted, go } from './aftersale-cases.ts'

describe('goods coming back', () => {
  const shipped = go(at('AWAIT_RETURN'), 'shipReturn', 'shopper', { waybillValid: true })

  it('need a sound waybill number', () => {
    expect(decide(at('AWAIT_RETURN'), 'shipReturn', 'shopper')).toMatchObject({
      why: 'waybill-valid',
    })
  })

  it('start the long clock, and the short one when the carrier has delivered', () => {
    expect(shipped.clock).toEqual({ act: 'replace', kind: 'T5b' })
    const delivered = go(shipped.facts, 'reportDelivered', 'system')
    expect(delivered).toMatchObject({ to: 'RETURN_SHIPPED', clock: { act: 'replace', kind: 'T5' } })
    expect(decide(delivered.facts, 'reportDelivered', 'system').ok).toBe(false)
    const received = go(delivered.facts, 'receiveReturn', 'warehouse', counted(2, 2, 0))
    expect(received.clock).toEqual({ act: 'keep' })
  })

  it('count as accepted when the shop is silent after delivery, but not without a delivery', () => {
    const delivered = { ...shipped.facts, delivered: true }
    expect(fireTimer(delivered, 'T5')).toMatchObject({ to: 'REFUNDING' })
    expect(fireTimer(shipped.facts, 'T5b')).toMatchObject({ command: 'missDeadline' })
  })

  it('are counted line by line: passed ≤ received ≤ requested', () => {
    const receive = (lines: CommandInput) =>
      decide(shipped.facts, 'receiveReturn', 'warehouse', lines).ok
    expect(receive(counted(2, 2, 0))).toBe(true)
    expect(receive(counted(2, 3, 0))).toBe(false)
    expect(receive(counted(2, -1, 0))).toBe(false)
    expect(receive({})).toBe(false)
    const inspecting = at('INSPECTING', { goodsHeld: true })
    const pass = (lines: CommandInput) =>
      decide(inspecting, 'passInspection', 'warehouse', lines).ok
    expect(pass(counted(2, 2, 1))).toBe(true)
    expect(pass(counted(2, 1, 2))).toBe(false)
    expect(pass(counted(2, 2, 0))).toBe(false)
  })

  it('lead to money or to a parcel once they have passed', () => {
    const passed = counted(1, 1, 1)
    const inspecting = at('INSPECTING', { goodsHeld: true })
    expect(go(inspecting, 'passInspection', 'warehouse', passed).to).toBe('REFUNDING')
    const exchange = { ...inspecting, type: 'EXCHANGE' } as const
    expect(go(exchange, 'passInspection', 'warehouse', passed)).toMatchObject({
      to: 'AWAIT_RESHIP',
      facts: { reshipping: 'REPLACEMENT' },
    })
  })

  it('close the case when they are never sent', () => {
    expect(fireTimer(at('AWAIT_RETURN'), 'T3')).toMatchObject({ closeReason: 'SHOPPER_TIMEOUT' })
  })

  it('may be waived', () => {
    expect(go(at('AWAIT_RETURN'), 'waiveReturn', 'agent').to).toBe('REFUNDING')
    const exchange = at('AWAIT_RETURN', { type: 'EXCHANGE' })
    expect(go(exchange, 'waiveReturn', 'agent').to).toBe('AWAIT_RESHIP')
  })
})

describe('a failed inspection', () => {
  const fail = { reasonCode: 'NOT_INTACT', evidence: 2, amountFen: 4_000 }
  const failed = go(at('INSPECTING', { goodsHeld: true }), 'failInspection', 'warehouse', fail)

  it('needs a reason and photos', () => {
    const { evidence: _, ...unproved } = fail
    const facts = at('INSPECTING', { goodsHeld: true })
    expect(decide(facts, 'failInspection', 'warehouse', unproved).ok).toBe(false)
  })

  it('lets the shopper accept less money, if any was offered', () => {
    expect(go(failed.facts, 'acceptDeduction', 'shopper').to).toBe('REFUNDING')
    const nothing = { ...failed.facts, deductionOffered: false }
    expect(decide(nothing, 'acceptDeduction', 'shopper').ok).toBe(false)
    const exchange = { ...failed.facts, type: 'EXCHANGE' } as const
    expect(decide(exchange, 'acceptDeduction', 'shopper').ok).toBe(false)
  })

  it('sends the goods back on request, and also when the shopper stays silent', () => {
    for (const back of [
      go(failed.facts, 'askGoodsBack', 'shopper'),
      fireTimer(failed.facts, 'T6'),
    ]) {
      expect(back).toMatchObject({ to: 'AWAIT_RESHIP', facts: { reshipping: 'ORIGINAL' } })
    }
  })

  it('ends as CLOSED when the original goods are back, so that their units are free again', () => {
    const back = go(failed.facts, 'askGoodsBack', 'shopper').facts
    const sent = go(back, 'shipReplacement', 'warehouse', { waybillValid: true })
    expect(go(sent.facts, 'confirmReceipt', 'shopper')).toMatchObject({
      to: 'CLOSED',
      closeReason: 'GOODS_SENT_BACK',
    })
  })

  it('closes at once when there is nothing to send back', () => {
    const empty = { ...failed.facts, goodsHeld: false }
    expect(decide(empty, 'askGoodsBack', 'shopper').ok).toBe(false)
    expect(fireTimer(empty, 'T6')).toMatchObject({ closeReason: 'REFUSAL_FINAL' })
  })

  it('can be corrected by passing after all', () => {
    expect(go(failed.facts, 'passInspection', 'manager', counted(1, 1, 1)).to).toBe('REFUNDING')
  })
})

describe('sending a replacement', () => {
  const due = at('AWAIT_RESHIP', { type: 'EXCHANGE', goodsHeld: true, reshipping: 'REPLACEMENT' })

  it('completes on receipt, or by itself: sooner after a reported delivery', () => {
    const sent = go(due, 'shipReplacement', 'warehouse', { waybillValid: true })
    expect(sent).toMatchObject({ clock: { kind: 'T8b' }, facts: { goodsHeld: false } })
    expect(go(sent.facts, 'reportDelivered', 'system').clock).toEqual({
      act: 'replace',
      kind: 'T8',
    })
    expect(go(sent.facts, 'confirmReceipt', 'shopper').to).toBe('COMPLETED')
    expect(fireTimer(sent.facts, 'T8b')).toMatchObject({ to: 'COMPLETED', closeReason: null })
  })

  it('turns into a refund by default when the goods are not there or not sent in time', () => {
    for (const offered of [go(due, 'reportOutOfStock', 'agent'), fireTimer(due, 'T7')]) {
      expect(offered).toMatchObject({ to: 'OFFER_SENT', clock: { act: 'park', kind: 'T4' } })
      if (!offered.ok) continue
      expect(go(offered.facts, 'declineOffer', 'shopper').clock).toEqual({
        act: 'resume',
        kind: 'T7',
      })
      expect(fireTimer(offered.facts, 'T4')).toMatchObject({
        to: 'REFUNDING',
        facts: { type: 'RETURN_REFUND' },
        clock: { act: 'replace', kind: 'T9' },
      })
    }
  })

  it('is still due after the shopper declined the money', () => {
    const offered = go(due, 'reportOutOfStock', 'agent')
    const declined = go(offered.facts, 'declineOffer', 'shopper')
    expect(declined.facts).toMatchObject({ status: 'AWAIT_RESHIP', reshipping: 'REPLACEMENT' })
    expect(go(declined.facts, 'reportOutOfStock', 'agent').to).toBe('OFFER_SENT')
  })

  it('pays without asking once three offers were made', () => {
    const worn = { ...due, offersMade: LIMITS.offers }
    expect(go(worn, 'reportOutOfStock', 'agent')).toMatchObject({
      to: 'REFUNDING',
      clock: { act: 'replace', kind: 'T9' },
    })
  })

  it('never turns goods that must go back to their owner into a refund', () => {
    const original = { ...due, reshipping: 'ORIGINAL' } as const
    expect(decide(original, 'reportOutOfStock', 'agent').ok).toBe(false)
    expect(fireTimer(original, 'T7')).toMatchObject({ command: 'missDeadline' })
  })
})

describe('money', () => {
  it('is confirmed by staff only with the reference of the payout', () => {
    expect(decide(at('REFUNDING'), 'refundSucceeded', 'manager').ok).toBe(false)
    const done = go(at('REFUNDING'), 'refundSucceeded', 'manager', { reference: '20260301-17' })
    expect(done).toMatchObject({ to: 'COMPLETED', clock: { act: 'replace', kind: null } })
    expect(go(at('REFUNDING'), 'refundSucceeded', 'system').to).toBe('COMPLETED')
  })

  it('that fails or is late becomes abnormal and can be tried again', () => {
    expect(go(at('REFUNDING'), 'refundFailed', 'system').to).toBe('REFUND_ABNORMAL')
    expect(fireTimer(at('REFUNDING'), 'T9')).toMatchObject({ to: 'REFUND_ABNORMAL' })
    expect(go(at('REFUND_ABNORMAL'), 'retryRefund', 'manager').to).toBe('REFUNDING')
    expect(go(at('REFUND_ABNORMAL'), 'refundSucceeded', 'system').to).toBe('COMPLETED')
  })

  it('paid outside waits for the shopper, a week at most', () => {
    const reference = { reference: 'bank 42' }
    const recorded = go(at('REFUND_ABNORMAL'), 'recordOfflinePayout', 'owner', reference)
    expect(recorded).toMatchObject({ to: 'REFUNDING', clock: { act: 'replace', kind: 'T10' } })
    expect(go(recorded.facts, 'confirmPayout', 'shopper').to).toBe('COMPLETED')
    expect(fireTimer(recorded.facts, 'T10')).toMatchObject({ to: 'COMPLETED' })
    expect(decide(recorded.facts, 'refundSucceeded', 'manager', reference).ok).toBe(false)
    expect(decide(at('REFUNDING'), 'confirmPayout', 'shopper').ok).toBe(false)
  })

  it('under way at a provider blocks a second try and a forced close', () => {
    const busy = at('REFUND_ABNORMAL', { moneyUnderWay: true })
    expect(decide(busy, 'retryRefund', 'manager').ok).toBe(false)
    expect(decide(busy, 'recordOfflinePayout', 'manager', { reference: 'x' }).ok).toBe(false)
    expect(decide(busy, 'forceClose', 'owner', { text: 'x' }).ok).toBe(false)
  })
})

describe('forcing', () => {
  it('needs words, and an amount within what is refundable', () => {
    const facts = at('PENDING_REVIEW')
    expect(decide(facts, 'forceClose', 'owner', { text: ' ' }).ok).toBe(false)
    expect(go(facts, 'forceClose', 'owner', { text: 'test' }).closeReason).toBe('FORCED')
    const refund = (amountFen: number) =>
      decide(facts, 'forceRefund', 'manager', { amountFen, text: 'goodwill' }).ok
    expect([refund(10_000), refund(10_001), refund(0), refund(-1)]).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  it('cannot close a case whose goods the shop holds or that are on their way', () => {
    for (const known of [{ goodsHeld: true }, { parcelUnderWay: true }]) {
      const facts = at('RETURN_SHIPPED', known)
      expect(decide(facts, 'forceClose', 'owner', { text: 'x' }).ok).toBe(false)
    }
  })
})

describe('disputes', () => {
  const offers = { types: AFTERSALE_TYPES, disputes: true }

  it('answer not-offered as long as the installation has no arbiter', () => {
    expect(decide(at('REJECTED'), 'openDispute', 'shopper')).toMatchObject({ code: 'not-offered' })
    expect(allowedCommands(at('REJECTED'), 'shopper')).not.toContain('openDispute')
    expect(allowedCommands(at('REJECTED'), 'shopper', offers)).toContain('openDispute')
  })

  it.each([
    ['REFUND', {}, 'REFUNDING'],
    ['RETURN', {}, 'AWAIT_RETURN'],
    ['RESHIP', {}, 'AWAIT_RESHIP'],
    ['CLOSE', {}, 'CLOSED'],
    ['CLOSE', { goodsHeld: true }, 'AWAIT_RESHIP'],
    ['CLOSE', { previousStatus: 'RESHIPPED', reshipping: 'REPLACEMENT' }, 'COMPLETED'],
    ['CLOSE', { offlinePayout: true }, 'COMPLETED'],
  ] as const)('end by a verdict %s with %j at %s', (verdict, known, to) => {
    const settled = decide(at('DISPUTED', known), 'settleDispute', 'arbiter', { verdict }, offers)
    expect(settled).toMatchObject({ ok: true, to })
  })

  it('cannot demand goods back that the shop holds already', () => {
    const facts = at('DISPUTED', { goodsHeld: true })
    const input = { verdict: 'RETURN' } as const
    expect(decide(facts, 'settleDispute', 'arbiter', input, offers).ok).toBe(false)
  })
})

describe('what a page can say', () => {
  it('tells where a command leads, which clock runs then and what silence means', () => {
    expect(whatHappens('approve', at('PENDING_REVIEW'))).toEqual({
      to: 'AWAIT_RETURN',
      closeReason: null,
      timer: 'T3',
      waitsFor: 'shopper',
      ifNobodyActs: { command: 'timeoutReturn', to: 'CLOSED' },
    })
    expect(whatHappens('cancel', at('AWAIT_RETURN'))).toMatchObject({
      to: 'CLOSED',
      closeReason: 'SHOPPER_CANCELLED',
      ifNobodyActs: null,
    })
    expect(whatHappens('approve', at('CLOSED'))).toBeNull()
  })

  it('tells of the status now what happens if nobody acts', () => {
    expect(nobodyActs(at('PENDING_REVIEW'))).toEqual({
      timer: 'T1',
      waitsFor: 'merchant',
      ifNobodyActs: { command: 'timeoutDecision', to: 'AWAIT_RETURN' },
    })
  })

  it('lists a blocked command with the condition that blocks it', () => {
    const facts = at('PENDING_REVIEW', { hasReturnAddress: false })
    expect(commandMenu(facts, 'agent')).toContainEqual({
      command: 'approve',
      blockedBy: 'return-address',
    })
    expect(allowedCommands(facts, 'agent')).toEqual(['requestInfo', 'reject', 'offer'])
    expect(allowedCommands(at('AWAIT_RETURN'), 'shopper')).toEqual(['edit', 'cancel', 'shipReturn'])
  })
})
