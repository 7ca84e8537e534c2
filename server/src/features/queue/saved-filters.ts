// Filters of the queue that a person keeps under a name. Somebody else's answer like missing ones.
import type { QueueFilter, SavedFilter } from '@shouhou/shared/contract/queue'
import { LIMITS } from '@shouhou/shared/domain/limits'
import type { Tx } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import { problem, say } from '../../http/problems.ts'
import {
  countFilters,
  deleteFilter,
  type FilterRow,
  findFilterNamed,
  insertFilter,
  listFilters,
  lockList,
  updateFilter,
} from './store.ts'

interface Named {
  readonly name: string
  readonly filter: QueueFilter
}

const view = ({ id, name, filter, createdAt }: FilterRow): SavedFilter => ({
  id,
  name,
  filter,
  createdAt: createdAt.toISOString(),
})

const taken = () =>
  problem('already-exists', {
    errors: [{ pointer: '/name', message: say('已有同名的筛选', 'you have one of this name') }],
  })

export const readFilters = async (tx: Tx, { user }: Ctx) => ({
  items: (await listFilters(tx, user, LIMITS.savedFilters)).map(view),
})

/** @throws `limit-reached`, `already-exists` for the name */
export async function saveFilter(tx: Tx, { name, filter }: Named, ctx: Ctx): Promise<SavedFilter> {
  const { user, deps, now } = ctx
  await lockList(tx, `saved-filters ${user.shopId} ${user.id}`)
  if ((await countFilters(tx, user)) >= LIMITS.savedFilters) {
    const max = LIMITS.savedFilters
    throw problem('limit-reached', {
      detail: say(`最多保存 ${max} 个筛选，请先删除一个`, `At most ${max}: remove one first`),
    })
  }
  const row = {
    shopId: user.shopId,
    id: deps.ids.id(),
    accountId: user.id,
    name: name.trim(),
    filter,
    createdAt: now,
  }
  if (!(await insertFilter(tx, row))) throw taken()
  return view(row)
}

/** @throws `not-found`, `already-exists` for the name */
export async function changeFilter(
  tx: Tx,
  id: string,
  { name, filter }: Named,
  { user }: Ctx,
): Promise<SavedFilter> {
  await lockList(tx, `saved-filters ${user.shopId} ${user.id}`)
  const other = await findFilterNamed(tx, user, name.trim())
  if (other && other.id !== id) throw taken()
  const row = await updateFilter(tx, user, id, { name: name.trim(), filter })
  if (!row) throw problem('not-found')
  return view(row)
}

export async function removeFilter(tx: Tx, id: string, { user }: Ctx): Promise<void> {
  if (!(await deleteFilter(tx, user, id))) throw problem('not-found')
}
