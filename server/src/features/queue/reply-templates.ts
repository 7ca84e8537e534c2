// The shop's ready words for actions on cases: read by all staff, kept by managers.
import type { ReplyTemplate } from '@shouhou/shared/contract/queue'
import { LIMITS } from '@shouhou/shared/domain/limits'
import type { TemplateAct } from '@shouhou/shared/domain/queue'
import type { Tx } from '../../db/client.ts'
import type { Deps } from '../../deps.ts'
import type { Ctx } from '../../http/context.ts'
import { problem, say } from '../../http/problems.ts'
import { templateSeeds } from '../../seeds/reply-templates.ts'
import {
  countTemplates,
  deleteTemplate,
  insertTemplates,
  listTemplates,
  lockList,
  lockTemplate,
  type TemplateRow,
  updateTemplate,
} from './store.ts'

type Words = Pick<ReplyTemplate, 'title' | 'text'>

const view = ({ id, act, language, title, text, version, updatedAt }: TemplateRow) => ({
  id,
  act,
  language,
  title,
  text,
  version,
  updatedAt: updatedAt.toISOString(),
})

export const readTemplates = async (tx: Tx, act: TemplateAct | undefined, { user }: Ctx) => ({
  items: (await listTemplates(tx, user.shopId, act, LIMITS.replyTemplates)).map(view),
})

/** @throws `limit-reached` */
export async function addTemplate(
  tx: Tx,
  { title, text, ...place }: Pick<ReplyTemplate, 'act' | 'language'> & Words,
  { user: { shopId }, deps, now }: Ctx,
): Promise<ReplyTemplate> {
  await lockList(tx, `reply-templates ${shopId}`)
  if ((await countTemplates(tx, shopId)) >= LIMITS.replyTemplates) {
    const max = LIMITS.replyTemplates
    throw problem('limit-reached', {
      detail: say(`最多 ${max} 条话术，请先删除一条`, `At most ${max}: remove one first`),
    })
  }
  const words = { title: title.trim(), text: text.trim() }
  const times = { version: 1, createdAt: now, updatedAt: now }
  const row = { shopId, id: deps.ids.id(), ...place, ...words, ...times }
  await insertTemplates(tx, [row])
  return view(row)
}

/** @throws `not-found`, `version-conflict` */
export async function changeTemplate(
  tx: Tx,
  id: string,
  { version, title, text }: Words & { readonly version: number },
  { user, now }: Ctx,
): Promise<ReplyTemplate> {
  const row = await lockTemplate(tx, user.shopId, id)
  if (!row) throw problem('not-found')
  if (row.version !== version) throw problem('version-conflict', { currentVersion: row.version })
  const words = { title: title.trim(), text: text.trim() }
  return view(await updateTemplate(tx, row, { ...words, version: version + 1, updatedAt: now }))
}

export async function removeTemplate(tx: Tx, id: string, { user }: Ctx): Promise<void> {
  if (!(await deleteTemplate(tx, user.shopId, id))) throw problem('not-found')
}

/** What a new shop starts with, in both languages. */
export async function seedTemplates(deps: Deps, tx: Tx, shopId: string): Promise<void> {
  const now = deps.clock.now()
  const common = { shopId, version: 1, createdAt: now, updatedAt: now }
  const rows = templateSeeds.flatMap(({ act, zh, en }) => [
    { ...common, id: deps.ids.id(), act, language: 'zh-CN' as const, ...zh },
    { ...common, id: deps.ids.id(), act, language: 'en' as const, ...en },
  ])
  await insertTemplates(tx, rows)
}
