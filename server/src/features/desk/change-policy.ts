// Puts a new version of the policy in force, unless the law forbids it or somebody was faster.
import { DEFAULT_POLICY, lintPolicy, type Policy } from '@shouhou/shared/domain/aftersale-policy'
import type { Tx } from '../../db/client.ts'
import { toPage } from '../../db/cursor.ts'
import type { Ctx } from '../../http/context.ts'
import { problem } from '../../http/problems.ts'
import { insertPolicy, listPolicies, newestPolicy, type StoredPolicy } from './policy-store.ts'
import { lintSentence } from './policy-words.ts'

const START = new Date(0)

export async function readPolicy(tx: Tx, ctx: Ctx) {
  return view((await newestPolicy(tx, ctx.user.shopId)) ?? starting())
}

export async function changePolicy(tx: Tx, input: { version: number; document: Policy }, ctx: Ctx) {
  const current = (await newestPolicy(tx, ctx.user.shopId)) ?? starting()
  if (current.version !== input.version) {
    throw problem('version-conflict', { currentVersion: current.version })
  }
  const findings = lintPolicy(input.document)
  if (findings.length > 0) {
    throw problem('policy-unlawful', {
      errors: findings.map((f) => ({ pointer: `/document${f.pointer}`, message: lintSentence(f) })),
    })
  }
  const stored = await insertPolicy(tx, {
    shopId: ctx.user.shopId,
    version: current.version + 1,
    document: input.document,
    createdBy: ctx.user.id,
    createdAt: ctx.now,
  })
  if (!stored) throw problem('version-conflict', { currentVersion: current.version + 1 })
  ctx.deps.live.signal(tx, {
    shopId: ctx.user.shopId,
    shopperId: null,
    kind: 'policy',
    id: ctx.user.shopId,
    version: current.version + 1,
  })
  return readPolicy(tx, ctx)
}

/** Versions, the newest first; the lawful start is the last of them. */
export async function readVersions(tx: Tx, query: Parameters<typeof listPolicies>[2], ctx: Ctx) {
  const { rows, limit } = await listPolicies(tx, ctx.user.shopId, query)
  // The start is not stored; it stands behind the oldest version that is.
  const all = rows.length <= limit && rows.at(-1)?.version !== 1 ? [...rows, starting()] : rows
  const { shopId } = ctx.user
  return toPage(all, limit, ({ version }) => ({ key: version, id: shopId }), view)
}

/** What would be refused, in the caller's language. */
export function checkPolicy(document: Policy, ctx: Ctx) {
  return {
    problems: lintPolicy(document).map((finding) => ({
      pointer: finding.pointer,
      code: finding.code,
      message: lintSentence(finding)[ctx.language],
      clause: finding.clause,
    })),
  }
}

const starting = (): StoredPolicy => ({
  version: 1,
  document: DEFAULT_POLICY,
  createdAt: START,
  createdBy: '',
})

const view = (p: StoredPolicy) => ({
  version: p.version,
  document: p.document,
  createdAt: p.createdAt.toISOString(),
  createdBy: p.createdBy,
})
