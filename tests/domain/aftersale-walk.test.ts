// Walks the whole transition table: every situation that any actor can bring about, from every type.
import type { Command } from '@shouhou/shared/domain/aftersale-commands'
import {
  DESTINATIONS,
  type Destination,
  type DestinationName,
} from '@shouhou/shared/domain/aftersale-destinations'
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
  TIMER_COMMANDS,
  timerFor,
} from '@shouhou/shared/domain/aftersale-machine'
import { TRANSITIONS } from '@shouhou/shared/domain/aftersale-transitions'
import {
  AFTERSALE_STATUSES,
  AFTERSALE_TYPES,
  isEnd,
  type Offers,
  SHOP_OFFERS,
  VERDICTS,
} from '@shouhou/shared/domain/aftersale-types'
import { LIMITS } from '@shouhou/shared/domain/limits'
import { type Actor, ROLES } from '@shouhou/shared/domain/roles'
import { TIMER_KINDS, type TimerKind } from '@shouhou/shared/domain/timers'
import { describe, expect, it } from 'vitest'

/** A situation: the facts and the two clocks as a server would keep them. */
interface Node {
  readonly facts: AftersaleFacts
  readonly running: TimerKind | null
  readonly parked: TimerKind | null
}
interface Edge {
  readonly from: string
  readonly to: string
  readonly command: Command
}

const FULL: Offers = { types: AFTERSALE_TYPES, disputes: true }
const counts = (requested: number, received: number, passed: number) => ({
  lines: [{ requested, received, passed }],
})
const everything = { evidence: 1, text: 'why', waybillValid: true, reference: 'r1', amountFen: 500 }

/** Inputs worth trying for each command; the rest of the commands take `everything`. */
const INPUTS: Partial<Record<Command, readonly CommandInput[]>> = {
  edit: AFTERSALE_TYPES.map((type) => ({ type })),
  offer: [
    ...AFTERSALE_TYPES.map((type) => ({ offer: { kind: 'CHANGE_TYPE' as const, type } })),
    { offer: { kind: 'CHANGE_AMOUNT' }, amountFen: 500 },
    { offer: { kind: 'KEEP_ITEM' }, amountFen: 500 },
    { offer: { kind: 'CANCEL' } },
  ],
  reject: [{ reasonCode: 'OTHER', evidence: 1 }],
  receiveReturn: [counts(2, 2, 0), counts(2, 0, 0)],
  passInspection: [counts(2, 2, 1)],
  failInspection: [
    { reasonCode: 'NOT_INTACT', evidence: 1, amountFen: 500 },
    { reasonCode: 'NOT_INTACT', evidence: 1 },
  ],
  declareUnrepairable: [{}, { offer: { kind: 'CHANGE_TYPE', type: 'EXCHANGE' } }],
  settleDispute: VERDICTS.map((verdict) => ({ verdict })),
}

const keyOf = (node: Node) => JSON.stringify(node)

/** The next situation, with the clocks moved as the plan says. */
function follow(node: Node, { facts, clock }: Allowed): Node {
  const next = { ...facts, missedDeadlines: 0 }
  switch (clock.act) {
    case 'keep':
      return { ...node, facts: next }
    case 'replace':
      return { facts: next, running: clock.kind, parked: null }
    case 'park':
      return { facts: next, running: clock.kind, parked: node.running }
    case 'resume':
      expect(node.parked, 'the parked clock goes on').toBe(clock.kind)
      return { facts: next, running: clock.kind, parked: null }
    case 'again':
      expect(node.running, 'the same clock runs again').toBe(clock.kind)
      return { ...node, facts: next }
  }
}

/** A person and the system, where both may act: guards tell no more actors apart. */
const standIns = (by: readonly Actor[]): Actor[] => {
  const person = by.find((actor) => actor !== 'system')
  return [...(person ? [person] : []), ...(by.includes('system') ? ['system' as const] : [])]
}

const TIMEOUTS: Command[] = Object.values(TIMER_COMMANDS).filter(
  (command) => command !== 'missDeadline',
)

