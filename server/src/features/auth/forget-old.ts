// Removes what sign-in no longer needs: ended sessions, old codes, old counts of tries.
import { DAY } from '@shouhou/shared/domain/china-time'
import type { Deps } from '../../deps.ts'
import { deleteOldAttempts } from './attempt-store.ts'
import { deleteOldInvitations } from './invitation-store.ts'
import { deleteOldCodes } from './phone-code-store.ts'
import { deleteEndedSessions } from './session-store.ts'

/**
 * Codes are kept for the count of their day, sessions for a week to recognise a copied token,
 * invitations for a quarter to say who came by which.
 */
export function forgetOldSignIns(deps: Deps): Promise<number> {
  const before = (days: number) => new Date(deps.clock.now().getTime() - days * DAY)
  return deps.db.transact('platform', async (tx) => {
    const sessions = await deleteEndedSessions(tx, before(7))
    const codes = await deleteOldCodes(tx, before(2))
    const attempts = await deleteOldAttempts(tx, before(1))
    const invitations = await deleteOldInvitations(tx, before(90))
    return sessions + codes + attempts + invitations
  })
}
