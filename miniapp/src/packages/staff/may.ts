// What each role is offered at the desk. The server decides what is permitted; the contract's own lists
// are schemas, which stay out of the bundle, so the few that pages need stand here (a test compares).
import {
  DECIDERS,
  EXPORTERS,
  PAYERS,
  type Role,
  type StaffRole,
} from '@shouhou/shared/domain/roles'

const OWNER = ['owner'] as const

export const MAY = {
  /** See refunds to pay and say how they ended. */
  pay: PAYERS,
  /** Answer shoppers. */
  talk: DECIDERS,
  /** Write and publish answers, teach questions. */
  editFaq: DECIDERS,
  /** Change the shop's rules. */
  editPolicy: PAYERS,
  /** Keep the shop's ready words. */
  editTemplates: PAYERS,
  /** Take lists away as files. */
  export: EXPORTERS,
  /** See who works here. */
  seeTeam: PAYERS,
  /** Add people and change their roles. */
  editTeam: OWNER,
  /** Make and revoke API keys. */
  keys: OWNER,
} as const satisfies Record<string, readonly StaffRole[]>
export type Right = keyof typeof MAY

export const may = (role: Role, right: Right): boolean =>
  (MAY[right] as readonly Role[]).includes(role)
