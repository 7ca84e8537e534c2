import { COMMANDS, type Command } from '@shouhou/shared/domain/aftersale-commands'
import type { CommandInput } from '@shouhou/shared/domain/aftersale-facts'
import { GUARD_NAMES } from '@shouhou/shared/domain/aftersale-guards'
import {
  allowedCommands,
  decide,
  fireTimer,
  rolesFor,
  timerFor,
} from '@shouhou/shared/domain/aftersale-machine'
import { TRANSITIONS } from '@shouhou/shared/domain/aftersale-transitions'
import {
  AFTERSALE_STATUSES,
  AFTERSALE_TYPES,
  END_STATUSES,
  isOfferedType,
} from '@shouhou/shared/domain/aftersale-types'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { type Actor, ROLES } from '@shouhou/shared/domain/roles'
import { describe, expect, it } from 'vitest'

import { at, go } from './aftersale-cases.ts'

describe('the table', () => {
  it('has exactly one row for a command, a status and an actor', () => {
    const seen = new Set<string>()
    for (const row of TRANSITIONS) {
      for (const from of row.from) {
        for (const by of row.by) {
          const key = `${row.command}/${from}/${by}`
          expect(seen.has(key), key).toBe(false)
          seen.add(key)
        }
      }
    }
  })

  it('uses every command and every guard', () => {
    expect(new Set(TRANSITIONS.map((row) => row.command))).toEqual(new Set(COMMANDS))
    expect(new Set(TRANSITIONS.flatMap((row) => row.guards))).toEqual(new Set(GUARD_NAMES))
  })

  it('names a close reason on every row that may lead to CLOSED', () => {
    for (const row of TRANSITIONS) if (row.to === 'CLOSED') expect(row.closes).not.toBeNull()
  })
})

describe('who may do what', () => {
  it('is written down here once more for every command', () => {
    const deciders = ['agent', 'manager', 'owner']
    const handlers = ['warehouse', 'manager', 'owner']
    const chiefs = ['manager', 'owner']
    const roles: Record<Command, string[]> = {
      apply: ['shopper', ...deciders, 'integrator'],
      autoApprove: [],
      requestInfo: deciders,
      supplyInfo: ['shopper'],
      approve: deciders,
      reject: deciders,
      offer: deciders,
      acceptOffer: ['shopper'],
      declineOffer: ['shopper'],
      edit: ['shopper'],
      cancel: ['shopper'],
      shipReturn: ['shopper', 'integrator'],
      reportDelivered: ['integrator'],
      waiveReturn: deciders,
      receiveReturn: handlers,
      passInspection: handlers,
      failInspection: handlers,
      acceptDeduction: ['shopper'],
      askGoodsBack: ['shopper'],
      openDispute: ['shopper'],
      finishRepair: ['technician', ...chiefs],
      declareUnrepairable: ['technician', ...chiefs],
      shipReplacement: [...handlers, 'integrator'],
      reportOutOfStock: ['agent', ...handlers],
      confirmReceipt: ['shopper'],
      reportNotReceived: ['shopper'],
      refundSucceeded: chiefs,
      refundFailed: chiefs,
      retryRefund: chiefs,
      recordOfflinePayout: chiefs,
      confirmPayout: ['shopper'],
      escalate: ['arbiter'],
      settleDispute: ['arbiter'],
      forceClose: chiefs,
      forceRefund: chiefs,
      timeoutInfo: [],
      timeoutDecision: [],
      timeoutReturn: [],
      timeoutOffer: [],
      timeoutInspection: [],
      timeoutAppeal: [],
      timeoutReship: [],
      timeoutReceipt: [],
      timeoutPayout: [],
      timeoutPayoutCheck: [],
      timeoutRepair: [],
      missDeadline: [],
    }
    for (const command of COMMANDS) {
      expect([...rolesFor(command)].sort(), command).toEqual([...roles[command]].sort())
    }
  })

  it('denies every other role, whatever the status', () => {
    for (const command of COMMANDS) {
      for (const role of ROLES.filter((r) => !rolesFor(command).includes(r))) {
        for (const status of AFTERSALE_STATUSES) {
          expect(decide(at(status), command, role)).toEqual({
            ok: false,
            code: 'not-allowed',
            why: 'not-your-role',
          })
        }
      }
    }
  })
})

