// Rows become contract objects: the parts that lists, details and quotes share.
import type {
  AftersaleSummary,
  Deadline as DeadlineSchema,
  Decision,
} from '@shouhou/shared/contract/aftersale-views'
import { allowedCommands, nobodyActs } from '@shouhou/shared/domain/aftersale-machine'
import type { Policy } from '@shouhou/shared/domain/aftersale-policy'
import type { TraceStep } from '@shouhou/shared/domain/assess'
import { needsLook } from '@shouhou/shared/domain/queue'
import { TIMER_RULES } from '@shouhou/shared/domain/timers'
import type { Static } from 'typebox'
import { maskName, maskPhone } from '../../crypto/personal-data.ts'
import type { Deps } from '../../deps.ts'
import { type Ctx, isStaffPrincipal } from '../../http/context.ts'
import { type PolicyInForce, STARTING_POLICY } from '../desk/index.ts'
import { factsOf } from './case-facts.ts'
import { type SummaryParts, wasSentSince } from './case-parts-store.ts'
import type { CaseRow } from './case-store.ts'
import type { TimerRow } from './clock-store.ts'

export const iso = (at: Date): string => at.toISOString()
export const isoOrNull = (at: Date | null): string | null => at?.toISOString() ?? null

export const decisionView = (decision: {
  readonly verdict: Decision['verdict']
  readonly reasons: readonly string[]
  readonly trace: readonly TraceStep[]
  readonly policyVersion: number
  readonly at: Date
}): Decision => ({
  verdict: decision.verdict,
  reasons: [...decision.reasons],
  trace: decision.trace.map((step) => ({ ...step })),
  policyVersion: decision.policyVersion,
  at: iso(decision.at),
})

/** Facts as far as a page needs them: which buttons there are, what happens when nobody acts. */
export const shownFacts = (
  row: CaseRow,
  known: { readonly hasReturnAddress: boolean; readonly sentSince: boolean },
) => factsOf(row, { moneyUnderWay: false, refundableFen: 0, ...known })

/** Whether the shop, or the case by itself, says where goods go back to. */
export const returnAddressKnown = (row: CaseRow, { returnAddress }: Policy) => ({
  hasReturnAddress: row.returnAddress !== null || returnAddress !== null,
})

export type Deadline = Static<typeof DeadlineSchema>

export function deadlineView(
  row: CaseRow,
  timer: TimerRow | undefined,
  policy: Policy,
  sentSince: boolean,
): Deadline | null {
  if (!timer) return null
  const facts = shownFacts(row, { ...returnAddressKnown(row, policy), sentSince })
  const silence = nobodyActs(facts).ifNobodyActs
  return {
    kind: timer.kind,
    startedAt: iso(timer.startedAt),
    dueAt: iso(timer.dueAt),
    paused: timer.state === 'PAUSED',
    waitsFor: TIMER_RULES[timer.kind].waitsFor,
    ifNobodyActs: silence?.command ?? null,
    leadsTo: silence?.to ?? null,
  }
}

/** A shopper's name and phone, masked: nobody needs more to work on a case. */
export function shopperView(
  { personal }: Deps,
  id: string,
  row: SummaryParts['shopper'][number] | undefined,
) {
  const open = (sealed: string | null | undefined) => (sealed ? personal.open(sealed) : null)
  const name = open(row?.nameSealed)
  const phone = open(row?.phoneSealed)
  return {
    id,
    name: name === null ? '' : maskName(name),
    phoneMasked: phone === null ? null : maskPhone(phone),
  }
}

/** A case in a list. */
export function summaryView(
  { deps, user }: Pick<Ctx, 'deps' | 'user'>,
  parts: SummaryParts,
  policy: PolicyInForce = STARTING_POLICY,
): AftersaleSummary {
  const [row] = parts.row as [CaseRow]
  const [last] = parts.last
  const [verdict] = isStaffPrincipal(user) ? parts.verdict : []
  const sentSince = wasSentSince(row, parts.goods)
  const asked = parts.goods.filter(({ quantity }) => quantity > 0)
  return {
    id: row.id,
    no: row.no,
    orderNo: row.orderNo,
    type: row.type,
    status: row.status,
    version: row.version,
    reasonCode: row.reasonCode,
    refundFen: row.approvedFen ?? row.wantFen,
    goods: {
      name: asked[0]?.name ?? '',
      image: asked[0]?.image ?? null,
      lines: asked.length,
    },
    shopperName: shopperView(deps, row.shopperId, parts.shopper[0]).name,
    deadline: deadlineView(row, parts.timers[0], policy.document, sentSince),
    last: {
      at: iso(last?.at ?? row.updatedAt),
      actor: last?.actorRole ?? 'system',
      command: last?.command ?? 'apply',
    },
    missedDeadlines: row.missedDeadlines,
    // An approval without a return address is answered with what to do, so its button stays.
    allowedCommands: allowedCommands(
      shownFacts(row, { hasReturnAddress: true, sentSince }),
      user.role,
    ),
    advice: verdict ? { verdict: verdict.verdict, look: needsLook(verdict.reasons) } : null,
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
  }
}
