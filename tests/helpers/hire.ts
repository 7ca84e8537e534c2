// Lets an account work in one more shop, as the operator does on the command line.
import { hireAccount } from '@shouhou/server/features/auth/index.ts'
import type { StaffRole } from '@shouhou/shared/domain/roles'
import type { TestApp } from './app.ts'

export const hire = (t: TestApp, shop: { id: string }, login: string, role: StaffRole) =>
  t.deps.db.transact('platform', (tx) => hireAccount(t.deps, tx, { shopId: shop.id, login, role }))