describe('ends', () => {
  it('never move, whoever asks', () => {
    for (const status of END_STATUSES) {
      for (const command of COMMANDS) {
        for (const actor of [...ROLES, 'system'] as Actor[]) {
          expect(decide(at(status), command, actor).ok).toBe(false)
        }
      }
      expect(timerFor(at(status))).toBeNull()
    }
  })

  it('say that they are ends', () => {
    expect(decide(at('CLOSED'), 'approve', 'agent')).toMatchObject({ why: 'ended' })
  })
})

describe('applying', () => {
  it('is possible for the types that shops offer and answers not-offered for the others', () => {
    for (const type of AFTERSALE_TYPES) {
      const decision = decide(at(null, { type }), 'apply', 'shopper')
      expect(decision.ok).toBe(isOfferedType(type))
      if (!decision.ok) expect(decision).toMatchObject({ code: 'not-offered', why: 'type-offered' })
    }
  })

  it('starts the decision clock', () => {
    const applied = go(at(null, { attempts: 0 }), 'apply', 'shopper')
    expect(applied).toMatchObject({ to: 'PENDING_REVIEW', clock: { act: 'replace', kind: 'T1' } })
    expect(applied.facts.attempts).toBe(1)
  })

  it('cannot ask for more than is refundable', () => {
    const amountFen = 10_001
    expect(decide(at(null), 'apply', 'shopper', { amountFen })).toMatchObject({
      code: 'amount-exceeds-paid',
    })
  })

  it.each([
    ['REFUND_ONLY', 'REFUNDING'],
    ['RETURN_REFUND', 'AWAIT_RETURN'],
    ['EXCHANGE', 'AWAIT_RETURN'],
    ['REPAIR', 'AWAIT_RETURN'],
    ['RESEND', 'AWAIT_RESHIP'],
    ['PRICE_PROTECT', 'REFUNDING'],
    ['COMPENSATION', 'REFUNDING'],
  ] as const)('of %s, once approved, goes to %s for people, policy and clock alike', (type, to) => {
    const facts = at('PENDING_REVIEW', { type })
    expect(go(facts, 'approve', 'agent').to).toBe(to)
    expect(go(facts, 'autoApprove', 'system').to).toBe(to)
    expect(go(facts, 'timeoutDecision', 'system').to).toBe(to)
  })

  it('goes straight to repairing when the technician comes to the house', () => {
    const facts = at('PENDING_REVIEW', { type: 'REPAIR', repairMode: 'ON_SITE' })
    expect(go(facts, 'approve', 'agent').to).toBe('REPAIRING')
  })
})

describe('a clock that approves', () => {
  it('runs the same guards as a person: no return address, no approval, but an alarm', () => {
    const facts = at('PENDING_REVIEW', { hasReturnAddress: false })
    expect(decide(facts, 'approve', 'agent')).toMatchObject({ why: 'return-address' })
    const fired = fireTimer(facts, 'T1')
    expect(fired).toMatchObject({ command: 'missDeadline', to: 'PENDING_REVIEW' })
    expect(fired.ok && fired.clock).toEqual({ act: 'again', kind: 'T1' })
  })

  it('gives no refund for goods that were sent after it was asked for: people decide', () => {
    const facts = at('PENDING_REVIEW', { type: 'REFUND_ONLY', sentSince: true })
    expect(fireTimer(facts, 'T1')).toMatchObject({ command: 'missDeadline', to: 'PENDING_REVIEW' })
    expect(decide(facts, 'approve', 'agent').ok).toBe(true)
    expect(decide(facts, 'autoApprove', 'system').ok).toBe(true)
  })

  it('calls the platform instead where an arbiter is offered', () => {
    const facts = at('PENDING_REVIEW', { hasReturnAddress: false })
    const fired = fireTimer(facts, 'T1', { types: AFTERSALE_TYPES, disputes: true })
    expect(fired).toMatchObject({ command: 'escalate', to: 'DISPUTED' })
  })

  it('does nothing when another clock runs by now', () => {
    expect(fireTimer(at('AWAIT_RETURN'), 'T1').ok).toBe(false)
    expect(fireTimer(at('COMPLETED'), 'T1').ok).toBe(false)
  })
})

