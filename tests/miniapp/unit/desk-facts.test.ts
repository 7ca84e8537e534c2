// What the case page says an action causes is what the machine does: in every situation that can come
// about, the facts read off the page give the same consequences as the facts the server holds.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import type { Command } from '@shouhou/shared/domain/aftersale-commands'
import {
  type AftersaleFacts,
  aftersaleFacts,
  type CommandInput,
} from '@shouhou/shared/domain/aftersale-facts'
import {
  type Allowed,
  allowedCommands,
  decide,
  fireTimer,
  nobodyActs,
  timerFor,
  whatHappens,
} from '@shouhou/shared/domain/aftersale-machine'
import { OFFERED_TYPES } from '@shouhou/shared/domain/aftersale-types'
import { describe, expect, it } from 'vitest'
import { deskCommandsOf } from '../../../miniapp/src/packages/staff/case/act-list.ts'
import { factsOfCase } from '../../../miniapp/src/packages/staff/case/facts.ts'

interface Event {
  readonly command: Command
  readonly from: Aftersale['status'] | null
  readonly to: Aftersale['status']
  readonly details: Readonly<Record<string, string | number | boolean | null>>
}
/** A situation, what led there, and how many units were counted in. */
interface Situation {
  readonly facts: AftersaleFacts
  readonly events: readonly Event[]
  readonly received: number | null
}

const UNITS = 2
const counted = (received: number, passed: number): CommandInput => ({
  lines: [{ requested: UNITS, received, passed }],
})
const ANYTHING: CommandInput = {
  evidence: 1,
  text: 'why',
  waybillValid: true,
  reference: 'r1',
  amountFen: 500,
}
const INPUTS: Partial<Record<Command, readonly CommandInput[]>> = {
  edit: OFFERED_TYPES.map((type) => ({ type })),
  offer: [
    ...OFFERED_TYPES.map((type) => ({ offer: { kind: 'CHANGE_TYPE' as const, type } })),
    { offer: { kind: 'CHANGE_AMOUNT' }, amountFen: 500 },
    { offer: { kind: 'KEEP_ITEM' } },
    { offer: { kind: 'CANCEL' } },
  ],
  reject: [{ reasonCode: 'OTHER', evidence: 1 }],
  receiveReturn: [counted(2, 0), counted(0, 0)],
  passInspection: [counted(2, 1)],
  failInspection: [
    { reasonCode: 'NOT_INTACT', evidence: 1, amountFen: 500 },
    { reasonCode: 'NOT_INTACT', evidence: 1 },
  ],
}
const inputsOf = (command: Command) => INPUTS[command] ?? [ANYTHING]

function after(now: Situation, allowed: Allowed, input: CommandInput): Situation {
  const { command, from, to } = allowed
  const details = input.offer && command === 'offer' ? { kind: input.offer.kind } : {}
  const counts = command === 'receiveReturn' ? (input.lines?.[0]?.received ?? null) : now.received
  return {
    facts: { ...allowed.facts, refundableFen: 10_000 },
    events: [...now.events, { command, from, to, details }],
    received: counts,
  }
}

const ACTORS = ['shopper', 'owner', 'integrator', 'system'] as const

function nextOf(now: Situation): Situation[] {
  const { facts } = now
  const steps = ACTORS.flatMap((actor) =>
    allowedCommands(facts, actor).flatMap((command) =>
      inputsOf(command).flatMap((input) => {
        const decision = decide(facts, command, actor, input)
        return decision.ok ? [after(now, decision, input)] : []
      }),
    ),
  )
  const kind = timerFor(facts)
  const fired = kind === null ? null : fireTimer(facts, kind)
  return fired?.ok ? [...steps, after(now, fired, {})] : steps
}

/** Every situation once, with one way that led there. */
function everySituation(): Situation[] {
  const found = new Map<string, Situation>()
  const queue: Situation[] = OFFERED_TYPES.map((type) => ({
    facts: aftersaleFacts({ type, refundableFen: 10_000 }),
    events: [],
    received: null,
  }))
  for (let now = queue.shift(); now; now = queue.shift()) {
    for (const next of nextOf(now)) {
      const key = JSON.stringify({ ...next.facts, missedDeadlines: 0, counted: next.received })
      if (found.has(key)) continue
      found.set(key, next)
      queue.push(next)
    }
  }
  return [...found.values()]
}

/** What the page gets to see of a situation. */
const seen = ({ facts, received }: Situation): Aftersale =>
  ({
    type: facts.type,
    status: facts.status,
    attempts: facts.attempts,
    deadline: { kind: timerFor(facts) },
    offer: facts.offer && { kind: facts.offer.kind, type: facts.offer.type },
    items: [{ quantity: UNITS, quantityReceived: received }],
    inspections: [{ deductionFen: facts.deductionOffered ? 100 : 0 }],
  }) as unknown as Aftersale

describe('the case page', () => {
  const situations = everySituation()

  it('meets every status that a shop without disputes and repairs can reach', () => {
    const statuses = new Set(situations.map(({ facts }) => facts.status))
    expect(situations.length).toBeGreaterThan(500)
    expect(statuses.size).toBe(14)
  })

  it('says of each action what the machine would do', () => {
    for (const situation of situations) {
      const page = factsOfCase(seen(situation), situation.events, true)
      for (const command of deskCommandsOf(allowedCommands(situation.facts, 'owner'))) {
        for (const input of inputsOf(command)) {
          const said = whatHappens(command, page, input)
          const way = situation.events.map((event) => event.command).join(' ')
          expect(said, `${command} after ${way}`).toEqual(
            whatHappens(command, situation.facts, input),
          )
        }
      }
    }
  })

  it('says what happens when nobody acts', () => {
    for (const situation of situations) {
      const page = factsOfCase(seen(situation), situation.events, true)
      const way = situation.events.map((event) => event.command).join(' ')
      expect(nobodyActs(page), way).toEqual(nobodyActs(situation.facts))
    }
  })

  it('foretells an alarm instead of an approval while there is no return address', () => {
    const asked = situations.find(
      ({ facts }) => facts.status === 'PENDING_REVIEW' && facts.type === 'RETURN_REFUND',
    )
    if (!asked) throw new Error('no return was applied for')
    const page = factsOfCase(seen(asked), asked.events, false)
    expect(nobodyActs(page).ifNobodyActs?.command).toBe('missDeadline')
  })
})
