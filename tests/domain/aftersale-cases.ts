// Short ways to write a situation and a step of the transition table.
import type { Command } from '@shouhou/shared/domain/aftersale-commands'
import {
  type AftersaleFacts,
  aftersaleFacts,
  type CommandInput,
} from '@shouhou/shared/domain/aftersale-facts'
import { decide } from '@shouhou/shared/domain/aftersale-machine'
import type { Actor } from '@shouhou/shared/domain/roles'

/** A return with refund of up to 100 yuan in the given status. */
export const at = (
  status: AftersaleFacts['status'],
  known: Partial<AftersaleFacts> = {},
): AftersaleFacts =>
  aftersaleFacts({ type: 'RETURN_REFUND', status, refundableFen: 10_000, attempts: 1, ...known })

/** Does it, or fails the test with the reason. */
export function go(facts: AftersaleFacts, command: Command, actor: Actor, input?: CommandInput) {
  const decision = decide(facts, command, actor, input)
  if (!decision.ok) throw new Error(`${command} by ${actor}: ${decision.code} ${decision.why}`)
  return decision
}
/** One line with its three counts. */
export const counted = (requested: number, received: number, passed: number) => ({
  lines: [{ requested, received, passed }],
})