describe('asking for information', () => {
  const asked = go(at('PENDING_REVIEW'), 'requestInfo', 'agent', { text: 'a photo of the label' })

  it('parks the decision clock and lets it go on with the answer', () => {
    expect(asked.clock).toEqual({ act: 'park', kind: 'T2' })
    expect(go(asked.facts, 'supplyInfo', 'shopper')).toMatchObject({
      to: 'PENDING_REVIEW',
      clock: { act: 'resume', kind: 'T1' },
    })
  })

  it('closes the case when the shopper stays silent', () => {
    expect(fireTimer(asked.facts, 'T2')).toMatchObject({
      to: 'CLOSED',
      closeReason: 'SHOPPER_TIMEOUT',
      clock: { act: 'replace', kind: null },
    })
  })

  it('is possible twice', () => {
    const facts = at('PENDING_REVIEW', { infoRequests: LIMITS.infoRequests })
    expect(decide(facts, 'requestInfo', 'agent', { text: 'again' })).toMatchObject({
      code: 'limit-reached',
    })
  })
})

describe('refusing', () => {
  it('needs a reason of the list, and evidence where the reason demands it', () => {
    const refuse = (input: CommandInput) => decide(at('PENDING_REVIEW'), 'reject', 'agent', input)
    expect(refuse({})).toMatchObject({ code: 'input-missing', why: 'refusal-reasoned' })
    expect(refuse({ reasonCode: 'NO_SUCH' }).ok).toBe(false)
    expect(refuse({ reasonCode: 'DAMAGED_BY_USE' }).ok).toBe(false)
    expect(refuse({ reasonCode: 'DAMAGED_BY_USE', evidence: 1 }).ok).toBe(true)
    expect(refuse({ reasonCode: 'OUT_OF_WINDOW' }).ok).toBe(true)
    expect(refuse({ reasonCode: 'toString', evidence: 1 }).ok).toBe(false)
  })

  it('can be taken back by approving, answered by an edit, and is final after a week', () => {
    expect(go(at('REJECTED'), 'approve', 'manager').to).toBe('AWAIT_RETURN')
    expect(go(at('REJECTED'), 'edit', 'shopper').to).toBe('PENDING_REVIEW')
    expect(fireTimer(at('REJECTED'), 'T6')).toMatchObject({
      to: 'CLOSED',
      closeReason: 'REFUSAL_FINAL',
    })
  })
})

