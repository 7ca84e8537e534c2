// Approving several cases at once: which of the chosen ones go, which are left for a look. Pure.
import type { AftersaleSummary } from '@shouhou/shared/contract/aftersale-views'

export interface BatchPlan {
  readonly go: readonly AftersaleSummary[]
  /** Rules that want a person to look first, by case. */
  readonly look: readonly { readonly kase: AftersaleSummary; readonly why: readonly string[] }[]
  /** What the approvals promise together, in fen; an exchange moves no money. */
  readonly sumFen: number
}

export const mayApprove = ({ allowedCommands }: AftersaleSummary): boolean =>
  allowedCommands.includes('approve')

/** Nothing in what the rules saw asks for a look. */
export const isRoutine = ({ advice }: AftersaleSummary): boolean => advice?.look.length === 0

export function planOf(chosen: readonly AftersaleSummary[]): BatchPlan {
  const open = chosen.filter(mayApprove)
  const go = open.filter(isRoutine)
  return {
    go,
    look: open
      .filter((kase) => !isRoutine(kase))
      .map((kase) => ({ kase, why: kase.advice?.look ?? [] })),
    sumFen: go.reduce((sum, { type, refundFen }) => sum + (type === 'EXCHANGE' ? 0 : refundFen), 0),
  }
}
