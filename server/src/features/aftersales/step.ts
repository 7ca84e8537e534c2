// One step of a case: the machine decides, everything that follows is written in the same transaction,
// and exactly one event row tells it. Every change of a status in this server goes through here.

import type { Command } from '@shouhou/shared/domain/aftersale-commands'
import type { CommandInput } from '@shouhou/shared/domain/aftersale-facts'
import { type Allowed, decide } from '@shouhou/shared/domain/aftersale-machine'
import type { Fen } from '@shouhou/shared/domain/money'
import { attachUploads } from '../uploads/index.ts'
import { factColumns } from './case-facts.ts'
import { type Promised, quoteNow, type Terms } from './case-money.ts'
import { type CaseRow, insertEvent, updateCase } from './case-store.ts'
import { type ClockScene, runClocks } from './clock-store.ts'
import { followUp } from './consequences.ts'
import { denied } from './denied.ts'
import { type Scene, type Stage, SYSTEM, sceneOf } from './scene.ts'
import type { EventDetails } from './tables.ts'

/** What a command changes beside what the machine says. */
export interface Effect {
  /** New terms: the money is calculated and promised again. */
  readonly terms?: Partial<Terms>
  /** What the command has promised already, in its own way. */
  readonly money?: Promised
  /** Something has been shipped: decides how long the merchant may think. */
  readonly shipped?: boolean
  /** Columns of the case that only this command knows about. */
  readonly row?: Partial<CaseRow>
  /** Said in the new status: the question, the refusal. */
  readonly note?: { readonly code: string | null; readonly text: string }
  /** For the log. */
  readonly details?: EventDetails
  readonly mediaIds?: readonly string[]
  /** Terms of the offer that this command makes. */
  readonly offer?: { readonly amountFen: Fen | null; readonly text: string }
}

/** A command with what it brings along. The effect runs only when the machine allows it. */
export interface Move {
  readonly command: Command
  readonly input?: CommandInput
  /** Most that may be agreed on, where the command has calculated it itself. */
  readonly refundableFen?: Fen
  readonly effect?: (scene: Scene, allowed: Allowed) => Effect | Promise<Effect>
}

/** Takes one step, or throws the problem that says why not. */
export async function take(scene: Scene, move: Move): Promise<Scene> {
  const facts = { ...scene.facts, refundableFen: await limitOf(scene, move) }
  const decision = decide(facts, move.command, scene.by.role, move.input)
  if (!decision.ok) throw denied(decision)
  return carryOut(scene, decision, (await move.effect?.(scene, decision)) ?? {})
}

/** Calculated only where an amount is named: it needs the lock on the order. */
async function limitOf(scene: Scene, move: Move): Promise<Fen> {
  if (move.refundableFen !== undefined) return move.refundableFen
  if (move.input?.amountFen === undefined) return 0
  return (await quoteNow(scene, move.input.offer?.type ?? scene.row.type)).ceilingFen
}

/** Writes what was decided. Also the way of timers, whose decision comes from the clock. */
export async function carryOut(scene: Scene, allowed: Allowed, effect: Effect): Promise<Scene> {
  const { details, columns } = await followUp(scene, allowed, effect)
  const seq = scene.row.version + 1
  await writeEvent(scene, scene.row, seq, allowed, { ...details, ...effect.details })
  const { principal } = scene.by
  if (effect.mediaIds && effect.mediaIds.length > 0 && principal) {
    const use = { usedBy: 'aftersale' as const, usedById: scene.row.id, seq }
    await attachUploads(scene.tx, principal, effect.mediaIds, use)
  }
  const changed = await updateCase(scene.tx, scene.row, {
    ...factColumns(allowed.facts),
    ...statusNote(scene.row, allowed, effect),
    ...columns,
    ...effect.row,
    closeReason: allowed.closeReason,
    deadlineAt: await moveClocks(scene, scene.row, allowed, effect.shipped),
    version: seq,
    updatedAt: scene.now,
  })
  tellLive(scene, changed)
  const next = await sceneOf(scene, changed)
  return nothingToPay(next) ? take({ ...next, by: SYSTEM }, { command: 'refundSucceeded' }) : next
}

/** What was said in a status stays with it until the next one. */
function statusNote(row: CaseRow, { to, from }: Allowed, { note }: Effect): Partial<CaseRow> {
  if (note) return { statusCode: note.code, statusText: note.text }
  if (to === from) return { statusCode: row.statusCode, statusText: row.statusText }
  return { statusCode: null, statusText: '' }
}

/** A refund of zero fen has nothing to wait for. */
const nothingToPay = ({ row, refund }: Scene) =>
  row.status === 'REFUNDING' && refund?.status === 'PLANNED' && refund.amountFen === 0

/** What clocks of a case need to know. */
export const clocksOf = (
  stage: Stage,
  row: Pick<CaseRow, 'id'>,
  allowed: Allowed,
  shipped: boolean,
): ClockScene => ({
  tx: stage.tx,
  now: stage.now,
  shopId: stage.shopId,
  aftersaleId: row.id,
  newId: () => stage.deps.ids.id(),
  durations: stage.policy.document.timers,
  shipped,
  reason: allowed.command,
})

export const moveClocks = (
  stage: Stage,
  row: Pick<CaseRow, 'id'>,
  allowed: Allowed,
  shipped = true,
): Promise<Date | null> => runClocks(clocksOf(stage, row, allowed, shipped), allowed.clock)

type Told = Pick<Allowed, 'command' | 'from' | 'to'>

export const writeEvent = (
  stage: Stage,
  row: Pick<CaseRow, 'id'>,
  seq: number,
  told: Told,
  details: EventDetails,
): Promise<void> => insertEvent(stage.tx, eventOf(stage, row, seq, told, details))

export function eventOf(
  stage: Stage,
  row: Pick<CaseRow, 'id'>,
  seq: number,
  { command, from, to }: Told,
  details: EventDetails,
) {
  return {
    shopId: stage.shopId,
    aftersaleId: row.id,
    seq,
    id: stage.deps.ids.id(),
    at: stage.now,
    actorRole: stage.by.role,
    actorId: stage.by.id,
    command,
    fromStatus: from,
    toStatus: to,
    details,
  }
}

export const tellLive = ({ deps, tx }: Stage, row: CaseRow): void =>
  deps.live.signal(tx, {
    shopId: row.shopId,
    shopperId: row.shopperId,
    kind: 'aftersale',
    id: row.id,
    version: row.version,
  })
