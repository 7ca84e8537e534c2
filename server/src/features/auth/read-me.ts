// Reads for everybody: the shops there are, and who is signed in.

import type { Output } from '@shouhou/shared/contract'
import type { Me } from '@shouhou/shared/contract/auth'
import type { BaseCtx, Principal } from '../../http/context.ts'
import { listShops } from './person-store.ts'
import { viewMe } from './view-me.ts'

export const readShops = ({ deps }: BaseCtx): Promise<Output<'GET /shops'>> =>
  deps.db.transact('platform', async (tx) => ({ items: await listShops(tx) }))

export const readMe = ({ deps }: BaseCtx, user: Principal): Promise<Me> =>
  deps.db.transact('platform', (tx) => viewMe(deps, tx, user))
