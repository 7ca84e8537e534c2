// Who may act: the roles a person or program signs in with, and the groups the rules speak of.

/** Every role of an installation. `arbiter` belongs to the platform, `integrator` is an API key. */
export const ROLES = [
  'shopper',
  'agent',
  'warehouse',
  'technician',
  'manager',
  'owner',
  'arbiter',
  'integrator',
] as const
export type Role = (typeof ROLES)[number]

/** Roles that a shop gives to its own people. */
export const STAFF_ROLES = ['agent', 'warehouse', 'technician', 'manager', 'owner'] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

/** Whoever moves an aftersale: a role, or `system` for timers, carriers and payment answers. */
export type Actor = Role | 'system'

/** May decide on a request: approve, refuse, offer, ask for information. */
export const DECIDERS = ['agent', 'manager', 'owner'] as const
/** May receive, inspect and ship goods. */
export const GOODS_HANDLERS = ['warehouse', 'manager', 'owner'] as const
/** May confirm or repeat a payout. */
export const PAYERS = ['manager', 'owner'] as const
/** May take lists of the shop away as files. */
export const EXPORTERS = ['manager', 'owner'] as const
/** May force an end or a refund past the normal course; always with a reason. */
export const OVERRIDERS = ['manager', 'owner'] as const

/** True for the roles of a shop's own people. */
export const isStaff = (actor: Actor): actor is StaffRole =>
  (STAFF_ROLES as readonly Actor[]).includes(actor)