function movesOf(node: Node, offers: Offers): Allowed[] {
  const moves: Allowed[] = []
  for (const { command, by } of TRANSITIONS.filter((r) => r.from.includes(node.facts.status))) {
    const runsOut = node.running && TIMER_COMMANDS[node.running] === command
    if (TIMEOUTS.includes(command) && !runsOut) continue
    for (const actor of standIns(by)) {
      for (const input of INPUTS[command] ?? [everything]) {
        const decision = decide(node.facts, command, actor, input, offers)
        if (decision.ok) moves.push(decision)
      }
    }
  }
  return moves
}

/** All situations reachable from an application of any type, close to every limit. */
function walk(offers: Offers) {
  const nodes = new Map<string, Node>()
  const edges: Edge[] = []
  const used: Allowed[] = []
  const queue: string[] = []
  const visit = (node: Node): string => {
    const key = keyOf(node)
    if (!nodes.has(key)) {
      nodes.set(key, node)
      queue.push(key)
    }
    return key
  }
  for (const type of offers.types) {
    for (const hasReturnAddress of [true, false]) {
      const facts = aftersaleFacts({
        type,
        hasReturnAddress,
        refundableFen: 1_000,
        infoRequests: LIMITS.infoRequests - 1,
        offersMade: LIMITS.offers - 1,
        ...(type === 'REPAIR' && !hasReturnAddress ? { repairMode: 'ON_SITE' as const } : {}),
      })
      visit({ facts, running: null, parked: null })
    }
  }
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    const node = nodes.get(key) as Node
    const seen = new Set<string>()
    for (const move of movesOf(node, offers)) {
      const jump =
        move.command === 'apply' ? { ...move.facts, attempts: LIMITS.attempts - 1 } : move.facts
      const to = visit(follow(node, { ...move, facts: jump }))
      if (seen.has(move.command + to)) continue
      seen.add(move.command + to)
      edges.push({ from: key, to, command: move.command })
      used.push(move)
    }
  }
  return { nodes, edges, used }
}

function reaching(goal: (node: Node) => boolean, nodes: Map<string, Node>, edges: Edge[]) {
  const into = new Map<string, string[]>()
  for (const { from, to } of edges) into.set(to, [...(into.get(to) ?? []), from])
  const done = new Set<string>()
  const queue = [...nodes].filter(([, node]) => goal(node)).map(([key]) => key)
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    if (done.has(key)) continue
    done.add(key)
    queue.push(...(into.get(key) ?? []))
  }
  return done
}

const ended = ({ facts }: Node) => facts.status !== null && isEnd(facts.status)
const full = walk(FULL)
const shop = walk(SHOP_OFFERS)

