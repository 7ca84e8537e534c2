// What a changed policy would have decided: the stored facts of recent requests, judged by the policy in
// force and by the new one. Nothing is written.
import type { Policy } from '@shouhou/shared/domain/aftersale-policy'
import { type Assessment, assess } from '@shouhou/shared/domain/assess'
import { DAY } from '@shouhou/shared/domain/china-time'
import type { Steps } from '@shouhou/shared/domain/steps'
import type { Ctx } from '../../http/context.ts'
import { inSlices } from '../../in-slices.ts'
import { type RecentDecision, recentDecisions } from '../aftersales/index.ts'
import { checkPolicy } from './change-policy.ts'
import { policyOf } from './index.ts'

const DAYS = 30
/** Requests looked at, the newest first; more would tell no more. */
const MOST = 2_000
const EXAMPLES = 10

/** Which requests would have gone another way, and what is wrong with the policy. */
export async function previewPolicy(document: Policy, ctx: Ctx) {
  const { shopId } = ctx.user
  const since = new Date(ctx.now.getTime() - DAYS * DAY)
  const { rows, inForce } = await ctx.transact(async (tx) => ({
    inForce: (await policyOf(tx, shopId)).document,
    rows: await recentDecisions(tx, shopId, since, MOST),
  }))
  const changed = await inSlices(differences(rows, inForce, document))
  return {
    ...checkPolicy(document, ctx),
    days: DAYS,
    looked: rows.length,
    all: rows.length < MOST,
    changed: changed.length,
    moves: movesOf(changed),
    examples: changed.slice(0, EXAMPLES).map(({ row, before, after }) => ({
      aftersaleId: row.aftersaleId,
      aftersaleNo: row.aftersaleNo,
      at: row.at.toISOString(),
      before: before.verdict,
      after: after.verdict,
      rules: [...new Set([...before.reasons, ...after.reasons])],
    })),
  }
}

interface Difference {
  readonly row: RecentDecision
  readonly before: Assessment
  readonly after: Assessment
}

function* differences(
  rows: readonly RecentDecision[],
  inForce: Policy,
  next: Policy,
): Steps<Difference[]> {
  const changed: Difference[] = []
  for (const row of rows) {
    const before = assess(row.facts, inForce)
    const after = assess(row.facts, next)
    if (before.verdict !== after.verdict) changed.push({ row, before, after })
    yield
  }
  return changed
}

/** How many went from each verdict to each other one. */
function movesOf(changed: readonly Difference[]) {
  const moves = new Map<string, { from: Verdict; to: Verdict; count: number }>()
  for (const { before, after } of changed) {
    const key = `${before.verdict} ${after.verdict}`
    const known = moves.get(key) ?? { from: before.verdict, to: after.verdict, count: 0 }
    moves.set(key, { ...known, count: known.count + 1 })
  }
  return [...moves.values()].sort((one, other) => other.count - one.count)
}
type Verdict = Assessment['verdict']