describe('offers', () => {
  const keep = { offer: { kind: 'KEEP_ITEM' }, amountFen: 3_000 } as const
  const made = go(at('PENDING_REVIEW'), 'offer', 'agent', keep)

  it('park the clock, and go back to where they came from when declined or unanswered', () => {
    expect(made.clock).toEqual({ act: 'park', kind: 'T4' })
    for (const back of [go(made.facts, 'declineOffer', 'shopper'), fireTimer(made.facts, 'T4')]) {
      expect(back).toMatchObject({ to: 'PENDING_REVIEW', clock: { act: 'resume', kind: 'T1' } })
      expect(back.ok && back.facts).toMatchObject({ offer: null, previousStatus: null })
    }
  })

  it('replace the terms when accepted', () => {
    expect(go(made.facts, 'acceptOffer', 'shopper')).toMatchObject({
      to: 'REFUNDING',
      facts: { type: 'REFUND_ONLY', offer: null },
    })
    const swap = { offer: { kind: 'CHANGE_TYPE', type: 'EXCHANGE' } } as const
    const swapped = go(at('PENDING_REVIEW'), 'offer', 'agent', swap)
    expect(go(swapped.facts, 'acceptOffer', 'shopper')).toMatchObject({
      to: 'AWAIT_RETURN',
      facts: { type: 'EXCHANGE' },
    })
  })

  it('to cancel end the case, but goods already in the shop go back first', () => {
    const cancel = { offer: { kind: 'CANCEL' } } as const
    const asked = go(at('PENDING_REVIEW'), 'offer', 'agent', cancel)
    expect(go(asked.facts, 'acceptOffer', 'shopper')).toMatchObject({ to: 'CLOSED' })
    const held = go(at('INSPECTING', { goodsHeld: true }), 'offer', 'agent', cancel)
    expect(go(held.facts, 'acceptOffer', 'shopper')).toMatchObject({
      to: 'AWAIT_RESHIP',
      facts: { reshipping: 'ORIGINAL' },
    })
  })

  it('during inspection lead to the money or the parcel without a second return', () => {
    const inspecting = at('INSPECTING', { goodsHeld: true, type: 'EXCHANGE' })
    const refund = { offer: { kind: 'CHANGE_TYPE', type: 'RETURN_REFUND' } } as const
    const made = go(inspecting, 'offer', 'manager', refund)
    expect(made.clock).toEqual({ act: 'park', kind: 'T4' })
    expect(go(made.facts, 'acceptOffer', 'shopper').to).toBe('REFUNDING')
    expect(go(made.facts, 'declineOffer', 'shopper').clock).toEqual({ act: 'resume', kind: 'T5' })
  })

  it.each([
    ['nothing', {}],
    ['the same type', { offer: { kind: 'CHANGE_TYPE', type: 'RETURN_REFUND' } }],
    ['no amount', { offer: { kind: 'CHANGE_AMOUNT' } }],
    ['too much', { offer: { kind: 'CHANGE_AMOUNT' }, amountFen: 10_001 }],
    ['a fraction', { offer: { kind: 'CHANGE_AMOUNT' }, amountFen: 1.5 }],
    ['a type not offered', { offer: { kind: 'CHANGE_TYPE', type: 'REPAIR' } }],
  ] as [string, CommandInput][])('with %s are refused', (_, input) =>
    expect(decide(at('PENDING_REVIEW'), 'offer', 'agent', input).ok).toBe(false),
  )

  it('end after the third', () => {
    const facts = at('PENDING_REVIEW', { offersMade: LIMITS.offers })
    expect(decide(facts, 'offer', 'agent', keep)).toMatchObject({ code: 'limit-reached' })
  })
})

describe('edits and withdrawals by the shopper', () => {
  it('count as attempts and start the decision clock anew', () => {
    expect(go(at('PENDING_REVIEW'), 'edit', 'shopper', { type: 'EXCHANGE' })).toMatchObject({
      clock: { act: 'replace', kind: 'T1' },
      facts: { attempts: 2, type: 'EXCHANGE' },
    })
    const worn = at('PENDING_REVIEW', { attempts: LIMITS.attempts })
    expect(decide(worn, 'edit', 'shopper')).toMatchObject({ code: 'limit-reached' })
  })

  it('end once goods are under way or in the shop', () => {
    const held = at('OFFER_SENT', { goodsHeld: true, previousStatus: 'INSPECTING' })
    for (const command of ['edit', 'cancel'] as const) {
      expect(decide(held, command, 'shopper')).toMatchObject({ why: 'no-goods-held' })
      expect(decide(at('RETURN_SHIPPED'), command, 'shopper').ok).toBe(false)
      expect(allowedCommands(held, 'shopper')).not.toContain(command)
    }
  })

  it('close the case', () => {
    expect(go(at('AWAIT_RETURN'), 'cancel', 'shopper')).toMatchObject({
      to: 'CLOSED',
      closeReason: 'SHOPPER_CANCELLED',
    })
  })
})
