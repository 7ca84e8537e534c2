// Inviting people to work in a shop: each invitation is for one person, one role, one day, one use.
import { type Static, Type } from 'typebox'
import { LIMITS } from '../domain/limits.ts'
import { STAFF_ROLES } from '../domain/roles.ts'
import { Login, Password, Phone, signedIn } from './auth.ts'
import { Id, IdParams, nullable, Timestamp, text } from './common.ts'
import { object, oneOf, routes } from './route.ts'

/** Whom an invitation is for: whoever has this account name, or this phone number. */
const Invited = Type.Union([object({ login: Login }), object({ phone: Phone })])

export const Invitation = object({
  id: Id,
  role: oneOf(STAFF_ROLES),
  invited: object({
    kind: oneOf(['LOGIN', 'PHONE']),
    /** The account name, or the phone number masked. */
    label: Type.String(),
  }),
  invitedBy: Type.String(),
  createdAt: Timestamp,
  expiresAt: Timestamp,
})
export type Invitation = Static<typeof Invitation>

const Code = Type.String({ minLength: 1, maxLength: 100, pattern: '^[A-Za-z0-9_-]+$' })
/** Who accepts: it must be the person who was invited. */
const Proof = {
  code: Code,
  /** Where the invitation is for a phone number: that number. */
  phone: Type.Optional(Phone),
  login: Login,
}

export const invitationRoutes = routes({
  'GET /invitations': {
    summary: 'Invitations that may still be accepted, newest first',
    allow: ['owner'],
    idempotency: 'safe',
    success: { status: 200, body: object({ items: Type.Array(Invitation, { maxItems: 50 }) }) },
    problems: [],
  },
  'POST /invitations': {
    summary: 'Invite a person; the code is in this answer and nowhere else',
    allow: ['owner'],
    idempotency: 'key',
    body: object({ invited: Invited, role: oneOf(STAFF_ROLES) }),
    success: { status: 201, body: object({ invitation: Invitation, code: Type.String() }) },
    problems: ['already-exists', 'limit-reached'],
  },
  'DELETE /invitations/:id': {
    summary: 'Take an invitation back',
    allow: ['owner'],
    idempotency: 'natural',
    params: IdParams,
    success: { status: 204 },
    problems: ['not-found'],
  },
  'POST /invitations/look': {
    summary: 'What an invitation is for, for whoever holds its code',
    allow: 'public',
    idempotency: 'natural',
    perMinute: 20,
    body: object({ code: Code }),
    success: {
      status: 200,
      body: object({
        shop: object({ name: Type.String() }),
        role: oneOf(STAFF_ROLES),
        invitedBy: Type.String(),
        expiresAt: Timestamp,
        invited: object({ kind: oneOf(['LOGIN', 'PHONE']), label: Type.String() }),
        /** Whether the account named is there already; null where a phone was named. */
        hasAccount: nullable(Type.Boolean()),
      }),
    },
    problems: ['not-found'],
  },
  'POST /invitations/accept': {
    summary: 'Accept with an account that exists, and be signed in',
    allow: 'public',
    idempotency: 'natural',
    perMinute: 20,
    body: object({
      ...Proof,
      password: Type.String({ minLength: 1, maxLength: LIMITS.passwordLength }),
    }),
    success: signedIn,
    problems: ['not-found', 'sign-in-failed', 'already-exists', 'limit-reached'],
  },
  'POST /invitations/join': {
    summary: 'Accept with a new account, and be signed in',
    allow: 'public',
    idempotency: 'natural',
    perMinute: 20,
    body: object({ ...Proof, name: text(LIMITS.nameLength, 1), password: Password }),
    success: signedIn,
    problems: ['not-found', 'already-exists', 'limit-reached'],
  },
})
