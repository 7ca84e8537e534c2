// Writing, changing, publishing and taking back entries.
import type { FAQ_STATUSES } from '@shouhou/shared/contract/faq'
import type { Tx } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import { problem, say } from '../../http/problems.ts'
import { bumpVersion, type EntryRow, findEntry, insertEntries, updateEntry } from './store.ts'
import type { StoredWording } from './tables.ts'
import { resolveQuestion } from './unanswered-store.ts'
import { entryView } from './view.ts'

interface Texts {
  readonly category: string
  readonly wordings: readonly StoredWording[]
}

function demandOneWordingEach(wordings: readonly StoredWording[]): void {
  if (new Set(wordings.map((w) => w.language)).size === wordings.length) return
  throw problem('invalid-input', {
    errors: [
      {
        pointer: '/wordings',
        message: say('每种语言只能写一份', 'each language may stand here once'),
      },
    ],
  })
}

/** @throws `already-exists` for the slug, `not-found` for the question it is said to answer. */
export async function writeEntry(
  tx: Tx,
  input: Texts & { readonly slug: string; readonly answersQuestion?: string },
  ctx: Ctx,
) {
  demandOneWordingEach(input.wordings)
  const { shopId } = ctx.user
  const row = {
    shopId,
    id: ctx.deps.ids.id(),
    slug: input.slug,
    category: input.category,
    status: 'DRAFT' as const,
    version: 1,
    wordings: [...input.wordings],
    updatedBy: ctx.user.id,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  }
  if ((await insertEntries(tx, [row])) === 0) {
    throw problem('already-exists', {
      errors: [{ pointer: '/slug', message: say('这个代号已被使用', 'this slug is taken') }],
    })
  }
  if (input.answersQuestion !== undefined) {
    const by = { resolvedAt: ctx.now, resolvedBy: ctx.user.id }
    const question = await resolveQuestion(tx, shopId, input.answersQuestion, by)
    if (!question) throw problem('not-found')
  }
  return entryView((await findEntry(tx, shopId, row.id)) as EntryRow)
}

async function change(
  tx: Tx,
  id: string,
  version: number,
  ctx: Ctx,
  set: Partial<Texts> | { readonly status: (typeof FAQ_STATUSES)[number] },
) {
  const { shopId } = ctx.user
  const row = await findEntry(tx, shopId, id, { lock: true })
  if (!row) throw problem('not-found')
  if (row.version !== version) throw problem('version-conflict', { currentVersion: row.version })
  const changed = await updateEntry(tx, shopId, id, {
    ...('wordings' in set && set.wordings ? { wordings: [...set.wordings] } : {}),
    ...('category' in set && set.category !== undefined ? { category: set.category } : {}),
    ...('status' in set ? { status: set.status } : {}),
    version: version + 1,
    updatedBy: ctx.user.id,
    updatedAt: ctx.now,
  })
  await bumpVersion(tx, shopId)
  return entryView(changed)
}

/** @throws `not-found`, `version-conflict`. */
export async function replaceTexts(
  tx: Tx,
  id: string,
  input: Texts & { readonly version: number },
  ctx: Ctx,
) {
  demandOneWordingEach(input.wordings)
  return change(tx, id, input.version, ctx, { category: input.category, wordings: input.wordings })
}

/** @throws `not-found`, `version-conflict`. */
export const setStatus = (
  tx: Tx,
  id: string,
  input: { readonly version: number; readonly status: (typeof FAQ_STATUSES)[number] },
  ctx: Ctx,
) => change(tx, id, input.version, ctx, { status: input.status })