describe.each([
  ['everything that the table knows', full, FULL],
  ['what shops offer today', shop, SHOP_OFFERS],
] as const)('walking %s', (_, { nodes, edges, used }, offers) => {
  it('finds an end from every situation', () => {
    const fine = reaching(ended, nodes, edges)
    const stuck = [...nodes.keys()].filter((key) => !fine.has(key))
    expect(stuck).toEqual([])
  })

  it('has one clock for every situation that waits, and none at an end', () => {
    for (const node of nodes.values()) {
      if (node.facts.status === null) continue
      expect(node.running, keyOf(node)).toBe(timerFor(node.facts))
      expect(node.running === null).toBe(ended(node))
      if (ended(node)) expect(node.parked).toBeNull()
    }
  })

  it('can always fire the running clock', () => {
    for (const { facts, running } of nodes.values()) {
      if (running) expect(fireTimer(facts, running, offers).ok).toBe(true)
    }
  })

  it('never leaves an end', () => {
    expect(edges.filter(({ from }) => ended(nodes.get(from) as Node))).toEqual([])
  })

  it('closes with a reason, and never with goods of the shopper in the shop', () => {
    for (const { to, closeReason, facts } of used) {
      expect(closeReason !== null).toBe(to === 'CLOSED')
      if (to === 'CLOSED') expect(facts.goodsHeld).toBe(false)
    }
  })

  it('knows what is to be sent whenever something is to be sent', () => {
    for (const { facts } of nodes.values()) {
      const sends = facts.status === 'AWAIT_RESHIP' || facts.status === 'RESHIPPED'
      if (sends) expect(facts.reshipping).not.toBeNull()
      if (ended({ facts, running: null, parked: null })) expect(facts.reshipping).toBeNull()
    }
  })

  it('stays within the limits', () => {
    for (const { facts } of nodes.values()) {
      expect(facts.attempts).toBeLessThanOrEqual(LIMITS.attempts)
      expect(facts.offersMade).toBeLessThanOrEqual(LIMITS.offers)
      expect(facts.infoRequests).toBeLessThanOrEqual(LIMITS.infoRequests)
      expect(offers.types).toContain(facts.type)
    }
  })

  it('lists as allowed only what some input makes possible', () => {
    const possible = new Map<string, Set<Command>>()
    for (const { from, command } of edges) {
      possible.set(from, (possible.get(from) ?? new Set()).add(command))
    }
    for (const [key, { facts }] of nodes) {
      for (const actor of ROLES) {
        const listed = allowedCommands(facts, actor, offers)
        expect(listed.filter((command) => !possible.get(key)?.has(command))).toEqual([])
      }
    }
  })
})

describe('the whole table', () => {
  it('reaches every status', () => {
    const reached = new Set([...full.nodes.values()].map(({ facts }) => facts.status))
    expect(AFTERSALE_STATUSES.filter((status) => !reached.has(status))).toEqual([])
  })

  it('uses every command from every status that its rows name', () => {
    const walked = new Set(full.used.map(({ command, from }) => `${command} from ${from}`))
    const rows = TRANSITIONS.flatMap(({ command, from }) => from.map((f) => `${command} from ${f}`))
    expect(rows.filter((row) => !walked.has(row))).toEqual([])
  })

  it('runs every clock', () => {
    const ran = new Set([...full.nodes.values()].map(({ running }) => running))
    expect(TIMER_KINDS.filter((kind) => !ran.has(kind))).toEqual([])
  })

  it('leads only where its destinations say, and to all of these places', () => {
    const walked: Partial<Record<DestinationName, Set<string>>> = {}
    for (const { command, from, to } of full.used) {
      const row = TRANSITIONS.find((r) => r.command === command && r.from.includes(from))
      if (row && typeof row.to !== 'string') {
        walked[row.to.by] = (walked[row.to.by] ?? new Set()).add(to)
      }
    }
    for (const [name, { possible }] of Object.entries(DESTINATIONS) as [
      DestinationName,
      Destination,
    ][]) {
      if (name !== 'same') expect([...(walked[name] ?? [])].sort()).toEqual([...possible].sort())
    }
  })
})

describe('silence', () => {
  /** Statuses in which a clock only raises alarms. */
  const alarms = ({ nodes }: ReturnType<typeof walk>, offers: Offers) =>
    [
      ...new Set(
        [...nodes.values()]
          .filter(({ facts, running }) => {
            const fired = running && fireTimer(facts, running, offers)
            return fired?.ok && fired.command === 'missDeadline'
          })
          .map(({ facts }) => facts.status),
      ),
    ].sort()

  it('of everybody ends every case or leaves it with the arbiter, where there is one', () => {
    expect(alarms(full, FULL)).toEqual(['DISPUTED'])
  })

  it('leaves to people only what no machine may decide, where there is none', () => {
    expect(alarms(shop, SHOP_OFFERS)).toEqual([
      'AWAIT_RESHIP', // goods of the shopper that the shop has not sent back
      'INSPECTING', // an empty parcel, by the count of the shop
      'PENDING_REVIEW', // approval without a return address
      'REFUND_ABNORMAL', // money that nobody has paid
      'RETURN_SHIPPED', // a parcel that no carrier has delivered
    ])
  })
})
